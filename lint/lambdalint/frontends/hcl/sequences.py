"""The functions of the Terraform language that order, cut and count lists of known values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lambdalint.frontends.hcl.operators import number, truth
from lambdalint.frontends.hcl.values import HclValue, Items, Scalar, text_of
from lambdalint.source import Span

Arguments = Sequence[HclValue]
Function = Callable[[Arguments, Span], HclValue | None]
SIZE_LIMIT = 10_000  # members of a list that is made


def items_of(value: HclValue) -> tuple[HclValue, ...] | None:
    """The members of a list that is known whole."""
    return value.items if isinstance(value, Items) and value.complete else None


def _sort(arguments: Arguments, span: Span) -> HclValue | None:
    items = items_of(arguments[0]) if len(arguments) == 1 else None
    if items is None or not all(isinstance(i, Scalar) and i.value is not None for i in items):
        return None
    return Items(tuple(sorted(items, key=lambda i: text_of(i.value) if isinstance(i, Scalar) else "")), True, span)


def _reverse(arguments: Arguments, span: Span) -> HclValue | None:
    items = items_of(arguments[0]) if len(arguments) == 1 else None
    return Items(items[::-1], True, span) if items is not None else None


def _slice(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 3 or (items := items_of(arguments[0])) is None:
        return None
    start, end = number(arguments[1]), number(arguments[2])
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end <= len(items):
        return None
    return Items(items[start:end], True, span)


def _sum(arguments: Arguments, span: Span) -> HclValue | None:
    items = items_of(arguments[0]) if len(arguments) == 1 else None
    numbers = [n for i in items or () if (n := number(i)) is not None]
    return Scalar(sum(numbers), span) if items and len(numbers) == len(items) else None


def _tested(test: Callable[[list[bool]], bool]) -> Function:
    def function(arguments: Arguments, span: Span) -> HclValue | None:
        items = items_of(arguments[0]) if len(arguments) == 1 else None
        known = [t for i in items or () if (t := truth(i)) is not None]
        return Scalar(test(known), span) if items is not None and len(known) == len(items) else None

    return function


FUNCTIONS: Mapping[str, Function] = {
    "alltrue": _tested(all),
    "anytrue": _tested(any),
    "reverse": _reverse,
    "slice": _slice,
    "sort": _sort,
    "sum": _sum,
}
"""By name."""
