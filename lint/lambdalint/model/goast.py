"""The body of a Go function as plain data: every expression with its span, its type and what it refers to.

`type` is None where it isn't known. Parentheses are dropped. `ref` says what a name means:
`local:<n>` a parameter, receiver or local variable (n is unique in its outermost function, closures included),
`var:<import path>.<Name>`,
`const:…`, `func:…`, `type:…` for package members (of any package, also foreign ones), `package:<import path>`,
`builtin:<name>`, or an empty string. `value` is the constant an expression folds to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Protocol, TypeAlias, TypeVar

from lambdalint.model.gotypes import (
    GoType,
)
from lambdalint.record import NamedTuple
from lambdalint.source import Span

N = TypeVar("N")
Constant: TypeAlias = str | int | float | bool | None


class Name(NamedTuple):
    span: Span
    name: str
    ref: str
    type: GoType | None
    value: Constant = None


class Selector(NamedTuple):
    """`operand.name`. For a member of a package `ref` is set and `operand` is the package's Name.

    `field_of` is the type that holds the selected field or method, embedded structs resolved.
    """

    span: Span
    operand: Expr
    name: str
    name_span: Span
    ref: str
    type: GoType | None
    value: Constant = None
    field_of: GoType | None = None


class Callee(NamedTuple):
    """What a call calls: import path, receiver type's name (empty for a plain function) and name.

    For interface methods the receiver is the interface. `builtin` functions have the package `builtin`.
    """

    package: str
    receiver: str
    name: str

    @property
    def key(self) -> str:
        """The key of the function in the project's code, should it be one of the project's."""
        return f"{self.package}.{self.receiver}.{self.name}" if self.receiver else f"{self.package}.{self.name}"


class Call(NamedTuple):
    """A call. `callee` is None where the function value isn't known."""

    span: Span
    function: Expr
    arguments: tuple[Expr, ...]
    spread: bool
    type: GoType | None
    callee: Callee | None
    type_arguments: tuple[GoType | None, ...] = ()


class Conversion(NamedTuple):
    span: Span
    operand: Expr
    type: GoType | None
    value: Constant = None


class Literal(NamedTuple):
    """A basic literal. `value` is a str for strings (unquoted), int or float for numbers, str for runes."""

    span: Span
    kind: str
    value: Constant
    type: GoType | None


class Element(NamedTuple):
    """One element of a composite literal; `field` is the key where it is a plain identifier of a struct literal."""

    span: Span
    key: Expr | None
    field: str
    value: Expr


class Composite(NamedTuple):
    """A composite literal `T{…}`; `body` is the braces with what is between them."""

    span: Span
    type: GoType | None
    elements: tuple[Element, ...]
    body: Span


class Closure(NamedTuple):
    """A function literal; its body is the GoFunction with this key."""

    span: Span
    function: str
    type: GoType | None


class Unary(NamedTuple):
    """`op` is one of `& * - + ! ^ <-`."""

    span: Span
    op: str
    operand: Expr
    type: GoType | None
    value: Constant = None


class Binary(NamedTuple):
    span: Span
    op: str
    left: Expr
    right: Expr
    type: GoType | None
    value: Constant = None


class Index(NamedTuple):
    span: Span
    operand: Expr
    key: Expr
    type: GoType | None


class Slicing(NamedTuple):
    span: Span
    operand: Expr
    bounds: tuple[Expr, ...]
    type: GoType | None


class Assertion(NamedTuple):
    """`operand.(T)`"""

    span: Span
    operand: Expr
    type: GoType | None


class TypeName(NamedTuple):
    """A type where an expression may stand (argument of `new`, `make`, a generic call, a method expression)."""

    span: Span
    type: GoType | None


class Opaque(NamedTuple):
    """Text that isn't understood (syntax errors, rare forms)."""

    span: Span
    type: GoType | None = None


class Expr(Protocol):
    """Any of the expressions above. A protocol: a union of so many tuples is more than a type checker can narrow."""

    @property
    def span(self) -> Span:
        """Its text."""

    @property
    def type(self) -> GoType | None:
        """Its type where known."""


class Block(NamedTuple):
    span: Span
    statements: tuple[Stmt, ...]


class FunctionBody(Block):
    """All that a function does. Many look through the whole of it: what is in it is listed once."""

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """What `walk` gives."""
        return tuple(_walked(self))

    @cached_property
    def by_class(self) -> dict[type, list[Any]]:
        """The same by class."""
        found: dict[type, list[Any]] = {}
        for node in self.nodes:
            found.setdefault(type(node), []).append(node)
        return found


class Evaluate(NamedTuple):
    """An expression statement."""

    span: Span
    expression: Expr


