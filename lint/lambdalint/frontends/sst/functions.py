"""SST's functions as functions of the model, with SST's own defaults."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lambdalint.data.defaults import SST, STORAGE
from lambdalint.frontends.cdk.reading import Props, as_number, as_text, unknown
from lambdalint.frontends.script.masking import masked
from lambdalint.frontends.script.places import local_path
from lambdalint.frontends.script.values import Atom, Fields, Thing
from lambdalint.frontends.sst import additions
from lambdalint.frontends.sst.processors import architectures, own_time
from lambdalint.frontends.sst.transforms import transformed
from lambdalint.frontends.sst.wishes import Components, Wish, first, own_properties
from lambdalint.model.functions import Environment, EnvironmentEntry, Function, Logging, Package
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known, Secret, Slot, Unknown, Value

_LENGTH = pattern(r"(\d+)\s*(second|minute|hour)s?")
_SIZE = pattern(r"(\d+)\s*(MB|GB)")
_WORKFLOW = 300  # seconds; reference of sst: an invocation of a workflow takes at most 5 minutes by default
_UNITS = {"second": 1, "minute": 60, "hour": 3600, "MB": 1, "GB": 1024}


class Defaults(NamedTuple):
    """What SST gives where nobody says anything: seconds, MB, tracing (None where SST has no word for it)."""

    timeout: int
    memory: int
    tracing: str | None


DEFAULTS = {version: Defaults(*values) for version, values in SST.items()}


class Place(NamedTuple):
    """Where a program belongs: its deployment, the folder it runs in, which folders hold Go files, found secrets, and
    the runtimes that words for Go stand for.
    """

    deployment: str
    folder: str
    has_go: Callable[[str], bool]
    secrets: list[Span]
    runtimes: Mapping[str, str]


def function(components: Components, wish: Wish, place: Place, key: str) -> Function:
    """One function."""
    defaults = DEFAULTS[components.version]
    span = wish.span
    runtime, _ = first(wish, "runtime")
    go = isinstance(runtime, Atom) and runtime.value in ("go", "go1.x")
    packed = not go and components.version == 3 and first(wish, "bundle")[0] is not None
    tracing, _ = first(wish, "tracing")
    name, _ = first(wish, "functionName", "name")
    made = Function(
        key=key,
        label=wish.label,
        span=span,
        deployment=place.deployment,
        name=as_text(name) if name is not None else Unknown(span, "its name is made up at deployment"),
        package_type=Known("Zip", span, default=True),
        runtime=_runtime(runtime, span, place.runtimes),
        handler=as_text(wish.handler) if wish.handler is not None else Unknown(span, "it isn't set"),
        architectures=architectures(components, wish),
        timeout=_timeout(wish, span, defaults),
        memory=_measure(wish, span, defaults.memory, _SIZE, "memory", "memorySize"),
        ephemeral_storage=_measure(wish, span, STORAGE, _SIZE, "storage", "diskSize"),
        environment=environment(components, wish, place),
        layers=Known((), span, default=True) if first(wish, "layers")[0] is None else Unknown(span, "it isn't read"),
        tracing=_tracing(tracing, span, defaults),
        logging=_logging(wish, key, components),
        package=_package(wish, place) if packed else None,
        image=None,
        role=key + "#role" if first(wish, "role")[0] is None else None,
        role_value=None,
        handler_derived=not packed,
        source=_source(wish.handler, wish, place) if go else None,
        build_method=Known("go", span, default=True) if go else None,
        capacity_provider=False if all(p.complete for p in wish.props) else None,
        in_vpc=_network(first(wish, "vpc")[0], span),
        timeout_slot=own_time(components, wish),
    )
    return transformed(made, wish, components)


def _runtime(thing: Thing | None, span: Span, runtimes: Mapping[str, str]) -> Value[str]:
    if thing is None:
        return Unknown(span, "it depends on the version")
    known = as_text(thing)
    if not isinstance(known, Known) or known.value not in ("go", "go1.x"):
        return known
    meant = runtimes.get(known.value)
    if meant is None:
        return Unknown(known.span, "it depends on the version")
    return Known(meant, known.span, via=known.via)  # the word names the way in which the code is built, too


def _timeout(wish: Wish, span: Span, defaults: Defaults) -> Value[int]:
    """Seconds; those of a workflow are for each of its invocations."""
    if not wish.component.path.endswith(".Workflow") or wish.kind is not None:
        return _measure(wish, span, defaults.timeout, _LENGTH, "timeout")
    nested = wish._replace(props=tuple(props.nested("timeout") for props in wish.props))
    return _measure(nested, span, _WORKFLOW, _LENGTH, "invocation")


def _measure(wish: Wish, span: Span, default: int, form: re.Pattern[str], *names: str) -> Value[int]:
    """Seconds or MB: a number, or a text such as `30 seconds`."""
    thing, _ = first(wish, *names)
    return Known(default, span, default=True) if thing is None else _measured(thing, form)


def seconds(thing: Thing) -> Value[int]:
    """A length of time: a number of seconds, or a text such as `30 seconds`."""
    return _measured(thing, _LENGTH)


def _measured(thing: Thing, form: re.Pattern[str]) -> Value[int]:
    if isinstance(thing, Atom) and isinstance(thing.value, str):
        match = form.fullmatch(thing.value)
        if match is None:
            return Unknown(thing.span, "it isn't understood")
        unit, slot = match[2], thing.slot
        if slot is not None:
            written = slot.spell
            word = "MB" if unit in ("MB", "GB") else "seconds"
            slot = Slot(slot.span, slot.before, slot.after, lambda value: written(f"{value} {word}"))
        return Known(int(match[1]) * _UNITS[unit], thing.span, slot, via=thing.via)
    return as_number(thing)


def _tracing(thing: Thing | None, span: Span, defaults: Defaults) -> Value[str]:
    if thing is None and defaults.tracing is not None:
        return Known(defaults.tracing, span, default=True)
    known = as_text(thing) if thing is not None else Unknown(span, "SST has no word for it")
    words = {"active": "Active", "pass_through": "PassThrough", "disabled": "Disabled"}
    return known._replace(value=words.get(known.value, known.value)) if isinstance(known, Known) else known


def _logging(wish: Wish, key: str, components: Components) -> Logging:
    thing, props = first(wish, "logging")
    third = components.version == 3
    own = own_properties(wish)
    slot = own.slot("logging", _format(own, components, "{{ format: {} }}")) if own is not None and third else None
    form: Value[str] = Known("Text", wish.span, slot, default=True)
    if isinstance(thing, Fields):
        inner = own.nested("logging") if own is not None and own is props else None
        form = _log_format(thing, wish, inner, components)
    elif thing is not None:
        form = unknown(thing)
    managed = third or first(wish, "logRetention")[0] is not None
    if managed:
        return Logging(form, Unknown(wish.span, "SST makes it"), key + "#logs", True)
    return Logging(form, Unknown(wish.span, "the function's name isn't known"), None)


def _log_format(given: Fields, wish: Wish, inner: Props | None, components: Components) -> Value[str]:
    written = given.get("format")
    if isinstance(written, Atom) and written.value in ("json", "text"):
        slot = written.slot
        if slot is not None:
            literal = slot.spell
            slot = slot._replace(spell=lambda value: literal(str(value).lower()))
        return Known("JSON" if written.value == "json" else "Text", written.span, slot)
    if written is not None or not given.complete:
        return unknown(written)
    slot = inner.slot("format", _format(inner, components, "{}")) if inner is not None else None
    return Known("Text", wish.span, slot, default=True)


def _format(props: Props, components: Components, frame: str) -> Callable[[object], str] | None:
    """How a log format is written: in small letters, within a frame."""
    if props.fields is None:
        return None
    literal = components.language.literals(props.fields.span.path)
    return lambda value: frame.format(literal(str(value).lower()))


def _network(thing: Thing | None, span: Span) -> Value[bool]:
    return Known(False, span, default=True) if thing is None else Unknown(span, "it is in a network of the program")


def _source(handler: Thing | None, wish: Wish, place: Place) -> Value[str] | None:
    """The folder of the main package that a handler names: a folder, a file in it, or `file.function`."""
    known = as_text(handler) if handler is not None else None
    if not isinstance(known, Known):
        return known
    base, _ = first(wish, "srcPath")
    folder = place.folder
    if isinstance(base, Atom) and isinstance(base.value, str):
        folder = local_path(base.value, place.folder) or folder
    path = local_path(known.value, folder)
    if path is None:
        return Unknown(known.span, "it is outside of the project")
    for candidate in (path, path.rpartition("/")[0] or "."):
        if not candidate.endswith(".go") and place.has_go(candidate):
            return known._replace(value=candidate, slot=None)
    return Unknown(known.span, "no Go files are there")


def _package(wish: Wish, place: Place) -> Package | None:
    """The folder of a package that the program doesn't build."""
    thing, _ = first(wish, "bundle")
    if thing is None:
        return None
    known = as_text(thing)
    path = local_path(known.value, place.folder) if isinstance(known, Known) else None
    if not isinstance(known, Known) or path is None:
        return Package(wish.span, unknown(thing))
    return Package(known.span, known._replace(value=path))


