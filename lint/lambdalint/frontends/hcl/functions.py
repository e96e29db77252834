"""`aws_lambda_function` and what belongs to it: its package, environment, logs, URL, permissions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from lambdalint.data import defaults
from lambdalint.frontends import spell
from lambdalint.frontends.hcl.modules import DATADOG_MODULE, MODULE_KIND
from lambdalint.frontends.hcl.reading import (
    Config,
    as_path,
    as_text,
    as_texts,
    unknown_value,
)
from lambdalint.frontends.hcl.settings import settings
from lambdalint.frontends.hcl.survey import FUNCTION, SOURCES, Found, Survey
from lambdalint.frontends.hcl.values import (
    Failed,
    Fields,
    Free,
    HclValue,
    Part,
    Partial,
    Ref,
    Scalar,
    identity,
    joined,
    parts_of,
    plain,
    text_of,
)
from lambdalint.frontends.hcl.writing import as_template, below, beside, from_json, removal
from lambdalint.model.functions import Environment, EnvironmentEntry, Function, Image, Logging, LogGroup, Package
from lambdalint.secrets import classify
from lambdalint.source import Span
from lambdalint.syntax.hcltree import Expression, Literal, Name, Sequence, nested
from lambdalint.value import Known, Secret, Slot, Unknown, Value

_OBJECTS = ("aws_s3_object", "aws_s3_bucket_object")
_LOG_PREFIX = "/aws/lambda/"
ALL_CHANGES = "all"
PACKAGE_CHANGES = frozenset((ALL_CHANGES, "filename", "source_code_hash", "s3_key", "s3_object_version"))
# Fields of a function, and the attributes they come from.
_ATTRIBUTES = {
    "runtime": "runtime",
    "handler": "handler",
    "architectures": "architectures",
    "timeout": "timeout",
    "memory": "memory_size",
    "ephemeral_storage": "ephemeral_storage",
    "layers": "layers",
    "tracing": "tracing_config",
}


def functions(survey: Survey, groups: tuple[tuple[LogGroup, HclValue | None], ...]) -> Iterator[Function]:
    """All functions. `groups` are the log groups with their names as values."""
    for found in survey.each(FUNCTION):
        yield _function(survey, found, groups)


def names(survey: Survey) -> dict[str, str]:
    """The functions' keys by name, for references that only name a function; names that two share are left out."""
    known: dict[str, str] = {}
    for found in (*survey.each(FUNCTION), *survey.each(MODULE_KIND, DATADOG_MODULE, mode="module")):
        name = found.config.attribute("function_name")
        word = identity(plain(name)) if name is not None else None
        if word:
            known[word] = "" if word in known else found.resource.key
    return {name: key for name, key in known.items() if key}


def _function(survey: Survey, found: Found, groups: tuple[tuple[LogGroup, HclValue | None], ...]) -> Function:
    config = found.config
    key, label, header, deployment = found.head
    name = config.attribute("function_name")
    package_type = config.text_or("package_type", "Zip")
    image = package_type.value == "Image" if isinstance(package_type, Known) else None
    role = config.attribute("role")
    layers = config.attribute("layers")
    function = Function(
        key=key,
        label=label,
        span=header,
        deployment=deployment,
        name=as_text(name) if name is not None else Unknown(header, "it has no name"),
        package_type=package_type,
        runtime=config.text("runtime"),
        handler=_handler(config),
        architectures=config.texts_or("architectures", ("x86_64",)),
        timeout=config.number_or("timeout", defaults.TIMEOUT),
        timeout_slot=config.own("timeout"),
        memory=config.number_or("memory_size", defaults.MEMORY),
        ephemeral_storage=nested_number(config, "ephemeral_storage", "size", defaults.STORAGE),
        environment=environment(survey, config),
        layers=Known((), header, config.slot("layers"), default=True) if layers is None else as_texts(layers),
        tracing=nested_text(config, "tracing_config", "mode", "PassThrough"),
        logging=_logging(survey, config, key, name, groups),
        package=None if image else package(survey, found),
        image=Image(config.text("image_uri"), None, None) if image or config.attribute("image_uri") else None,
        role=survey.role(role),
        role_value=as_text(role) if role is not None else None,
        **settings(survey, config),
    )
    return _left_alone(function, ignored_changes(config))


def _handler(config: Config) -> Value[str] | None:
    """The handler. One that is a key of what the resource is made for is written where the resource reads it."""
    found, written = config.text("handler"), config.body.attributes.get("handler")
    if not isinstance(found, Known) or found.slot is not None or found.via or written is None:
        return found
    span = written.expression.span
    if b"each." not in config.texts[span.path][span.start : span.end] or span.path.endswith(".json"):
        return found
    return found._replace(span=span, slot=Slot(span, "", "", spell.hcl))


def nested_text(config: Config, block: str, name: str, default: str) -> Value[str]:
    """A string in a nested block, with a platform default."""
    inner, certain = config.block_or_none(block)
    if inner is None:
        if not certain:
            return Unknown(config.header, "it may be set by a block that is not understood")
        return config.default(default, name, within=(block,))
    value = inner.text_or(name, default)
    return value if certain else Unknown(value.span, "it may not be set")