class Assign(NamedTuple):
    """`targets op values`; op is `=`, `:=`, `+=` … Local `var` and `const` declarations are `:=` with
    `declared` True.

    `values` is shorter than `targets` for a call with several results, and empty for `var x T`.
    """

    span: Span
    targets: tuple[Expr, ...]
    op: str
    values: tuple[Expr, ...]
    declared: bool = False


class Step(NamedTuple):
    """`x++` or `x--`."""

    span: Span
    target: Expr
    op: str


class If(NamedTuple):
    span: Span
    init: Stmt | None
    condition: Expr
    then: Block
    otherwise: Stmt | None


class For(NamedTuple):
    span: Span
    init: Stmt | None
    condition: Expr | None
    post: Stmt | None
    body: Block


class Range(NamedTuple):
    span: Span
    key: Expr | None
    value: Expr | None
    subject: Expr
    body: Block


class Case(NamedTuple):
    """A clause of a switch or select. `default` clauses have no values. `communication` is for select only."""

    span: Span
    values: tuple[Expr, ...]
    default: bool
    communication: Stmt | None
    body: Block


class Switch(NamedTuple):
    """A switch; in a type switch `binding` is the name it declares and `values` of cases are TypeNames."""

    span: Span
    init: Stmt | None
    tag: Expr | None
    cases: tuple[Case, ...]
    types: bool
    binding: Expr | None


class Select(NamedTuple):
    span: Span
    cases: tuple[Case, ...]


class Return(NamedTuple):
    span: Span
    values: tuple[Expr, ...]


class Go(NamedTuple):
    span: Span
    call: Expr


class Defer(NamedTuple):
    span: Span
    call: Expr


class Send(NamedTuple):
    span: Span
    channel: Expr
    value: Expr


class Branch(NamedTuple):
    """`break`, `continue`, `goto` or `fallthrough`."""

    span: Span
    word: str
    label: str


class Labeled(NamedTuple):
    span: Span
    label: str
    statement: Stmt


class Skipped(NamedTuple):
    """A statement that isn't understood."""

    span: Span


class Stmt(Protocol):
    """Any of the statements above; an expression has all that a statement has."""

    @property
    def span(self) -> Span:
        """Its text."""


Node: TypeAlias = Stmt

# Which fields of a record hold its parts, in source order: one part (or None), or a tuple of them.
_PARTS: dict[type, tuple[int, ...]] = {
    record: tuple(record._fields.index(name) for name in names.split())
    for record, names in (
        (Name, ""),
        (Selector, "operand"),
        (Call, "function arguments"),
        (Conversion, "operand"),
        (Literal, ""),
        (Element, "key value"),
        (Composite, "elements"),
        (Closure, ""),
        (Unary, "operand"),
        (Binary, "left right"),
        (Index, "operand key"),
        (Slicing, "operand bounds"),
        (Assertion, "operand"),
        (TypeName, ""),
        (Opaque, ""),
        (Block, "statements"),
        (FunctionBody, "statements"),
        (Evaluate, "expression"),
        (Assign, "targets values"),
        (Step, "target"),
        (If, "init condition then otherwise"),
        (For, "init condition post body"),
        (Range, "key value subject body"),
        (Case, "values communication body"),
        (Switch, "init tag cases binding"),
        (Select, "cases"),
        (Return, "values"),
        (Go, "call"),
        (Defer, "call"),
        (Send, "channel value"),
        (Branch, ""),
        (Labeled, "statement"),
        (Skipped, ""),
    )
}
_BACKWARDS = {record: parts[::-1] for record, parts in _PARTS.items()}


def children(node: Node) -> Iterator[Node]:
    """The expressions and statements directly inside a node, in source order. A Closure has none."""
    record: Any = node
    for index in _PARTS[type(node)]:
        part: Any = record[index]
        if type(part) is tuple:
            yield from part
        elif part is not None:
            yield part


def walk(node: Node | None) -> Iterator[Node]:
    """A node and everything inside it, in source order, without the bodies of closures."""
    if type(node) is FunctionBody:
        return iter(node.nodes)
    return iter(()) if node is None else _walked(node)


def each(node: Node | None, kind: type[N]) -> Sequence[N]:
    """The nodes of one class among those that `walk` gives."""
    if type(node) is FunctionBody:
        return node.by_class.get(kind, ())
    return [inner for inner in walk(node) if type(inner) is kind]


def _walked(node: Node) -> Iterator[Node]:
    stack: list[Node] = [node]
    while stack:
        record: Any = stack.pop()
        yield record
        for index in _BACKWARDS[type(record)]:
            part: Any = record[index]
            if type(part) is tuple:
                stack += part[::-1]
            elif part is not None:
                stack.append(part)
