"""Functions and their packages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lambdalint.data import defaults
from lambdalint.frontends import spell
from lambdalint.frontends.cdk.reading import Props, as_list, as_number, as_text, list_slot, unknown
from lambdalint.frontends.cdk.settings import excess, filled
from lambdalint.frontends.pulumi.survey import CALLBACK, FUNCTION, PREFIX, Survey
from lambdalint.frontends.pulumi.transforms import transformed
from lambdalint.frontends.script.language import slot_at
from lambdalint.frontends.script.masking import masked
from lambdalint.frontends.script.values import (
    Atom,
    Call,
    Fields,
    Foreign,
    Items,
    Thing,
    construct,
)
from lambdalint.model.functions import (
    Environment,
    EnvironmentEntry,
    Function,
    Image,
    Logging,
    LogGroup,
    Package,
)
from lambdalint.model.gap import Gap
from lambdalint.model.infra import Archive
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.value import Known, Secret, Slot, Unknown, Value

_RUNTIMES = {
    "Go1dx": "go1.x",
    "Custom": "provided",
    "CustomAL2": "provided.al2",
    "CustomAL2023": "provided.al2023",
}
_OTHER = pattern(r"(NodeJS|Python|Java|Ruby|Dotnet|DotnetCore)(\d.*)")
_CALLBACK_TIMEOUT = 180
_LOGS = "/aws/lambda/"


def functions(survey: Survey) -> Iterator[Function]:
    """All functions."""
    for made in survey.each(FUNCTION, CALLBACK):
        found = _function(survey, made)
        found = _of_callback(found, survey.props(made)) if made.path == PREFIX + CALLBACK else found
        yield transformed(found, made, survey)


def _of_callback(function: Function, props: Props) -> Function:
    """A function whose code is written in the program: the provider's library packs it, and has defaults of its own.

    Source: sdk/nodejs/lambda/lambdaMixins.ts of github.com/pulumi/pulumi-aws, read 2026-11-20.
    """
    chosen = Unknown(function.span, "the library chooses it")
    standard = props.default(_CALLBACK_TIMEOUT, "timeout")
    return function._replace(
        handler=chosen,
        runtime=function.runtime or chosen,
        timeout=function.timeout if props.get("timeout") is not None else standard,
        memory=function.memory if props.get("memorySize") is not None else chosen,
        role_value=function.role_value or chosen,
        package=Package(function.span, None, inline=True),
        build_method=Known("nodejs", function.span),
    )


def gaps(survey: Survey) -> Iterator[Gap]:
    """Components that nobody here knows."""
    for call in survey.calls:
        if call.new and _is_foreign(call):
            yield Gap(call.head, f"{call.path} isn't in the project, and may deploy more")


def _is_foreign(call: Call) -> bool:
    """True for a component of a package that isn't Pulumi's own: it has a name, and properties."""
    name, given = call.argument(0), call.argument(1)
    named = isinstance(name, Atom) and isinstance(name.value, str) and isinstance(given, Fields)
    return named and "." in call.path and not call.path.startswith("pulumi.")


def _function(survey: Survey, made: Call) -> Function:
    key, label, header, deployment = survey.head(made)
    props = survey.props(made)
    package_type = props.text("packageType") or Known("Zip", header, default=True)
    image = isinstance(package_type, Known) and package_type.value == "Image"
    role = survey.target(props.get("role"), "iam.Role")
    return Function(
        key=key,
        label=label,
        span=header,
        deployment=deployment,
        name=props.text("name") or Unknown(header, "its name is made up at deployment"),
        package_type=package_type,
        runtime=_runtime(props),
        handler=props.text("handler"),
        architectures=_architectures(props),
        timeout=props.number_or("timeout", defaults.TIMEOUT),
        timeout_slot=props.own("timeout"),
        memory=props.number_or("memorySize", defaults.MEMORY),
        ephemeral_storage=_storage(props),
        environment=environment(survey, made, props),
        layers=Known((), header, default=True) if props.get("layers") is None else unknown(props.get("layers")),
        tracing=_tracing(props),
        logging=_logging(survey, made, props),
        package=None if image else _package(survey, made, props),
        image=Image(props.text("imageUri"), None, None) if image else None,
        role=survey.key(role) if role is not None else None,
        role_value=unknown(props.get("role")) if props.get("role") is not None else None,
        **_others(props),
    )


def _others(props: Props) -> dict[str, Any]:
    """Concurrency, network, signing, and where it runs. Tags may come from the provider's configuration."""
    reserved = props.get("reservedConcurrentExecutions")
    number = as_number(reserved) if reserved is not None else None
    signed = props.get("codeSigningConfigArn")
    tags = filled(props, props.get("tags"))
    absent = isinstance(tags, Known) and not tags.value
    logging = props.nested("loggingConfig").fields
    written = [logging.get(n) for n in ("applicationLogLevel", "systemLogLevel")] if logging is not None else []
    levels = tuple(as_text(level) for level in written if level is not None)
    return {
        "capacity_provider": None if not props.complete else props.get("capacityProviderConfig") is not None,
        "reserved_concurrency": None if isinstance(number, Known) and number.value < 0 else number,
        "in_vpc": filled(props, props.get("vpcConfig")),
        "log_levels": levels,
        "code_signing": unknown(signed) if signed is not None else None,
        "tagged": Unknown(props.header, "the provider may set tags") if absent else tags,
        "environment_key": props.text("kmsKeyArn"),
        "image_excess": tuple(excess(props)),
    }


