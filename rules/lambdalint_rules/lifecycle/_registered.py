"""Methods on a handler path whose values a library has had since start-up: those of routes, of subscriptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lambdalint.api import Code, GoFunction, gotypes, methodsets
from lambdalint.api import goast as ast

SERVES = "ServeHTTP"  # values of many types are called by it


def registered(functions: Mapping[str, GoFunction], code: Code) -> Iterator[str]:
    """The keys of methods that only a library calls, and that no invocation hands to one."""
    named = set(_named(functions.values(), code))
    found = [
        f for f in functions.values() if f.receiver is not None and not named & {(f.name, None), (f.name, _own(f))}
    ]
    handed = set(_handed(functions)) if found else set()
    for function in found:
        if isinstance(getattr(function.receiver, "type", None), gotypes.Pointer) and _own(function) not in handed:
            yield function.key


def _named(functions: Iterable[GoFunction], code: Code) -> Iterator[tuple[str, gotypes.GoType | None]]:
    """The methods that invocations name, each with its type; with None where it may be that of any type."""
    for function in functions:
        for node in ast.each(function.body, ast.Selector):
            if not node.ref:
                kind = gotypes.bare(node.operand.type)
                known = isinstance(kind, gotypes.Named) and node.name != SERVES
                under = methodsets.underlying(code.types, kind) if known else None
                yield node.name, kind if known and not isinstance(under, gotypes.Interface) else None


def _handed(functions: Mapping[str, GoFunction]) -> Iterator[gotypes.GoType | None]:
    """The types of what invocations hand to libraries, without pointers."""
    for function in functions.values():
        for call in function.calls:
            if call.callee is None or call.callee.key not in functions:
                yield from (gotypes.bare(getattr(argument, "type", None)) for argument in call.arguments)


def _own(function: GoFunction) -> gotypes.GoType | None:
    return gotypes.bare(function.receiver.type) if function.receiver is not None else None
