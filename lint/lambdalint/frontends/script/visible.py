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
    """The names of one file, and its calls. `body` are its statements, `text` its bytes."""

    def __init__(self, body: Sequence[tree.Statement], text: bytes) -> None:
        self._text = text
        self._calls: dict[Span, tree.Call] = {}
        self._linked: set[Span] = set()
        self._assigned: dict[Span, tuple[Span, tree.Expr]] = {}
        self._tests: dict[Span, tree.Expr] = {}
        self._alone: set[Span | None] = set()
        self._places: dict[str, list[Span]] = {}
        self._given: dict[Span, tuple[Span, Span]] = {}
        self._written: Counter[bytes] | None = None
        blocks = [body]
        for part in parts(body):
            if isinstance(part, tree.Call):
                self._calls[part.span] = part
            elif isinstance(part, tree.Member) and isinstance(part.target, tree.Call):
                self._linked.add(part.target.span)
            elif isinstance(part, tree.Block):
                blocks.append(part.body)
                if len(part.body) == 1:
                    self._alone.add(_place(part.body[0]))
            elif isinstance(part, tree.If):
                self._tests |= _tested(part)
            else:
                self._assigned |= _written(part)
            for span in _bound(part):
                self._places.setdefault(self.word(span), []).append(span)
        for statements in blocks:
            self._gather(statements)

    def _gather(self, statements: Sequence[tree.Statement]) -> None:
        given = [pair for statement in statements for pair in _given(statement)]
        if given:
            spans = [span for part in parts(statements) if isinstance(span := getattr(part, "span", None), Span)]
            whole = Span(spans[0].path, min(span.start for span in spans), max(span.end for span in spans))
            self._given |= {value: (target, whole) for target, value in given}

    def call(self, span: Span) -> tree.Call | None:
        """The call that is written at a place."""
        return self._calls.get(span)

    def is_linked(self, span: Span) -> bool:
        """True for a call of whose result a member is taken, as the next link of a chain does."""
        return span in self._linked

    def test(self, statement: Span) -> tree.Expr | None:
        """The condition under which there is nothing but one statement; None where it may do something by itself."""
        return self._tests.get(statement)

    def is_alone(self, statement: Span) -> bool:
        """True for a statement that is all of a block."""
        return statement in self._alone

    def assignment(self, target: Span) -> tuple[Span, tree.Expr] | None:
        """The statement that gives a member of a known name a value, and what the member belongs to."""
        return self._assigned.get(target)

    def of(self, made: Span, at: Span) -> str | None:
        """What a place calls the value of the expression `made`; None where it has no name there, or one in doubt."""
        target, whole = self._given.get(made, (None, made))
        if target is None or not whole.contains(at) or made.end > at.start:
            return None
        word = self.word(target)
        return word if len(self.bound(word)) == 1 else None

    def bound(self, word: str) -> Sequence[Span]:
        """All places that give a name a value."""
        return self._places.get(word, ())

    def count(self, word: str) -> int:
        """How often a name is written outside of texts and comments."""
        if self._written is None:
            self._written = Counter(_WORD.findall(_SAID.sub(b"", self._text)))
        return self._written[word.encode()]

    def word(self, span: Span) -> str:
        """The text of a name."""
        return self._text[span.start : span.end].decode("utf-8", "replace")


def parts(node: object) -> Iterator[Any]:
    """A node and all below it, in no order."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple) and not isinstance(one, Span):
            if hasattr(one, "_fields"):
                yield one
            waiting += one


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


def _place(statement: Any) -> Span | None:
    """Where what a statement evaluates stands."""
    return statement.value.span if isinstance(statement, tree.Evaluate) else None


def _tested(choice: tree.If) -> dict[Span, tree.Expr]:
    """The test of a choice with one statement and no other side, by the place of that statement."""
    body = choice.then.body if isinstance(choice.then, tree.Block) else (choice.then,)
    place = _place(body[0]) if choice.otherwise is None and len(body) == 1 else None
    does = any(isinstance(part, tree.Call | tree.Assignment | tree.Hole) for part in parts(choice.test))
    return {place: choice.test} if place is not None and not does else {}


def _written(part: Any) -> dict[Span, tuple[Span, tree.Expr]]:
    """`x.name = value` and `x["name"] = value`, by the place of what is assigned to."""
    assigned: Any = part.value if isinstance(part, tree.Evaluate) else part
    target: Any = None
    if isinstance(assigned, tree.Assignment) and assigned.operator == "=":
        target = assigned.target
    elif type(assigned).__name__ == "Store" and len(assigned.targets) == 1:
        target = assigned.targets[0]
    named = isinstance(target, tree.Member) or (isinstance(target, tree.Index) and isinstance(target.key, tree.Literal))
    return {target.span: (assigned.span, target.target)} if named else {}


def _bound(part: Any) -> Iterator[Span]:
    """The places at which a node itself gives names values."""
    if isinstance(part, tree.Call | tree.Member | tree.Index):
        return
    waiting: list[Any] = [
        getattr(part, name, None) for name in (_OF_LOOPS if type(part).__name__ == "Range" else _BINDING)
    ]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, tree.Name | tree.Member):
            yield inner.span
        elif isinstance(inner, tuple) and not isinstance(inner, Span | tree.Index):
            waiting += inner
