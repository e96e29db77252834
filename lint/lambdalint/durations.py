"""Constant durations of Go code."""

from __future__ import annotations

from lambdalint.model.goast import Binary, Conversion, Expr, Selector

_UNITS = {
    "Nanosecond": 1e-9,
    "Microsecond": 1e-6,
    "Millisecond": 0.001,
    "Second": 1,
    "Minute": 60,
    "Hour": 3600,
}


def seconds(value: Expr | None) -> float | None:
    """What a constant `time.Duration` is in seconds; None where the expression isn't constant."""
    constant = getattr(value, "value", None)
    if isinstance(constant, int | float) and not isinstance(constant, bool):
        return constant / 1e9
    if isinstance(value, Selector) and value.ref.startswith("const:time."):
        return _UNITS.get(value.name)
    if isinstance(value, Conversion):
        return seconds(value.operand)
    if isinstance(value, Binary) and value.op == "*":
        for unit, count in ((value.left, value.right), (value.right, value.left)):
            times = count.operand if isinstance(count, Conversion) else count
            number = getattr(times, "value", None)
            one = seconds(unit) if isinstance(unit, Selector) else None
            if one is not None and isinstance(number, int | float):
                return one * number
    return None
