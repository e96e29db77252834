"""Calls of the public module `terraform-aws-modules/lambda`: its inputs say what the resource's attributes would.

Input names and defaults are those of version 8.8.1, read 2026-06-19.
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends import iam
from lambdalint.frontends.hcl import functions
from lambdalint.frontends.hcl.instances import MODULE_KIND
from lambdalint.frontends.hcl.reading import (
    Config,
    as_flag,
    as_number,
    as_path,
    as_text,
    as_texts,
    members,
)
from lambdalint.frontends.hcl.settings import of_module
from lambdalint.frontends.hcl.sources import BATCH, LIMITS, STREAM_BATCH, source_kind
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.frontends.hcl.values import Fields, HclValue, Items, Partial, Scalar, is_null, plain, unknown
from lambdalint.frontends.hcl.writing import below
from lambdalint.model.access import FunctionUrl, Permission, Policy, Role, Statement
from lambdalint.model.functions import Function, Image, Logging, LogGroup, Package
from lambdalint.model.infra import InfraFacts, Script
from lambdalint.model.triggers import EventSourceMapping, InvokeConfig, PollingLimit, Trigger
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Slot, Unknown, Value

_POLICY_NAMES = {
    "actions": "Action",
    "not_actions": "NotAction",
    "resources": "Resource",
    "not_resources": "NotResource",
    "principals": "Principal",
    "condition": "Condition",
}
_OTHER_POLICIES = (
    "attach_async_event_policy",
    "attach_dead_letter_policy",
    "attach_network_policy",
    "attach_tracing_policy",
    "attach_policy_jsons",
)


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
        permissions=tuple(p for found in calls for p in _permissions(found)),
        roles=tuple(r for found in calls for r in _role(survey, found)),
        log_groups=tuple(groups),
        invoke_configs=tuple(c for found in calls for c in _invoke_config(found)),
        scripts=tuple(s for found in calls for s in _scripts(survey, found)),
    )


def _makes_function(config: Config) -> bool:
    """False only where an input says that no function is made (a layer, for instance)."""
    wanted = all(_flag(config, name, True) is not False for name in ("create", "create_function"))
    return wanted and _flag(config, "create_layer", False) is not True


def _flag(config: Config, name: str, default: bool) -> bool | None:
    value = config.flag_or(name, default)
    return value.value if isinstance(value, Known) else None


def _function(survey: Survey, found: Found, groups: list[LogGroup]) -> Function:
    config = found.config
    key, label, header, deployment = found.head
    package_type = config.text_or("package_type", "Zip")
    image = isinstance(package_type, Known) and package_type.value == "Image"
    layers = config.attribute("layers")
    own_role = _flag(config, "create_role", True)
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
        timeout=config.number_or("timeout", 3),
        memory=config.number_or("memory_size", 128),
        ephemeral_storage=config.number_or("ephemeral_storage_size", 512),
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
    ignored = _flag(config, "ignore_source_code_hash", False) is not False
    for name in ("local_existing_package", "source_path", "s3_existing_package"):
        value = config.attribute(name)
        written = config.body.attributes.get(name)
        if value is None or written is None:
            continue
        if name == "s3_existing_package":
            return Package(written.span, None, ignored=ignored)
        paths = [p for p, _ in _sources(value)]
        path = as_path(paths[0], survey.realm) if len(paths) == 1 else Unknown(value.span, "it has several parts")
        return Package(written.span, path, ignored=ignored)
    return None


def _runtime(config: Config) -> Value[str] | None:
    """The runtime; it can't be changed where patterns pick the binary out of the sources by the name it has."""
    runtime, value = config.text("runtime"), config.attribute("source_path")
    items = value.items if isinstance(value, Items) else (value,)
    picked = any(isinstance(i, Fields) and "patterns" in i.fields for i in (plain(i) for i in items if i is not None))
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
        lines = [plain(i) for i in commands.items] if isinstance(commands, Items) else []
        known = [i for i in lines if isinstance(i, Scalar) and isinstance(i.value, str)]
        shell = [i for i in known if not str(i.value).startswith(":")]
        text = "\n".join(str(i.value) for i in shell)
        if text and len(known) == len(lines) and commands is not None:
            places = tuple(_inside(survey, i.span, str(i.value)) for i in shell)
            yield Script(commands.span, text, False, as_path(path, survey.realm), (), found.head[3], lines=places)


def _inside(survey: Survey, span: Span, text: str) -> Span | None:
    """The place of a text inside of its quotes, where it is written as it is."""
    inner = Span(span.path, span.start + 1, span.end - 1)
    return inner if survey.texts.get(span.path, b"")[inner.start : inner.end] == text.encode() else None


# -- logs, access ----------------------------------------------------------------------------------------------------


def _log_group(found: Found) -> Iterator[LogGroup]:
    config = found.config
    if _flag(config, "use_existing_cloudwatch_log_group", False) is not False:
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
    if _flag(config, "create_lambda_function_url", False) is not True:
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


def _permissions(found: Found) -> Iterator[Permission]:
    key, label, header, deployment = found.head
    value = found.config.attribute("allowed_triggers")
    if value is not None and not (isinstance(value, Fields) and value.complete):
        some = Unknown(header, "there may be more")
        yield Permission(f"{key}#others", label, header, deployment, key, some, some, some, some, some, some)
    for name, settings, span in _entries(value):
        service = settings.text("service")
        principal = settings.text("principal")
        if principal is None and isinstance(service, Known):
            principal = Known(f"{service.value}.amazonaws.com", service.span)
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
            None,
        )


