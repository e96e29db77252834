"""Functions of CloudFormation and SAM, and what belongs to them: package, environment, logs."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import defaults
from lambdalint.frontends import spell
from lambdalint.frontends.cfn.packing import code_of, packed_as
from lambdalint.frontends.cfn.reading import Config, as_text, as_texts
from lambdalint.frontends.cfn.settings import settings
from lambdalint.frontends.cfn.survey import FUNCTIONS, ROLE_SUFFIX, SAM_FUNCTION, SOURCES, Found, Survey, identity
from lambdalint.frontends.cfn.values import CfnValue, Fields, Items, Part, Partial, Ref, Scalar, joined, parts_of
from lambdalint.frontends.cfn.writing import emptied, literal, removal
from lambdalint.model.functions import Environment, EnvironmentEntry, Function, Image, Logging, LogGroup
from lambdalint.secrets import classify
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.value import Known, Secret, Unknown, Value

Groups = tuple[tuple[LogGroup, CfnValue | None], ...]

_SETTINGS = frozenset({"Variables", "Environment", "Function", "Globals"})
"""Mappings that go when the last thing in them goes."""

_LOG_PREFIX = "/aws/lambda/"


def functions(survey: Survey, groups: Groups) -> Iterator[Function]:
    """All functions. `groups` are the log groups with their names as values."""
    for found in survey.each(*FUNCTIONS):
        yield _function(survey, found, groups)


def names(survey: Survey) -> dict[str, str]:
    """The functions' keys by name, for references that only name a function; names that two share are left out."""
    known: dict[str, str] = {}
    for found in survey.each(*FUNCTIONS):
        word = identity(found.config.attribute("FunctionName"))
        if word:
            known[word] = "" if word in known else found.key
    return {name: key for name, key in known.items() if key}


def _function(survey: Survey, found: Found, groups: Groups) -> Function:
    config = found.config
    key, label, header, deployment = found.head
    serverless = found.resource.kind == SAM_FUNCTION
    package_type = packed_as(config)
    image = isinstance(package_type, Known) and package_type.value == "Image"
    code = code_of(survey, found, image)
    role = config.attribute("Role")
    layers = config.attribute("Layers")
    own_role = f"{key}{ROLE_SUFFIX}" if serverless and role is None else None
    return Function(
        key=key,
        label=label,
        span=header,
        deployment=deployment,
        name=config.text("FunctionName") or Unknown(header, "it has no fixed name"),
        package_type=package_type,
        runtime=config.text("Runtime"),
        handler=config.text("Handler"),
        architectures=config.texts_or("Architectures", ("x86_64",)),
        timeout=config.number_or("Timeout", defaults.TIMEOUT),
        memory=config.number_or("MemorySize", defaults.MEMORY),
        ephemeral_storage=config.nested("EphemeralStorage").number_or("Size", defaults.STORAGE),
        environment=environment(survey, config, found.stack.template.root),
        layers=config.default((), "Layers") if layers is None else layer_names(layers, survey),
        tracing=_tracing(config, serverless),
        logging=_logging(survey, config, key, groups),
        package=code.package,
        image=code.image or (Image(None, None, None) if image else None),
        role=own_role or survey.role(role),
        role_value=as_text(role) if role is not None else None,
        source=code.source,
        build_method=code.build_method,
        **settings(config, lambda name: survey.ignoring(found, name)),
    )


def layer_names(value: CfnValue, survey: Survey) -> Value[tuple[str, ...]]:
    """The layers of a function as texts; what isn't known of an ARN stands as `${…}` in it."""
    if not isinstance(value, Items) or not value.complete:
        return as_texts(value, survey.texts)
    words = []
    for item in value.items:
        parts = parts_of(item)
        if parts is None or not any(isinstance(p, str) for p in parts):
            return Unknown(value.span, "a layer is known only after deployment")
        words.append("".join(p if isinstance(p, str) else "${…}" for p in parts))
    return Known(tuple(words), value.span, via=value.via)


def _tracing(config: Config, serverless: bool) -> Value[str]:
    if serverless:
        return config.text_or("Tracing", "PassThrough")
    return config.nested("TracingConfig").text_or("Mode", "PassThrough")


