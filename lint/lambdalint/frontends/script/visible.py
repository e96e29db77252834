"""Which names a place of a program knows, and what they were given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree

_BINDING = ("pattern", "target", "targets", "parameters")
_OF_LOOPS = ("key", "value")


def name_of(made: Span, at: Span, body: Sequence[tree.Statement], text: bytes) -> str | None:
    """What a place calls the value of the expression `made`; None where it has no name there, or one with doubts.

    `body` are the statements of the file that holds both, `text` its bytes.
    """
    found = [target for target, value in _visible(body, at) if value == made]
    if not found:
        return None
    word = _word(found[-1], text)
    return word if sum(1 for span in bound(body) if _word(span, text) == word) == 1 else None


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


def bound(body: Sequence[tree.Statement]) -> Iterator[Span]:
    """All places that give a name a value."""
    for part in parts(body):
        if isinstance(part, tree.Call | tree.Member | tree.Index):
            continue
        names = _OF_LOOPS if type(part).__name__ == "Range" else _BINDING
        for inner in parts(tuple(getattr(part, name, None) for name in names)):
            if isinstance(inner, tree.Name | tree.Member):
                yield inner.span


def _word(span: Span, text: bytes) -> str:
    return text[span.start : span.end].decode("utf-8", "replace")
