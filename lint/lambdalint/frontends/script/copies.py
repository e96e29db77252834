"""A resource once more, with other properties: the text of a second statement beside the one that makes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Slot

_LINE_BEFORE = pattern(rb"(?:export\s+)?(?:(?:const|let|var)\s+)?(?:[\w$.]+\s*(?::\s*[\w.$]+\s*)?=\s*)?")
_REST = pattern(rb"[ \t]*(;?)[ \t]*(?:(?://|#)[^\r\n]*)?(?=\r?\n|\Z)")


class Copy(NamedTuple):
    """What differs from the first one: the property `changed` gets the value that is written, those `left_out` go.

    `place` is the number of the argument that names the resource. `further` is a property that comes last, with its
    value, for the value that is written.
    """

    place: int
    changed: str
    left_out: frozenset[str]
    further: Callable[[object], tuple[str, object]]


class Member(NamedTuple):
    """A property as it is written: its name in TypeScript, its text, the place of its value."""

    name: str
    span: Span
    value: Span


class Call(NamedTuple):
    """A call that makes a resource: where the names and values of its properties stand in brackets, and those."""

    span: Span
    name: Span
    bracket: Span
    before: tuple[Span, ...]
    members: tuple[Member, ...]


def renamed(name: str) -> str:
    """The name of the second one, in the manner of the first and with its quotes."""
    bare = name.rstrip("'\"`")
    return bare + ("-invoke" if "-" in bare else "_invoke" if "_" in bare else "Invoke") + name[len(bare) :]


def slot(
    data: bytes,
    call: Call,
    copy: Copy,
    literal: Callable[[object], str],
    named: Callable[[str, object], str],
) -> Slot | None:
    """A slot that writes the second statement below the first; None where that doesn't stand by itself.

    `literal` and `named` write values and properties.
    """
    line = data.rfind(b"\n", 0, call.span.start) + 1
    lead = data[line : call.span.start]
    indent = lead[: len(lead) - len(lead.lstrip())]
    rest = _REST.match(data, call.span.end)
    if rest is None or _text(data, call.name)[:1] not in "'\"" or not _LINE_BEFORE.fullmatch(lead.lstrip()):
        return None
    name = renamed(_text(data, call.name))
    newline = "\r\n" if b"\r\n" in data else "\n"
    blank = not data[:line].rstrip(b"\r\n \t").endswith((b"{", b":")) and data[:line].endswith((b"\n\n", b"\r\n\r\n"))

    def spelled(value: object) -> str:
        last, written = copy.further(value)
        first = [_replaced(data, span, call.name, name) for span in call.before]
        members = [text for m in call.members if (text := _member(data, m, copy, literal, value))]
        inner = _bracketed(data, call, [*first, *members, named(last, written)], newline)
        head = _replaced(data, call.span._replace(end=call.bracket.start), call.name, name)
        tail = data[call.bracket.end : call.span.end].decode("utf-8", "replace")
        apart = newline if blank else ""
        return f"{newline}{apart}{indent.decode()}{head}{inner}{tail}{rest[1].decode()}"

    return Slot(Span(call.span.path, rest.end(), rest.end()), "", "", spelled)


def _member(data: bytes, member: Member, copy: Copy, literal: Callable[[object], str], value: object) -> str:
    if member.name in copy.left_out:
        return ""
    if member.name == copy.changed:
        return _replaced(data, member.span, member.value, literal(value))
    return _text(data, member.span)


def _bracketed(data: bytes, call: Call, texts: Sequence[str], newline: str) -> str:
    """Members between their brackets, in the layout that the first ones have."""
    first = min((*call.before, *(m.span for m in call.members)))
    start, end = call.bracket.start, call.bracket.end
    opening, closing = data[start : start + 1].decode(), data[end - 1 : end].decode()
    if b"\n" not in data[start : first.start]:
        space = " " if data[start + 1 : start + 2] == b" " else ""
        return f"{opening}{space}{', '.join(texts)}{space}{closing}"
    line = data.rfind(b"\n", 0, first.start) + 1
    indent = data[line : first.start].decode("utf-8", "replace")
    under = data[data.rfind(b"\n", 0, end - 1) + 1 : end - 1].decode("utf-8", "replace")
    comma = "," if data[: end - 1].rstrip().endswith(b",") else ""
    lines = [*(f"{indent}{text}," for text in texts[:-1]), f"{indent}{texts[-1]}{comma}"]
    return newline.join((opening, *lines, under + closing))


def _replaced(data: bytes, whole: Span, part: Span, text: str) -> str:
    if not whole.contains(part):
        return _text(data, whole)
    return _text(data, whole._replace(end=part.start)) + text + _text(data, whole._replace(start=part.end))


def _text(data: bytes, span: Span) -> str:
    return data[span.start : span.end].decode("utf-8", "replace")
