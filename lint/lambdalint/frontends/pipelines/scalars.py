"""Scalars of YAML as text that remembers where each byte was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lambdalint.frontends.text import Piece, Text, computed, join, unknown, written
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax.yamltree import Mapping, Node, Scalar, Sequence

_CONTROL = pattern(rb"[\x00-\x02]")
_MARKS = pattern(rb"[|>]([-+1-9]{0,2})")


def text_of(node: Node | None, data: bytes) -> Text | None:
    """The text of a scalar in a file with this content; None for anything else and for what holds nothing."""
    if not isinstance(node, Scalar) or node.style == "empty":
        return None
    if node.style == "block":
        return _block(node.span, data)
    content = node.content
    raw = data[content.start : content.end]
    if node.exact and len(raw) == len(node.text.encode("utf-8", "replace")):
        return written(content.path, content.start, _CONTROL.sub(b" ", raw))
    return computed(node.text.encode("utf-8", "replace").decode("latin-1"), content)


def lines_of(node: Node | None, data: bytes) -> Iterator[tuple[Text, Scalar]]:
    """The texts of a scalar, or of a list of scalars and of lists of them."""
    for item in node.items if isinstance(node, Sequence) else ():
        yield from lines_of(item, data)
    text = text_of(node, data)
    if text is not None and isinstance(node, Scalar):
        yield text, node


def texts_of(node: Node | None, data: bytes) -> dict[str, Text]:
    """The scalars of a mapping by key; what is no scalar is unknown."""
    found: dict[str, Text] = {}
    for entry in node.entries if isinstance(node, Mapping) else ():
        text = text_of(entry.value, data)
        empty = isinstance(entry.value, Scalar)
        found[entry.key.text] = text if text is not None else Text() if empty else unknown(entry.span)
    return found


def member(node: Node | None, *names: str) -> Node | None:
    """A value further in; None where a name on the way is missing."""
    for name in names:
        node = node.get(name) if isinstance(node, Mapping) else None
    return node


def word(node: Node | None) -> str:
    """The text of a scalar, empty for anything else."""
    return node.text if isinstance(node, Scalar) else ""


def filled(text: Text, holes: re.Pattern[str], meaning: Callable[[re.Match[str]], Text | None]) -> Text:
    """A text with its placeholders replaced by what they mean, where that is known."""
    parts: list[Text] = []
    at = 0
    for match in holes.finditer(text.data):
        place = text.cut(match.start(), match.end()).place()
        if place is None:
            continue
        if match.start() > at:
            parts.append(text.cut(at, match.start()))
        found = meaning(match)
        parts.append(found.through(place) if found is not None else unknown(place))
        at = match.end()
    if at == 0:
        return text
    if at < len(text.data):
        parts.append(text.cut(at, len(text.data)))
    return join(parts)


def _block(span: Span, data: bytes) -> Text:
    """The lines of a block scalar without their indentation. Folded ones are joined by blanks."""
    head = data.find(b"\n", span.start, span.end) + 1 or span.end
    lines = data[head : span.end].splitlines(keepends=True)
    indents = [len(line) - len(line.lstrip(b" ")) for line in lines if line.strip()]
    marks = _MARKS.match(data, span.start)
    counted = marks is not None and any(mark in b"123456789" for mark in marks[1])
    indent = (min(indents) if counted else indents[0]) if indents else 0
    folded = data[span.start : span.start + 1] == b">"
    parts: list[str] = []
    pieces: list[Piece] = []
    at = head
    for number, line in enumerate(lines):
        body = line[indent:] if line.strip() else line.lstrip(b" ")
        body = _CONTROL.sub(b" ", body.replace(b"\\\r\n", b" \\\n").replace(b"\r\n", b" \n"))
        following = lines[number + 1] if number + 1 < len(lines) else b""
        if folded and line.strip() and following.strip() and not following[indent : indent + 1].isspace():
            body = body.replace(b"\n", b" ")
        start = at + len(line) - len(body)
        at += len(line)
        if body:
            parts.append(body.decode("latin-1"))
            pieces.append(Piece(len(body), Span(span.path, start, at), True))
    return Text("".join(parts), tuple(pieces))
