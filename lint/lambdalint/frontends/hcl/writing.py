"""Where a missing attribute or block is written, so that the text stays as `terraform fmt` leaves it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from lambdalint.frontends import spell
from lambdalint.source import Span
from lambdalint.syntax.hcltree import Attribute, Block, Body
from lambdalint.value import Slot

_STEP = "  "


def insertion(
    block: Block, name: str, text: bytes, spelled: Callable[[object], str] | None = None, within: Sequence[str] = ()
) -> Slot | None:
    """A slot that adds `name = value` to a block, inside new blocks named `within`; None where there is no good place.

    `text` is the file the block stands in.
    """
    inner = block.inner
    if inner is None:
        return None
    body = block.body
    if body.json:
        return _json_slot(body, inner, name, text, within, spelled)
    written = spelled or spell.hcl
    newline = "\r\n" if text[: inner.start].endswith(b"\r\n") or b"\r\n" in text[inner.start : inner.end] else "\n"
    indent = _indent(body, block, text)
    if not within:
        slot = _aligned(body, inner, name, text, indent, newline, written)
        slot = slot or _above_blocks(body, inner, name, text, indent, newline, written)
        if slot is not None:
            return slot
    return _paragraph(block, inner, name, text, indent, newline, written, within)


def _json_slot(
    body: Body, inner: Span, name: str, text: bytes, within: Sequence[str], spelled: Callable[[object], str] | None
) -> Slot:
    before = "".join(f'"{w}": {{ ' for w in within) + f'"{name}": '
    after = " }" * len(within)
    written = as_template(spelled) if spelled is not None else spell.as_json
    entries = [a.span for a in body.attributes.values() if inner.contains(a.span)]
    if not entries:
        return Slot(Span(inner.path, inner.start, inner.start), before, after, written)
    last = max(entries)
    indent = text[text.rfind(b"\n", 0, last.start) + 1 : last.start]
    apart = f",{_newline(text)}{indent.decode()}" if not indent.strip() else ", "
    return Slot(Span(inner.path, last.end, last.end), apart + before, after, written)


def _newline(text: bytes) -> str:
    return "\r\n" if b"\r\n" in text else "\n"


def as_template(spelled: Callable[[object], str]) -> Callable[[object], str]:
    """An expression as JSON has it: as a text."""

    def written(value: object) -> str:
        expression = spelled(value)
        if re.fullmatch(r'"[^"\\]*"', expression):
            return expression
        return spell.as_json(f"${{{expression}}}")

    return written


def from_json(text: str) -> str:
    """The expression that a text of JSON stands for; empty where it isn't plain."""
    inner = re.fullmatch(r'"\$\{([^{}"\\]*)\}"', text)
    if inner is not None:
        return inner[1].strip()
    return text if re.fullmatch(r'"[^"\\]*"', text) else ""


def _indent(body: Body, block: Block, text: bytes) -> str:
    starts = [a.span.start for a in body.attributes.values() if a.span.path == block.span.path]
    starts += [b.span.start for b in body.blocks if b.span.path == block.span.path]
    for start in sorted(starts):
        before = text[text.rfind(b"\n", 0, start) + 1 : start]
        if before.strip() == b"" and start > block.span.start:
            return before.decode()
    line = text[text.rfind(b"\n", 0, block.span.start) + 1 : block.span.start]
    return (line.decode() if line.strip() == b"" else "") + _STEP


def _aligned(
    body: Body, inner: Span, name: str, text: bytes, indent: str, newline: str, written: Callable[[object], str]
) -> Slot | None:
    """Below the first group of one-line attributes whose equal signs have room for the name."""
    for group in _groups(body.attributes, inner, text):
        widest = max(len(a.name) for a in group)
        last = group[-1]
        ends = text.find(b"\n", last.span.end, inner.end)
        if len(name) <= widest and ends >= 0:
            column = _column(group, text)
            at = Span(inner.path, ends + 1, ends + 1)
            return Slot(at, f"{indent}{name}{' ' * (column - len(name))}= ", newline, written)
    return None


def _above_blocks(
    body: Body, inner: Span, name: str, text: bytes, indent: str, newline: str, written: Callable[[object], str]
) -> Slot | None:
    """As a paragraph of its own between attributes and the blocks after them."""
    blocks = [b.span.start for b in body.blocks if inner.contains(b.span)]
    attributes = [a.span.start for a in body.attributes.values() if inner.contains(a.span)]
    if not blocks or not attributes or max(attributes) > min(blocks):
        return None
    at = text.rfind(b"\n", 0, min(blocks)) + 1
    while (above := text[text.rfind(b"\n", 0, at - 1) + 1 : at].strip()).startswith((b"#", b"//")):
        at = text.rfind(b"\n", 0, at - 1) + 1
    if text[at : min(blocks)].lstrip()[:1] not in (b"", b"#", b"/") or b"*/" in above:
        return None
    before = newline if above else ""
    return Slot(Span(inner.path, at, at), f"{before}{indent}{name} = ", newline * 2, written)