# -- environment -----------------------------------------------------------------------------------------------------


def environment(components: Components, wish: Wish, place: Place) -> Environment:
    """A function's variables, merged over those it falls back to. Linked resources add variables of their own."""
    entries: dict[str, EnvironmentEntry] = {}
    later, known = additions.variables(components, wish)
    complete = known and not wish.adds
    for props in reversed(wish.props):
        if not props.complete:
            complete = False
        if props.get("link") is not None or props.get("bind") is not None:
            complete = False
        given = props.get("environment")
        if given is None:
            continue
        if not isinstance(given, Fields):
            complete = False
            continue
        complete = complete and given.complete
        for name, field in given.fields.items():
            key = Known(name, field.name, field.name_slot)
            entries[name] = EnvironmentEntry(key, _setting(name, field.value, place), field.entry)
    for call in later:
        word, value = call.arguments[0], call.argument(1)
        if not isinstance(word, Atom):
            continue
        name = str(word.value)
        setting = _setting(name, value, place) if value is not None else unknown(None)
        nothing = call.span._replace(end=call.span.start), ()
        gone, around = components.removal(call) if components.removal is not None else nothing
        entries[name] = EnvironmentEntry(Known(name, word.span), setting, gone, around)
    return Environment(tuple(entries.values()), complete, wish.span)


def _setting(name: str, value: Thing, place: Place) -> Value[str] | Known[Secret]:
    return masked(name, value, place.secrets) or as_text(value)


# -- which functions there are ----------------------------------------------------------------------------------------


def each(components: Components, name: str) -> Iterator[tuple[Wish, str]]:
    """The functions of a program, each with its key."""
    taken: set[str] = set()
    for wish in components.wishes():
        if wish.handler is None:
            continue
        base = f"{name}:{components.label(wish.component)}/{wish.label}"
        key = base
        count = 1
        while key in taken:
            count += 1
            key = f"{base}#{count}"
        taken.add(key)
        yield wish, key


def called(components: Components, found: Sequence[tuple[Wish, str]]) -> Iterator[tuple[Wish, str]]:
    """What calls functions that the program made before, each with the function's key."""
    keys = {id(wish.component): key for wish, key in found if wish.kind is None}
    for wish in components.wishes():
        key = keys.get(id(wish.existing)) if wish.existing is not None else None
        if key is not None:
            yield wish, key
