"""What a function's body does, in one walk: its calls with the conditions around them, and what it writes where."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from lambdalint.golang.flow.conditions import (
    NEVER,
    Condition,
    after_if,
    after_switch,
    asks_for_error,
    case_test,
    is_start,
)
from lambdalint.golang.lowering.body import new
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import (
    Assertion,
    Assign,
    Binary,
    Block,
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
from lambdalint.model.gotypes import Chan, Func, Named
from lambdalint.record import NamedTuple


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
    """What one function does, closures' bodies excluded. `names` are what it names, but for packages and for targets of
    assignments.

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
_UNCONDITIONAL = Spot(())


def read_body(function: GoFunction) -> Body:
    """Walk a function's body. Nesting too deep to follow gives what was seen until then."""
    reader = _Reader()
    if function.body is not None:
        with suppress(RecursionError):
            reader.block(function.body.statements, _UNCONDITIONAL)
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


def _jumped_to(statements: tuple[Stmt, ...], index: int) -> bool:
    """True where a label stands behind a statement: what follows may run after all."""
    return any(type(later) is Labeled for later in statements[index + 1 :])


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

    def block(self, statements: tuple[Stmt, ...], spot: Spot) -> None:
        for index, statement in enumerate(statements):
            kind = type(statement)
            handler = _HANDLERS.get(kind)
            if handler is not None:
                handler(self, statement, spot)
            if kind is If or kind is Switch:
                choice: Any = statement
                rest = statements[index + 1 :]
                self.choices.append((choice, rest))
                after = after_if(choice, rest) if kind is If else after_switch(choice, rest)
                if after:
                    spot = _under(spot, *after)
            elif (kind is Return or (kind is Evaluate and is_start(statement))) and not _jumped_to(statements, index):
                spot = _under(spot, NEVER)

    def statement(self, statement: Stmt | None, spot: Spot) -> None:
        handler = _HANDLERS.get(type(statement))
        if handler is not None:
            handler(self, statement, spot)

    def _block(self, statement: Block, spot: Spot) -> None:
        self.block(statement.statements, spot)

    def _evaluate(self, statement: Evaluate, spot: Spot) -> None:
        self.expression(statement.expression, spot)

    def _assign(self, statement: Assign, spot: Spot) -> None:
        _, targets, op, values, _ = statement
        several = len(targets) > 1 and len(values) == 1
        for index, target in enumerate(targets):
            if several:
                self.writes.append(new(Write, (target, values[0], index, False, op)))
            else:
                value = values[index] if index < len(values) else None
                self.writes.append(new(Write, (target, value, -1, False, op)))
        for value in values:
            self.expression(value, spot)
        for target in targets:
            if type(target) is not Name:
                for part in parts(target):
                    self.expression(part, spot)

    def _step(self, statement: Step, _: Spot) -> None:
        self.writes.append(Write(statement.target, None, -1, False, statement.op))

    def _if(self, statement: If, spot: Spot) -> None:
        _, init, condition, taken, otherwise = statement
        self.statement(init, spot)
        self.expression(condition, spot)
        if asks_for_error(condition):
            self.block(taken.statements, spot)
            self.statement(otherwise, spot)
            return
        self.block(taken.statements, _under(spot, new(Condition, (condition, init, True, taken.statements))))
        if otherwise is not None:
            self.statement(otherwise, _under(spot, new(Condition, (condition, init, False, (otherwise,)))))

    def _for(self, statement: For, spot: Spot) -> None:
        self.statement(statement.init, spot)
        if statement.condition is not None:
            self.expression(statement.condition, spot)
            test = Condition(statement.condition, statement.init, True, statement.body.statements)
            spot = _under(spot, test)
        self.statement(statement.post, spot)
        self.block(statement.body.statements, spot)

    def _range(self, statement: Range, spot: Spot) -> None:
        self.expression(statement.subject, spot)
        kind = statement.subject.type
        if type(kind) is Func or (type(kind) is Named and kind.package == "iter"):
            head = statement.span._replace(end=statement.subject.span.end)
            self.calls.append((Call(head, statement.subject, (), False, None, None, ()), spot))
        if statement.key is not None:
            single = _gives_elements(statement.subject)
            self.writes.append(Write(statement.key, statement.subject if single else None, -1, single, ":="))
        if statement.value is not None:
            self.writes.append(Write(statement.value, statement.subject, -1, True, ":="))
        self.block(statement.body.statements, spot)

    def _switch(self, statement: Switch, spot: Spot) -> None:
        self.statement(statement.init, spot)
        if statement.tag is not None:
            self.expression(statement.tag, spot)
            if statement.binding is not None:
                self.writes.append(Write(statement.binding, statement.tag, -1, False, ":="))
        passed: tuple[Condition, ...] = ()
        for case in sorted(statement.cases, key=lambda c: c.default):
            inner = spot
            if not statement.types:
                for value in case.values:
                    self.expression(value, spot)
                test = case_test(statement, case.values)
                if test is not None:
                    inner = _under(spot, Condition(test, statement.init, True, case.body.statements))
                elif case.default:
                    inner = _under(spot, *(c._replace(region=case.body.statements) for c in passed))
                if test is not None:
                    passed = (*passed, Condition(test, statement.init, False, ()))
            self.block(case.body.statements, inner)

    def _select(self, statement: Select, spot: Spot) -> None:
        for case in statement.cases:
            self.statement(case.communication, spot)
            self.block(case.body.statements, spot)

    def _return(self, statement: Return, spot: Spot) -> None:
        self.returns.append(statement)
        for value in statement.values:
            self.expression(value, spot)

    def _go(self, statement: Go, spot: Spot) -> None:
        self._later(statement.call, spot._replace(spawned=True), spot)

    def _defer(self, statement: Defer, spot: Spot) -> None:
        self._later(statement.call, spot._replace(deferred=True), spot)

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

    def _send(self, statement: Send, spot: Spot) -> None:
        self.sends.append(statement)
        self.expression(statement.channel, spot)
        self.expression(statement.value, spot)

    def _labeled(self, statement: Labeled, spot: Spot) -> None:
        self.statement(statement.statement, spot)

    # -- expressions ---------------------------------------------------------------------------------------------

    def expression(self, expression: Expr, spot: Spot) -> None:
        """Note what an expression evaluates; calls come outermost first."""
        stack: list[Any] = [expression]
        while stack:
            node = stack.pop()
            kind = type(node)
            if kind is Name:
                self.names.append(node)
            elif kind is Selector:
                self.names.append(node)
                if not node.ref:  # else the operand is the name of a package
                    stack.append(node.operand)
            elif kind is Call:
                self.calls.append((node, spot))
                stack += node.arguments[::-1]
                stack.append(node.function)
            elif kind is Closure:
                self.closures.append((node, spot))
            elif kind is Binary and node.op in {"&&", "||"}:
                self._shortcut(node, spot)
            elif kind in _PARTS:
                if kind is Composite:
                    self.composites.append((node, spot))
                stack += _PARTS[kind](node)[::-1]

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
            self.expression(link.right, _under(spot, condition))


def _under(spot: Spot, *conditions: Condition) -> Spot:
    """The same spot with more conditions around it."""
    return new(Spot, ((*spot.conditions, *conditions), spot.spawned, spot.deferred))


def _gives_elements(subject: Expr) -> bool:
    """True for channels, and for iterators over elements alone."""
    kind = subject.type
    if type(kind) is Chan or (type(kind) is Named and (kind.package, kind.name) == ("iter", "Seq")):
        return True
    callee = subject.callee if isinstance(subject, Call) else None
    return callee is not None and callee.name == "Values" and callee.package in ("maps", "slices")


_HANDLERS: dict[type, Callable[[_Reader, Any, Spot], None]] = {
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
