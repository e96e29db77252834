"""Functions that commands of the AWS CLI create and change."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from lambdalint.data import defaults
from lambdalint.frontends import cli_cors, spell
from lambdalint.frontends.cli_services import Services, option
from lambdalint.model.access import FunctionUrl, Permission
from lambdalint.model.build import CloudCall
from lambdalint.model.functions import Environment, EnvironmentEntry, Function, Image, Logging, Package, Setting
from lambdalint.model.infra import Deployment, InfraFacts
from lambdalint.model.triggers import EventSourceMapping, Trigger
from lambdalint.secrets import classify
from lambdalint.source import Span
from lambdalint.value import Known, Secret, Slot, Unknown, Value

_TESTS = frozenset(
    {"test", "tests", "testdata", "fixtures", "e2e", "integration", "localstack", "local", "scripts-local"}
)
_CREATE, _CHANGE = "create-function", "update-function-configuration"
_LATER = "a later command may set it"
_KINDS = {"sqs": "sqs", "kinesis": "kinesis", "dynamodb": "dynamodb", "kafka": "kafka", "mq": "mq"}


def read(
    calls: Sequence[CloudCall],
    reader: Callable[[str], bytes | None] = lambda _: None,
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> InfraFacts:
    """What the commands deploy. They stand beside whatever else deploys, so nothing is known to be absent.

    `reader` gives the content of files that options name. `elsewhere` are functions that other tools deploy: their
    names, and the keys of their records.
    """
    calls = list({(c.span, c.label, tuple(o.patterns for o in c.options)): c for c in reversed(calls)}.values())[::-1]
    every = [c for c in calls if _TESTS.isdisjoint(c.span.path.lower().split("/")[:-1])]
    calls = [c for c in every if c.service == "lambda"]
    if not calls:
        return InfraFacts()  # what others deploy isn't told by commands for something else
    secrets: list[Span] = []
    created = [c for c in calls if c.operation == _CREATE]
    changes = [c for c in calls if c.operation == _CHANGE]
    names = {n: c.key for c in created if (n := _name(c)) is not None}
    lone = [c for c in changes if _name(c) not in names]
    functions = [_function(c, [o for o in changes if _name(o) in (None, _name(c))], secrets) for c in created]
    functions += [_function(c, [], secrets) for c in lone]
    keys = {**elsewhere, **{n: c.key for c in lone if (n := _name(c)) is not None}, **names}
    services = Services(every, keys, reader)
    roles = {c.key: _role(c, services) for c in (*created, *lone)}
    functions = [f._replace(role=roles[f.key]) for f in functions]
    around = services.facts()
    mappings = tuple(_mapping(c, keys, services) for c in calls if c.operation == "create-event-source-mapping")
    polled = tuple(_polled(mapping) for mapping in mappings if mapping.source_kind is not None)
    return around._replace(
        deployments=tuple(
            Deployment(p, posixpath.dirname(p), False, dialect="AWS CLI")
            for p in dict.fromkeys(c.span.path for c in calls)
        ),
        functions=tuple(functions),
        mappings=mappings,
        triggers=(*polled, *around.triggers),
        urls=tuple(_url(c, keys) for c in calls if c.operation == "create-function-url-config"),
        permissions=tuple(_permission(c, keys, services) for c in calls if c.operation == "add-permission"),
        cors=tuple(cli_cors.of_apis(every, around.triggers)),
        secrets=tuple(dict.fromkeys(secrets)),
    )


def _role(call: CloudCall, services: Services) -> str | None:
    """The key of the role that a command names, by its ARN."""
    given = option(call, "--role")
    arn = given.patterns[0] if given is not None and given.patterns else ""
    return services.role_keys.get(arn.rpartition("/")[2]) if ":role/" in arn else None


def _name(call: CloudCall) -> str | None:
    """The name of the function that a command is about."""
    found = option(call, "--function-name")
    value = found.values[0] if found is not None and found.values else None
    if not isinstance(value, Known):
        return None
    name: str = value.value
    return name.split(":function:", 1)[-1].split(":")[0]


def _label(call: CloudCall) -> str:
    return _name(call) or "the function"


class _Options:
    """The options of a command that makes a function, and of those that change it later."""

    def __init__(self, call: CloudCall, changes: Sequence[CloudCall]) -> None:
        self.call = call
        self.changes = changes
        self.partial = call.operation == _CHANGE or not call.complete

    def values(self, name: str) -> tuple[Value[str], ...] | None:
        """What follows an option; None where it isn't given. Unknown where it may be set elsewhere."""
        for change in self.changes:
            if not change.complete or option(change, name) is not None:
                return (Unknown(self.call.span, _LATER),)
        found = option(self.call, name)
        if found is None:
            return (Unknown(self.call.span, "it is set elsewhere"),) if self.partial else None
        return found.values or (Unknown(found.span, "it has no value"),)

    def slot(self, name: str, spelled: Callable[[object], str] = spell.bare) -> Slot | None:
        """Where an option is added."""
        slot = self.call.slot
        return slot._replace(before=f"{slot.before}{name} ", spell=spelled) if slot is not None else None

    def text(self, name: str) -> Value[str] | None:
        """An option with one text."""
        found = self.values(name)
        return found[0] if found is not None else None

    def is_given(self, name: str) -> Value[bool]:
        """Whether an option is there at all."""
        found = self.values(name)
        if found is None:
            return Known(False, self.call.span, default=True)
        given = option(self.call, name)
        return Known(True, given.span) if given is not None else Unknown(self.call.span, "it is set elsewhere")

    def number_or(self, name: str, default: int) -> Value[int]:
        """An option with a whole number."""
        found = self.text(name)
        if found is None:
            return Known(default, self.call.span, self.slot(name), default=True)
        if isinstance(found, Known) and re.fullmatch(r"\d{1,9}", found.value):
            return Known(int(found.value), found.span, found.slot, via=found.via)
        return found if isinstance(found, Unknown) else Unknown(found.span, "it is no number")

    def member(self, name: str, key: str, default: str) -> Value[str]:
        """One setting of an option that is written `Key=value,…`."""
        found = self.text(name)
        if found is None:
            slot = self.slot(name, lambda value: f"{key}={value}")
            return Known(default, self.call.span, slot, default=True)
        match = re.fullmatch(rf"{key}=(\w+)", found.value) if isinstance(found, Known) else None
        if match is None or not isinstance(found, Known):
            return Unknown(found.span, "it is not plain")
        spelled = found.slot.spell if found.slot is not None else spell.bare
        slot = found.slot and found.slot._replace(spell=lambda value: spelled(f"{key}={value}"))
        return Known(match[1], found.span, slot, via=found.via)