def nested_number(config: Config, block: str, name: str, default: int) -> Value[int]:
    """A whole number in a nested block, with a platform default."""
    inner, certain = config.block_or_none(block)
    if inner is None:
        if not certain:
            return Unknown(config.header, "it may be set by a block that is not understood")
        return config.default(default, name, within=(block,))
    value = inner.number_or(name, default)
    return value if certain else Unknown(value.span, "it may not be set")


# -- environment -----------------------------------------------------------------------------------------------------


def environment(survey: Survey, config: Config) -> Environment:
    """The variables of a function's `environment` blocks."""
    nested = config.blocks("environment")
    if not nested.configs:
        lone = config.slot("variables", lambda text: f"{{ {spell.MARK} = {spell.hcl(text)} }}", ("environment",))
        return Environment((), nested.complete, config.header, spell.pair(lone))
    inner = nested.configs[0]
    known = variables(survey, inner.attribute("variables"), inner.block.kind_span)
    return known._replace(complete=known.complete and nested.complete and len(nested.configs) == 1)


def variables(survey: Survey, value: HclValue | None, span: Span) -> Environment:
    """A map of environment variables."""
    if value is None:
        return Environment((), True, span)
    if not isinstance(value, Fields):
        return Environment((), False, value.span)
    entries = []
    for name, field in value.fields.items():
        slot = Slot(field.key, "", "", _key_speller(survey, field.key)) if field.key_exact else None
        key = Known(name, field.key, slot, via=value.via)
        text = survey.texts.get(field.entry.path)
        removable = field.key_exact and text is not None and field.entry.contains(field.key)
        entry = (
            removal(field.entry, text)
            if removable and text is not None
            else field.entry._replace(end=field.entry.start)
        )
        setting, target = _setting(survey, name, field.value), _target(survey, field.value)
        entries.append(EnvironmentEntry(key, setting, entry, target=target))
    last = [field.entry for field in value.fields.values()][-1:]
    texts = survey.texts.get(value.span.path, b"")
    slot = None
    if last and texts and value.span.contains(last[0]):
        slot = below(last[0], spell.MARK, texts) or beside(last[0], spell.MARK, texts)
    return Environment(tuple(entries), value.complete, value.span, spell.pair(slot), value.parts)


def _target(survey: Survey, value: HclValue) -> str | None:
    """What a variable names, and nothing beside it."""
    parts = parts_of(plain(value))
    return survey.target(value, *SOURCES, "aws_s3_bucket", "aws_sns_topic") if parts and len(parts) == 1 else None


def _key_speller(survey: Survey, span: Span) -> Callable[[object], str]:
    quoted = survey.texts.get(span.path, b"")[span.start : span.start + 1] == b'"'
    return spell.hcl if quoted else spell.bare


def _setting(survey: Survey, name: str, value: HclValue) -> Value[str] | Known[Secret]:
    """The value of a variable. A secret is replaced by its kind here, before anything else can see it."""
    parts = parts_of(plain(value))
    if parts is not None and not isinstance(value, Failed):
        kind = classify(name, "".join(p if isinstance(p, str) else "${…}" for p in parts))
        if kind is not None:
            survey.secrets.append(value.span)
            return Known(Secret(kind), value.span, via=value.via)
    return as_text(value)


# -- package ---------------------------------------------------------------------------------------------------------


def package(survey: Survey, found: Found) -> Package | None:
    """The code that a function's attributes, or inputs of the same names, give."""
    config = found.config
    realm = survey.realm
    filename = config.attribute("filename")
    if filename is not None:
        written = config.body.attributes.get("filename")
        span = written.span if written is not None else config.header
        right = _right_hash(survey, found)
        change = _change_key(survey, config, right)
        slot = config.slot("source_code_hash", constant(right)) if change is None and right else None
        archive = survey.archive(filename)
        return Package(
            span,
            as_path(filename, realm),
            change,
            slot,
            _package_is_left_alone(config),
            True,
            archive,
            direct=True,
        )
    bucket = config.body.attributes.get("s3_bucket") or config.body.attributes.get("s3_key")
    if bucket is None:
        return None
    item = survey.target(config.attribute("s3_key"), *_OBJECTS)
    upload = survey.resource(item)
    source = upload.config.attribute("source") if upload is not None else None
    path = as_path(source, realm) if source is not None else None
    change = _change_key(survey, config, None)
    return Package(
        bucket.span,
        path,
        change,
        None,
        _package_is_left_alone(config),
        archive=survey.archive(source),
    )


def constant(text: str) -> Callable[[object], str]:
    """A speller that writes the same text whatever value it is given."""
    return lambda _: text


