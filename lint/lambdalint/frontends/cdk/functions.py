"""Functions: what runs, how much of it, and with which variables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lambdalint.data import defaults
from lambdalint.frontends import spell
from lambdalint.frontends.cdk import scud
from lambdalint.frontends.cdk.aspects import aspects
from lambdalint.frontends.cdk.code import build_place, docker_image, image_of, package, raw_package, source
from lambdalint.frontends.cdk.kinds import BUILDERS, FUNCTIONS, GIVEN, GO, RAW, SCUD, SCUD_IMAGE
from lambdalint.frontends.cdk.logs import logging
from lambdalint.frontends.cdk.reading import Form, Props, as_number, as_text, list_slot, unknown
from lambdalint.frontends.cdk.settings import settings
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.language import slot_at
from lambdalint.frontends.script.masking import masked
from lambdalint.frontends.script.values import Atom, Call, Field, Fields, Foreign, Items, Member, Thing
from lambdalint.model.functions import Environment, EnvironmentEntry, Function
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.value import Known, Secret, Slot, Unknown, Value

RUNTIMES = {
    "GO_1_X": "go1.x",
    "PROVIDED": "provided",
    "PROVIDED_AL2": "provided.al2",
    "PROVIDED_AL2023": "provided.al2023",
}
ARCHITECTURES = {"X86_64": "x86_64", "ARM_64": "arm64"}
TRACING = {"ACTIVE": "Active", "PASS_THROUGH": "PassThrough", "DISABLED": "Disabled"}
_OTHER_RUNTIME = pattern(r"(NODEJS|PYTHON|JAVA|RUBY|DOTNET|DOTNET_CORE)_(\w+)")

_FIELDS = {
    "timeout": "timeout",
    "memorysize": "memory",
    "runtime": "runtime",
    "handler": "handler",
    "architectures": "architectures",
    "tracingconfig": "tracing",
    "ephemeralstorage": "ephemeral_storage",
    "reservedconcurrentexecutions": "reserved_concurrency",
    "vpcconfig": "in_vpc",
    "codesigningconfigarn": "code_signing",
    "tags": "tagged",
}


def functions(survey: Survey) -> Iterator[Function]:
    """All functions."""
    changed = _overridden(survey)
    visiting = tuple(aspects(survey))
    for made in survey.each(*sorted(FUNCTIONS)):
        function = _raw(survey, made) if made.path == RAW else _function(survey, made)
        function = scud.completed(function, survey, made) if made.path in (SCUD, SCUD_IMAGE) else function
        doubt = Unknown(made.head, "it is set again later")
        names = set(changed.get(id(made), ()))
        around = [aspect for aspect in visiting if aspect.covers(made)]
        names |= {word for word in _FIELDS if any(aspect.may_change(word) for aspect in around)}
        doubted: dict[str, Any] = {field: doubt for word, field in _FIELDS.items() if word in names}
        if any(aspect.may_change(word) for aspect in around for word in ("environment", "addenvironment")):
            doubted["environment"] = function.environment._replace(complete=False)
        yield function._replace(**doubted)


def _overridden(survey: Survey) -> dict[int, set[str]]:
    """Properties of functions that the program sets anew on the resource beneath: their names in lower case."""
    changed: dict[int, set[str]] = {}
    for call in survey.methods("addPropertyOverride", "addOverride", "addPropertyDeletionOverride", "="):
        made = survey.function_call(call.callee)
        name = call.argument(0)
        if made is None:
            continue
        if isinstance(name, Atom) and isinstance(name.value, str):
            word = name.value.removeprefix("Properties.").partition(".")[0].lower()
            changed.setdefault(id(made), set()).add(word)
        else:
            changed.setdefault(id(made), set()).update(_FIELDS)
    return changed


def _function(survey: Survey, made: Call) -> Function:
    key, label, header, deployment = survey.head(made)
    props = survey.props(made)
    language = survey.language
    go, other = made.path == GO, BUILDERS.get(made.path)
    image = image_of(survey, made, props)
    tracing = props.choice("tracing", Form(language, TRACING, "lambda.Tracing"))
    layers = props.get("layers")
    role = props.get("role")
    return Function(
        key=key,
        label=label,
        span=header,
        deployment=deployment,
        name=props.text("functionName") or Unknown(header, "its name is made up at deployment"),
        package_type=Known("Image" if image is not None else "Zip", header, default=True),
        runtime=None if image is not None else _runtime(props, made.path),
        handler=None if image is not None else _handler(props, made.path),
        architectures=_architectures(props),
        timeout=props.seconds_or("timeout", defaults.TIMEOUT),
        timeout_slot=props.own("timeout", Form(language, path="core.Duration.seconds")),
        memory=props.number_or("memorySize", defaults.MEMORY),
        ephemeral_storage=props.size_or("ephemeralStorageSize", defaults.STORAGE),
        environment=environment(survey, made, props.get("environment")),
        layers=Known((), header, default=True) if layers is None else _layers(layers),
        tracing=tracing or props.default("PassThrough", "tracing", Form(language, TRACING, "lambda.Tracing")),
        logging=logging(survey, made, props),
        package=None if image is not None else package(survey, made, props),
        image=docker_image(image) if image is not None else None,
        role=survey.key(made) + "#role" if role is None else role_key(survey, role),
        role_value=None,
        handler_derived=made.path not in GIVEN,
        source=source(survey, made, props),
        build_method=Known("go", header, default=True) if go else Known(other, header) if other else None,
        build_script=build_place(made, props) if go else None,
        **settings(survey, made, props),
    )


def role_key(survey: Survey, role: Thing) -> str | None:
    """The key of the role that a property names."""
    made = survey.made(role, "iam.Role")
    if made is not None:
        return survey.key(made)
    of = survey.function_call(role)
    return survey.key(of) + "#role" if of is not None else None


def _runtime(props: Props, path: str) -> Value[str] | None:
    form = Form(props.language, RUNTIMES, "lambda.Runtime")
    thing = props.get("runtime")
    if thing is None:
        if path == GO:
            return props.default(defaults.CDK_GO_RUNTIME, "runtime", form)
        return Unknown(props.header, "the construct chooses it")
    if isinstance(thing, Call) and thing.new and thing.path == "lambda.Runtime":
        return as_text(thing.arguments[0]) if thing.arguments else unknown(thing)
    if isinstance(thing, Foreign):
        known = form.value(thing)
        other = _OTHER_RUNTIME.fullmatch(thing.path.rpartition(".")[2])
        if known is None and other is not None and thing.path.startswith("lambda.Runtime."):
            version = other[2].lower()
            return Known(f"{other[1].lower()}{version.replace('_', '.')}", thing.span)
        return known or unknown(thing)
    return unknown(thing)


def _handler(props: Props, path: str) -> Value[str] | None:
    if path == GO:
        return Known("bootstrap", props.header, default=True)
    if path not in GIVEN | {RAW}:
        return Unknown(props.header, "the construct derives it")
    return props.text("handler")


def _architectures(props: Props) -> Value[tuple[str, ...]]:
    form = Form(props.language, ARCHITECTURES, "lambda.Architecture")
    thing = props.get("architecture")
    if isinstance(thing, Call) and thing.path == "lambda.Architecture.custom" and thing.arguments:
        named = as_text(thing.arguments[0])
        speller = form.speller(thing.span.path)
        slot = Slot(thing.span, "", "", speller) if speller is not None else None
        return Known((named.value,), named.span, slot, via=named.via) if isinstance(named, Known) else named
    known = props.choice("architecture", form)
    if known is None:
        return props.default(("x86_64",), "architecture", form)
    return Known((known.value,), *known[1:]) if isinstance(known, Known) else known


def _layers(thing: Thing) -> Value[tuple[str, ...]]:
    if isinstance(thing, Items) and thing.complete:
        texts = [as_text(item) for item in thing.items]
        if all(isinstance(text, Known) for text in texts):
            return Known(tuple(text.value for text in texts if isinstance(text, Known)), thing.span)
    return unknown(thing)


# -- environment -----------------------------------------------------------------------------------------------------


def environment(survey: Survey, made: Call, thing: Thing | None) -> Environment:
    """The variables given to a function, at once or later."""
    entries: list[EnvironmentEntry] = []
    complete = True
    span = made.head
    if isinstance(thing, Fields):
        entries = [_entry(survey, name, _removable(survey, field)) for name, field in thing.fields.items()]
        complete, span = thing.complete, thing.span
    elif thing is not None:
        complete = False
    for call in survey.done(made, "addEnvironment"):
        name, value = call.argument(0), call.argument(1)
        if not isinstance(name, Atom) or not isinstance(name.value, str) or value is None:
            complete = False
            continue
        known = value if call.always_with(made) else None
        complete = complete and known is not None
        nothing = call.span._replace(end=call.span.start), ()
        gone, around = survey.program.removals.of(call) if survey.program is not None else nothing
        field = Field(name.span, name.slot, value, gone, around)
        entry = _entry(survey, name.value, field)
        entries.append(entry if known is not None else entry._replace(value=Unknown(call.span, "it may not be set")))
    place = survey.language.insertion(thing, spell.MARK) if isinstance(thing, Fields) else None
    slot = spell.pair(slot_at(place, survey.language.literals(span.path)))
    return Environment(tuple(entries), complete, span, slot)


def _removable(survey: Survey, field: Field) -> Field:
    """A field with what removes it, also where a statement sets it."""
    if field.entry.start < field.entry.end or survey.program is None:
        return field
    gone, around = survey.program.assigned(field.name)
    return field._replace(entry=gone, around=around)


def _entry(survey: Survey, name: str, field: Field) -> EnvironmentEntry:
    key = Known(name, field.name, field.name_slot)
    owner = field.value.target if isinstance(field.value, Member) else None
    queue = survey.made(owner, "sqs.Queue")
    target = survey.key(queue) if queue is not None else None
    return EnvironmentEntry(key, _setting(survey, name, field.value), field.entry, field.around, target)


def _setting(survey: Survey, name: str, value: Thing) -> Value[str] | Known[Secret]:
    """The value of a variable. A secret is replaced by its kind here, before anything else can see it."""
    return masked(name, value, survey.secrets) or _reference(value) or as_text(value)


def _reference(value: Thing) -> Value[str] | None:
    """A reference to a secure parameter, as the app writes it into its template."""
    while isinstance(value, Call) and isinstance(value.callee, Member):
        value = value.callee.target
    if not isinstance(value, Call) or value.path != "core.SecretValue.ssmSecure":
        return None
    name = value.argument(0)
    known = as_text(name) if name is not None else None
    return Known(f"{{{{resolve:ssm-secure:{known.value}}}}}", known.span) if isinstance(known, Known) else None


# -- CloudFormation's own function -----------------------------------------------------------------------------------


def _raw(survey: Survey, made: Call) -> Function:
    """A `CfnFunction`, whose properties are those of CloudFormation."""
    key, label, header, deployment = survey.head(made)
    props = survey.props(made)
    timeout = props.get("timeout")
    image = as_text_or_none(props.nested("code"), "imageUri")
    variables = props.nested("environment").get("variables")
    return Function(
        key=key,
        label=label,
        span=header,
        deployment=deployment,
        name=props.text("functionName") or Unknown(header, "its name is made up at deployment"),
        package_type=props.text("packageType") or Known("Image" if image else "Zip", header, default=True),
        runtime=props.text("runtime"),
        handler=props.text("handler"),
        architectures=_raw_architectures(props),
        timeout=props.number_or("timeout", defaults.TIMEOUT) if timeout is None else as_number(timeout),
        memory=props.number_or("memorySize", defaults.MEMORY),
        ephemeral_storage=props.nested("ephemeralStorage").number_or("size", defaults.STORAGE),
        environment=environment(survey, made, variables),
        layers=Known((), header, default=True) if props.get("layers") is None else unknown(props.get("layers")),
        tracing=props.inner("tracingConfig", "mode", "PassThrough", "lambda.CfnFunction.TracingConfigProperty"),
        logging=logging(survey, made, props),
        package=raw_package(props),
        image=docker_image(None) if image is not None else None,
        role=None,
        role_value=None,
        **settings(survey, made, props),
    )


def as_text_or_none(props: Props, name: str) -> Value[str] | None:
    """A string that is surely there."""
    value = props.text(name)
    return value if props.fields is not None and name in props.fields.fields else None


def _raw_architectures(props: Props) -> Value[tuple[str, ...]]:
    thing = props.get("architectures")
    if thing is None:
        return props.default(("x86_64",), "architectures")
    if isinstance(thing, Items) and thing.complete:
        texts = [as_text(item) for item in thing.items]
        if all(isinstance(text, Known) for text in texts):
            words = tuple(text.value for text in texts if isinstance(text, Known))
            return Known(words, _first(thing), list_slot(thing, props, single=True))
    return unknown(thing)


def _first(thing: Items) -> Span:
    first = thing.items[0] if len(thing.items) == 1 else None
    return first.span if isinstance(first, Atom) else thing.span
