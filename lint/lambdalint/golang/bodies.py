"""What a function's body does, in one walk: its calls with the conditions around them, and what it writes where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from lambdalint.data.go_entries import ENTRY_POINTS, RUNTIME_CLIENT
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import (
    Assertion,
    Assign,
    Binary,
    Block,
    Branch,
    Call,
    Closure,
    Composite,
    Conversion,
    Defer,
    Evaluate,
    Expr,
    For,
    Go,
    If,
    Index,
    Labeled,
    Literal,
    Name,
    Range,
    Return,
    Select,
    Selector,
    Send,
    Slicing,
    Step,
    Stmt,
    Switch,
    Unary,
)
from lambdalint.model.gotypes import Basic
from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Condition(NamedTuple):
    """A test that decides whether statements run: they run when `test` is `holds`.

    `init` is the statement in front of the test (`if x := f(); x != nil`); `region` are the statements it decides on.
    """

    test: Expr
    init: Stmt | None
    holds: bool
    region: tuple[Stmt, ...]


class Spot(NamedTuple):
    """Where an expression stands: the conditions around it, outermost first, and whether by `go` or `defer`."""

    conditions: tuple[Condition, ...]
    spawned: bool = False
    deferred: bool = False


class Write(NamedTuple):
    """A value given to something. `value` is None for a declaration without one, and for `x++` and `x--`.

    `position` is the index among several results of the value, or -1. `element`: what is written is an element of the
    value (a range variable). `spot` as for calls.
    """

    target: Expr
    value: Expr | None
    position: int
    element: bool
    op: str


class Body(NamedTuple):
    """What one function does, closures' bodies excluded. `names` are what it names, but for targets of assignments.

    `choices` are its `if` statements and switches that stand in a block, each with the statements after it.
    """

    calls: tuple[tuple[Call, Spot], ...]
    closures: tuple[tuple[Closure, Spot], ...]
    composites: tuple[tuple[Composite, Spot], ...]
    writes: tuple[Write, ...]
    returns: tuple[Return, ...]
    sends: tuple[Send, ...]
    names: tuple[Name | Selector, ...]
    choices: tuple[tuple[If | Switch, tuple[Stmt, ...]], ...]


EMPTY = Body((), (), (), (), (), (), (), ())
_NOWHERE = Span("", 0, 0)
NEVER = Condition(Literal(_NOWHERE, "bool", False, Basic("bool")), None, True, ())
_EXIT_NAMES = frozenset(word + end for word in ("Fatal", "Panic") for end in ("", "f", "ln", "w", "Context"))
_EXITS = {("os", "Exit"), ("syscall", "Exit"), ("builtin", "panic"), ("runtime", "Goexit")}


def read_body(function: GoFunction) -> Body:
    """Walk a function's body. Nesting too deep to follow gives what was seen until then."""
    reader = _Reader()
    if function.body is not None:
        with suppress(RecursionError):
            reader.block(function.body.statements, ())
    return Body(
        tuple(reader.calls),
        tuple(reader.closures),
        tuple(reader.composites),
        tuple(reader.writes),
        tuple(reader.returns),
        tuple(reader.sends),
        tuple(reader.names),
        tuple(reader.choices),
    )


def parts(node: Expr) -> tuple[Expr, ...]:
    """The expressions directly inside an expression; a closure has none."""
    reader = _PARTS.get(type(node))
    return reader(node) if reader is not None else ()


def _composite_parts(node: Composite) -> tuple[Expr, ...]:
    inside: list[Expr] = []
    for element in node.elements:
        if element.key is not None and not element.field:
            inside.append(element.key)
        inside.append(element.value)
    return tuple(inside)


def _operand(node: Any) -> tuple[Expr, ...]:
    return (node.operand,)


# By class of the node: far quicker than asking for one class after the other.
_PARTS: dict[type, Callable[[Any], tuple[Expr, ...]]] = {
    Assertion: _operand,
    Binary: lambda node: (node.left, node.right),
    Call: lambda node: (node.function, *node.arguments),
    Composite: _composite_parts,
    Conversion: _operand,
    Index: lambda node: (node.operand, node.key),
    Selector: _operand,
    Slicing: lambda node: (node.operand, *node.bounds),
    Unary: _operand,
}


def inside(expression: Expr) -> list[Expr]:
    """An expression and all expressions inside it, closures' bodies excluded, in no particular order."""
    found: list[Expr] = []
    stack = [expression]
    while stack:
        node = stack.pop()
        found.append(node)
        inner = _PARTS.get(type(node))
        if inner is not None:
            stack += inner(node)
    return found


def ends(statement: Stmt | None) -> bool:
    """True when control never goes on after this statement."""
    if isinstance(statement, Block):
        return bool(statement.statements) and ends(statement.statements[-1])
    if isinstance(statement, (Return, Branch)):
        return True
    if isinstance(statement, If):
        return ends(statement.then) and ends(statement.otherwise)
    return isinstance(statement, Evaluate) and is_exit(statement.expression)


