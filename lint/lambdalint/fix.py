"""What a fix is: text edits in any number of files, applied as one or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Applicability(IntEnum):
    """How far a fix may be trusted.

    SAFE: the meaning stays, or becomes what was clearly intended. UNSAFE: behaviour, permissions or deployed
    resources may change. DISPLAY: shown to people, never applied.
    """

    DISPLAY = 1
    UNSAFE = 2
    SAFE = 3


class Edit(NamedTuple):
    """Replace the bytes of `span` with `text`. An empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A way out. `title` is an imperative clause; `edits` are disjoint.

    Of fixes that share a word of `apart`, one is applied in a round: they could clash where their edits don't.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability
    apart: tuple[str, ...] = ()


def problem(fix: Fix, sizes: dict[str, int]) -> str | None:
    """Why a fix can't be applied, or None: spans in range, sorted per file, disjoint, each changing something.

    What is only shown may be said in its title alone.

    `sizes` maps each known path to its length in bytes.
    """
    if not fix.edits:
        return None if fix.applicability is Applicability.DISPLAY else "has no edits"
    last: dict[str, Edit] = {}
    for edit in sorted(fix.edits, key=lambda e: e.span):
        size = sizes.get(edit.span.path)
        if size is None:
            return f"edits {edit.span.path}, which was not read"
        if not 0 <= edit.span.start <= edit.span.end <= size:
            return f"edits bytes {edit.span.start}..{edit.span.end} of {edit.span.path}, which has {size}"
        if edit.span.start == edit.span.end and not edit.text:
            return f"has an edit that changes nothing in {edit.span.path}"
        before = last.get(edit.span.path)
        if before is not None and (edit.span.start < before.span.end or edit.span == before.span):
            return f"has edits that overlap in {edit.span.path}"
        last[edit.span.path] = edit
    return None


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """`data` with disjoint edits of one file made; offsets refer to `data` as given."""
    parts: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda e: e.span):
        parts += (data[at : edit.span.start], edit.text.encode("utf-8"))
        at = edit.span.end
    parts.append(data[at:])
    return b"".join(parts)
