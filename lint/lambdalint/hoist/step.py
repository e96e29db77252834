"""One thing that start-up does instead of a function."""

from __future__ import annotations

from lambdalint.hoist.startup import Inputs
from lambdalint.model import goast
from lambdalint.model.goast import Expr, If, Name, Node
from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Step(NamedTuple):
    """One thing that start-up does instead.

    `make`: `target = value`, a local name of the function or a package variable; `const`: the same for a constant;
    `inside`: `value` stood inside another expression, and there is no target. `run`: the statement as it is. `ping`:
    `value` gives an error and nothing else. `choice`: statements of one block, `body`, give several `targets` their
    values; `value` is the first thing that they make, and `checks` are those of errors in them, with the words for it.
    `fails`: the call gives an error that is checked, `ignored` one that isn't. `errors` are those, by `ref`, that a
    choice sets and that are declared outside. `kept`: the function keeps its own, this is a copy.
    """

    kind: str
    statement: Node
    value: Expr
    target: Name | None
    fails: bool
    ignored: bool
    message: str
    inputs: Inputs
    kept: bool
    targets: tuple[Name, ...] = ()
    body: tuple[Node, ...] = ()
    checks: tuple[tuple[If, str], ...] = ()
    errors: frozenset[str] = frozenset()

    @property
    def nodes(self) -> tuple[Node, ...]:
        """What runs at start-up."""
        return self.body or (self.value,)

    @property
    def at(self) -> int:
        """Its place among the others of its function: after all that it needs."""
        return self.body[-1].span.start if self.body else self.value.span.start

    @property
    def names(self) -> tuple[Name, ...]:
        """The names that it gives values."""
        return self.targets or (() if self.target is None else (self.target,))

    @property
    def sets_error(self) -> bool:
        """True where a choice needs `err` to be there."""
        return bool(self.errors)

    @property
    def may_fail(self) -> bool:
        """True where an error of it ends the program."""
        return self.fails or bool(self.checks)

    def holds(self, span: Span) -> bool:
        """True for a place in what runs at start-up."""
        return any(node.span.contains(span) for node in self.nodes)

    def uses(self) -> list[Node]:
        """Everything in what runs at start-up."""
        return [inner for node in self.nodes for inner in goast.walk(node)]


class Handed(NamedTuple):
    """What a caller always hands over: the name `ref` that one of its steps gives a value."""

    step: Step
    ref: str
