"""Which names a place of a program knows, and what they were given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree

_BINDING = ("pattern", "target", "targets", "parameters")
_OF_LOOPS = ("key", "value")
_SAID = pattern(rb'"(?:[^"\\\n]|\\.)*"|`[^`]*`|//[^\n]*')
_WORD = pattern(rb"\w+")


class Names:
    """The names of one file. `body` are its statements, `text` its bytes."""

    def __init__(self, body: Sequence[tree.Statement], text: bytes) -> None:
        self.body = body
        self._text = text
        self._places: dict[str, list[Span]] | None = None
        self._written: Counter[bytes] | None = None

    def of(self, made: Span, at: Span) -> str | None:
        """What a place calls the value of the expression `made`; None where it has no name there, or one in doubt."""
        found = [target for target, value in _visible(self.body, at) if value == made]
        word = self.word(found[-1]) if found else ""
        return word if len(self.bound(word)) == 1 else None

    def bound(self, word: str) -> Sequence[Span]:
        """All places that give a name a value."""
        if self._places is None:
            self._places = {}
            for span in _bound(self.body):
                self._places.setdefault(self.word(span), []).append(span)
        return self._places.get(word, ())

    def count(self, word: str) -> int:
        """How often a name is written outside of texts and comments."""
        if self._written is None:
            self._written = Counter(_WORD.findall(_SAID.sub(b"", self._text)))
        return self._written[word.encode()]

    def word(self, span: Span) -> str:
        """The text of a name."""
        return self._text[span.start : span.end].decode("utf-8", "replace")


def parts(node: object, around: Span | None = None) -> Iterator[Any]:
    """A node and all below it, in no order; with `around`, only those that may hold that place."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, tuple) or isinstance(one, Span):
            continue
        if hasattr(one, "_fields"):
            span = getattr(one, "span", None)
            if around is not None and isinstance(span, Span) and not span.contains(around):
                continue
            yield one
        waiting += one


def holds(node: object, at: Span) -> bool:
    """True when a place lies in a node."""
    return any(isinstance(getattr(part, "span", None), Span) for part in parts(node, at))


def blocks(node: object, at: Span) -> Iterator[tree.Block]:
    """The nearest blocks of statements in a node that hold a place."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tree.Block):
            if holds(one.body, at):
                yield one
        elif isinstance(one, tuple) and not isinstance(one, Span):
            span = getattr(one, "span", None)
            if not isinstance(span, Span) or span.contains(at):
                waiting += one


def _visible(body: Sequence[tree.Statement], at: Span) -> Iterator[tuple[Span, Span]]:
    """The names that a place knows, each with what it was given, the nearest last."""
    for statement in body:
        if holds(statement, at):
            for block in blocks(statement, at):
                yield from _visible(block.body, at)
            return
        yield from _given(statement)


def _given(statement: Any) -> Iterator[tuple[Span, Span]]:
    """The names that a statement gives values to; of several results the first counts."""
    assigned = statement.value if isinstance(statement, tree.Evaluate) else statement
    targets = getattr(assigned, "targets", None) or (
        getattr(assigned, "pattern", None) or getattr(assigned, "target", None),
    )
    values = getattr(assigned, "values", None) or (getattr(assigned, "value", None),)
    if isinstance(assigned, tree.Assignment) and assigned.operator != "=":
        return
    if isinstance(targets[0], tree.Name | tree.Member) and values[0] is not None:
        yield targets[0].span, values[0].span


def _bound(body: Sequence[tree.Statement]) -> Iterator[Span]:
    """All places that give a name a value."""
    for part in parts(body):
        if isinstance(part, tree.Call | tree.Member | tree.Index):
            continue
        names = _OF_LOOPS if type(part).__name__ == "Range" else _BINDING
        for inner in parts(tuple(getattr(part, name, None) for name in names)):
            if isinstance(inner, tree.Name | tree.Member):
                yield inner.span
