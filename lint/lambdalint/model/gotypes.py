"""Go types, as far as they are needed. `None` in place of a type means: not known."""

from __future__ import annotations

from functools import partial
from typing import TypeAlias

from lambdalint.record import NamedTuple


class Basic(NamedTuple):
    """A predeclared type: `string`, `int`, `error`, `any` (also for `interface{}`), `byte` …, or `untyped nil`."""

    name: str


class Named(NamedTuple):
    """A defined type: import path of its package, its name, type arguments.

    Aliases are resolved. `golang.org/x/net/context` counts as `context`.
    """

    package: str
    name: str
    arguments: tuple[GoType | None, ...] = ()


class Pointer(NamedTuple):
    element: GoType | None


class Slice(NamedTuple):
    element: GoType | None


class Array(NamedTuple):
    element: GoType | None
    length: int | None


class Map(NamedTuple):
    key: GoType | None
    element: GoType | None


class Chan(NamedTuple):
    element: GoType | None
    direction: str


class Func(NamedTuple):
    """A function type; with `variadic` the last parameter is the slice of what may follow."""

    parameters: tuple[GoType | None, ...]
    results: tuple[GoType | None, ...]
    variadic: bool = False


class Field(NamedTuple):
    name: str
    type: GoType | None
    tag: str
    embedded: bool


class Struct(NamedTuple):
    fields: tuple[Field, ...]


class Interface(NamedTuple):
    """`methods` are its own; `embedded` the types it includes (unions and `~T` make it a constraint only)."""

    methods: tuple[tuple[str, Func], ...]
    embedded: tuple[GoType | None, ...] = ()


class TypeParameter(NamedTuple):
    name: str
    constraint: GoType | None


class Tuple(NamedTuple):
    """The results of a call with several of them."""

    members: tuple[GoType | None, ...]


GoType: TypeAlias = (
    Basic | Named | Pointer | Slice | Array | Map | Chan | Func | Struct | Interface | TypeParameter | Tuple
)

ERROR = Basic("error")
ANY = Basic("any")
STRING = Basic("string")
CONTEXT = Named("context", "Context")


def spell(kind: GoType | None, home: str = "") -> str:  # noqa: C901 - one case per form
    """A type as a Go programmer would write it in the package `home`: other packages by their names, `?` where not
    known.
    """
    say = partial(spell, home=home)
    match kind:
        case None:
            return "?"
        case Basic(name):
            return name
        case Named(package, name, arguments):
            short = "" if package == home else package_name(package)
            inner = f"[{', '.join(map(say, arguments))}]" if arguments else ""
            return (f"{short}.{name}" if short else name) + inner
        case Pointer(element):
            return "*" + say(element)
        case Slice(element):
            return "[]" + say(element)
        case Array(element, length):
            return f"[{'?' if length is None else length}]{say(element)}"
        case Map(key, element):
            return f"map[{say(key)}]{say(element)}"
        case Chan(element, direction):
            return {"send": "chan<- ", "receive": "<-chan "}.get(direction, "chan ") + say(element)
        case Func(parameters, results, variadic):
            inside = list(map(say, parameters))
            if variadic and isinstance(parameters[-1], Slice):
                inside[-1] = "..." + say(parameters[-1].element)
            out = list(map(say, results))
            tail = "" if not out else f" {out[0]}" if len(out) == 1 else f" ({', '.join(out)})"
            return f"func({', '.join(inside)}){tail}"
        case Struct():
            return "struct{…}"
        case Interface():
            return "interface{…}"
        case TypeParameter(name):
            return name
        case Tuple(members):
            return f"({', '.join(map(say, members))})"


def package_name(path: str) -> str:
    """The usual name of a package: the last element of its path without a version suffix."""
    parts = path.split("/")
    if len(parts) > 1 and parts[-1][:1] == "v" and parts[-1][1:].isdigit():
        parts.pop()
    last = parts[-1].split(".v")[0] if ".v" in parts[-1] else parts[-1]
    return last.removeprefix("go-") if "-" in last else last


def bare(kind: GoType | None) -> GoType | None:
    """A type without the pointer to it."""
    return kind.element if isinstance(kind, Pointer) else kind


def is_of_package(kind: object, package: str, *names: str) -> bool:
    """True for a named type of a package, or a pointer to it."""
    named = kind.element if isinstance(kind, Pointer) else kind
    return isinstance(named, Named) and named.package == package and (not names or named.name in names)
