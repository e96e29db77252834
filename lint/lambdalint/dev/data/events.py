"""The event types of the runtime client: fields and methods, read from the sources of its package `events`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lambdalint.data import event_names, lambda_triggers
from lambdalint.dev.data.hand import SINCE_RUNTIME_API
from lambdalint.dev.data.sources import SOURCES
from lambdalint.dev.data.text import literal
from lambdalint.golang.lowering.world import World
from lambdalint.golang.source.declarations import Declared, FileScope, PackageScope
from lambdalint.golang.source.header import name_is_built, scan
from lambdalint.model.gotypes import Array, Chan, Func, GoType, Interface, Map, Named, Pointer, Slice, Struct, spell
from lambdalint.syntax.go import parse

EVENTS = "github.com/aws/aws-lambda-go/events"


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `lambda_events`; unexported fields are left out."""
    return {
        "VERSION": f'"{SOURCES["runtime-client"].version}"',
        "EVENTS": '"""\n' + "\n".join(_lines(roots)) + '\n"""',
    }


def _lines(roots: Mapping[str, Path]) -> list[str]:
    """The declarations of the package, one a line."""
    scope = PackageScope(EVENTS, "events")
    for path in sorted((roots["runtime-client"] / "events").glob("*.go")):
        if name_is_built(path.name):
            data = path.read_bytes()
            head = scan(data)
            file = FileScope(path.name, data, head, scope, True)
            file.imports = {spec.name or spec.path.rsplit("/", 1)[-1]: spec.path for spec in head.imports}
            scope.add(file, parse(data).root_node)
    world = World({EVENTS: scope})
    return [line for name in sorted(scope.members) for line in member(world, scope.members[name], name)]


def client(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `runtime_client`."""
    retracted = re.findall(
        r"^retract v(\d+)\.(\d+)\.(\d+)", (roots["runtime-client"] / "go.mod").read_text("utf-8"), re.M
    )
    first = SINCE_RUNTIME_API.value
    return {
        "SINCE_RUNTIME_API": literal(first),
        "RETRACTED": literal(frozenset(tuple(map(int, version)) for version in retracted)),
    }


def triggers(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """Nothing to assign in `lambda_triggers`. ValueError for a type of events that doesn't exist."""
    known = {line.split()[1] for line in _lines(roots) if line.startswith("type ")}
    if wrong := sorted(lambda_triggers.FITS.keys() - known):
        raise ValueError(f"there is no {', '.join(wrong)}")
    return {}


def fields(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """Nothing to assign in `event_names`. ValueError for a field that its type doesn't have."""
    known = {line.split()[1]: line for line in _lines(roots) if line.startswith("type ")}
    named = [
        (kind, field) for kind, field in event_names.FIELDS if kind != "EventBridgeEvent"
    ]  # another name of a type
    if wrong := [f"{kind}.{field}" for kind, field in named if f"{field} " not in known.get(kind, "")]:
        raise ValueError(f"there is no {', '.join(wrong)}")
    return {}


def text(kind: GoType | None) -> str:
    """A type as the tables write it: names of the package itself without a qualifier."""
    match kind:
        case Named(package, name) if package == EVENTS:
            return name
        case Pointer(element):
            return "*" + text(element)
        case Slice(element):
            return "[]" + text(element)
        case Array(element, length):
            return f"[{length}]{text(element)}"
        case Map(key, element):
            return f"map[{text(key)}]{text(element)}"
        case Chan():
            return "chan " + text(kind.element)
        case Func(parameters, results):
            inside = [text(p) for p in parameters]
            if kind.variadic:
                inside[-1] = "..." + inside[-1][2:]
            out = ", ".join(map(text, results))
            return f"func({', '.join(inside)})" + (f" ({out})" if len(results) > 1 else f" {out}" if out else "")
        case Struct(fields):
            shown = [f"{'' if f.embedded else f.name + ' '}{text(f.type)}" for f in fields if f.name[:1].isupper()]
            return f"struct{{{'; '.join(shown)}}}"
        case Interface(methods):
            return f"interface{{{'; '.join(name + text(method)[4:] for name, method in methods)}}}"
    return spell(kind)


def member(world: World, declared: Declared, name: str) -> Iterator[str]:
    """The lines of one exported member and of its methods."""
    if not name[:1].isupper():
        return
    if declared.kind == "func":
        yield f"func {name}{text(world.signature(f'{EVENTS}.{name}', declared))[4:]}"
    elif declared.kind == "const":
        kind, value = world.constants[f"{EVENTS}.{name}"]
        shown = f'"{value}"' if isinstance(value, str) else value
        yield f"const {name} {text(kind) + ' ' if isinstance(kind, Named) else ''}= {shown}"
    elif declared.kind == "type":
        found = world.types[f"{EVENTS}.{name}"]
        yield f"type {name} {text(found.underlying)}"
        for method, (signature, pointer) in sorted(found.methods.items()):
            if method[:1].isupper():
                yield f"func ({'*' if pointer else ''}{name}) {method}{text(signature)[4:]}"
    elif declared.kind == "alias":
        yield f"type {name} {text(world.member_type(EVENTS, name, ()))}"
