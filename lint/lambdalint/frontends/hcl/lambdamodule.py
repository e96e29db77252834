"""Calls of the public module `terraform-aws-modules/lambda`: its inputs say what the resource's attributes would.

Input names and defaults are those of version 8.8.1, read 2026-06-19.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from lambdalint.data import defaults
from lambdalint.frontends.hcl import functions
from lambdalint.frontends.hcl.callers import source_text
from lambdalint.frontends.hcl.moduleinputs import Settings, entries, flag
from lambdalint.frontends.hcl.modulerole import role
from lambdalint.frontends.hcl.modules import MODULE_KIND
from lambdalint.frontends.hcl.reading import (
    Config,
    as_flag,
    as_number,
    as_path,
    as_text,
    as_texts,
)
from lambdalint.frontends.hcl.settings import of_module
from lambdalint.frontends.hcl.sources import LIMITS, source_kind
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.frontends.hcl.twins import module_twin
from lambdalint.frontends.hcl.values import Fields, HclValue, Items, Partial, Scalar, plain
from lambdalint.frontends.hcl.writing import as_template
from lambdalint.model.access import FunctionUrl, Permission
from lambdalint.model.functions import Function, Image, Logging, LogGroup, Package
from lambdalint.model.infra import InfraFacts, Script, ScriptPiece
from lambdalint.model.triggers import EventSourceMapping, InvokeConfig, PollingLimit, Trigger
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Slot, Unknown, Value

_AWS = ".amazonaws.com"


def read(survey: Survey) -> InfraFacts:
    """Everything that calls of the module make."""
    calls = [found for found in survey.each(MODULE_KIND, mode="module") if _makes_function(found.config)]
    groups = [g for found in calls for g in _log_group(found)]
    mappings = tuple(m for found in calls for m in _mappings(survey, found))
    return InfraFacts(
        functions=tuple(_function(survey, found, groups) for found in calls),
        mappings=mappings,
        triggers=tuple(
            Trigger(m.key, m.label, m.span, m.deployment, m.source_kind, m.function, m.source)
            for m in mappings
            if m.source_kind is not None
        ),
        urls=tuple(url for found in calls for url in _url(found)),
        permissions=tuple(p for found in calls for p in _permissions(survey, found)),
        roles=tuple(r for found in calls for r in role(survey, found)),
        log_groups=tuple(groups),
        invoke_configs=tuple(c for found in calls for c in _invoke_config(found)),
        scripts=tuple(s for found in calls for s in _scripts(survey, found)),
    )


def _makes_function(config: Config) -> bool:
    """False only where an input says that no function is made (a layer, for instance)."""
    wanted = all(flag(config, name, True) is not False for name in ("create", "create_function"))
    return wanted and flag(config, "create_layer", False) is not True


def _function(survey: Survey, found: Found, groups: list[LogGroup]) -> Function:
    config = found.config
    key, label, header, deployment = found.head
    package_type = config.text_or("package_type", "Zip")
    image = isinstance(package_type, Known) and package_type.value == "Image"
    layers = config.attribute("layers")
    own_role = flag(config, "create_role", True)
    role = config.attribute("lambda_role")
    variables = config.attribute("environment_variables")
    group = next((g for g in groups if g.key == f"{key}#logs"), None)
    return Function(
        key=key,
        label=label,
        span=header,
        deployment=deployment,
        name=config.text("function_name") or Unknown(header, "it has no name"),
        package_type=package_type,
        runtime=_runtime(config),
        handler=config.text("handler"),
        architectures=config.texts_or("architectures", ("x86_64",)),
        timeout=config.number_or("timeout", defaults.TIMEOUT),
        timeout_slot=config.own("timeout"),
        memory=config.number_or("memory_size", defaults.MEMORY),
        ephemeral_storage=config.number_or("ephemeral_storage_size", defaults.STORAGE),
        environment=functions.variables(survey, variables, header),
        layers=config.default((), "layers") if layers is None else as_texts(layers),
        tracing=config.text_or("tracing_mode", "PassThrough"),
        logging=Logging(
            config.text_or("logging_log_format", "Text"), group.name if group else None, group.key if group else None
        ),
        package=None if image else _package(survey, config),
        image=Image(config.text("image_uri"), None, None) if image else None,
        role=f"{key}#role" if own_role else survey.target(role, "aws_iam_role"),
        role_value=as_text(role) if role is not None else None,
        **of_module(survey, config),
    )


# -- package ---------------------------------------------------------------------------------------------------------


def _package(survey: Survey, config: Config) -> Package | None:
    ignored = flag(config, "ignore_source_code_hash", False) is not False
    for name in ("local_existing_package", "source_path", "s3_existing_package"):
        value = config.attribute(name)
        written = config.body.attributes.get(name)
        if value is None or written is None:
            continue
        if name == "s3_existing_package":
            return Package(written.span, None, ignored=ignored)
        paths = [p for p, _ in _sources(value)]
        path = as_path(paths[0], survey.realm) if len(paths) == 1 else Unknown(value.span, "it has several parts")
        made = [commands for _, commands in _sources(value) if commands is not None and _shell(commands)]
        return Package(written.span, path, ignored=ignored, script=made[0].span if len(made) == 1 else None)
    return None


def _runtime(config: Config) -> Value[str] | None:
    """The runtime; it can't be changed where patterns or `:zip` pick the binary by the name it has."""
    runtime, value, handler = config.text("runtime"), config.attribute("source_path"), config.text("handler")
    items = value.items if isinstance(value, Items) else (value,)
    picked = any(isinstance(i, Fields) and "patterns" in i.fields for i in (plain(i) for i in items if i is not None))
    commands = [c for _, c in _sources(value) if isinstance(c, Items)] if value is not None else []
    lines = [plain(item) for listed in commands for item in listed.items]
    words = [str(line.value).split() for line in lines if isinstance(line, Scalar)]
    name = handler.value if isinstance(handler, Known) else ""
    picked = picked or any(w[0] == ":zip" and posixpath.basename(w[1]) == name for w in words if len(w) > 1)
    if isinstance(runtime, Known) and runtime.value == "go1.x" and picked:
        return runtime._replace(slot=None)
    return runtime


