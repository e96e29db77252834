"""The functions of the Terraform language that order, cut and combine lists and sets of known values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product

from lambdalint.frontends.hcl.operators import number, truth
from lambdalint.frontends.hcl.values import Failed, Field, Fields, HclValue, Items, Scalar, identity, plain, text_of
from lambdalint.source import Span

Arguments = Sequence[HclValue]
Function = Callable[[Arguments, Span], HclValue | None]
SIZE_LIMIT = 10_000  # members of a list that is made


def items_of(value: HclValue) -> tuple[HclValue, ...] | None:
    """The members of a list that is known whole."""
    return value.items if isinstance(value, Items) and value.complete else None


def as_set(items: Sequence[HclValue], complete: bool, span: Span) -> Items:
    """A set: each member once, in the order in which the language goes through it, where all are known."""
    unique: dict[str, HclValue] = {}
    for at, item in enumerate(map(plain, items)):
        unique.setdefault(identity(item) or f"\0{at}", item)
    members = tuple(unique.values())
    return Items(_in_order(members) or members, complete, span, unordered=True)


def _in_order(items: tuple[HclValue, ...]) -> tuple[HclValue, ...] | None:
    """Texts or numbers by size; None where they aren't all known, or aren't alike."""
    texts = [i.value for i in items if isinstance(i, Scalar) and isinstance(i.value, str)]
    numbers = [i.value for i in items if isinstance(i, Scalar) and type(i.value) in (int, float)]
    if len(items) not in (len(texts), len(numbers)):
        return None
    return tuple(sorted(items, key=lambda item: getattr(item, "value", None) or (0 if numbers else "")))


def _names(value: HclValue) -> dict[str, HclValue] | None:
    """The members of a collection by their identity; None where one isn't known."""
    items = items_of(value)
    if items is None:
        return None
    known = {identity(item): item for item in map(plain, items) if isinstance(item, Scalar)}
    if any(not isinstance(plain(item), Scalar) for item in items):
        return None
    return {name: item for name, item in known.items() if name is not None}


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


def _chunks(arguments: Arguments, span: Span) -> HclValue | None:
    items = items_of(arguments[0]) if len(arguments) == 2 else None
    size = number(arguments[1]) if len(arguments) == 2 else None
    if items is None or not isinstance(size, int) or size < 0:
        return None
    step = size or max(len(items), 1)
    return Items(tuple(Items(items[i : i + step], True, span) for i in range(0, len(items), step)), True, span)


def _index(arguments: Arguments, span: Span) -> HclValue | None:
    items = items_of(arguments[0]) if len(arguments) == 2 else None
    if items is None or not isinstance(arguments[1], Scalar):
        return None
    wanted = identity(arguments[1])
    for at, item in enumerate(map(plain, items)):
        if not isinstance(item, Scalar):
            return None
        if identity(item) == wanted:
            return Scalar(at, span)
    return Failed(span)


def _matching(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 3 or (values := items_of(arguments[0])) is None or (keys := items_of(arguments[1])) is None:
        return None
    wanted = _names(arguments[2])
    if wanted is None or len(values) != len(keys) or not all(isinstance(plain(key), Scalar) for key in keys):
        return None
    found = (value for value, key in zip(values, keys, strict=True) if identity(plain(key)) in wanted)
    return Items(tuple(found), True, span)


def _shared(arguments: Arguments, span: Span) -> HclValue | None:
    sets = [names for a in arguments if (names := _names(a)) is not None]
    if not sets or len(sets) != len(arguments):
        return None
    return as_set([item for name, item in sets[0].items() if all(name in other for other in sets[1:])], True, span)


def _less(arguments: Arguments, span: Span) -> HclValue | None:
    sets = [names for a in arguments if (names := _names(a)) is not None]
    if len(sets) != 2 or len(arguments) != 2:
        return None
    return as_set([item for name, item in sets[0].items() if name not in sets[1]], True, span)


def _product(arguments: Arguments, span: Span) -> HclValue | None:
    from math import prod

    lists = [items for a in arguments if (items := items_of(a)) is not None]
    if len(lists) != len(arguments) or len(lists) < 2 or prod(map(len, lists)) > SIZE_LIMIT // len(lists):
        return None
    unordered = all(isinstance(a, Items) and a.unordered for a in arguments)
    return Items(tuple(Items(row, True, span) for row in product(*lists)), True, span, unordered=unordered)


def _transpose(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 1 or not isinstance(arguments[0], Fields) or not arguments[0].complete:
        return None
    turned: dict[str, list[str]] = {}
    for key, field in arguments[0].fields.items():
        names = _names(field.value)
        if names is None:
            return None
        for item in names.values():
            turned.setdefault(text_of(item.value) if isinstance(item, Scalar) else "", []).append(key)
    lists = {key: Items(tuple(Scalar(k, span) for k in sorted(keys)), True, span) for key, keys in turned.items()}
    return Fields({key: Field(span, False, value, span) for key, value in lists.items()}, True, span)


def _tested(test: Callable[[list[bool]], bool]) -> Function:
    def function(arguments: Arguments, span: Span) -> HclValue | None:
        items = items_of(arguments[0]) if len(arguments) == 1 else None
        known = [t for i in items or () if (t := truth(i)) is not None]
        return Scalar(test(known), span) if items is not None and len(known) == len(items) else None

    return function


FUNCTIONS: Mapping[str, Function] = {
    "alltrue": _tested(all),
    "anytrue": _tested(any),
    "chunklist": _chunks,
    "index": _index,
    "matchkeys": _matching,
    "reverse": _reverse,
    "setintersection": _shared,
    "setproduct": _product,
    "setsubtract": _less,
    "slice": _slice,
    "sort": _sort,
    "transpose": _transpose,
}
"""By name."""