def is_exit(expression: Expr) -> bool:
    """True for calls that end the program: exits, fatal logging and panics."""
    if not isinstance(expression, Call) or expression.callee is None:
        return False
    callee = expression.callee
    if (callee.package, callee.name) in _EXITS:
        return True
    return callee.name in _EXIT_NAMES


def is_start(statement: Stmt) -> bool:
    """True for a call of an entry point of the runtime client, which never comes back."""
    expression = statement.expression if isinstance(statement, Evaluate) else None
    callee = expression.callee if isinstance(expression, Call) else None
    return callee is not None and callee.package == RUNTIME_CLIENT and callee.name in ENTRY_POINTS


class _Reader:
    def __init__(self) -> None:
        self.calls: list[tuple[Call, Spot]] = []
        self.closures: list[tuple[Closure, Spot]] = []
        self.composites: list[tuple[Composite, Spot]] = []
        self.writes: list[Write] = []
        self.returns: list[Return] = []
        self.sends: list[Send] = []
        self.names: list[Name | Selector] = []
        self.choices: list[tuple[If | Switch, tuple[Stmt, ...]]] = []

    # -- statements ----------------------------------------------------------------------------------------------

    def block(self, statements: tuple[Stmt, ...], around: tuple[Condition, ...]) -> None:
        for index, statement in enumerate(statements):
            self.statement(statement, around)
            if isinstance(statement, (If, Switch)):
                rest = statements[index + 1 :]
                self.choices.append((statement, rest))
                after = _after_if(statement, rest) if isinstance(statement, If) else _after_switch(statement, rest)
                around = (*around, *after)
            elif is_start(statement):
                around = (*around, NEVER)

    def statement(self, statement: Stmt | None, around: tuple[Condition, ...]) -> None:
        if statement is None:
            return
        handler = _HANDLERS.get(type(statement))
        if handler is not None:
            handler(self, statement, around)

    def _block(self, statement: Block, around: tuple[Condition, ...]) -> None:
        self.block(statement.statements, around)

    def _evaluate(self, statement: Evaluate, around: tuple[Condition, ...]) -> None:
        self.expression(statement.expression, Spot(around))

    def _assign(self, statement: Assign, around: tuple[Condition, ...]) -> None:
        spot = Spot(around)
        targets, values = statement.targets, statement.values
        several = len(targets) > 1 and len(values) == 1
        for index, target in enumerate(targets):
            if several:
                self.writes.append(Write(target, values[0], index, False, statement.op))
            else:
                value = values[index] if index < len(values) else None
                self.writes.append(Write(target, value, -1, False, statement.op))
        for value in values:
            self.expression(value, spot)
        for target in targets:
            for part in parts(target):
                self.expression(part, spot)

    def _step(self, statement: Step, _: tuple[Condition, ...]) -> None:
        self.writes.append(Write(statement.target, None, -1, False, statement.op))

    def _if(self, statement: If, around: tuple[Condition, ...]) -> None:
        self.statement(statement.init, around)
        self.expression(statement.condition, Spot(around))
        then = Condition(statement.condition, statement.init, True, statement.then.statements)
        self.block(statement.then.statements, (*around, then))
        if statement.otherwise is not None:
            other = Condition(statement.condition, statement.init, False, (statement.otherwise,))
            self.statement(statement.otherwise, (*around, other))

    def _for(self, statement: For, around: tuple[Condition, ...]) -> None:
        self.statement(statement.init, around)
        if statement.condition is not None:
            self.expression(statement.condition, Spot(around))
            around = (*around, Condition(statement.condition, statement.init, True, statement.body.statements))
        self.statement(statement.post, around)
        self.block(statement.body.statements, around)

    def _range(self, statement: Range, around: tuple[Condition, ...]) -> None:
        self.expression(statement.subject, Spot(around))
        if statement.key is not None:
            self.writes.append(Write(statement.key, None, -1, False, ":="))
        if statement.value is not None:
            self.writes.append(Write(statement.value, statement.subject, -1, True, ":="))
        self.block(statement.body.statements, around)

    def _switch(self, statement: Switch, around: tuple[Condition, ...]) -> None:
        self.statement(statement.init, around)
        if statement.tag is not None:
            self.expression(statement.tag, Spot(around))
            if statement.binding is not None:
                self.writes.append(Write(statement.binding, statement.tag, -1, False, ":="))
        passed: tuple[Condition, ...] = ()
        for case in sorted(statement.cases, key=lambda c: c.default):
            inner = around
            if not statement.types:
                for value in case.values:
                    self.expression(value, Spot(around))
                test = _case_test(statement, case.values)
                if test is not None:
                    inner = (*around, Condition(test, statement.init, True, case.body.statements))
                elif case.default:
                    inner = (*around, *(c._replace(region=case.body.statements) for c in passed))
                if test is not None:
                    passed = (*passed, Condition(test, statement.init, False, ()))
            self.block(case.body.statements, inner)

    def _select(self, statement: Select, around: tuple[Condition, ...]) -> None:
        for case in statement.cases:
            self.statement(case.communication, around)
            self.block(case.body.statements, around)

    def _return(self, statement: Return, around: tuple[Condition, ...]) -> None:
        self.returns.append(statement)
        for value in statement.values:
            self.expression(value, Spot(around))

    def _go(self, statement: Go, around: tuple[Condition, ...]) -> None:
        self._later(statement.call, Spot(around, spawned=True), Spot(around))

    def _defer(self, statement: Defer, around: tuple[Condition, ...]) -> None:
        self._later(statement.call, Spot(around, deferred=True), Spot(around))

    def _later(self, expression: Expr, spot: Spot, now: Spot) -> None:
        if not isinstance(expression, Call):
            self.expression(expression, now)
            return
        self.calls.append((expression, spot))
        if isinstance(expression.function, Closure):
            self.closures.append((expression.function, spot))
        else:
            self.expression(expression.function, now)
        for argument in expression.arguments:
            self.expression(argument, now)

    def _send(self, statement: Send, around: tuple[Condition, ...]) -> None:
        self.sends.append(statement)
        self.expression(statement.channel, Spot(around))
        self.expression(statement.value, Spot(around))

    def _labeled(self, statement: Labeled, around: tuple[Condition, ...]) -> None:
        self.statement(statement.statement, around)

    # -- expressions ---------------------------------------------------------------------------------------------

    def expression(self, expression: Expr, spot: Spot) -> None:
        """Note what an expression evaluates; calls come outermost first."""
        stack = [expression]
        while stack:
            node = stack.pop()
            if isinstance(node, (Name, Selector)):
                self.names.append(node)
            elif isinstance(node, Call):
                self.calls.append((node, spot))
            elif isinstance(node, Closure):
                self.closures.append((node, spot))
                continue
            elif isinstance(node, Composite):
                self.composites.append((node, spot))
            elif isinstance(node, Binary) and node.op in {"&&", "||"}:
                self._shortcut(node, spot)
                continue
            inner = _PARTS.get(type(node))
            if inner is not None:
                stack += inner(node)[::-1]

    def _shortcut(self, node: Binary, spot: Spot) -> None:
        """The right side of `&&` runs where the left holds, that of `||` where it doesn't."""
        chain: list[Binary] = []
        left: Expr = node
        while isinstance(left, Binary) and left.op == node.op:
            chain.append(left)
            left = left.left
        self.expression(left, spot)
        for link in reversed(chain):
            condition = Condition(link.left, None, node.op == "&&", ())
            self.expression(link.right, spot._replace(conditions=(*spot.conditions, condition)))


