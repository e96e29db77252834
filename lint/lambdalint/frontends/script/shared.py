"""Literals that more than one construct is made with: what one of them needs may not be written there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lambdalint.frontends.script.values import Atom, Call, Fields, Items, Member, Text, Thing
from lambdalint.source import Span

_DEEPEST = 12


def mark(calls: Sequence[Call]) -> None:
    """Tell each construct of a trace which of its literals others use too."""
    uses: dict[Span, int] = {}
    owned = [(call, frozenset(_literals(call.arguments, 0))) for call in calls if _counts(call)]
    for _, spans in owned:
        for span in spans:
            uses[span] = uses.get(span, 0) + 1
    for call, spans in owned:
        call.shared = frozenset(span for span in spans if uses[span] > 1)


def _counts(call: Call) -> bool:
    """Constructs and what is done with them; a call that only makes a value counts with who gets it."""
    return call.new or isinstance(call.callee, Member)


def _literals(things: Sequence[Thing], depth: int) -> Iterator[Span]:
    for thing in things if depth < _DEEPEST else ():
        if isinstance(thing, Atom):
            yield thing.span
        elif isinstance(thing, Fields):
            yield from _literals([field.value for field in thing.fields.values()], depth + 1)
        elif isinstance(thing, Items):
            yield from _literals(thing.items, depth + 1)
        elif isinstance(thing, Text):
            yield from _literals(thing.parts, depth + 1)
        elif isinstance(thing, Call) and not _counts(thing):
            yield from _literals(thing.arguments, depth + 1)
