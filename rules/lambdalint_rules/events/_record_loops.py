"""Loops that go through the records of a batch, or through what one says, and what takes one out by its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from lambdalint.api import Provenance, Reached, gotypes
from lambdalint.api import goast as ast
from lambdalint_rules.events._clock import by_the_clock
from lambdalint_rules.events._record import CONTENT, Work, holds_record, listed

EACH = "[]"


def record_loops(reached: Reached, origins: Provenance) -> Iterator[Work]:
    """Loops through the records as they came, but for those by the clock; else what is done with the one picked out."""
    for node in ast.walk(reached.function.body):
        if _goes_through(node, reached, origins) and not any(
            s.contains(node.span) for s in by_the_clock(reached.function)
        ):
            yield Work(reached, listed(node.body), origins, True)
    yield from _picked(reached, origins)


def second_loops(reached: Reached, origins: Provenance) -> Iterator[Work]:
    """Loops through what was made of the records before: decoded messages, jobs that hold a record."""
    for node in ast.walk(reached.function.body):
        if isinstance(node, ast.Range) and any(
            holds_record(o) and o.field == EACH for o in origins.of(node.subject, reached.function)
        ):
            yield Work(reached, listed(node.body), origins, True)


def inner_loops(reached: Reached, origins: Provenance) -> Iterator[Work]:
    """Loops through a list that one record says: what S3 tells of objects in a message, the lines of an order."""
    for node in ast.each(reached.function.body, ast.Range):
        if isinstance(getattr(node.subject, "type", None), gotypes.Slice) and any(
            o.source == "event" and o.path is not None and o.path[:2] == ("Records", EACH) and CONTENT & {*o.path[2:]}
            for o in origins.of(node.subject, reached.function)
        ):
            yield Work(reached, listed(node.body), origins, True)


def _goes_through(node: ast.Node, reached: Reached, origins: Provenance) -> TypeGuard[ast.Range | ast.For]:
    return any(
        o.source == "event" and o.path is not None and o.path[:1] == ("Records",) and len(o.path) <= 2
        for subject in _subjects(node)
        for o in origins.of(subject, reached.function)
    )


def _subjects(node: ast.Node) -> Iterator[ast.Expr]:
    """What a loop goes through, also by numbers: `i < len(records)`, `range len(records)`."""
    if isinstance(node, ast.Range):
        yield node.subject
    end = node.subject if isinstance(node, ast.Range) else None
    if isinstance(node, ast.For) and isinstance(node.post, ast.Step) and isinstance(node.condition, ast.Binary):
        end = node.condition.right
    if isinstance(end, ast.Call) and end.callee is not None and end.callee.name == "len":
        yield from end.arguments if end.callee.package == "builtin" else ()


def _picked(reached: Reached, origins: Provenance) -> Iterator[Work]:
    """`record := event.Records[0]`, where no loop goes through the records."""
    body = reached.function.body
    if body is None or any(_goes_through(n, reached, origins) for n in ast.walk(body)):
        return
    for at, statement in enumerate(body.statements):
        if any(_is_picked(n, reached, origins) for n in ast.walk(statement)):
            rest = body.statements[at:]
            yield Work(reached, ast.FunctionBody(body.span, rest), origins, False)
            return


def _is_picked(node: ast.Node, reached: Reached, origins: Provenance) -> bool:
    if not isinstance(node, ast.Index) or not isinstance(getattr(node.key, "value", None), int):
        return False
    found = origins.of(node.operand, reached.function)
    return any(o.source == "event" and o.path == ("Records",) for o in found)