def _right_hash(survey: Survey, found: Found) -> str:
    """The expression that notices new content of the file that `filename` names; empty where it isn't plain."""
    written = found.config.body.attributes.get("filename")
    if written is None:
        return ""
    span = written.expression.span
    text = survey.texts.get(span.path, b"")[span.start : span.end].decode("utf-8", "replace")
    if found.config.body.json:
        text = from_json(text)
    made_here = re.fullmatch(r"((?:data\.)?archive_file\.[\w.\[\]\"-]+\.)output_path", text)
    if made_here is not None:
        return f"{made_here[1]}output_base64sha256"
    return f"filebase64sha256({text})" if text and "\n" not in text else ""


def _change_key(survey: Survey, config: Config, right: str | None) -> Value[str] | None:
    value = config.attribute("source_code_hash")
    if value is None:
        return None
    written = config.body.attributes.get("source_code_hash")
    span = written.expression.span if written is not None else config.header
    slot = None
    if right and written is not None:
        slot = Slot(span, "", "", as_template(constant(right)) if config.body.json else constant(right))
    via = value.via if isinstance(value, Scalar | Partial) else ()
    value = plain(value)
    if isinstance(value, Scalar):
        return Known(text_of(value.value), span, slot, via=via)
    if isinstance(value, Partial) and len(value.parts) == 1:
        part = value.parts[0]
        if isinstance(part, Free) and part.word:
            return Known(part.word, span, slot, via=via)
        resource = survey.realm.resources.get(part.key) if isinstance(part, Ref) else None
        if isinstance(part, Ref) and resource is not None and resource.kind == "archive_file":
            return Known(f"archive_file.{part.attribute}", span, slot, via=via)
    return unknown_value(value)


# -- what Terraform leaves to others ---------------------------------------------------------------------------------


def ignored_changes(config: Config) -> frozenset[str]:
    """The attributes whose changes are ignored on purpose; `all` stands for each of them."""
    words: set[str] = set()
    for block in nested(config.body):
        written = block.body.attributes.get("ignore_changes") if block.kind == "lifecycle" else None
        if written is not None:
            expression = written.expression
            items: tuple[Expression, ...] = expression.items if isinstance(expression, Sequence) else (expression,)
            words |= {i.name if isinstance(i, Name) else str(i.value) if isinstance(i, Literal) else "" for i in items}
    return frozenset(words)


def _package_is_left_alone(config: Config) -> bool:
    return not ignored_changes(config).isdisjoint(PACKAGE_CHANGES)


def _left_alone(function: Function, ignored: frozenset[str]) -> Function:
    """The function as another tool deploys it: what Terraform only writes once is not known."""
    everything = ALL_CHANGES in ignored
    changes: dict[str, Any] = {}
    for field, attribute in _ATTRIBUTES.items():
        value = getattr(function, field)
        if isinstance(value, Known) and (everything or attribute in ignored):
            changes[field] = Unknown(value.span, "Terraform ignores its changes")
    if everything or "environment" in ignored:
        changes["environment"] = function.environment._replace(complete=False)
    return function._replace(**changes)


# -- logs ------------------------------------------------------------------------------------------------------------


def log_groups(survey: Survey) -> Iterator[tuple[LogGroup, HclValue | None]]:
    """Log groups with their names as values."""
    for found in survey.each("aws_cloudwatch_log_group"):
        name = found.config.attribute("name")
        retention = found.config.attribute("retention_in_days")
        days = found.config.number_or("retention_in_days", 0) if retention is not None else None
        known = as_text(name) if name is not None else Unknown(found.config.header, "it has no fixed name")
        yield LogGroup(*found.head, known, days), name


def _logging(
    survey: Survey,
    config: Config,
    key: str,
    name: HclValue | None,
    groups: tuple[tuple[LogGroup, HclValue | None], ...],
) -> Logging:
    inner, certain = config.block_or_none("logging_config")
    form = nested_text(config, "logging_config", "log_format", "Text")
    chosen = inner.attribute("log_group") if inner is not None else None
    if chosen is not None:
        direct = survey.target(chosen, "aws_cloudwatch_log_group")
        return Logging(form, as_text(chosen), direct or _group_named(groups, parts_of(plain(chosen))), True)
    if not certain:
        return Logging(form, Unknown(config.header, "it may be set"), None, True)
    own = parts_of(plain(name)) if name is not None else None
    parts: tuple[Part, ...] | None = joined((_LOG_PREFIX, *own)) if own is not None else None
    group: Value[str]
    if parts is not None and len(parts) == 1 and isinstance(parts[0], str):
        group = Known(parts[0], config.header, default=True)
    else:
        group = Unknown(config.header, "the function's name is not known")
    by_reference = (_LOG_PREFIX, Ref(key, "function_name"))
    return Logging(form, group, _group_named(groups, parts) or _group_named(groups, by_reference))


def _group_named(groups: tuple[tuple[LogGroup, HclValue | None], ...], parts: tuple[Part, ...] | None) -> str | None:
    if parts is None:
        return None
    for group, name in groups:
        own = parts_of(plain(name)) if name is not None else None
        if own is not None and joined(own) == joined(parts):
            return group.key
    return None
