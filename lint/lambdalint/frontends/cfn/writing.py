"""Where a missing property is written, and what is deleted with an entry, so that the text stays YAML or JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lambdalint.frontends import spell
from lambdalint.source import Span
from lambdalint.syntax.yamltree import Entry, Mapping, Node, Scalar
from lambdalint.syntax.yamltree import Sequence as YamlSequence
from lambdalint.value import Slot

Speller = Callable[[object], str]

_STEP = 2
_REST = re.compile(rb"[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z)")
_SPELLERS: dict[str, Speller] = {
    "plain": spell.yaml,
    "single": spell.yaml_single,
    "double": spell.yaml_double,
    "json": spell.as_json,
}


def literal(node: Scalar) -> Slot | None:
    """A slot that replaces the text of a scalar; None for block scalars and for what isn't written."""
    speller = _SPELLERS.get(node.style)
    return Slot(node.span, "", "", speller) if speller is not None else None


def listing(node: YamlSequence, text: bytes) -> Slot:
    """A slot that replaces all members of a list."""
    if node.style == "json":
        return Slot(node.span, "", "", spell.as_json)
    if node.style == "flow":
        return Slot(node.span, "", "", spell.yaml)
    indent = " " * _column(node.span.start, text)

    def block(value: object) -> str:
        members = value if isinstance(value, tuple | list) else (value,)
        return f"\n{indent}".join(f"- {spell.yaml(m)}" for m in members)

    return Slot(node.span, "", "", block)


def _column(at: int, text: bytes) -> int:
    return at - (text.rfind(b"\n", 0, at) + 1)


def _newline(text: bytes) -> str:
    return "\r\n" if b"\r\n" in text else "\n"


# -- insertion -------------------------------------------------------------------------------------------------------


def insertion(
    target: Mapping, name: str, text: bytes, within: Sequence[str] = (), spelled: Speller | None = None
) -> Slot | None:
    """A slot that adds `name: value` to a mapping, inside new mappings named `within`; None where there is no place."""
    entries = sorted((e for e in target.entries if target.span.contains(e.span)), key=lambda e: e.span.start)
    if target.style == "block":
        return _in_block(entries, name, text, within, spelled or spell.yaml)
    quoted = target.style == "json"
    key = f'"{name}": ' if quoted else f"{name}: "
    opened = "".join(f'"{w}": {{' if quoted else f"{w}: {{" for w in within)
    before, after = opened + key, "}" * len(within)
    speller = spelled or (spell.as_json if quoted else spell.yaml)
    if not entries:
        at = target.span.start + 1
        return Slot(Span(target.span.path, at, at), before, after, speller)
    last = entries[-1].span
    line = text[text.rfind(b"\n", 0, last.start) + 1 : last.start]
    if line.strip() == b"" and b"\n" in text[target.span.start : last.start]:
        separator = "," + _newline(text) + line.decode()
    else:
        separator = ", "
    return Slot(Span(last.path, last.end, last.end), separator + before, after, speller)


def _in_block(entries: list[Entry], name: str, text: bytes, within: Sequence[str], speller: Speller) -> Slot | None:
    if not entries:
        return None
    beside = [e for e in entries if isinstance(e.value, Scalar) and _is_one_line(e, text)]
    entry = beside[-1] if beside else entries[-1]
    column = _column(entries[0].span.start, text)
    step = _step(entries, column, text)
    rest = _REST.match(text, entry.span.end)
    if rest is None:
        return None
    newline = _newline(text)
    before, indent = "", " " * column
    for word in within:
        before += f"{indent}{word}:{newline}"
        indent += " " * step
    before += f"{indent}{name}: "
    at = Span(entry.span.path, rest.end(), rest.end())
    if rest[0].endswith(b"\n"):
        return Slot(at, before, newline, speller)
    return Slot(at, newline + before, "", speller)


def _is_one_line(entry: Entry, text: bytes) -> bool:
    return b"\n" not in text[entry.span.start : entry.span.end]


def _step(entries: list[Entry], column: int, text: bytes) -> int:
    """How many columns the file goes in at each level."""
    for entry in entries:
        value: Node = entry.value
        if (
            isinstance(value, Mapping)
            and value.style == "block"
            and value.entries
            and value.span.start > entry.span.start
        ):
            deeper = _column(value.entries[0].span.start, text) - column
            if 0 < deeper <= 8 and entry.span.contains(value.span):
                return deeper
    return _STEP


# -- removal ---------------------------------------------------------------------------------------------------------


def removal(owner: Mapping, name: str, text: bytes) -> Span | None:
    """What to delete so that an entry is gone: its lines, or the entry with one comma. None where it can't be told."""
    entry = owner.entry(name)
    if entry is None or not owner.span.contains(entry.span):
        return None
    span = entry.span
    line = text.rfind(b"\n", 0, span.start) + 1
    if owner.style == "block":
        rest = _REST.match(text, span.end)
        if rest is not None and text[line : span.start].strip() == b"":
            return Span(span.path, line, rest.end())
        following = [e.span.start for e in owner.entries if e.span.start > span.end]
        return Span(span.path, span.start, min(following)) if following else None
    after = re.compile(rb"\s*,[ \t]*(?:\r?\n[ \t]*)?").match(text, span.end)
    if after is not None:
        return Span(span.path, span.start, after.end())
    before = re.search(rb"\s*,\s*\Z", text[max(0, span.start - 500) : span.start])
    return Span(span.path, span.start - len(before[0]), span.end) if before is not None else span


def emptied(root: Mapping, key: Span, names: frozenset[str], text: bytes) -> Span | None:
    """What to delete so that an entry is gone with the mappings, called `names`, that would be left empty.

    None where one of another name would be.
    """
    chain: list[tuple[Mapping, Entry]] = []
    mapping: Node | None = root
    while isinstance(mapping, Mapping):
        entry = next((e for e in mapping.entries if not e.merged and e.span.contains(key)), None)
        if entry is None:
            break
        chain.append((mapping, entry))
        mapping = entry.value if not entry.key.span.contains(key) else None
    if not chain or chain[-1][1].key.span != key:
        return None
    owner, entry = chain.pop()
    while len(owner.entries) == 1 and chain and chain[-1][1].key.text in names:
        owner, entry = chain.pop()
    return removal(owner, entry.key.text, text) if len(owner.entries) > 1 else None
