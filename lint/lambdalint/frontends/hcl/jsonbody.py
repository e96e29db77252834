"""Terraform's JSON syntax → the same blocks and expressions as its native syntax."""

from __future__ import annotations

from typing import Any

from lambdalint.source import Span
from lambdalint.syntax import hcl, jsontree
from lambdalint.syntax.hcltree import (
    Attribute,
    Block,
    Body,
    Expression,
    Literal,
    Object,
    Opaque,
    Pair,
    Sequence,
    Template,
)
from lambdalint.syntax.jsontree import Array, Broken, Json, Mapping, Scalar

_LABELS = {
    "resource": 2,
    "data": 2,
    "variable": 1,
    "output": 1,
    "module": 1,
    "provider": 1,
    "terraform": 0,
    "locals": 0,
}
_INNER = {"provisioner": 1, "dynamic": 1}
"""Nested blocks with labels."""


def parse(path: str, data: bytes) -> tuple[Body | None, int | None]:
    """A file's top level, and the byte where it stops being JSON (None when it doesn't)."""
    root = jsontree.parse(path, data)
    if isinstance(root, Broken):
        return None, root.at
    if not isinstance(root, Mapping):
        return None, root.span.start
    blocks: list[Block] = []
    for member in root.members:
        labels = _LABELS.get(str(member.key.value))
        if labels is not None:
            blocks += _blocks(str(member.key.value), (), member.key.span, member.value, labels)
    return Body(_attributes(root), tuple(blocks), False, json=True), None


def _blocks(kind: str, labels: tuple[str, ...], header: Span, value: Json, left: int) -> list[Block]:
    if isinstance(value, Array):
        return [b for item in value.items for b in _blocks(kind, labels, header, item, left)]
    if not isinstance(value, Mapping):
        return []
    if left:
        return [
            b for m in value.members for b in _blocks(kind, (*labels, str(m.key.value)), m.key.span, m.value, left - 1)
        ]
    return [block(kind, labels, header, value)]


def block(kind: str, labels: tuple[str, ...], header: Span, value: Mapping) -> Block:
    """A block whose body is a JSON object."""
    inner = Span(value.span.path, value.span.start + 1, value.span.end - 1)
    return Block(kind, labels, header, header, value.span, inner, False, lambda: body(value))


def body(value: Mapping) -> Body:
    """The body that a JSON object stands for; nested blocks are still attributes."""
    return Body(_attributes(value), (), False, json=True)


def _attributes(value: Mapping) -> dict[str, Attribute]:
    attributes: dict[str, Attribute] = {}
    for member in value.members:
        name = str(member.key.value)
        if name != "//":
            attributes[name] = JsonAttribute(name, member.key.span, member.span, member.value)
    return attributes


class JsonAttribute(Attribute):
    """An attribute that may be a nested block: `json` is its value as JSON."""

    __slots__ = ("json",)

    def __init__(self, name: str, name_span: Span, span: Span, json: Json) -> None:
        super().__init__(name, name_span, span, lambda: expression(json))
        self.json = json

    def blocks(self) -> tuple[Block, ...]:
        """The nested blocks it stands for."""
        return tuple(_blocks(self.name, (), self.name_span, self.json, _INNER.get(self.name, 0)))


def expression(value: Json) -> Expression:
    """A JSON value as an expression; strings are templates."""
    if isinstance(value, Array):
        return Sequence(value.span, tuple(expression(i) for i in value.items))
    if isinstance(value, Mapping):
        return Object(value.span, tuple(Pair(m.span, _string(m.key), expression(m.value)) for m in value.members))
    return _string(value)


def _string(value: Scalar) -> Expression:
    text = value.value
    if not isinstance(text, str) or ("${" not in text and "%{" not in text):
        return Literal(value.span, text)
    # the text between the quotes is HCL template text; its places inside the JSON string are not tracked
    quoted = '"' + text.replace("\n", "\\n") + '"' if "\\" not in text else ""
    parsed = hcl.parse(value.span.path, b"x = " + quoted.encode()) if quoted else None
    attribute = parsed.body.attributes.get("x") if parsed is not None and parsed.broken_at is None else None
    found = attribute.expression if attribute is not None else None
    if isinstance(found, Template | Literal):
        inner: Expression = placed(found, value.span)
        return inner
    return Opaque(value.span, "this template is not understood")


def placed(value: Any, span: Span) -> Any:
    """An expression in which every place is `span`."""
    if not isinstance(value, tuple) or isinstance(value, Span):
        return value
    if not hasattr(value, "_fields"):
        return tuple(placed(part, span) for part in value)
    changed = {name: placed(old, span) for name, old in zip(value._fields, value, strict=True)}
    changed["span"] = span
    if isinstance(value, Template):
        changed["holes"] = tuple((span.start, span.end) for _ in value.holes)
    replace: Any = getattr(value, "_replace")  # noqa: B009
    return replace(**changed)