def _sources(value: HclValue) -> list[tuple[HclValue, HclValue | None]]:
    """What `source_path` names: paths with the commands that are run in them."""
    items = value.items if isinstance(value, Items) else (value,)
    found: list[tuple[HclValue, HclValue | None]] = []
    for item in map(plain, items):
        if isinstance(item, Fields):
            path = item.fields.get("path")
            commands = item.fields.get("commands")
            if path is not None:
                found.append((path.value, commands.value if commands is not None else None))
        elif isinstance(item, Scalar | Partial):
            found.append((item, None))
    return found


def _scripts(survey: Survey, found: Found) -> Iterator[Script]:
    value = found.config.attribute("source_path")
    for path, commands in _sources(value) if value is not None else ():
        shell = _shell(commands) if commands is not None else []
        text = "\n".join(str(i.value) for i in shell)
        if text and commands is not None:
            places = tuple(_inside(survey, i.span, str(i.value)) for i in shell)
            pieces = _pieces(survey, shell) if None in places else ()
            key, _, _, deployment = found.head
            folder = as_path(path, survey.realm)
            yield Script(commands.span, text, False, folder, (), deployment, lines=places, pieces=pieces, function=key)


def _shell(commands: HclValue) -> list[Scalar]:
    """The commands that a shell runs; none where one of them isn't known."""
    lines = [plain(i) for i in commands.items] if isinstance(commands, Items) else []
    known = [i for i in lines if isinstance(i, Scalar) and isinstance(i.value, str)]
    return [i for i in known if not str(i.value).startswith(":")] if len(known) == len(lines) else []


def _pieces(survey: Survey, shell: Sequence[Scalar]) -> tuple[ScriptPiece, ...]:
    """The parts of the commands that are written as they are, and those that aren't; none where one can't be told."""
    from lambdalint.frontends.hcl.pieces import pieces_in  # seldom needed

    found: list[ScriptPiece] = []
    for item in shell:
        parts = pieces_in(survey.texts.get(item.span.path, b""), item.span, str(item.value))
        if not parts:
            return ()
        end = item.span._replace(start=item.span.end)
        found += [*([ScriptPiece("\n", end, False)] if found else []), *parts]
    return tuple(found)


def _inside(survey: Survey, span: Span, text: str) -> Span | None:
    """The place of a text inside of its quotes, where it is written as it is."""
    inner = Span(span.path, span.start + 1, span.end - 1)
    return inner if survey.texts.get(span.path, b"")[inner.start : inner.end] == text.encode() else None


# -- logs, access ----------------------------------------------------------------------------------------------------


def _log_group(found: Found) -> Iterator[LogGroup]:
    config = found.config
    if flag(config, "use_existing_cloudwatch_log_group", False) is not False:
        return
    key, label, header, deployment = found.head
    name = config.text("logging_log_group")
    if name is None:
        own = config.text("function_name")
        known = isinstance(own, Known)
        name = Known(f"/aws/lambda/{own.value}", own.span) if isinstance(own, Known) and known else None
    retention = config.attribute("cloudwatch_logs_retention_in_days")
    days = as_number(retention) if retention is not None else None
    yield LogGroup(f"{key}#logs", label, header, deployment, name or Unknown(header, "it is computed"), days)