def _function(call: CloudCall, changes: Sequence[CloudCall], secrets: list[Span]) -> Function:
    options = _Options(call, changes)
    span = call.span
    package_type = _package_type(options)
    is_image = isinstance(package_type, Known) and package_type.value == "Image"
    return Function(
        key=call.key,
        label=_label(call),
        span=span,
        deployment=span.path,
        name=options.text("--function-name") or Unknown(span, "it is not set"),
        package_type=package_type,
        runtime=options.text("--runtime"),
        handler=options.text("--handler"),
        architectures=_architectures(options),
        timeout=options.number_or("--timeout", defaults.TIMEOUT),
        memory=options.number_or("--memory-size", defaults.MEMORY),
        ephemeral_storage=Known(defaults.STORAGE, span, default=True),
        environment=_environment(options, secrets),
        layers=_listed(options.values("--layers"), span),
        tracing=options.member("--tracing-config", "Mode", "PassThrough"),
        logging=Logging(options.member("--logging-config", "LogFormat", "Text"), None, None),
        package=_package(options),
        image=Image(None, None, None) if is_image else None,
        role=None,
        role_value=options.text("--role"),
        capacity_provider=None if options.partial else option(call, "--capacity-provider-config") is not None,
        in_vpc=options.is_given("--vpc-config"),
        code_signing=options.text("--code-signing-config-arn"),
        tagged=options.is_given("--tags"),
        environment_key=options.text("--kms-key-arn"),
        image_excess=tuple(_excess(call)) if is_image else (),
    )


def _excess(call: CloudCall) -> Iterator[Setting]:
    for name in ("--runtime", "--handler", "--layers"):
        given = option(call, name)
        if given is not None:
            yield Setting(name, given.span, given.entry or given.span._replace(end=given.span.start))


def _package_type(options: _Options) -> Value[str]:
    """A runtime is for zip packages only."""
    if options.call.operation == _CREATE:
        return options.text("--package-type") or Known("Zip", options.call.span, default=True)
    if option(options.call, "--runtime") is not None:
        return Known("Zip", options.call.span, default=True)
    return Unknown(options.call.span, "it is set elsewhere")


def _architectures(options: _Options) -> Value[tuple[str, ...]]:
    found = options.values("--architectures")
    if found is None:
        slot = options.slot("--architectures", _spaced)
        return Known(("x86_64",), options.call.span, slot, default=True)
    if len(found) == 1 and isinstance(found[0], Known):
        one = found[0]
        slot = one.slot._replace(spell=_spaced) if one.slot is not None else None
        return Known((one.value,), one.span, slot, via=one.via)
    return _listed(found, options.call.span)


