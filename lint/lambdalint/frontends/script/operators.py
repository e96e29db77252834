"""Operators on values of which some aren't known."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence

from lambdalint.frontends.script.values import (
    Atom,
    Call,
    Closure,
    Fields,
    Foreign,
    Instance,
    Items,
    Opaque,
    Text,
    Thing,
)
from lambdalint.source import Span

_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
_ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}

_OBJECTS = (
    "core.Duration.",
    "core.Size.",
    "lambda.Architecture.",
    "lambda.LoggingFormat.",
    "lambda.Runtime.",
    "lambda.Tracing.",
    "logs.RetentionDays.",
)
"""Classes of packages whose members are neither empty texts nor zero."""


def truth(thing: Thing) -> bool | None:
    """Whether a value counts as true; None where that isn't known."""
    if isinstance(thing, Atom):
        return bool(thing.value)
    if isinstance(thing, Items | Fields | Instance | Closure):
        return True
    if isinstance(thing, Call) and (thing.new or thing.path.startswith(_OBJECTS)):
        return True
    if isinstance(thing, Foreign) and thing.path.startswith(_OBJECTS):
        return True
    if isinstance(thing, Text) and any(isinstance(p, Atom) and p.value for p in thing.parts):
        return True
    return None


def text(value: object) -> str:
    """A scalar as a script writes it into a text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "undefined"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def joined(parts: Sequence[Thing], span: Span) -> Thing:
    """A text of parts: known where all of them are."""
    flat: list[Thing] = []
    for part in parts:
        flat += part.parts if isinstance(part, Text) else [part]
    known = tuple(part for part in flat if isinstance(part, Atom))
    if len(known) == len(flat):
        return Atom("".join(text(part.value) for part in known), span, parts=known)
    return Text(tuple(part for part in flat if not isinstance(part, Atom) or part.value != ""), span)


def binary(sign: str, left: Thing, right: Thing, span: Span) -> Thing:
    """`left sign right`."""
    if sign in ("===", "==", "!==", "!="):
        same = _same(left, right)
        return Atom(same == (sign[0] == "="), span) if same is not None else _unknown(span)
    if sign == "+" and (_is_text(left) or _is_text(right)):
        return joined([left, right], span)
    if not isinstance(left, Atom) or not isinstance(right, Atom):
        return _unknown(span)
    one, other = left.value, right.value
    if not isinstance(one, int | float) or not isinstance(other, int | float):
        return _unknown(span)
    if sign in _ORDER:
        return Atom(_ORDER[sign](one, other), span)
    if sign == "/" and other:
        result = one / other
        return Atom(int(result) if float(result).is_integer() else result, span)
    if sign in _ARITHMETIC and abs(one) < 1e15 and abs(other) < 1e15:
        return Atom(_ARITHMETIC[sign](one, other), span)
    return _unknown(span)


def _same(left: Thing, right: Thing) -> bool | None:
    if isinstance(left, Atom) and isinstance(right, Atom):
        return left.value == right.value
    if isinstance(left, Foreign) and isinstance(right, Foreign) and not left.path.startswith("process."):
        return True if left.path == right.path else None
    for one, other in ((left, right), (right, left)):
        known = isinstance(one, Items | Fields | Instance | Closure) or (isinstance(one, Call) and one.new)
        if known and isinstance(other, Atom):
            return False
    return None


def _is_text(thing: Thing) -> bool:
    return isinstance(thing, Text) or (isinstance(thing, Atom) and isinstance(thing.value, str))


def _unknown(span: Span) -> Thing:
    return Opaque(span, "it isn't computed here")
