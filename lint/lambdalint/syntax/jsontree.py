"""JSON text → values with places. Lenient about nothing: None for text that isn't JSON."""

from __future__ import annotations

from typing import Any, TypeAlias

from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax.languages import parser

_DEPTH = 60


class Scalar(NamedTuple):
    """A string, number, bool or null; the span includes the quotes."""

    span: Span
    value: str | int | float | bool | None


class Array(NamedTuple):
    """`[ … ]`"""

    span: Span
    items: tuple[Json, ...]


class Member(NamedTuple):
    """One `"key": value` of an object."""

    span: Span
    key: Scalar
    value: Json


class Mapping(NamedTuple):
    """`{ … }`"""

    span: Span
    members: tuple[Member, ...]


Json: TypeAlias = Scalar | Array | Mapping


class Broken(NamedTuple):
    """Where JSON text stops being JSON, in bytes of the file."""

    at: int


def parse(path: str, data: bytes, base: int = 0) -> Json | Broken:
    """Parse JSON text; its first byte is byte `base` of the file. A byte order mark counts as white space."""
    if data.startswith(b"\xef\xbb\xbf"):
        data = b"   " + data[3:]
    root: Any = parser("json").parse(data).root_node
    if root.has_error:
        return Broken(base + _first_error(root))
    values = [c for c in root.children if c.type != "comment"]
    if len(values) != 1:
        return Broken(base + len(data))
    try:
        return _value(path, data, base, values[0], 0)
    except _TooDeepError:
        return Broken(base)


class _TooDeepError(Exception):
    pass


def _first_error(node: Any) -> int:
    while True:
        for child in node.children:
            if child.is_error or child.is_missing:
                return int(child.start_byte)
            if child.has_error:
                node = child
                break
        else:
            return int(node.start_byte)


def _value(path: str, data: bytes, base: int, node: Any, depth: int) -> Json:
    if depth > _DEPTH:
        raise _TooDeepError
    span = Span(path, base + node.start_byte, base + node.end_byte)
    if node.type == "object":
        members = []
        for pair in node.children:
            if pair.type == "pair":
                key = _value(path, data, base, pair.children[0], depth + 1)
                value = _value(path, data, base, pair.children[-1], depth + 1)
                if isinstance(key, Scalar):
                    place = Span(path, base + pair.start_byte, base + pair.end_byte)
                    members.append(Member(place, key, value))
        return Mapping(span, tuple(members))
    if node.type == "array":
        items = (c for c in node.children if c.is_named and c.type != "comment")
        return Array(span, tuple(_value(path, data, base, c, depth + 1) for c in items))
    return Scalar(span, _scalar(node.type, data[node.start_byte : node.end_byte].decode("utf-8", "replace")))


def _scalar(kind: str, text: str) -> str | int | float | bool | None:
    if kind == "string" and "\\" not in text:
        return text[1:-1]
    import json

    try:
        value: str | int | float | bool | None = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return text[1:-1] if kind == "string" else text
    return value