def _invoke_config(found: Found) -> Iterator[InvokeConfig]:
    config = found.config
    key, label, header, deployment = found.head
    failure = config.text("destination_on_failure") if _flag(config, "create_async_event_config", False) else None
    target = failure or config.text("dead_letter_target_arn")
    if target is not None:
        yield InvokeConfig(f"{key}#async", label, header, deployment, key, target)


# -- events ----------------------------------------------------------------------------------------------------------


class _Settings:
    """One entry of an input that is a map of objects."""

    def __init__(self, value: Fields, span: Span) -> None:
        self.value = value
        self.span = span

    def attribute(self, name: str) -> HclValue | None:
        field = self.value.fields.get(name)
        if field is None:
            return None if self.value.complete else unknown(name, self.span)
        return None if is_null(field.value) else field.value

    def slot(self, name: str, survey: Survey) -> Slot | None:
        """Where an attribute that isn't there may be written."""
        entries = [field.entry for field in self.value.fields.values()]
        if not entries or not all(self.value.span.contains(entry) for entry in entries):
            return None
        return below(max(entries), name, survey.texts.get(self.value.span.path, b""))

    def text(self, name: str) -> Value[str] | None:
        value = self.attribute(name)
        return as_text(value) if value is not None else None

    def number_or(self, name: str, default: int) -> Value[int]:
        value = self.attribute(name)
        return Known(default, self.span, default=True) if value is None else as_number(value)


def _entries(value: HclValue | None) -> Iterator[tuple[str, _Settings, Span]]:
    if isinstance(value, Fields):
        for name, field in value.fields.items():
            if isinstance(field.value, Fields):
                yield name, _Settings(field.value, field.key), field.key
    elif isinstance(value, Items):
        for i, item in enumerate(value.items):
            if isinstance(item, Fields):
                yield str(i), _Settings(item, item.span), item.span


def _mappings(survey: Survey, found: Found) -> Iterator[EventSourceMapping]:
    key, label, _, deployment = found.head
    for name, settings, span in _entries(found.config.attribute("event_source_mapping")):
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


def _limits(settings: _Settings) -> Iterator[PollingLimit]:
    for name, limit in LIMITS.items():
        value = settings.attribute(name)
        if value is not None:
            yield PollingLimit(limit, as_number(value))


def _batch(settings: _Settings, kind: str | None) -> Value[int]:
    if kind is None and settings.attribute("batch_size") is None:
        return Unknown(settings.span, "its default depends on the source")
    return settings.number_or("batch_size", BATCH.get(kind or "", STREAM_BATCH))


# -- role ------------------------------------------------------------------------------------------------------------


def _role(survey: Survey, found: Found) -> Iterator[Role]:
    config = found.config
    if not _flag(config, "create_role", True):
        return
    key, label, header, deployment = found.head
    policies: list[Policy] = []
    managed: list[Value[str]] = []
    flags = [_flag(config, name, False) for name in _OTHER_POLICIES]
    complete = not any(flag is not False for flag in flags) and not _is_extended(survey, f"{key}#role")
    if _flag(config, "attach_cloudwatch_logs_policy", True):
        policies.append(_logs_policy(found))
    statements = _flag(config, "attach_policy_statements", False)
    if statements:
        policies.append(iam.policy(f"{key}#statements", label, header, _statements(survey, config)))
    document = _flag(config, "attach_policy_json", False)
    if document:
        node = survey.document(config.attribute("policy_json"))
        policies.append(iam.policy(f"{key}#json", label, header, node))
    one, many = _flag(config, "attach_policy", False), _flag(config, "attach_policies", False)
    if one:
        managed.append(config.text("policy") or Unknown(header, "it is not set"))
    if many:
        arns, known = members(config.attribute("policies"))
        managed += arns
        complete = complete and known
    complete = complete and None not in (statements, document, one, many)
    complete = complete and all(p.complete for p in policies) and all(isinstance(m, Known) for m in managed)
    name = config.text("role_name") or Unknown(header, "it is computed")
    yield Role(f"{key}#role", label, header, deployment, name, None, tuple(policies), tuple(managed), complete)


def _is_extended(survey: Survey, role: str) -> bool:
    """True when a resource outside of the module attaches something to its role."""
    attachments = survey.each("aws_iam_role_policy", "aws_iam_role_policy_attachment")
    return any(survey.role(found.config.attribute("role")) == role for found in attachments)


def _logs_policy(found: Found) -> Policy:
    key, label, header, _ = found.head
    actions = tuple(Known(f"logs:{a}", header) for a in ("CreateLogGroup", "CreateLogStream", "PutLogEvents"))
    resources = (Unknown(header, "it is known only after deployment"),)
    allow = Known("Allow", header, default=True)
    statement = Statement(header, allow, actions, (), resources, (), (), (), False, True)
    return Policy(f"{key}#logs", label, header, (statement,), True)


def _statements(survey: Survey, config: Config) -> iam.Node:
    value = config.attribute("policy_statements")
    complete = isinstance(value, Fields | Items) and value.complete
    found: list[iam.Node] = []
    for _, settings, span in _entries(value):
        effect = settings.text("effect") or Known("Allow", span, default=True)
        entries: list[tuple[Known[str], iam.Node]] = [(Known("Effect", span), effect)]
        for name, key in _POLICY_NAMES.items():
            part = settings.attribute(name)
            if part is not None:
                entries.append((Known(key, span), survey.node(part)))
        found.append(iam.Entries(tuple(entries), settings.value.complete, span))
    span = config.header
    return iam.Entries(((Known("Statement", span), iam.Listing(tuple(found), complete, span)),), True, span)
