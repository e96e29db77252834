"""What is done each time a clock ticks: it keeps records hidden or reports on them, and is no work on them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, Span, gotypes
from lambdalint.api import goast as ast


def by_the_clock(function: GoFunction) -> Iterator[Span]:
    """The cases and loops of a function that wait for a channel of times."""
    for case in ast.each(function.body, ast.Case):
        sent = case.communication
        if any(node.op == "<-" and _gives_times(node.operand) for node in ast.each(sent, ast.Unary)):
            yield case.body.span
    for loop in ast.each(function.body, ast.Range):
        if _gives_times(loop.subject):
            yield loop.body.span


def _gives_times(channel: ast.Expr) -> bool:
    kind = channel.type
    return isinstance(kind, gotypes.Chan) and kind.element == gotypes.Named("time", "Time")
