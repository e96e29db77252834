"""Tests that stand around a value or behind it, and what their branches do."""

from __future__ import annotations

from lambdalint.golang.environment.outcome import Fails, Outcome, outcome
from lambdalint.model.goast import Assign, Binary, Call, If, Node, Return, Stmt, Switch


def fails_when_filled(chain: list[Node], fails: Fails) -> bool:
    """True for `if len(list) > 0 { fail }` and for errors that are joined, around the list at the end of a chain."""
    call = chain[-2] if len(chain) > 1 else None
    if not isinstance(call, Call) or call.callee is None:
        return False
    if (call.callee.package, call.callee.name) == ("errors", "Join"):
        return any(isinstance(node, Return) for node in chain[-3:-2])
    statement = next((node for node in reversed(chain) if isinstance(node, If)), None)
    test = chain[-3] if len(chain) > 2 else None
    if statement is None or call.callee.name != "len" or not isinstance(test, Binary) or test.op not in {">", "!="}:
        return False
    return statement.condition is test and outcome(statement.then, fails) is Outcome.FAILS


def is_length(node: Node) -> bool:
    """True for a call of `len`."""
    return isinstance(node, Call) and node.callee is not None and node.callee.name == "len"


def default_fails(statement: Switch, fails: Fails) -> bool:
    """True when a switch has a `default` that fails."""
    for case in statement.cases:
        if case.default:
            return outcome(case.body, fails) is Outcome.FAILS
    return False


def rest_of(chain: list[Node], statement: Node) -> tuple[Stmt, ...]:
    """The statements after one in the block that holds it."""
    at = next((i for i, node in enumerate(chain) if node is statement), 0)
    block = chain[at - 1] if at else None
    statements = getattr(block, "statements", ())
    for index, other in enumerate(statements):
        if other is statement:
            return tuple(statements[index + 1 :])
    return ()


def tests_after(statement: Assign, chain: list[Node]) -> list[tuple[If, tuple[Stmt, ...]]]:
    """The `if` that an assignment is the first part of, or those that follow it in its block, with what comes after."""
    parent = chain[-1] if chain else None
    if isinstance(parent, If):
        return [(parent, rest_of(chain, parent))]
    statements = getattr(parent, "statements", ())
    found: list[tuple[If, tuple[Stmt, ...]]] = []
    after = False
    for index, other in enumerate(statements):
        if other is statement:
            after = True
        elif after and isinstance(other, If):
            found.append((other, tuple(statements[index + 1 :])))
    return found
