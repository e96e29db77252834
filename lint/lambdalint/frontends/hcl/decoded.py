"""`yamldecode(file(…))` and `jsondecode(file(…))`: what a file of data says, with the places in that file."""

from __future__ import annotations

from lambdalint.frontends.hcl.values import Field, Fields, HclValue, Items, Scalar, unknown
from lambdalint.syntax import yamltree

_ENTRIES = 2_000


def decoded(path: str, data: bytes) -> HclValue | None:
    """The value of a file; None where it isn't one whole document. Nothing of it is written anew."""
    tree = yamltree.parse(path, data)
    if tree.fault is not None or len(tree.documents) != 1:
        return None
    left = [_ENTRIES]
    value = _value(tree.documents[0], left)
    return value if left[0] > 0 else None


def _value(node: yamltree.Node, left: list[int]) -> HclValue:
    left[0] -= 1
    if left[0] <= 0 or node.tag:
        return unknown(f"{node.span.path}:{node.span.start}", node.span)
    if isinstance(node, yamltree.Mapping):
        fields = {}
        for entry in node.entries:
            fields[entry.key.text] = Field(entry.key.span, False, _value(entry.value, left), entry.span)
        return Fields(fields, node.complete, node.span)
    if isinstance(node, yamltree.Sequence):
        return Items(tuple(_value(item, left) for item in node.items), True, node.span)
    if isinstance(node, yamltree.Scalar):
        return Scalar(node.value, node.span)
    return unknown(f"{node.span.path}:{node.span.start}", node.span)
