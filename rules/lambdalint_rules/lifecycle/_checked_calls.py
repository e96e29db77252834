"""A call that gives an error, and what is done about the error right behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.api import Context, Edit, GoFunction, NamedTuple, Span, gofix
from lambdalint.api import goast as ast
from lambdalint.data.go_fatal import EXITS, PANICS


class Checked(NamedTuple):
    """A statement that is nothing but a call's, and how another error is dealt with in the same way before it.

    `check` is the text that does that, `error` the name of what it checks and `op` how that is given a value. `around`
    are edits of the statement that are then needed.
    """

    span: Span
    check: str
    error: str
    op: str
    around: tuple[Edit, ...] = ()


def checked(ctx: Context, function: GoFunction, call: ast.Call) -> Checked | None:
    """The statement of a call whose check leaves the function, or the loop, with what it says of the error alone."""
    for block in ast.walk(function.body):
        if not isinstance(block, ast.Block):
            continue
        for number, statement in enumerate(block.statements):
            if isinstance(statement, ast.Return) and any(value is call for value in statement.values):
                return _returned(ctx, function, statement)
            if isinstance(statement, ast.Assign) and any(value is call for value in statement.values):
                behind = block.statements[number + 1] if number + 1 < len(block.statements) else None
                return _assigned(ctx, statement, behind)
    return None


def _returned(ctx: Context, function: GoFunction, statement: ast.Return) -> Checked | None:
    """`return f()`, where the function gives what the call gives: a pointer and an error."""
    if len(statement.values) != 1 or re.search(r"\berr\b", ctx.text(function.span)):
        return None
    source = ctx.project.sources[statement.span.path]
    lead, eol = gofix.indentation(source, statement.span.start), gofix.end_of_line(source)
    check = f"if err != nil {{{eol}{lead}{gofix.step(source)}return nil, err{eol}{lead}}}"
    return Checked(statement.span, check, "err", ":=")


def _assigned(ctx: Context, statement: ast.Assign, check: ast.Stmt | None) -> Checked | None:
    names = [target.name for target in statement.targets if isinstance(target, ast.Name)]
    plain = isinstance(check, ast.If) and check.init is None and check.otherwise is None
    if not isinstance(check, ast.If) or not plain or statement.declared or len(names) != 2:
        return None
    response, error = names
    text = ctx.text(check.span)
    told = response != "_" and re.search(rf"\b{response}\b", text)
    if error == "_" or told or ctx.text(check.condition.span) != f"{error} != nil" or not _leaves(check.then):
        return None
    return Checked(statement.span, text, error, statement.op, tuple(_renewed(statement, response)))


def _renewed(statement: ast.Assign, response: str) -> Iterator[Edit]:
    """Where the error is declared before, a statement that declared nothing else assigns it."""
    if response == "_" and statement.op == ":=":
        between = Span(statement.span.path, statement.targets[-1].span.end, statement.values[0].span.start)
        yield Edit(between, " = ")


def _leaves(block: ast.Block) -> bool:
    last = block.statements[-1] if block.statements else None
    if isinstance(last, ast.Evaluate) and isinstance(last.expression, ast.Call):
        callee = last.expression.callee
        return callee is not None and any(callee.name in ends.get(callee.package, ()) for ends in (EXITS, PANICS))
    return isinstance(last, ast.Return) or (isinstance(last, ast.Branch) and last.word != "fallthrough")
