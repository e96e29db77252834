"""A resource once more, with other properties, in Go: the text of a second statement beside the one that makes it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lambdalint.frontends.go.nodes import Composite
from lambdalint.frontends.go.packages import lower
from lambdalint.frontends.script.copies import Copy, renamed
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.value import Slot

_PLAIN = pattern(rb"[ \t]*(?:\w+[ \t]*:?=[ \t]*)?")
_CHECKED = pattern(rb"([ \t]*)\w+,[ \t]*(\w+)[ \t]*:?=[ \t]*")
_INLINE = pattern(rb"[ \t]*if[ \t]+\w+,[ \t]*(\w+)[ \t]*:=[ \t]*")
_TEXT = pattern(r'(?s)(.*?")([^"\\]*)(".*)')
_END = rb"[ \t]*(?://[^\r\n]*)?(?=\r?\n)"


def slot(data: bytes, node: tree.Call, copy: Copy, literal: Callable[[object], str]) -> Slot | None:
    """A slot that writes the second statement below the first and what handles its error."""
    structs = [a.value if isinstance(a, tree.Unary) else a for a in node.arguments]
    place = next((i for i, a in enumerate(structs) if isinstance(a, Composite)), 0)
    inner, name = structs[place], node.arguments[place - 1].span
    if not isinstance(inner, Composite) or not place or not _is_laid_out(data, inner):
        return None
    if not _TEXT.fullmatch(_text(data, name)):
        return None
    line = data.rfind(b"\n", 0, node.span.start) + 1
    around = _around(data, data[line : node.span.start], node.span.end)
    if around is None:
        return None
    before, after, end = around
    newline = "\r\n" if b"\r\n" in data else "\n"
    blank = data[:line].endswith((b"\n\n", b"\r\n\r\n"))

    def spelled(value: object) -> str:
        head = _text(data, Span(node.span.path, node.span.start, name.start))
        middle = _text(data, Span(node.span.path, name.end, inner.body.start))
        tail = _text(data, Span(node.span.path, inner.body.end, node.span.end))
        struct = _struct(data, inner, copy, value, literal, newline)
        apart = newline if blank else ""
        return f"{newline}{apart}{before}{head}{_renamed(_text(data, name))}{middle}{struct}{tail}{after}"

    return Slot(Span(node.span.path, end, end), "", "", spelled)


def _around(data: bytes, lead: bytes, end: int) -> tuple[str, str, int] | None:
    """What stands before and after a copy of a call, and where it goes: the call's error is handled alike."""
    inline = _INLINE.fullmatch(lead)
    if inline is not None:
        rest = re.compile(rb";[ \t]*" + inline[1] + rb"[ \t]*!=[ \t]*nil[ \t]*\{[^{}]*\}" + _END).match(data, end)
        return (lead.decode(), rest[0].decode(), rest.end()) if rest is not None else None
    checked = _CHECKED.fullmatch(lead)
    if checked is not None:
        form = _END + rb"(\r?\n[ \t]*if[ \t]+" + checked[2] + rb"[ \t]*!=[ \t]*nil[ \t]*\{[^{}]*\})" + _END
        rest = re.compile(form).match(data, end)
        before = f"{checked[1].decode()}_, {checked[2].decode()} = "
        return (before, rest[1].decode(), rest.end()) if rest is not None else _returned(data, checked, end)
    rest = re.compile(_END).match(data, end)
    indent = lead[: len(lead) - len(lead.lstrip())].decode()
    return (indent, "", rest.end()) if rest is not None and _PLAIN.fullmatch(lead) else None


def _returned(data: bytes, checked: re.Match[bytes], end: int) -> tuple[str, str, int] | None:
    """The same for a call whose error is all that is left to return: the first call's is looked at before the copy."""
    failed = checked[2]
    form = _END + rb"(?=(\r?\n)[ \t]*(return\b[^\r\n]*\b" + failed + rb")[ \t]*(?:\r?\n|$))"
    rest = re.compile(form).match(data, end)
    if rest is None:
        return None
    indent, line = checked[1].decode(), rest[1].decode()
    looked = f"{indent}if {failed.decode()} != nil {{{line}{indent}\t{rest[2].decode()}{line}{indent}}}"
    return f"{looked}{line}{indent}_, {failed.decode()} = ", "", rest.end()


def _is_laid_out(data: bytes, struct: Composite) -> bool:
    """True where each field has a line of its own."""
    starts = [data.rfind(b"\n", 0, e.span.start) for e in struct.elements]
    single = all(b"\n" not in data[e.span.start : e.span.end] and e.field for e in struct.elements)
    return bool(starts) and single and len(set(starts)) == len(starts) and starts[0] > struct.body.start


def _struct(
    data: bytes, struct: Composite, copy: Copy, value: object, literal: Callable[[object], str], newline: str
) -> str:
    first = struct.elements[0].span.start
    indent = data[data.rfind(b"\n", 0, first) + 1 : first].decode("utf-8", "replace")
    under = data[data.rfind(b"\n", 0, struct.body.end) + 1 : struct.body.end].decode("utf-8", "replace")
    fields = []
    for element in struct.elements:
        name = lower(element.field)
        text = literal(value) if name == copy.changed else _text(data, element.value.span)
        if name not in copy.left_out:
            fields.append((element.field, text))
    last, written = copy.further(value)
    fields.append((last[:1].upper() + last[1:], literal(written)))
    width = max(len(name) for name, _ in fields) + 1
    lines = [f"{indent}{(name + ':').ljust(width)} {text}," for name, text in fields]
    return newline.join(("{", *lines, under))


def _renamed(name: str) -> str:
    found = _TEXT.fullmatch(name)
    return found[1] + renamed(found[2]) + found[3] if found is not None else name


def _text(data: bytes, span: Span) -> str:
    return data[span.start : span.end].decode("utf-8", "replace")
