"""The state of an evaluator, what it asks of a language, and what its parts ask of each other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, TypeAlias

from lambdalint.frontends.script import operators
from lambdalint.frontends.script.scopes import Doubts, Live, Scope
from lambdalint.frontends.script.values import (
    Call,
    Closure,
    Field,
    Foreign,
    Member,
    Opaque,
    Thing,
)
from lambdalint.model.gap import Gap
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.value import Slot

STEPS = 400_000
DEEPEST = 170
ROUNDS = 200

_MAKERS = ("core.Duration.", "core.Size.", "lambda.Code.")
"""Functions that always give something."""

CONDITION = "it depends on a condition that isn't known"

End: TypeAlias = tuple[str, Thing | None] | None
"""How a statement ends: None where the next one follows, else `return` (with a value), `throw`, `break`, `continue`."""


Answers: TypeAlias = Callable[[Thing, str, Sequence[Thing], Span], Thing | None]
"""What a method of a thing gives, by its name and arguments, at a place; None where that isn't known."""


class ExhaustedError(Exception):
    """The program does more than is worth following."""


class Host(Protocol):
    """What a language and its libraries do by themselves. `calls_back` names what surely calls what it is given."""

    calls_back: frozenset[str]

    def module(self, name: str, path: str) -> str | Foreign | Thing | None:
        """What an import in a file means: the path of a module of the project, or something else."""

    def script(self, path: str) -> tree.Script | Thing | None:
        """A module of the project, or the value of a data file."""

    def global_name(self, name: str, span: Span) -> Thing:
        """A name that the program doesn't define."""

    def inside(self, path: str, name: str) -> str:
        """The path of a member of a foreign thing."""

    def method(self, run: State, target: Thing, name: str, arguments: list[Thing], span: Span) -> Thing | None:
        """A method of a known value or of the language's own libraries; None where it isn't known."""

    def attribute(self, target: Thing, name: str, span: Span) -> Thing | None:
        """An attribute of a known value; None where it isn't known."""

    def literal_slot(self, span: Span) -> Slot:
        """How a literal is written anew."""

    def name_slot(self, span: Span) -> Slot | None:
        """How the written name of an entry is written anew."""

    def removal(self, span: Span) -> Span:
        """The text to remove for an entry of an object."""

    def head(self, node: tree.Call) -> Span:
        """The text a reader looks for."""


class Module:
    """A module of the project: its names, and which others may use."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.exports: dict[str, str | Live] = {}
        self.stars: list[str] = []


class Frame:
    """A running function: what it may have returned already, and the doubts that this leaves behind."""

    def __init__(self) -> None:
        self.maybe: list[Thing] = []
        self.doubts = 0


class State(ABC):
    """One run of a program.

    `calls` is its trace, `used` all functions and classes that it entered, `gaps` what wasn't followed. `answers` is
    what methods of things outside of the project are known to give. `rounds` are the members of literals that loops
    are at, outermost first, where nothing counts them: the place of an item (of the list, for an object of the
    project's classes) or of the name of an entry.
    """

    def __init__(self, host: Host) -> None:
        self.host = host
        self.answers: Answers | None = None
        self.calls: list[Call] = []
        self.modules: dict[str, Module] = {}
        self.used: set[int] = set()
        self.whole = True
        self.gaps: list[Gap] = []
        self.doubts = Doubts()
        self.steps = STEPS
        self.depth = 0
        self.frames: list[Frame] = [Frame()]
        self.rounds: list[Span] = []
        self._uses: dict[tuple[Span, str], int] = {}
        self.statics: dict[int, dict[str, Thing]] = {}

    def tell_of_more(self, made: int, span: Span) -> None:
        """Say that what has been made since `calls` was `made` long may be made more often than it was."""
        if any(call.new for call in self.calls[made:]):
            self.gaps.append(Gap(span, "how often this is done isn't known, it may deploy more"))

    @contextmanager
    def at_member(self, member: Span | None) -> Iterator[None]:
        """What happens while a loop is at a member of a literal; None where it isn't known at which one."""
        if member is None:
            yield
            return
        self.rounds.append(member)
        try:
            yield
        finally:
            self.rounds.pop()

    def step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            self.give_up(Span(next(iter(self.modules), ""), 0, 0), "the program does more than is followed")
            raise ExhaustedError

    def give_up(self, span: Span, reason: str) -> None:
        """Note that something isn't followed."""
        self.whole = False
        self.gaps.append(Gap(span, reason))

    # -- what the parts of an evaluator ask of each other --------------------------------------------------------------

    @abstractmethod
    def value(self, node: tree.Expr, scope: Scope) -> Thing:
        """What an expression gives."""

    @abstractmethod
    def body(self, body: Sequence[tree.Statement], scope: Scope, path: str = "") -> End:
        """Run statements; `path` is given for those of a whole module."""

    @abstractmethod
    def bind(self, pattern: tree.Pattern | None, value: Thing, scope: Scope, new: bool) -> None:
        """Give a value to the names of a pattern."""

    @abstractmethod
    def member(self, target: Thing, name: str, span: Span, name_span: Span) -> Thing:
        """`target.name`."""

    @abstractmethod
    def set_member(self, target: Thing, name: str | None, value: Thing, span: Span) -> None:
        """`target.name = value`; without a name, anything may have changed."""

    @abstractmethod
    def invoke(self, closure: Closure, arguments: list[Thing], span: Span) -> Thing:
        """Call a function of the project."""

    @abstractmethod
    def export(self, path: str, name: str, seen: frozenset[str] = frozenset()) -> Thing | None:
        """What a module gives under a name; None where it gives nothing."""

    @abstractmethod
    def _closure(self, node: tree.Function | tree.Class, scope: Scope) -> Closure:
        """A function or class with the scope it was made in."""

    @abstractmethod
    def _arguments(self, node: tree.Call, scope: Scope) -> list[Thing]:
        """The values that a call passes."""

    @abstractmethod
    def _frame(self, code: tree.Function, scope: Scope, arguments: list[Thing], span: Span) -> Thing:
        """What a function gives back when it runs in a scope of its own."""

    def truth(self, thing: Thing) -> bool | None:
        """Whether a value counts as true; None where that isn't known."""
        return operators.truth(thing)

    def outward(self, callee: Foreign | Member, arguments: list[Thing], node: tree.Call, new: bool) -> Call:
        """Record a call of something that the project doesn't hold."""
        now = self.doubts.now
        made = Call(callee, arguments, node.span, self.host.head(node), new, not now, now)
        made.rounds = tuple(self.rounds)
        self.calls.append(made)
        return made

    def field(self, span: Span, value: Thing) -> Field:
        """An entry of an object that no text of its own stands for."""
        return Field(span, None, value, span._replace(end=span.start))


def is_certain(thing: Thing) -> bool:
    """True for what is, or surely isn't, null."""
    if isinstance(thing, Call):
        return thing.new or thing.path.startswith(_MAKERS)
    if isinstance(thing, Foreign):
        return not thing.path.startswith("process.")
    return not isinstance(thing, Opaque | Member)


def span_of_node(node: Any) -> Span:
    return node.span if hasattr(node, "span") else Span("", 0, 0)
