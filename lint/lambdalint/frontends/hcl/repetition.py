"""What `count` and `for_each` make of a block: its instances."""

from __future__ import annotations

from collections.abc import Callable

from lambdalint.frontends.hcl import operators
from lambdalint.frontends.hcl.evaluate import evaluate
from lambdalint.frontends.hcl.scope import Scope, Surroundings
from lambdalint.frontends.hcl.values import (
    Field,
    Fields,
    Handle,
    HclValue,
    Items,
    Scalar,
    identity,
    only_handle,
    parts_of,
    plain,
    text_of,
    unknown,
)
from lambdalint.source import Span
from lambdalint.syntax.hcltree import Block

_INSTANCES = 200  # of one resource or module call; more are generated

Maker = Callable[[str, Scope, bool], Handle]
"""Makes one instance: how its address ends (`[*]` for one of any number), its scope, and whether it surely exists."""


def repeated(around: Surroundings, block: Block, make: Maker) -> HclValue:
    """Handles for what `count` or `for_each` make of a block; one where that can't be known."""
    attributes = block.body.attributes
    span = block.header
    if "count" in attributes:
        many = operators.number(evaluate(attributes["count"].expression, Scope(around)))
        if isinstance(many, int) and 0 <= many <= _INSTANCES:
            numbered = ((f"[{i}]", {"count": _counter(around, i, span)}) for i in range(many))
            return Items(tuple(make(s, Scope(around, names), True) for s, names in numbered), True, span)
        names: dict[str, HclValue] = {"count": _counter(around, None, span)}
        return Items((make("[*]", Scope(around, names), False),), False, span)
    if "for_each" in attributes:
        return _each(around, evaluate(attributes["for_each"].expression, Scope(around)), make, span)
    return make("", Scope(around), True)


def _counter(around: Surroundings, index: int | None, span: Span) -> HclValue:
    value = unknown(f"count.index@{around.key}{span}", span) if index is None else Scalar(index, span)
    return Fields({"index": Field(span, False, value, span)}, True, span)


def _each(around: Surroundings, value: HclValue, make: Maker, span: Span) -> HclValue:
    pairs = _pairs(value)
    if pairs is None or len(pairs) > _INSTANCES:
        name = (identity(value) or "")[:300] or f"{around.key}{span}"
        item = only_handle(value) or unknown(f"each.value of {name}", span)
        names: dict[str, HclValue] = {"each": _each_value(unknown(f"each.key of {name}", span), item, span)}
        return Items((make("[*]", Scope(around, names), False),), False, span)
    made = {}
    for key, item, place in pairs:
        scope = Scope(around, {"each": _each_value(Scalar(key, place), item, span)})
        made[key] = Field(place, False, make(f'["{key}"]', scope, True), span)
    return Fields(made, True, span)


def _each_value(key: HclValue, value: HclValue, span: Span) -> Fields:
    return Fields({"key": Field(span, False, key, span), "value": Field(span, False, value, span)}, True, span)


def _pairs(value: HclValue) -> list[tuple[str, HclValue, Span]] | None:
    if isinstance(value, Fields) and value.complete:
        return [(k, f.value, f.key) for k, f in value.fields.items()]
    if isinstance(value, Items) and value.complete:
        pairs: list[tuple[str, HclValue, Span]] = []
        for item in map(plain, value.items):
            parts = parts_of(item)
            if not isinstance(item, Scalar) or parts is None or item.value is None:
                return None
            pairs.append((text_of(item.value), item, item.span))
        return pairs
    return None
