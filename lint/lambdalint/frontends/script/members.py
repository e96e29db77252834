"""Members of literals by their place: the entry of an object, the item of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lambdalint.frontends.script.visible import parts
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree

_MEMBERS = {"Object": "entries", "Array": "items", "Composite": "elements"}


class Held(NamedTuple):
    """An entry or item as its tree has it, and all members of the literal that holds it."""

    node: Any
    beside: tuple[Any, ...]


class Members:
    """The members of all literals of one file, whose statements are `body`."""

    def __init__(self, body: Sequence[tree.Statement]) -> None:
        self._elements: dict[Span, Held] = {}
        self._literals: dict[Span, tuple[Any, ...]] = {}
        for part in parts(body):
            kind = type(part).__name__
            if kind in _MEMBERS:
                beside = self._literals[part.span] = getattr(part, _MEMBERS[kind])
                for member in beside:
                    self._elements[_known_by(member)] = Held(member, beside)

    def entry(self, name: Span) -> Held | None:
        """The entry with a name that stands at a place."""
        found = self._elements.get(name)
        keyed = found is not None and getattr(found.node, "key", None) is not None and _is_plain(found.node)
        return found if keyed else None

    def at(self, round_of_loop: Span, place: Span) -> Held | None:
        """The member that a loop is at and that holds a place (see `State.rounds`); None where it isn't written out."""
        if not round_of_loop.contains(place):
            return None
        beside = self._literals.get(round_of_loop, ())
        inner = next((Held(member, beside) for member in beside if member.span.contains(place)), None)
        found = self._elements.get(round_of_loop, inner)
        return found if found is not None and _is_plain(found.node) else None


def value_of(literal: Any, name: Span) -> Span | None:
    """Where the value of an entry stands, by the place of its name, in an object or the arguments of a call."""
    given = getattr(literal, "named", None) or literal
    members = getattr(given, _MEMBERS.get(type(given).__name__, ""), ())
    return next((member.value.span for member in members if _known_by(member) == name and _is_plain(member)), None)


def _is_plain(member: Any) -> bool:
    return not isinstance(member, tree.Spread) and getattr(member, "literal", True)


def _known_by(member: Any) -> Span:
    """What a loop knows a member by: the name of an entry, the whole of an item."""
    span: Span = member.key.span if isinstance(member, tree.Entry) else getattr(member, "place", member.span)
    return span
