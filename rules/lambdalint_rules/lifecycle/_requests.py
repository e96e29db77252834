"""Requests over HTTP that are made in one place of a function and sent in another."""

from __future__ import annotations

from lambdalint.api import Reached
from lambdalint.api import goast as ast

MAKES = ast.Callee("net/http", "", "NewRequest")
SENDS = ast.Callee("net/http", "Client", "Do")
GIVES_CONTEXT = frozenset({"WithContext", "Clone"})


def sent_without_context(call: ast.Call, reached: Reached) -> bool:
    """True for a request without a context that this function sends as it was made."""
    if call.callee != MAKES:
        return False
    body = reached.function.body
    made = [
        n.targets[0] for n in ast.walk(body) if isinstance(n, ast.Assign) and n.values and n.values[0].span == call.span
    ]
    request = made[0] if made else None
    if not isinstance(request, ast.Name) or not request.ref.startswith("local:"):
        return False
    if any(isinstance(n, ast.Selector) and n.name in GIVES_CONTEXT and _is(n.operand, request) for n in ast.walk(body)):
        return False
    sent = (site.call for site in reached.sites if site.call.callee == SENDS)
    return any(_is(argument, request) for other in sent for argument in other.arguments)


def _is(expression: ast.Expr, request: ast.Name) -> bool:
    return isinstance(expression, ast.Name) and expression.ref == request.ref
