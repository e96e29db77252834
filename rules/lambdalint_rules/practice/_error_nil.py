"""Errors that are surely nil at a place: the function has asked for them before, and has left where there was one."""

from __future__ import annotations

from lambdalint.api import GoFunction
from lambdalint.api import goast as ast


def is_nil(error: ast.Name, function: GoFunction) -> bool:
    """True behind `if err != nil { …; return … }`, where nothing was given to `err` since."""
    place = error.span.start
    asked = [n.span for n in ast.each(function.body, ast.If) if n.span.end <= place and _leaves_for(n, error)]
    if not asked or function.body is None:
        return False
    last = max(asked, key=lambda span: span.end)
    since = (n for n in ast.each(function.body, ast.Assign) if last.end <= n.span.start < place)
    if any(isinstance(t, ast.Name) and t.ref == error.ref for n in since for t in n.targets):
        return False
    around = [b for b in (function.body, *ast.each(function.body, ast.Block)) if b.span.start <= place < b.span.end]
    return any(statement.span == last for block in around for statement in block.statements)


def _leaves_for(branch: ast.If, error: ast.Name) -> bool:
    """True for a branch that is taken where there is an error, and does not come back."""
    asked = branch.condition
    if not isinstance(asked, ast.Binary) or asked.op != "!=" or branch.otherwise is not None:
        return False
    named = isinstance(asked.left, ast.Name) and asked.left.ref == error.ref
    against = isinstance(asked.right, ast.Name) and asked.right.name == "nil"
    return named and against and isinstance((branch.then.statements or (None,))[-1], ast.Return)
