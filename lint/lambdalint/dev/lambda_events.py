"""Write `lambdalint/data/lambda_events.py` from the sources of the runtime client's events package.

`python -m lambdalint.dev.lambda_events FOLDER VERSION`, where FOLDER is the module's `events` folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lambdalint.golang.declarations import Declared, FileScope, PackageScope
from lambdalint.golang.header import name_is_built, scan
from lambdalint.golang.world import World
from lambdalint.model.gotypes import Array, Chan, Func, GoType, Interface, Map, Named, Pointer, Slice, Struct, spell
from lambdalint.syntax.go import parse

EVENTS = "github.com/aws/aws-lambda-go/events"

_HEAD = '''# ruff: noqa: E501
"""The event types of the Lambda runtime client: fields and methods, in the form of `go_signatures`.

Generated from github.com/aws/aws-lambda-go/events {version}; unexported fields are left out.
"""

from __future__ import annotations

VERSION = "{version}"

EVENTS = """
'''


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


def main() -> None:
    """Read the folder and write the table to standard output."""
    folder, version = Path(sys.argv[1]), sys.argv[2]
    scope = PackageScope(EVENTS, "events")
    for path in sorted(folder.glob("*.go")):
        if name_is_built(path.name):
            data = path.read_bytes()
            head = scan(data)
            file = FileScope(path.name, data, head, scope, True)
            file.imports = {spec.name or spec.path.rsplit("/", 1)[-1]: spec.path for spec in head.imports}
            scope.add(file, parse(data).root_node)
    world = World({EVENTS: scope})
    print(_HEAD.format(version=version), end="")
    for name in sorted(scope.members):
        print_member(world, scope.members[name], name)
    print('"""')


def print_member(world: World, declared: Declared, name: str) -> None:
    """The lines of one exported member and of its methods."""
    if not name[:1].isupper():
        return
    if declared.kind == "func":
        print(f"func {name}{text(world.signature(f'{EVENTS}.{name}', declared))[4:]}")
    elif declared.kind == "const":
        kind, value = world.constants[f"{EVENTS}.{name}"]
        shown = f'"{value}"' if isinstance(value, str) else value
        print(f"const {name} {text(kind) + ' ' if isinstance(kind, Named) else ''}= {shown}")
    elif declared.kind == "type":
        found = world.types[f"{EVENTS}.{name}"]
        print(f"type {name} {text(found.underlying)}")
        for method, (signature, pointer) in sorted(found.methods.items()):
            if method[:1].isupper():
                print(f"func ({'*' if pointer else ''}{name}) {method}{text(signature)[4:]}")
    elif declared.kind == "alias":
        print(f"type {name} {text(world.member_type(EVENTS, name, ()))}")


if __name__ == "__main__":
    main()
