"""Which of the values that a local was given it may hold at a place, where branches come together again."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, Span
from lambdalint.api import goast as ast
from lambdalint_rules.practice._error_values import sources


def reaching(name: ast.Name, function: GoFunction) -> list[tuple[ast.Expr, int]]:
    """The values that a local may hold at a place, last one first, each with the index of the result.

    That is the last one, and those before it as long as what comes later stands in a branch that leads past it.
    """
    given = sources(name.ref, name.span.start, function)
    if len(given) < 2:
        return given
    branches = [b for b in _branches(function) if not b.contains(name.span)]
    found: list[tuple[ast.Expr, int]] = []
    for value, at in reversed(given):
        if not found or not _is_done_with(value.span, name, function):
            found.append((value, at))
        if not any(branch.contains(value.span) for branch in branches):
            break
    return found


def _branches(function: GoFunction) -> Iterator[Span]:
    """The blocks that may be passed by."""
    for choice in ast.each(function.body, ast.If):
        yield choice.then.span
        if choice.otherwise is not None:
            yield choice.otherwise.span
    for case in ast.each(function.body, ast.Case):
        yield case.body.span
    yield from (loop.body.span for loop in ast.each(function.body, ast.For))
    yield from (loop.body.span for loop in ast.each(function.body, ast.Range))


def _is_done_with(given: Span, name: ast.Name, function: GoFunction) -> bool:
    """True where the function has left since, had the local been an error then."""
    for choice in ast.each(function.body, ast.If):
        if given.start < choice.then.span.start and choice.span.end <= name.span.start:
            asked, last = choice.condition, choice.then.statements[-1:]
            error = asked.left if isinstance(asked, ast.Binary) and asked.op == "!=" else None
            same = isinstance(error, ast.Name) and error.ref == name.ref
            if same and any(isinstance(statement, (ast.Return, ast.Branch)) for statement in last):
                return True
    return False
