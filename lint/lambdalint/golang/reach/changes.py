"""What code sets: the places that a stretch of a function changes, itself or through what it calls."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter
from typing import TypeVar

from lambdalint.golang.flow.index import set_by_call
from lambdalint.golang.flow.origins import Flow
from lambdalint.golang.flow.plain import Resolved
from lambdalint.golang.flow.targets import Targets
from lambdalint.model.goast import Call, Expr, Selector
from lambdalint.record import NamedTuple

T = TypeVar("T")

_DEPTH = 4
_MOST = 8
_start = itemgetter(0)


class Changes(NamedTuple):
    """What one function does to places, in the order of the text; each with the offset at which it starts.

    `written` are targets of assignments, `handed` what calls get the address of or what their method changes, `runs`
    what runs there: the functions that calls name and function literals by their keys, and the calls that it takes the
    program to tell of.
    """

    written: list[tuple[int, str]]
    handed: list[tuple[int, str]]
    runs: list[tuple[int, Call | tuple[str, ...]]]


class Setters:
    """Tells what the functions of one program set."""

    def __init__(self, flow: Flow, targets: Targets) -> None:
        self.flow = flow
        self.targets = targets
        self._changes: dict[str, Changes] = {}
        self._set_by: dict[str, frozenset[str]] = {}
        self._families: dict[str, frozenset[str]] = {}

    def sets(self, places: frozenset[str], function: str, start: int, end: int) -> bool:
        """True when the text between two offsets of a function sets one of the places, or the function does so later:
        with what the text found.
        """
        changes = self._of(function)
        places = frozenset(place for place in places if "|" not in place or place in self._family(place))
        return bool(places) and (
            any(place in places for _, place in _between(changes.written, start, None))
            or any(place in places for _, place in _between(changes.handed, start, end))
            or any(self._runs(what, places, function) for _, what in _between(changes.runs, start, end))
        )

    def _family(self, place: str) -> frozenset[str]:
        """What the function that a local belongs to and the literals in it set: nothing else can set the local."""
        holder = place.partition("|")[0]
        known = self._families.get(holder)
        if known is None:
            every = [self._of(key) for key in self.flow.index.with_closures((holder,))]
            found = {own for changes in every for _, own in (*changes.written, *changes.handed)}
            known = self._families[holder] = frozenset(found)
        return known

    def _runs(self, what: Call | tuple[str, ...], places: frozenset[str], function: str) -> bool:
        return any(not places.isdisjoint(self._by(key, _DEPTH)) for key in self._run_by(what, function))

    def _run_by(self, what: Call | tuple[str, ...], function: str) -> tuple[str, ...]:
        """The functions that run there."""
        return _keys(self.targets.of(what, function)) if isinstance(what, Call) else what

    def _by(self, key: str, depth: int) -> frozenset[str]:
        """All that a function sets."""
        known = self._set_by.get(key)
        if known is None:
            self._set_by[key] = frozenset()
            changes = self._of(key)
            found = {place for _, place in changes.written}
            found.update(place for _, place in changes.handed)
            if depth > 1:
                for _, what in changes.runs:
                    for target in self._run_by(what, key):
                        found |= self._by(target, depth - 1)
            known = self._set_by[key] = frozenset(found)
        return known

    def _of(self, function: str) -> Changes:
        known = self._changes.get(function)
        if known is None:
            known = self._changes[function] = self._find(function)
        return known

    def _find(self, function: str) -> Changes:
        body = self.flow.index.body(function)
        changes = Changes([], [], [(closure.span.start, (closure.function,)) for closure, _ in body.closures])
        for write in body.writes:
            self._note(changes.written, write.target, function)
        for call, _, runs, _ in self.targets.plain.of(function):
            what = call if runs is None else _keys(runs)
            if what:
                changes.runs.append((call.span.start, what))
            for operand in set_by_call(call):
                if not self._is_seen_into(call, operand, function):
                    self._note(changes.handed, operand, function)
        for found in (changes.written, changes.handed, changes.runs):
            found.sort(key=_start)
        return changes

    def _is_seen_into(self, call: Call, operand: Expr, function: str) -> bool:
        """True for the value of a method of the project: what it sets is read there, whatever its name says."""
        by_method = type(call.function) is Selector and call.function.operand is operand
        return by_method and bool(self.targets.of(call, function).targets)

    def _note(self, found: list[tuple[int, str]], target: Expr, function: str) -> None:
        place = self.flow.index.place(target, function)
        if place:
            found.append((target.span.start, place))
            if place.endswith("[]"):
                found.append((target.span.start, place[:-2]))


def _keys(runs: Resolved) -> tuple[str, ...]:
    return tuple(target.key for target in runs.targets[:_MOST]) if runs.targets else ()


def _between(found: list[tuple[int, T]], start: int, end: int | None) -> Iterator[tuple[int, T]]:
    """Those of a list in order that start between two offsets."""
    for at in range(bisect_left(found, start, key=_start), len(found)):
        if end is not None and found[at][0] >= end:
            return
        yield found[at]
