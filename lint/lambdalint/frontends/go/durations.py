"""Lengths of time of Go's package `time`, as far as they are known: `20 * time.Second`, `d.Seconds()`."""

from __future__ import annotations

import operator
from collections.abc import Callable

from lambdalint.frontends.script.arithmetic import number
from lambdalint.frontends.script.values import Atom, Call, Foreign, Thing, span_of, via
from lambdalint.source import Span

_LENGTH = "go:time.Duration"
_NAMES = {
    "Nanosecond": 1,
    "Microsecond": 10**3,
    "Millisecond": 10**6,
    "Second": 10**9,
    "Minute": 60 * 10**9,
    "Hour": 3600 * 10**9,
}
_UNITS = {f"go:time.{name}": size for name, size in _NAMES.items()}
_METHODS = {f"{name}s": size for name, size in _NAMES.items()}
_WHOLE = frozenset({"Nanoseconds", "Microseconds", "Milliseconds"})
_ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
_LONGEST = 2**63


def computed(sign: str, left: Thing, right: Thing, span: Span) -> Thing | None:
    """What an operator makes of a length of time and another, or a number; None where that isn't known."""
    if not (_is_length(left) or _is_length(right)):
        return None
    one, other = _amount(left), _amount(right)
    if one is None or other is None:
        return None
    if sign in _ORDER:
        return Atom(_ORDER[sign](one, other), span)
    result = {"+": one + other, "-": one - other, "*": one * other}.get(sign)
    if sign == "/" and other and one >= 0 and other > 0:
        result = one // other
    if result is None or abs(result) >= _LONGEST:
        return None
    kept = _counted(left, right) if sign == "*" else ()
    return Call(Foreign(_LENGTH, span, span), (Atom(int(result), span), *kept), span, span, False, True)


def asked(length: Thing, method: str, span: Span) -> Thing | None:
    """What a method of a length of time gives; None where that isn't known."""
    size, amount = _METHODS.get(method), _amount(length) if _is_length(length) else None
    if size is None or amount is None:
        return None
    count, unit = (length.argument(1), length.argument(2)) if isinstance(length, Call) else (None, None)
    if isinstance(count, Atom) and number(unit) == size:
        return via(count, span)  # the number that is written before the unit
    place = span_of(length) or span
    return Atom(int(amount) // size if method in _WHOLE else amount / size, place, None, (span,))


def _counted(left: Thing, right: Thing) -> tuple[Thing, ...]:
    """The number of a unit and the unit's size, where a number is multiplied with nothing but a unit."""
    for count, unit in ((left, right), (right, left)):
        size = _UNITS.get(unit.path) if isinstance(unit, Foreign) else None
        if size is not None and isinstance(count, Atom):
            return count, Atom(size, unit.span if isinstance(unit, Foreign) else count.span)
    return ()


def _is_length(thing: Thing) -> bool:
    if isinstance(thing, Foreign):
        return thing.path in _UNITS
    return isinstance(thing, Call) and thing.path == _LENGTH and not thing.new


def _amount(thing: Thing) -> int | float | None:
    """Nanoseconds, or a plain number."""
    if isinstance(thing, Foreign):
        return _UNITS.get(thing.path)
    return number(thing.argument(0) if isinstance(thing, Call) else thing)