def _runtime(props: Props) -> Value[str] | None:
    thing = props.get("runtime")
    if not isinstance(thing, Foreign):
        return as_text(thing) if thing is not None else None
    name = thing.path.rpartition(".")[2]
    shouted = name.isupper()
    constants = {_shouted(constant) if shouted else constant: word for constant, word in _RUNTIMES.items()}
    words = {word: constant for constant, word in constants.items()}
    if name in constants:
        slot = Slot(thing.name, "", "", lambda value: words.get(str(value), name))
        return Known(constants[name], thing.span, slot)
    other = _OTHER.fullmatch(name)
    if other is not None:
        return Known(f"{other[1].lower()}{other[2].replace('dX', '.x').replace('d', '.')}", thing.span)
    return unknown(thing)


def _shouted(constant: str) -> str:
    """A constant as Python programs write it: `CustomAL2023` is `CUSTOM_AL2023`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", constant).upper()


def _storage(props: Props) -> Value[int]:
    size = props.nested("ephemeralStorage").get("size")
    return as_number(size) if size is not None else Known(defaults.STORAGE, props.header, default=True)


def _architectures(props: Props) -> Value[tuple[str, ...]]:
    thing = props.get("architectures")
    if thing is None:
        return props.default(("x86_64",), "architectures")
    given = as_list(thing)
    if not isinstance(given, Known) or not isinstance(thing, Items):
        return given
    span = as_text(thing.items[0]).span if len(thing.items) == 1 else thing.span
    return given._replace(span=span, slot=list_slot(thing, props, single=True))


def _tracing(props: Props) -> Value[str]:
    return props.inner("tracingConfig", "mode", "PassThrough", "pulumi.aws.lambda.FunctionTracingConfigArgs")


# -- environment -----------------------------------------------------------------------------------------------------


def environment(survey: Survey, made: Call, props: Props) -> Environment:
    """The variables of a function."""
    outer = props.get("environment")
    variables = props.nested("environment").get("variables") if outer is not None else None
    if variables is None:
        return Environment((), outer is None or isinstance(outer, Fields), made.head)
    if not isinstance(variables, Fields):
        return Environment((), False, made.head)
    entries = []
    for name, field in variables.fields.items():
        gone, around = field.entry, field.around
        if gone.start == gone.end and survey.program is not None:
            gone, around = survey.program.assigned(field.name)
        key = Known(name, field.name, field.name_slot)
        queue = survey.target(field.value, "sqs.Queue")
        target = survey.key(queue) if queue is not None else None
        entries.append(EnvironmentEntry(key, _setting(survey, name, field.value), gone, around, target))
    place = survey.language.insertion(variables, spell.MARK)
    slot = spell.pair(slot_at(place, survey.language.literals(variables.span.path)))
    return Environment(tuple(entries), variables.complete, variables.span, slot)


def _setting(survey: Survey, name: str, value: Thing) -> Value[str] | Known[Secret]:
    return masked(name, value, survey.secrets) or as_text(value)


# -- logs ------------------------------------------------------------------------------------------------------------


def _logging(survey: Survey, made: Call, props: Props) -> Logging:
    nested = props.nested("loggingConfig")
    outer = props.get("loggingConfig")
    words = props.inner("loggingConfig", "logFormat", "Text", "pulumi.aws.lambda.FunctionLoggingConfigArgs")
    chosen = nested.get("logGroup") if outer is not None else None
    if chosen is not None:
        group = survey.target(chosen, "cloudwatch.LogGroup")
        return Logging(words, as_text(chosen), survey.key(group) if group is not None else None, True)
    name = props.text("name")
    own: Value[str] = Known(f"{_LOGS}<{survey.key(made)}>", made.head, default=True)
    if name is not None:
        own = Known(_LOGS + name.value, made.head, default=True) if isinstance(name, Known) else name
    return Logging(words, own, None)


def log_groups(survey: Survey) -> Iterator[LogGroup]:
    """Log groups."""
    for made in survey.each("cloudwatch.LogGroup"):
        props = survey.props(made)
        days = props.get("retentionInDays")
        name = props.text("name") or Known("", made.head, default=True)
        yield LogGroup(*survey.head(made), name, as_number(days) if days is not None else None)


# -- packages --------------------------------------------------------------------------------------------------------


def _package(survey: Survey, made: Call, props: Props) -> Package | None:
    code = construct(props.get("code"))
    if code is None:
        bucket = props.get("s3Bucket")
        return Package(made.head, None) if bucket is not None else None
    path = _archive_path(survey, code)
    if path is not None:
        return Package(path.span, path, direct=True)
    if _kind(code) == "AssetArchive":
        return Package(code.span, Unknown(code.span, "it is made at deployment"), archive=survey.key(made) + "#code")
    return Package(code.span, unknown(code))


def _kind(call: Call) -> str:
    return call.path.rpartition(".")[2] if call.path.startswith("pulumi.pulumi.") else ""


def _archive_path(survey: Survey, code: Call) -> Value[str] | None:
    """The file or folder that an archive is."""
    if _kind(code) == "FileArchive" and code.arguments:
        return survey.path(code.arguments[0])
    content = code.argument(0)
    if _kind(code) == "AssetArchive" and isinstance(content, Fields) and set(content.fields) == {"."}:
        inner = construct(content.fields["."].value)
        return _archive_path(survey, inner) if inner is not None else None
    return None


def archives(survey: Survey) -> Iterator[Archive]:
    """Archives that the program puts together."""
    for made in survey.each(FUNCTION):
        code = construct(survey.props(made).get("code"))
        content = code.argument(0) if code is not None and _kind(code) == "AssetArchive" else None
        if code is None or not isinstance(content, Fields) or _archive_path(survey, code) is not None:
            continue
        sources = []
        for field in content.fields.values():
            inner = construct(field.value)
            path = survey.path(inner.argument(0)) if inner is not None and _kind(inner).startswith("File") else None
            sources.append(path or unknown(field.value))
        span: Span = code.head
        output = Unknown(span, "it is made at deployment")
        names = tuple(content.fields) if content.complete and "." not in content.fields else None
        places = tuple(Known(name, field.name, field.name_slot) for name, field in content.fields.items())
        yield Archive(survey.key(made) + "#code", survey.label(made), span, tuple(sources), output, names, places)
