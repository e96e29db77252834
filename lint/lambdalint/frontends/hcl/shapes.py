"""What a variable's `type` does to its value: defaults of optional attributes."""

from __future__ import annotations

from lambdalint.frontends.hcl.evaluate import evaluate
from lambdalint.frontends.hcl.scope import Scope, Surroundings
from lambdalint.frontends.hcl.sequences import as_set
from lambdalint.frontends.hcl.values import Field, Fields, HclValue, Items, Scalar
from lambdalint.syntax import hcltree as tree

_DEPTH = 8
_COLLECTIONS = ("map", "list", "set")


def converted(value: HclValue, shape: tree.Expression, instance: Surroundings, depth: int = 0) -> HclValue:
    """`value` with the attributes that its type makes optional; only what a reader could see is changed."""
    if depth > _DEPTH or not isinstance(shape, tree.Call) or not shape.arguments or not instance.budget.spend():
        return value
    inner = shape.arguments[0]
    if shape.name == "optional":
        return converted(value, inner, instance, depth + 1)
    if shape.name in _COLLECTIONS:
        if isinstance(value, Items):
            items = tuple(converted(i, inner, instance, depth + 1) for i in value.items)
            return (
                as_set(items, value.complete, value.span)._replace(via=value.via)
                if shape.name == "set"
                else value._replace(items=items)
            )
        if isinstance(value, Fields):
            fields = {
                k: f._replace(value=converted(f.value, inner, instance, depth + 1)) for k, f in value.fields.items()
            }
            return value._replace(fields=fields)
    if shape.name == "object" and isinstance(inner, tree.Object) and isinstance(value, Fields):
        return _object(value, inner, instance, depth)
    return value


def _object(value: Fields, shape: tree.Object, instance: Surroundings, depth: int) -> Fields:
    fields: dict[str, Field] = {}
    for pair in shape.pairs:
        name = pair.key.value if isinstance(pair.key, tree.Literal) else None
        if not isinstance(name, str):
            return value
        given = value.fields.get(name)
        if given is not None and not (isinstance(given.value, Scalar) and given.value.value is None):
            fields[name] = given._replace(value=converted(given.value, pair.value, instance, depth + 1))
            continue
        if given is None and not value.complete:
            continue
        default: HclValue = Scalar(None, value.span)
        if isinstance(pair.value, tree.Call) and pair.value.name == "optional" and len(pair.value.arguments) > 1:
            default = evaluate(pair.value.arguments[1], Scope(instance))
            default = converted(default, pair.value.arguments[0], instance, depth + 1)
        fields[name] = Field(value.span, False, default, value.span)
    return value._replace(fields=fields)
