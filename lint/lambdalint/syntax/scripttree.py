"""Programs of scripting languages as plain trees: what a partial evaluator needs of them, and nothing else."""

from __future__ import annotations

from typing import Protocol, TypeAlias

from lambdalint.record import NamedTuple
from lambdalint.source import Span

# -- expressions -----------------------------------------------------------------------------------------------------


class Literal(NamedTuple):
    """A string, number, bool or null. `exact`: the text of `span` spells it and may be replaced by another literal."""

    value: str | int | float | bool | None
    span: Span
    exact: bool = True


class Template(NamedTuple):
    """A text with expressions between its strings."""

    parts: tuple[Expr, ...]
    span: Span


class Name(NamedTuple):
    """A name, `this` and `super` among them."""

    name: str
    span: Span


class Member(NamedTuple):
    """`target.name`; `optional` for `target?.name`."""

    target: Expr
    name: str
    name_span: Span
    span: Span
    optional: bool


class Index(NamedTuple):
    """`target[key]`."""

    target: Expr
    key: Expr
    span: Span
    optional: bool


class Call(NamedTuple):
    """`target(arguments)`, `new target(arguments)`. `named` are keyword arguments, as an object."""

    target: Expr
    arguments: tuple[Expr, ...]
    named: Object | None
    span: Span
    new: bool
    optional: bool


class Spread(NamedTuple):
    """`...value` in a list, an object or arguments."""

    value: Expr
    span: Span


class Entry(NamedTuple):
    """One entry of an object. `key` is an expression that gives its name; `literal` where it is written out.

    `shorthand` for `{ name }`.
    """

    key: Expr
    value: Expr
    span: Span
    literal: bool
    shorthand: bool


class Object(NamedTuple):
    """An object literal, from its opening to its closing bracket."""

    entries: tuple[Entry | Spread, ...]
    span: Span


class Array(NamedTuple):
    """A list literal."""

    items: tuple[Expr, ...]
    span: Span


class Function(NamedTuple):
    """A function, method or closure. `body` is an expression for one that only gives a value.

    `bound`: `this` is that of the place where it is written.
    """

    name: str
    parameters: tuple[Pattern, ...]
    body: Expr | Block
    span: Span
    bound: bool


class ClassMember(NamedTuple):
    """A member of a class: a Function for `kind` `method`, `getter` or `constructor`, an expression for a `field`."""

    name: str
    kind: str
    static: bool
    value: Expr | None


class Class(NamedTuple):
    """A class. `properties` are the names of constructor parameters that become fields."""

    name: str
    base: Expr | None
    members: tuple[ClassMember, ...]
    properties: tuple[str, ...]
    span: Span


class Binary(NamedTuple):
    """`left operator right`."""

    operator: str
    left: Expr
    right: Expr
    span: Span


class Unary(NamedTuple):
    """`operator value`."""

    operator: str
    value: Expr
    span: Span


class Choice(NamedTuple):
    """`test ? then : otherwise`."""

    test: Expr
    then: Expr
    otherwise: Expr
    span: Span


class Assignment(NamedTuple):
    """`target operator value`, where `operator` is `=` or one that ends with it."""

    target: Pattern
    operator: str
    value: Expr
    span: Span


class Hole(NamedTuple):
    """Text that isn't understood. `parts` are expressions in it that may still do something."""

    span: Span
    parts: tuple[Expr, ...] = ()


class Expr(Protocol):
    """Any of the expressions above. A protocol: a union of so many tuples is more than a type checker can narrow."""

    @property
    def span(self) -> Span:
        """Its text."""


# -- patterns --------------------------------------------------------------------------------------------------------


class Default(NamedTuple):
    """A pattern with what it gets where nothing is given."""

    pattern: Pattern
    value: Expr


class Rest(NamedTuple):
    """What is left over."""

    pattern: Pattern


class ObjectPattern(NamedTuple):
    """Names taken out of an object; the last may be a Rest."""

    entries: tuple[tuple[str, Pattern] | Rest, ...]


class ArrayPattern(NamedTuple):
    """Members taken out of a list, None where one is skipped."""

    items: tuple[Pattern | None, ...]


# Name, Member, Index, Default, Rest, ObjectPattern, ArrayPattern or Hole; told apart with isinstance.
Pattern: TypeAlias = object

# -- statements ------------------------------------------------------------------------------------------------------


class Block(NamedTuple):
    """Statements with a scope of their own."""

    body: tuple[Statement, ...]


class Declare(NamedTuple):
    """A new name, or several out of a pattern."""

    pattern: Pattern
    value: Expr | None


class Define(NamedTuple):
    """A function or class under its name."""

    name: str
    value: Function | Class


class Evaluate(NamedTuple):
    """An expression for what it does."""

    value: Expr


class Return(NamedTuple):
    """The end of a function."""

    value: Expr | None


class Leave(NamedTuple):
    """`break`, `continue` or `throw`."""

    kind: str


class If(NamedTuple):
    """A choice between statements."""

    test: Expr
    then: Statement
    otherwise: Statement | None


class Each(NamedTuple):
    """A loop over members; `keys` for one over names."""

    pattern: Pattern
    iterable: Expr
    body: Statement
    keys: bool


class Loop(NamedTuple):
    """Any other loop. `before` runs first, `test` is asked before each round where it is given, `step` after it."""

    before: Statement | None
    test: Expr | None
    step: Expr | None
    body: Statement


class Switch(NamedTuple):
    """A choice by value; the test of a case is None for the default."""

    value: Expr
    cases: tuple[tuple[Expr | None, tuple[Statement, ...]], ...]


class Try(NamedTuple):
    """Statements that may fail."""

    body: Statement
    handler: Statement | None
    final: Statement | None


class Import(NamedTuple):
    """Names from another module: (name there, name here); `*` for the module itself, `default` for its default."""

    module: str
    names: tuple[tuple[str, str], ...]
    span: Span


class Export(NamedTuple):
    """Names of this module or, with `module`, of another, that others may use: (name here, name for others)."""

    module: str | None
    names: tuple[tuple[str, str], ...]


# Block, Declare, Define, Evaluate, Return, Leave, If, Each, Loop, Switch, Try, Import or Export; told apart with
# isinstance.
Statement: TypeAlias = object


class Script(NamedTuple):
    """A file. `whole` is False when parts of it could not be read; `faults` are those places."""

    path: str
    body: tuple[Statement, ...]
    faults: tuple[Span, ...]
