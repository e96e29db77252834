"""What decides whether statements run: tests, and branches that never come back."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.go_entries import ENTRY_POINTS, RUNTIME_CLIENT
from lambdalint.model.goast import (
    Binary,
    Block,
    Branch,
    Call,
    Evaluate,
    Expr,
    If,
    Literal,
    Name,
    Return,
    Selector,
    Stmt,
    Switch,
)
from lambdalint.model.gotypes import ERROR, Basic
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


_NOWHERE = Span("", 0, 0)
NEVER = Condition(Literal(_NOWHERE, "bool", False, Basic("bool")), None, True, ())
_EXIT_NAMES = frozenset(word + end for word in ("Fatal", "Panic") for end in ("", "f", "ln", "w", "Context"))
_SENDS = frozenset({"Msg", "Msgf", "MsgFunc", "Send"})  # the last calls of a line of zerolog
_CHAINED_EXITS = frozenset({"Fatal", "Panic"})
_EXITS = {("os", "Exit"), ("syscall", "Exit"), ("builtin", "panic"), ("runtime", "Goexit")}


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
    """True for calls that end the program: exits, fatal logging and panics; `log.Fatal().Msg("…")` with its last."""
    if not isinstance(expression, Call):
        return False
    callee = expression.callee
    if callee is not None and ((callee.package, callee.name) in _EXITS or callee.name in _EXIT_NAMES):
        return True
    method = expression.function
    if not isinstance(method, Selector) or method.name not in _SENDS:
        return False
    while isinstance(method, Selector) and isinstance(method.operand, Call):
        method = method.operand.function
        if isinstance(method, Selector) and method.name in _CHAINED_EXITS:
            return True
    return False


def is_start(statement: Stmt) -> bool:
    """True for a call of an entry point of the runtime client, which never comes back."""
    expression = statement.expression if isinstance(statement, Evaluate) else None
    callee = expression.callee if isinstance(expression, Call) else None
    return callee is not None and callee.package == RUNTIME_CLIENT and callee.name in ENTRY_POINTS


def is_nil(expression: Expr) -> bool:
    """True for the predeclared `nil`."""
    return isinstance(expression, Name) and expression.ref == "builtin:nil"


def asks_for_error(test: Expr) -> bool:
    """True for `err != nil` and its like, by far the most frequent tests: they decide nothing that could be told."""
    return type(test) is Binary and type(test.left) is Name and test.left.type == ERROR and is_nil(test.right)


def after_if(statement: If, rest: tuple[Stmt, ...]) -> tuple[Condition, ...]:
    """What holds after an `if` one of whose branches never comes back."""
    found: list[Condition] = []
    link: Stmt | None = statement
    while isinstance(link, If):
        if ends(link.then):
            if not asks_for_error(link.condition):
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


def after_switch(statement: Switch, rest: tuple[Stmt, ...]) -> tuple[Condition, ...]:
    """What holds after a switch by value some of whose clauses never come back."""
    if statement.types:
        return ()
    found: list[Condition] = []
    for case in statement.cases:
        test = case_test(statement, case.values)
        if test is not None and ends(case.body) and not isinstance(case.body.statements[-1], Branch):
            found.append(Condition(test, statement.init, False, rest))
    return tuple(found)


def case_test(statement: Switch, values: tuple[Expr, ...]) -> Expr | None:
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