def _after_if(statement: If, rest: tuple[Stmt, ...]) -> tuple[Condition, ...]:
    """What holds after an `if` one of whose branches never comes back."""
    found: list[Condition] = []
    link: Stmt | None = statement
    while isinstance(link, If):
        if ends(link.then):
            found.append(Condition(link.condition, link.init, False, rest))
        elif link.otherwise is not None and ends(link.otherwise):
            found.append(Condition(link.condition, link.init, True, rest))
            break
        else:
            found += [Condition(test, link.init, False, rest) for test in _both(link)]
            break
        link = link.otherwise
    return tuple(found)


def _both(statement: If) -> Iterator[Expr]:
    """Pairs of tests, one inside of the other, that together never come back."""
    outer = statement.condition
    for inner in statement.then.statements:
        if isinstance(inner, If) and ends(inner.then):
            span = outer.span._replace(end=inner.condition.span.end)
            yield Binary(span, "&&", outer, inner.condition, Basic("bool"))


def _after_switch(statement: Switch, rest: tuple[Stmt, ...]) -> tuple[Condition, ...]:
    if statement.types:
        return ()
    found: list[Condition] = []
    for case in statement.cases:
        test = _case_test(statement, case.values)
        if test is not None and ends(case.body) and not isinstance(case.body.statements[-1], Branch):
            found.append(Condition(test, statement.init, False, rest))
    return tuple(found)


def _case_test(statement: Switch, values: tuple[Expr, ...]) -> Expr | None:
    """The condition under which a clause of a switch runs, as one expression; None for `default`."""
    tests: list[Expr] = []
    for value in values:
        if statement.tag is None:
            tests.append(value)
        else:
            tests.append(Binary(value.span, "==", statement.tag, value, Basic("bool")))
    if not tests:
        return None
    whole = tests[0]
    for test in tests[1:]:
        whole = Binary(whole.span, "||", whole, test, Basic("bool"))
    return whole


_HANDLERS: dict[type, Callable[[_Reader, Any, tuple[Condition, ...]], None]] = {
    Block: _Reader._block,
    Evaluate: _Reader._evaluate,
    Assign: _Reader._assign,
    Step: _Reader._step,
    If: _Reader._if,
    For: _Reader._for,
    Range: _Reader._range,
    Switch: _Reader._switch,
    Select: _Reader._select,
    Return: _Reader._return,
    Go: _Reader._go,
    Defer: _Reader._defer,
    Send: _Reader._send,
    Labeled: _Reader._labeled,
}
