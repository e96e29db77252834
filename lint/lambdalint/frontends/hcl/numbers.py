"""The functions of the Terraform language that compute numbers of known ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from lambdalint.frontends.hcl.operators import number
from lambdalint.frontends.hcl.sequences import Arguments, Function, items_of
from lambdalint.frontends.hcl.values import Failed, HclValue, Scalar, text_of
from lambdalint.source import Span

Number = int | float
_LARGEST = 1e15  # beyond, the language computes more exactly
_BASES = range(2, 37)  # the language has bases up to 62, which nobody uses


def _of(count: int | None, compute: Callable[[list[Number]], Number | None]) -> Function:
    """A function of `count` numbers, of any number of them where that is None."""

    def function(arguments: Arguments, span: Span) -> HclValue | None:
        numbers = [n for a in arguments if (n := number(a)) is not None]
        if not numbers or len(numbers) != len(arguments) or count not in (None, len(numbers)):
            return None
        result = compute(numbers)
        return Scalar(result, span) if result is not None and abs(result) < _LARGEST else None

    return function


def _whole(compute: Callable[[float, float], float]) -> Callable[[list[Number]], int | None]:
    """Whole results only: of others it depends on the machine how many digits they have."""

    def function(numbers: list[Number]) -> int | None:
        try:
            result = compute(*numbers)
        except (ValueError, ZeroDivisionError, OverflowError):
            return None
        return int(result) if abs(result) < _LARGEST and result == int(result) else None

    return function


def _sum(arguments: Arguments, span: Span) -> HclValue | None:
    items = items_of(arguments[0]) if len(arguments) == 1 else None
    numbers = [n for i in items or () if (n := number(i)) is not None]
    return Scalar(sum(numbers), span) if items and len(numbers) == len(items) else None


def _parsed(arguments: Arguments, span: Span) -> HclValue | None:
    base = number(arguments[1]) if len(arguments) == 2 else None
    if base not in _BASES or not isinstance(base, int) or not isinstance(arguments[0], Scalar):
        return None
    digits = text_of(arguments[0].value)
    if not digits.removeprefix("-").isalnum() or not digits.isascii() or len(digits) > 20:
        return Failed(span)
    try:
        return Scalar(int(digits, base), span)
    except ValueError:
        return Failed(span)


FUNCTIONS: Mapping[str, Function] = {
    "abs": _of(1, lambda n: abs(n[0])),
    "ceil": _of(1, lambda n: math.ceil(n[0])),
    "floor": _of(1, lambda n: math.floor(n[0])),
    "log": _of(2, _whole(math.log)),
    "max": _of(None, max),
    "min": _of(None, min),
    "parseint": _parsed,
    "pow": _of(2, _whole(math.pow)),
    "signum": _of(1, lambda n: (n[0] > 0) - (n[0] < 0)),
    "sum": _sum,
}
"""By name."""
