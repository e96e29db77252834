"""Names while a program is evaluated, and what becomes of them where it isn't known which way it goes."""

from __future__ import annotations

from lambdalint.frontends.script.values import Field, Fields, Instance, Items, Opaque, Thing
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax.scripttree import Function


class Live(NamedTuple):
    """A name that another module of the project gives: it is looked up when it is used."""

    module: str
    name: str


class Scope:
    """Names of a block, function or module. `level` is how many doubts there were when it was made.

    `code` is the function whose parameters it holds.
    """

    __slots__ = ("code", "level", "names", "parent", "this")

    def __init__(self, parent: Scope | None, level: int, this: Instance | None = None) -> None:
        self.parent = parent
        self.level = level
        self.code: Function | None = None
        self.names: dict[str, Thing | Live] = {}
        self.this: Instance | None = this if this is not None else parent.this if parent is not None else None

    def holder(self, name: str) -> Scope | None:
        """The scope that knows a name."""
        scope: Scope | None = self
        while scope is not None and name not in scope.names:
            scope = scope.parent
        return scope


class Doubts:
    """Conditions that aren't known, around what is evaluated now. Changes made under one are forgotten after it."""

    def __init__(self) -> None:
        self._made = 0
        self._open: list[tuple[int, list[tuple[Scope | Instance | Fields | Items, str]]]] = []
        self._born: dict[int, tuple[object, int]] = {}

    @property
    def now(self) -> tuple[int, ...]:
        """The conditions that hold here, outermost first."""
        return tuple(number for number, _ in self._open)

    def born(self, thing: Instance | Fields | Items) -> None:
        """Remember where an object was made: what is made under a condition may be changed under it."""
        if self._open:
            self._born[id(thing)] = (thing, len(self._open))

    def enter(self) -> None:
        """A condition begins."""
        self._made += 1
        self._open.append((self._made, []))

    def leave(self, span: Span) -> None:
        """The innermost condition ends; what was assigned under it isn't known any more."""
        _, changed = self._open.pop()
        level = len(self._open)
        for place, name in changed:
            if self._level(place) > level:
                continue
            _forget(place, name, span)
            if self._open:
                self._open[-1][1].append((place, name))

    def changed(self, place: Scope | Instance | Fields | Items, name: str) -> None:
        """Something was assigned."""
        if self._open and self._level(place) < len(self._open):
            self._open[-1][1].append((place, name))

    def _level(self, place: Scope | Instance | Fields | Items) -> int:
        if isinstance(place, Scope):
            return place.level
        return self._born.get(id(place), (None, 0))[1]


def _forget(place: Scope | Instance | Fields | Items, name: str, span: Span) -> None:
    unknown = Opaque(span, "it depends on a condition that isn't known")
    if isinstance(place, Scope):
        place.names[name] = unknown
    elif isinstance(place, Instance):
        place.fields[name] = unknown
    elif isinstance(place, Items):
        place.complete = False
    else:
        known = place.fields.get(name)
        where = known.name if known is not None else span
        place.fields[name] = Field(where, None, unknown, where._replace(end=where.start))
