"""Where a missing property is written, and what is deleted with an entry, so that the text stays as it is: YAML, JSON,
or the object of a program in TypeScript or JavaScript.

Objects of programs have the style `script` and the quotes that the file uses; what a program makes is `made`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lambdalint.frontends import spell
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax.yamltree import Entry, Mapping, Node, Scalar
from lambdalint.syntax.yamltree import Sequence as YamlSequence
from lambdalint.value import Slot

Speller = Callable[[object], str]

_STEP = 2
_REST = pattern(rb"[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z)")
_SPELLERS: dict[str, Speller] = {
    "plain": spell.yaml,
    "single": spell.yaml_single,
    "double": spell.yaml_double,
    "json": spell.as_json,
    "name": spell.bare,
}
_SCRIPT = "script"
MADE = "made"
"""The style of what no text spells."""
_BARE = pattern(r"[A-Za-z_$][\w$]*")


def script_style(quote: str) -> str:
    """The style of objects and literals in programs that use these quotes."""
    return _SCRIPT + quote


def speller_of(style: str) -> Speller | None:
    """How values are written in a style; None for one in which they aren't."""
    if style.startswith(_SCRIPT):
        return lambda value: spell.script(value, style[-1])
    return _SPELLERS.get(style)


def literal(node: Scalar) -> Slot | None:
    """A slot that replaces the text of a scalar; None for block scalars and for what isn't written."""
    speller = speller_of(node.style)
    return Slot(node.span, "", "", speller) if speller is not None else None


def listing(node: YamlSequence, text: bytes) -> Slot | None:
    """A slot that replaces all members of a list."""
    if node.style == MADE:
        return None
    if node.style == "flow":
        return Slot(node.span, "", "", spell.yaml)
    if node.style != "block":
        return Slot(node.span, "", "", _spread(node, text, speller_of(node.style) or spell.as_json))
    indent = " " * _column(node.span.start, text)

    def block(value: object) -> str:
        members = value if isinstance(value, tuple | list) else (value,)
        return f"\n{indent}".join(f"- {spell.yaml(m)}" for m in members)

    return Slot(node.span, "", "", block)


def _spread(node: YamlSequence, text: bytes, speller: Speller) -> Speller:
    """Writes a list with a line for each member, where it is written so."""
    inner = node.items[0].span.start if node.items else node.span.start
    line = text[text.rfind(b"\n", 0, inner) + 1 : inner]
    closing = text[text.rfind(b"\n", 0, node.span.end) + 1 : node.span.end - 1]
    if b"\n" not in text[node.span.start : inner] or line.strip() or closing.strip():
        return speller
    newline = _newline(text) + line.decode()

    def spread(value: object) -> str:
        members = value if isinstance(value, tuple | list) else (value,)
        comma = "," if text[: node.span.end - 1].rstrip().endswith(b",") else ""
        listed = f",{newline}".join(map(speller, members))
        return f"[{newline}{listed}{comma}{_newline(text)}{closing.decode()}]"

    return spread


def _column(at: int, text: bytes) -> int:
    return at - (text.rfind(b"\n", 0, at) + 1)


def _newline(text: bytes) -> str:
    return "\r\n" if b"\r\n" in text else "\n"


# -- insertion -------------------------------------------------------------------------------------------------------


def insertion(
    target: Mapping, name: str, text: bytes, within: Sequence[str] = (), spelled: Speller | None = None
) -> Slot | None:
    """A slot that adds `name: value` to a mapping, inside new mappings named `within`; None where there is no place.

    A name that is there stays the only one of its kind: a null is replaced, any other value is left alone.
    """
    entries = sorted((e for e in target.entries if target.span.contains(e.span)), key=lambda e: e.span.start)
    if target.style == MADE:
        return None
    outer = within[0] if within else name
    written = next((e.value for e in entries if e.key.text == outer and not e.merged), None)
    if written is not None:
        return _in_place_of(written, spelled or speller_of(target.style)) if not within else None
    if target.style == "block":
        return _in_block(entries, name, text, within, spelled or spell.yaml)
    speller = spelled or speller_of(target.style) or spell.yaml
    before = "".join(f"{key_of(w, target.style)}{{" for w in within) + key_of(name, target.style)
    after = "}" * len(within)
    if target.style.startswith(_SCRIPT):
        before, after = before.replace("{", "{ "), " }" * len(within)
    if not entries:
        at = target.span.start + 1
        if target.style.startswith(_SCRIPT):
            before, after = " " + before, after + " "
        return Slot(Span(target.span.path, at, at), before, after, speller)
    last = entries[-1].span
    line = text[text.rfind(b"\n", 0, last.start) + 1 : last.start]
    if line.strip() == b"" and b"\n" in text[target.span.start : last.start]:
        separator = "," + _newline(text) + line.decode()
    else:
        separator = ", "
    return Slot(Span(last.path, last.end, last.end), separator + before, after, speller)


def _in_place_of(written: Node, speller: Speller | None) -> Slot | None:
    is_null = isinstance(written, Scalar) and written.value is None and written.text in ("null", "~")
    return Slot(written.span, "", "", speller or spell.yaml) if is_null else None


def key_of(name: str, style: str) -> str:
    """A key as mappings of a style write it, with its colon."""
    if style == "json":
        return f'"{name}": '
    if style.startswith(_SCRIPT) and not _BARE.fullmatch(name):
        return f"{spell.script(name, style[-1])}: "
    return f"{name}: "


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
    if entry is None or owner.style == MADE or not owner.span.contains(entry.span):
        return None
    span = entry.span
    line = text.rfind(b"\n", 0, span.start) + 1
    if owner.style == "block":
        rest = _REST.match(text, span.end)
        if rest is not None and text[line : span.start].strip() == b"":
            return Span(span.path, line, rest.end())
        following = [e.span.start for e in owner.entries if e.span.start > span.end]
        return Span(span.path, span.start, min(following)) if following else None
    if owner.style.startswith(_SCRIPT):
        rest = re.compile(rb"[ \t]*,?[ \t]*(?://[^\n]*)?\r?\n").match(text, span.end)
        if rest is not None and text[line : span.start].strip() == b"":
            return Span(span.path, line, rest.end())
    after = re.compile(rb"\s*,[ \t]*(?:\r?\n[ \t]*)?").match(text, span.end)
    if after is not None:
        return Span(span.path, span.start, after.end())
    before = re.search(rb"\s*,\s*\Z", text[max(0, span.start - 500) : span.start])
    if before is not None:
        return Span(span.path, span.start - len(before[0]), span.end)
    alone = re.compile(rb"[ \t]*(?=\})").match(text, span.end)
    opened = text[line : span.start].rstrip(b" \t")
    if alone is None or not opened.endswith(b"{"):
        return span
    return Span(span.path, line + len(opened), alone.end())


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
