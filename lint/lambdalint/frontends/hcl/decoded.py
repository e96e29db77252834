"""`yamldecode(…)` and `jsondecode(…)`: what a file or a text says, with the places in that file."""

from __future__ import annotations

from lambdalint.frontends.hcl.values import Failed, Field, Fields, HclValue, Items, Scalar, unknown
from lambdalint.source import Span
from lambdalint.syntax import yamltree

_ENTRIES = 2_000


def decoded(path: str, data: bytes) -> HclValue | None:
    """The value of a file; None where it isn't one whole document. Nothing of it is written anew."""
    tree = yamltree.parse(path, data)
    return _whole(tree, None) if tree.fault is None else None


def decoded_text(kind: str, text: object, span: Span) -> HclValue | None:
    """The value of a text, all of which stands at `span`. `kind` is `json` or `yaml`."""
    if not isinstance(text, str):
        return Scalar(text, span) if text is None or isinstance(text, int | float) else None
    tree = yamltree.parse(f"text.{kind}", text.encode("utf-8", "replace"))
    if tree.fault is not None:
        return Failed(span) if kind == "json" else None
    return _whole(tree, span)


def _whole(tree: yamltree.Tree, place: Span | None) -> HclValue | None:
    if len(tree.documents) != 1:
        return None
    left = [_ENTRIES]
    value = _value(tree.documents[0], left, place)
    return value if left[0] > 0 else None


def _value(node: yamltree.Node, left: list[int], place: Span | None) -> HclValue:
    left[0] -= 1
    span = place or node.span
    if left[0] <= 0 or node.tag:
        return unknown(f"{span.path}:{span.start}:{node.span.start}", span)
    if isinstance(node, yamltree.Mapping):
        fields = {}
        for entry in node.entries:
            value = _value(entry.value, left, place)
            fields[entry.key.text] = Field(place or entry.key.span, False, value, place or entry.span)
        return Fields(fields, node.complete, span)
    if isinstance(node, yamltree.Sequence):
        return Items(tuple(_value(item, left, place) for item in node.items), True, span)
    if isinstance(node, yamltree.Scalar):
        return Scalar(node.value, span)
    return unknown(f"{span.path}:{span.start}:{node.span.start}", span)