def _url(found: Found) -> Iterator[FunctionUrl]:
    config = found.config
    if flag(config, "create_lambda_function_url", False) is not True:
        return
    key, label, header, deployment = found.head
    cors = config.attribute("cors")
    origins = cors.fields.get("allow_origins") if isinstance(cors, Fields) else None
    yield FunctionUrl(
        f"{key}#url",
        label,
        header,
        deployment,
        key,
        config.text_or("authorization_type", "NONE"),
        config.text_or("invoke_mode", "BUFFERED"),
        as_texts(origins.value) if origins is not None else None,
        _credentials(cors, header),
    )


def _credentials(cors: HclValue | None, header: Span) -> Value[bool]:
    field = cors.fields.get("allow_credentials") if isinstance(cors, Fields) else None
    if field is not None:
        return as_flag(field.value)
    return Known(False, header, default=True) if isinstance(cors, Fields) and cors.complete else UNREAD


def _permissions(survey: Survey, found: Found) -> Iterator[Permission]:
    key, label, header, deployment = found.head
    value = found.config.attribute("allowed_triggers")
    if value is not None and not (isinstance(value, Fields) and value.complete):
        some = Unknown(header, "there may be more")
        yield Permission(f"{key}#others", label, header, deployment, key, some, some, some, some, some, some)
    for name, settings, span in entries(value):
        service = settings.text("service")
        principal = settings.text("principal")
        if principal is None and isinstance(service, Known):
            principal = Known(service.value + _AWS, service.span, _service_slot(service.slot))
        action: Value[str] = settings.text("action") or Known("lambda:InvokeFunction", span, default=True)
        yield Permission(
            f"{key}#{name}",
            label,
            span,
            deployment,
            key,
            action,
            principal or Unknown(span, "it is not set"),
            settings.text("source_arn"),
            settings.text("source_account"),
            settings.text("principal_org_id"),
            settings.text("function_url_auth_type"),
            source_slot=_source_slot(survey, found, settings, principal),
            twin_slot=module_twin(survey, found, name, settings, principal),
        )


def _service_slot(slot: Slot | None) -> Slot | None:
    """Writes a service where a principal is given."""
    return slot and slot._replace(spell=lambda value: slot.spell(str(value).removesuffix(_AWS)))


def _source_slot(survey: Survey, found: Found, settings: Settings, principal: Value[str] | None) -> Slot | None:
    text = source_text(survey, found.resource.key, principal, found)
    slot = settings.slot("source_arn", survey) if text is not None else None
    if slot is None:
        return None
    spelled = functions.constant(text or "")
    return slot._replace(spell=as_template(spelled) if slot.span.path.endswith(".json") else spelled)


def _invoke_config(found: Found) -> Iterator[InvokeConfig]:
    config = found.config
    key, label, header, deployment = found.head
    failure = config.text("destination_on_failure") if flag(config, "create_async_event_config", False) else None
    target = failure or config.text("dead_letter_target_arn")
    if target is not None:
        yield InvokeConfig(f"{key}#async", label, header, deployment, key, target)


# -- events ----------------------------------------------------------------------------------------------------------


def _mappings(survey: Survey, found: Found) -> Iterator[EventSourceMapping]:
    key, label, _, deployment = found.head
    for name, settings, span in entries(found.config.attribute("event_source_mapping")):
        source = settings.attribute("event_source_arn")
        kind = source_kind(survey, source)
        types = settings.attribute("function_response_types")
        enabled = settings.attribute("enabled")
        yield EventSourceMapping(
            f"{key}#{name}",
            label,
            span,
            deployment,
            key,
            survey.source(source),
            kind,
            _batch(settings, kind),
            settings.number_or("maximum_batching_window_in_seconds", 0),
            Known((), span, settings.slot("function_response_types", survey), True)
            if types is None
            else as_texts(types),
            Known(True, span, default=True) if enabled is None else as_flag(enabled),
            settings.text("starting_position"),
            settings.text("destination_arn_on_failure"),
            tuple(_limits(settings)),
        )


def _limits(settings: Settings) -> Iterator[PollingLimit]:
    for name, limit in LIMITS.items():
        value = settings.attribute(name)
        if value is not None:
            yield PollingLimit(limit, as_number(value))


def _batch(settings: Settings, kind: str | None) -> Value[int]:
    if kind is None and settings.attribute("batch_size") is None:
        return Unknown(settings.span, "its default depends on the source")
    return settings.number_or("batch_size", defaults.batch(kind))
