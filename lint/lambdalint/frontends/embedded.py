"""JSON that stands in texts of a program: where each part of it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lambdalint.frontends import iam
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import jsontree
from lambdalint.value import Known, Slot

_OPENING = pattern(rb"""[A-Za-z]{0,2}("{3}|'{3}|["'`])""")
_ESCAPED = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b'"': b'"', b"'": b"'", b"\\": b"\\", b"`": b"`", b"/": b"/"}
_SIGN = pattern(rb"(?s)\\(.)|''|[^\\]")


class Written(NamedTuple):
    """A part of a text as it stands in a file: a literal with its quotes, or what stands between others'."""

    text: bytes
    span: Span


class _Sign(NamedTuple):
    """One byte of a text: the part it comes from, and the bytes of the file that spell it."""

    part: int
    start: int
    end: int


def document(text: str, parts: Sequence[Written], whole: Span) -> iam.Node | None:
    """JSON as a document; None for what is no JSON.

    Its places are those of what spells them in the parts. Where these don't say `text` it is `whole` for all of them.
    """
    parsed = jsontree.parse(whole.path, text.encode("utf-8", "replace"))
    if isinstance(parsed, jsontree.Broken):
        return None
    node = iam.from_json(parsed)
    signs = _signs(text.encode("utf-8", "replace"), parts)
    return _placed(node, signs, parts, whole) if signs is not None else iam.at(node, whole)


def _signs(data: bytes, parts: Sequence[Written]) -> list[_Sign] | None:
    found: list[_Sign] = []
    said: list[bytes] = []
    for number, part in enumerate(parts):
        inner, start = _content(part)
        plain = data[len(found) :].startswith(inner)
        for sign in _SIGN.finditer(inner):
            spelled = sign[0] if plain else _ESCAPED.get(sign[1] or b"", b"") if sign[1] is not None else sign[0][:1]
            if plain and len(sign[0]) > 1:
                found += [_Sign(number, start + at, start + at + 1) for at in range(sign.start(), sign.end())]
            else:
                found.append(_Sign(number, start + sign.start(), start + sign.end()))
            said.append(spelled)
    return found if b"".join(said) == data and len(found) == len(data) else None


def _content(part: Written) -> tuple[bytes, int]:
    """What stands between the quotes of a literal, and where it starts."""
    opening = _OPENING.match(part.text)
    mark = opening[1] if opening is not None else b""
    if opening is None or not part.text.endswith(mark) or len(part.text) < opening.end() + len(mark):
        return part.text, part.span.start
    return part.text[opening.end() : len(part.text) - len(mark)], part.span.start + opening.end()


def _placed(node: iam.Node, signs: Sequence[_Sign], parts: Sequence[Written], whole: Span) -> iam.Node:
    if isinstance(node, iam.Listing):
        items = tuple(_placed(item, signs, parts, whole) for item in node.items)
        return iam.Listing(items, node.complete, _span(node.span, signs, parts) or whole)
    if isinstance(node, iam.Entries):
        entries = tuple((_known(key, signs, parts, whole), _placed(v, signs, parts, whole)) for key, v in node.entries)
        return iam.Entries(entries, node.complete, _span(node.span, signs, parts) or whole)
    return _known(node, signs, parts, whole) if isinstance(node, Known) else node


def _span(span: Span, signs: Sequence[_Sign], parts: Sequence[Written]) -> Span | None:
    """What spells a part of the text; None where that isn't one piece."""
    first, last = signs[span.start], signs[span.end - 1]
    return Span(parts[first.part].span.path, first.start, last.end) if first.part == last.part else None


def _known(value: Known[Any], signs: Sequence[_Sign], parts: Sequence[Written], whole: Span) -> Known[Any]:
    """A text can be written anew between its quotes, in the escapes of the part that holds it."""
    first, last = signs[value.span.start], signs[value.span.end - 1]
    place = _span(value.span, signs, parts)
    if place is None or not isinstance(value.value, str):
        return Known(value.value, place or whole)
    opening = _OPENING.match(parts[first.part].text)
    mark = opening[1].decode() if opening is not None else ""
    inner = place._replace(start=first.end, end=last.start)
    return Known(value.value, place, Slot(inner, "", "", lambda text: _escaped(_in_json(str(text)), mark[:1])))


def _in_json(text: str) -> str:
    import json  # only where something is written

    return json.dumps(text)[1:-1]


def _escaped(text: str, mark: str) -> str:
    return re.sub(r"[\\" + re.escape(mark) + "]", r"\\\g<0>", text) if mark in ("'", '"') else text
