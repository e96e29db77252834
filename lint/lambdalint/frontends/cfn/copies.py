"""A permission written once more beside itself, for another action: in YAML, JSON and objects of programs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from lambdalint.fix import Edit, apply
from lambdalint.frontends import spell
from lambdalint.frontends.cfn.writing import insertion, literal, removal
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.value import Slot

Limit: TypeAlias = Callable[[object], tuple[str, object]]
"""The property by which a permission for an action counts for calls to the address only, and its value."""

INVOKE = "lambda:InvokeFunction"


class Names(NamedTuple):
    """What a dialect calls the properties of a permission, and the entry of a resource that holds them, if any.

    `identity` is what no two permissions may share, empty where that isn't written.
    """

    properties: str
    action: str
    kind: str
    through: str
    identity: str = ""


def copied(text: bytes, header: Span, name: str, body: yamltree.Mapping, names: Names, principal: str) -> Slot | None:
    """A slot that writes a permission again below itself, by another name, for the action it is given.

    `header` is its key, `body` all that stands there.
    """
    properties = body.get(names.properties) if names.properties else body
    if not isinstance(properties, yamltree.Mapping):
        return None

    def limit(value: object) -> tuple[str, object]:
        if value == INVOKE:
            return names.through, True
        return names.kind, "NONE" if principal == "*" else "AWS_IAM"

    if body.style == properties.style == "block":
        return _in_block(text, header, name, body, properties, names, limit)
    return _edited(text, header, name, body, properties, names, limit)


def _in_block(
    text: bytes,
    header: Span,
    name: str,
    body: yamltree.Mapping,
    properties: yamltree.Mapping,
    names: Names,
    limit: Limit,
) -> Slot | None:
    line = text.rfind(b"\n", 0, header.start) + 1
    indent = text[line : header.start].decode("utf-8", "replace")
    end = max(e.span.end for e in (*body.entries, *properties.entries))
    if indent.strip() or not re.match(rb"[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z)", text[end:]):
        return None
    newline = "\r\n" if b"\r\n" in text else "\n"
    inner = indent + " " * (_column(body.entries[0].span, text) - len(indent))
    deep = " " * _column(properties.entries[0].span, text)
    outer = [_written(e, text) for e in body.entries if e.key.text != names.properties]
    kept = [_written(e, text) for e in properties.entries if e.key.text not in names[1:]]

    def spelled(value: object) -> str:
        word, said = limit(value)
        lines = [f"{indent}{name}:", *(inner + one for one in outer), f"{inner}{names.properties}:"]
        added = (f"{names.action}: {value}", *kept, f"{word}: {spell.yaml(said)}")
        return apart + newline + newline.join((*lines, *(deep + one for one in added)))

    apart = newline if re.search(rb"\n[ \t\r]*\n\Z", text[:line]) else ""
    rest = re.compile(rb"[^\r\n]*").match(text, end)
    place = rest.end() if rest is not None else end
    return Slot(Span(header.path, place, place), "", "", spelled)


def _edited(
    text: bytes,
    header: Span,
    name: str,
    body: yamltree.Mapping,
    properties: yamltree.Mapping,
    names: Names,
    limit: Limit,
) -> Slot | None:
    """The text of the permission as it stands, edited."""
    action = properties.get(names.action)
    if not isinstance(action, yamltree.Scalar) or not all(body.span.contains(e.span) for e in body.entries):
        return None
    if not all(properties.span.contains(e.span) for e in properties.entries):
        return None
    written = literal(action)
    gone = [removal(properties, word, text) for word in names[2:] if properties.entry(word)]
    kept = properties._replace(entries=tuple(e for e in properties.entries if e.key.text not in names[2:]))
    end = max(body.span.end, *(e.span.end for e in body.entries))
    apart = _apart(text, header, end, body.style)
    if written is None or None in gone or apart is None:
        return None
    key = f'"{name}"' if body.style == "json" else name

    def spelled(value: object) -> str:
        word, said = limit(value)
        slot = insertion(kept, word, text)
        edits = [Edit(header, key), Edit(written.span, written.spell(value))]
        edits += [Edit(span, "") for span in gone if span is not None]
        if slot is not None:
            edits.append(Edit(slot.span, slot.before + slot.spell(said) + slot.after))
        made = apply(text, edits)
        return apart + made[header.start : len(made) - (len(text) - end)].decode("utf-8", "replace")

    return Slot(Span(header.path, end, end), "", "", spelled)


def _apart(text: bytes, header: Span, end: int, style: str) -> str | None:
    """What stands between an entry and the next; None where the next can't follow."""
    line = text.rfind(b"\n", 0, header.start) + 1
    indent = text[line : header.start].decode("utf-8", "replace")
    newline = "\r\n" if b"\r\n" in text else "\n"
    if style not in ("block", "flow"):
        return f",{newline}{indent}" if not indent.strip() else ", "
    if indent.strip() or not re.match(rb"[ \t]*(?:\r?\n|\Z)", text[end:]):
        return None
    blank = newline if re.search(rb"\n[ \t\r]*\n\Z", text[:line]) else ""
    return f"{blank}{newline}{indent}"


def _column(span: Span, text: bytes) -> int:
    return span.start - (text.rfind(b"\n", 0, span.start) + 1)


def _written(entry: yamltree.Entry, text: bytes) -> str:
    return text[entry.span.start : entry.span.end].decode("utf-8", "replace")
