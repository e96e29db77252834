"""What a branch comes to: failure, a value put in place, or nothing in particular."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import cast, get_args

from lambdalint.golang.flow.conditions import is_exit, is_nil
from lambdalint.model.goast import (
    Assign,
    Block,
    Call,
    Case,
    Element,
    Evaluate,
    Expr,
    If,
    Literal,
    Name,
    Node,
    Return,
    Selector,
    Stmt,
)
from lambdalint.model.gotypes import ERROR, Tuple

_MAKERS = frozenset({("errors", "New"), ("fmt", "Errorf"), ("github.com/pkg/errors", "New")})
_MAKING = ("new", "errorf", "wrap", "withmessage", "withstack")  # how functions that make errors are called


_NODES = (*get_args(Expr), *get_args(Stmt), Case, Element)


class Outcome(Enum):
    """How a branch ends."""

    FAILS = "fails"
    GOES_ON = "goes on"
    UNCLEAR = "unclear"


Fails = Callable[[Call], bool]


def outcome(branch: Node | tuple[Stmt, ...], fails: Fails) -> Outcome:
    """How a branch ends: by an exit, a panic or a returned error it fails.

    `fails` is asked about calls of the project's own functions. A branch that returns something that may be an error
    response, or that notes a problem for later, is unclear.
    """
    statements = _statements(branch)
    put = False
    tried: set[str] = set()  # errors of what the branch does itself
    for statement in statements:
        if isinstance(statement, Evaluate) and isinstance(statement.expression, Call):
            if is_exit(statement.expression) or fails(statement.expression):
                return Outcome.FAILS
        elif isinstance(statement, Return):
            own = bool(statement.values) and getattr(statement.values[-1], "ref", "") in tried
            return Outcome.GOES_ON if own or (put and not statement.values) else _returned(statement)
        elif isinstance(statement, Assign):
            if _collects(statement) or any(map(_may_be_error, statement.values)):
                return Outcome.UNCLEAR
            tried |= set(_errors_of_work(statement))
            put = True  # something else takes the value's place
    return Outcome.GOES_ON


def _errors_of_work(statement: Assign) -> Iterator[str]:
    """The local that the error of a call is given to which gives more than an error."""
    if len(statement.targets) > 1 and len(statement.values) == 1 and isinstance(statement.values[0], Call):
        last = statement.targets[-1]
        if isinstance(last, Name) and last.ref.startswith("local:"):
            yield last.ref


def noted(branch: Node | tuple[Stmt, ...]) -> tuple[Expr, ...]:
    """The lists that a branch adds to."""
    return tuple(
        target
        for statement in _statements(branch)
        if isinstance(statement, Assign) and _collects(statement)
        for target in statement.targets
    )


def _statements(branch: Node | tuple[Stmt, ...]) -> tuple[Node, ...]:
    if isinstance(branch, Block):
        return branch.statements
    if isinstance(branch, If):
        return (branch,)
    # Nodes are tuples too.
    return () if isinstance(branch, _NODES) else cast("tuple[Stmt, ...]", branch)


def _returned(statement: Return) -> Outcome:
    if not statement.values:
        return Outcome.UNCLEAR
    last = statement.values[-1]
    if _is_error(last):
        return Outcome.FAILS
    if isinstance(last, Call) and last.type == ERROR:
        return Outcome.UNCLEAR  # the call may be what there is to do
    if isinstance(last, Call) and isinstance(last.type, Tuple) and last.type.members[-1:] == (ERROR,):
        return Outcome.UNCLEAR
    response = len(statement.values) > 1 and not isinstance(statement.values[0], Literal)
    return Outcome.UNCLEAR if is_nil(last) and response and not is_nil(statement.values[0]) else Outcome.GOES_ON


def _is_error(value: Expr) -> bool:
    if is_nil(value):
        return False
    if isinstance(value, Call):
        callee = value.callee
        if callee is None:
            return False
        made = (callee.package, callee.name) in _MAKERS
        return made or (value.type == ERROR and callee.name.lower().startswith(_MAKING))
    return isinstance(value, (Name, Selector)) and value.type == ERROR


def _may_be_error(value: Expr) -> bool:
    return _is_error(value) or (isinstance(value, Call) and value.type == ERROR)


def _collects(statement: Assign) -> bool:
    return any(
        isinstance(value, Call) and value.callee is not None and value.callee.name == "append"
        for value in statement.values
    )
