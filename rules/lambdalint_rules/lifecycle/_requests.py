"""Requests over HTTP that are made in one place and sent in another, of the same function or of one it calls."""

from __future__ import annotations

from lambdalint.api import Context, GoFunction
from lambdalint.api import goast as ast

MAKES = ast.Callee("net/http", "", "NewRequest")
SENDS = ast.Callee("net/http", "Client", "Do")
GIVES_CONTEXT = frozenset({"WithContext", "Clone"})
DEEPEST = 3  # calls that a request is handed through


def sent_without_context(ctx: Context, call: ast.Call, function: GoFunction) -> bool:
    """True for a request without a context that is sent as this function makes it."""
    if call.callee != MAKES:
        return False
    made = [
        n.targets[0]
        for n in ast.walk(function.body)
        if isinstance(n, ast.Assign) and n.values and n.values[0].span == call.span
    ]
    request = made[0] if made else None
    if not isinstance(request, ast.Name) or not request.ref.startswith("local:"):
        return False
    return _sends(ctx, function, request.ref, DEEPEST)


def _sends(ctx: Context, function: GoFunction, request: str, depth: int) -> bool:
    """True for a function that sends what a local or parameter holds, and gives it no context before."""
    nodes = ast.walk(function.body)
    if any(isinstance(n, ast.Selector) and n.name in GIVES_CONTEXT and _is(n.operand, request) for n in nodes):
        return False
    given = [(call, at) for call in function.calls for at, a in enumerate(call.arguments) if _is(a, request)]
    return any(_sent_by(ctx, call, at, depth) for call, at in given)


def _sent_by(ctx: Context, call: ast.Call, at: int, depth: int) -> bool:
    """True for a call that sends its argument at a place, or hands it on to what does."""
    if call.callee is None or call.callee == SENDS:
        return call.callee == SENDS
    own = ctx.project.code.functions.get(call.callee.key) if depth else None
    return own is not None and at < len(own.parameters) and _sends(ctx, own, own.parameters[at].ref, depth - 1)


def _is(expression: ast.Expr, request: str) -> bool:
    return isinstance(expression, ast.Name) and expression.ref == request != ""