def _spaced(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _listed(found: tuple[Value[str], ...] | None, span: Span) -> Value[tuple[str, ...]]:
    if found is None:
        return Known((), span, default=True)
    words = [v for v in found if isinstance(v, Known)]
    if len(words) < len(found):
        return Unknown(span, "it is computed")
    return Known(tuple(w.value for w in words), words[0].span)


def _package(options: _Options) -> Package | None:
    found = options.text("--zip-file")
    if found is None:
        return None
    if not isinstance(found, Known) or options.call.folder is None:
        return Package(found.span, Unknown(found.span, "it is computed"))
    path = re.sub(r"^fileb?://", "", found.value)
    path = posixpath.normpath(posixpath.join(options.call.folder, path))
    if path.startswith(("../", "/")):
        return Package(found.span, Unknown(found.span, "it is outside of the project"))
    return Package(found.span, Known(path, found.span), direct=True)


# -- environment -----------------------------------------------------------------------------------------------------


def _environment(options: _Options, secrets: list[Span]) -> Environment:
    found = options.values("--environment")
    if found is None:
        return Environment((), True, options.call.span)
    given = option(options.call, "--environment")
    if given is None or given.pairs is None:
        return Environment((), False, found[0].span)
    places = given.removals if len(given.removals) == len(given.pairs) else (None,) * len(given.pairs)
    entries = tuple(
        _entry(key, value, place, secrets)
        for (key, value), place in zip(given.pairs, places, strict=True)
        if isinstance(key, Known)
    )
    return Environment(entries, not any(_is_later(v) for v in found), given.span)


def _is_later(value: Value[str]) -> bool:
    return isinstance(value, Unknown) and value.reason == _LATER


def _entry(key: Known[str], value: Value[str], place: Span | None, secrets: list[Span]) -> EnvironmentEntry:
    held: Value[str] | Known[Secret] = value
    kind = classify(key.value, value.value) if isinstance(value, Known) else None
    if kind is not None:
        secrets.append(value.span)
        held = Known(Secret(kind), value.span)
    return EnvironmentEntry(key, held, place or Span(key.span.path, key.span.start, key.span.start))


# -- around a function -----------------------------------------------------------------------------------------------


def _head(call: CloudCall) -> tuple[str, str, Span, str]:
    return call.key, call.label, call.span, call.span.path


def _mapping(call: CloudCall, keys: dict[str, str], services: Services) -> EventSourceMapping:
    options = _Options(call, ())
    given = option(call, "--event-source-arn")
    pieces = given.patterns[0].split(":") if given is not None and given.patterns else []
    kind = _KINDS.get(pieces[2]) if len(pieces) > 3 else None
    queue = services.queue_keys.get(pieces[-1]) if kind == "sqs" else None
    asked = options.values("--function-response-types")
    types = _listed(asked, call.span)
    if asked is None:
        types = Known((), call.span, options.slot("--function-response-types", _spaced), default=True)
    return EventSourceMapping(
        *_head(call),
        keys.get(_name(call) or ""),
        queue,
        kind,
        options.number_or("--batch-size", defaults.batch(kind)),
        options.number_or("--maximum-batching-window-in-seconds", 0),
        types,
        Known(option(call, "--no-enabled") is None, call.span, default=True),
        options.text("--starting-position"),
        options.text("--destination-config"),
    )


def _polled(mapping: EventSourceMapping) -> Trigger:
    head = (mapping.key, mapping.label, mapping.span, mapping.deployment)
    return Trigger(*head, mapping.source_kind or "", mapping.function, mapping.source)


def _url(call: CloudCall, keys: dict[str, str]) -> FunctionUrl:
    options = _Options(call, ())
    authorization = options.text("--auth-type") or Unknown(call.span, "it is not set")
    mode = options.text("--invoke-mode") or Known("BUFFERED", call.span, options.slot("--invoke-mode"), default=True)
    shared = cli_cors.settings(call, "--cors")
    return FunctionUrl(*_head(call), keys.get(_name(call) or ""), authorization, mode, *shared, permitted=False)


def _permission(call: CloudCall, keys: dict[str, str], services: Services) -> Permission:
    options = _Options(call, ())
    missing = Unknown(call.span, "it is not set")
    function = keys.get(_name(call) or "")
    key, label, span, deployment = _head(call)
    named = options.text("--statement-id")
    return Permission(
        key,
        named.value if isinstance(named, Known) else label,
        span,
        deployment,
        function,
        options.text("--action") or missing,
        options.text("--principal") or missing,
        options.text("--source-arn"),
        options.text("--source-account"),
        options.text("--principal-org-id"),
        options.text("--function-url-auth-type"),
        _through_url(call),
        services.source_slot(call, function),
    )


def _through_url(call: CloudCall) -> Value[bool] | None:
    for name, value in (("--invoked-via-function-url", True), ("--no-invoked-via-function-url", False)):
        given = option(call, name)
        if given is not None:
            return Known(value, given.span)
    return None