def _column(group: list[Attribute], text: bytes) -> int:
    """Where the equal signs of a group stand, counted from the start of the names."""
    columns = {text.find(b"=", a.name_span.end) - a.name_span.start for a in group}
    return max(columns) if len(columns) == 1 else max(len(a.name) for a in group) + 1


def _groups(attributes: Mapping[str, Attribute], inner: Span, text: bytes) -> list[list[Attribute]]:
    inside = [a for a in attributes.values() if inner.contains(a.span)]
    groups: list[list[Attribute]] = []
    ended = -1
    for attribute in sorted(inside, key=lambda a: a.span.start):
        if b"\n" in text[attribute.span.start : attribute.span.end]:
            ended = -1
            continue
        between = text[ended : attribute.span.start] if ended >= 0 else b""
        if ended >= 0 and between.count(b"\n") == 1:
            groups[-1].append(attribute)
        else:
            groups.append([attribute])
        ended = attribute.span.end
    return groups


def _paragraph(
    block: Block,
    inner: Span,
    name: str,
    text: bytes,
    indent: str,
    newline: str,
    written: Callable[[object], str],
    within: Sequence[str],
) -> Slot | None:
    """As a paragraph of its own, before the closing brace."""
    content = text[inner.start : inner.end]
    opened, closed, deep = "", "", indent
    for word in within:
        opened += f"{deep}{word} {{{newline}"
        closed = f"{deep}}}{newline}" + closed
        deep += _STEP
    line = f"{opened}{deep}{name} = "
    end = newline + closed
    if block.flat:
        if content.strip():
            return None
        outer = indent[: -len(_STEP)]
        return Slot(inner, newline + line, end + outer, written)
    at = inner.start + content.rfind(b"\n") + 1
    if text[at : inner.end].strip():
        return None
    blank = newline if content.strip() and not re.search(rb"\n[ \t\r]*\n[ \t]*$", content) else ""
    return Slot(Span(inner.path, at, at), blank + line, end, written)


def below(entry: Span, name: str, text: bytes) -> Slot | None:
    """A slot that adds an entry to a map below its last one, where each has a line of its own."""
    line = text.rfind(b"\n", 0, entry.start) + 1
    indent, end = text[line : entry.start], text.find(b"\n", entry.end)
    rest = text[entry.end : end].strip()
    if entry.path.endswith(".json"):
        apart = f"{_newline(text)}{indent.decode()}" if not indent.strip() else " "
        return Slot(Span(entry.path, entry.end, entry.end), f',{apart}"{name}": ', "", spell.as_json)
    if indent.strip() or end < 0 or rest not in (b"", b","):
        return None
    newline = "\r\n" if text[end - 1 : end] == b"\r" else "\n"
    at = Span(entry.path, end + 1, end + 1)
    return Slot(at, f"{indent.decode()}{name} = ", rest.decode() + newline, spell.hcl)


def beside(entry: Span, name: str, text: bytes) -> Slot | None:
    """A slot that adds an entry to a map after its last one, where the map ends on the same line."""
    if re.compile(rb"[ \t]*\}").match(text, entry.end) is None or entry.path.endswith(".json"):
        return None
    return Slot(Span(entry.path, entry.end, entry.end), f", {name} = ", "", spell.hcl)


def removal(entry: Span, text: bytes) -> Span:
    """What to delete so that an entry of a map is gone: its lines, or the entry with one comma."""
    start, end = entry.start, entry.end
    after = re.compile(rb"[ \t]*,?[ \t]*(?:(?:#|//)[^\n]*)?(?:\r?\n|\Z)").match(text, end)
    line = text.rfind(b"\n", 0, start) + 1
    own_line = text[line:start].strip() == b"" and after is not None
    last = not text[after.end() :].lstrip().startswith(b'"') if after is not None else False
    if own_line and after is not None and not (entry.path.endswith(".json") and last):
        return Span(entry.path, line, after.end())
    follows = re.compile(rb"\s*,[ \t]*").match(text, end)
    if follows is not None:
        return Span(entry.path, start, follows.end())
    before = re.search(rb"\s*,\s*\Z", text[max(0, start - 500) : start])
    return Span(entry.path, start - len(before[0]), end) if before is not None else entry