# -- environment -----------------------------------------------------------------------------------------------------


def environment(survey: Survey, config: Config, root: yamltree.Mapping) -> Environment:
    """The variables of a function. `root` is the template that it stands in."""
    outer = config.attribute("Environment")
    span = config.place("Environment")
    slot = spell.pair(config.nested("Environment").nested("Variables").slot(spell.MARK))
    if outer is None:
        return Environment((), not config.doubtful, span, slot)
    if not isinstance(outer, Fields):
        return Environment((), False, span)
    value = config.nested("Environment").attribute("Variables")
    if value is None:
        return Environment((), outer.complete, span, slot)
    if not isinstance(value, Fields):
        return Environment((), False, span)
    entries = []
    for name, field in value.fields.items():
        key = Known(name, field.key.span, literal(field.key))
        text = survey.texts.get(field.key.span.path, b"")
        gone = removal(field.owner, name, text)
        if gone is not None and len(field.owner.entries) == 1:
            gone = emptied(root, field.key.span, _SETTINGS, text) or gone
        empty = Span(field.key.span.path, field.key.span.start, field.key.span.start)
        target = target_of(survey, field.value)
        entries.append(EnvironmentEntry(key, setting(survey, name, field.value), gone or empty, target=target))
    return Environment(tuple(entries), value.complete and outer.complete, span, slot)


def target_of(survey: Survey, value: CfnValue) -> str | None:
    """What a variable names, and nothing beside it."""
    kinds = (*SOURCES, "AWS::S3::Bucket", "AWS::SNS::Topic")
    return survey.target(value, *kinds) if len(parts_of(value) or ()) == 1 else None


def setting(survey: Survey, name: str, value: CfnValue) -> Value[str] | Known[Secret]:
    """The value of a variable. A secret is replaced by its kind here, before anything else can see it."""
    parts = parts_of(value)
    if parts is not None:
        kind = classify(name, "".join(p if isinstance(p, str) else "${…}" for p in parts))
        if kind is not None:
            survey.secrets.append(value.span)
            via = value.via if isinstance(value, Scalar | Partial) else ()
            return Known(Secret(kind), value.span, via=via)
    return as_text(value)


# -- logs ------------------------------------------------------------------------------------------------------------


def log_groups(survey: Survey) -> Iterator[tuple[LogGroup, CfnValue | None]]:
    """Log groups with their names as values."""
    for found in survey.each("AWS::Logs::LogGroup"):
        config = found.config
        name = config.attribute("LogGroupName")
        retention = config.attribute("RetentionInDays")
        days = config.number_or("RetentionInDays", 0) if retention is not None else None
        known = as_text(name) if name is not None else Unknown(config.header, "it has no fixed name")
        yield LogGroup(*found.head, known, days), name


def _logging(survey: Survey, config: Config, key: str, groups: Groups) -> Logging:
    inner = config.nested("LoggingConfig")
    form = inner.text_or("LogFormat", "Text")
    chosen = inner.attribute("LogGroup")
    if chosen is not None:
        direct = survey.target(chosen, "AWS::Logs::LogGroup")
        return Logging(form, as_text(chosen), direct or _group_named(groups, parts_of(chosen)), True)
    if inner.doubtful:
        return Logging(form, Unknown(config.header, "it may be set"), None, True)
    own = parts_of(config.attribute("FunctionName"))
    parts: tuple[Part, ...] | None = joined((_LOG_PREFIX, *own)) if own is not None else None
    group: Value[str]
    if parts is not None and len(parts) == 1 and isinstance(parts[0], str):
        group = Known(parts[0], config.header, default=True)
    else:
        group = Unknown(config.header, "the function's name is not known")
    by_reference = (_LOG_PREFIX, Ref(key, ""))
    return Logging(form, group, _group_named(groups, parts) or _group_named(groups, by_reference))


def _group_named(groups: Groups, parts: tuple[Part, ...] | None) -> str | None:
    if parts is None:
        return None
    for group, name in groups:
        own = parts_of(name)
        if own is not None and joined(own) == joined(parts):
            return group.key
    return None
