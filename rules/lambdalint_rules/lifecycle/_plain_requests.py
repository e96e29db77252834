"""`http.Get` and `http.Head` with a context: a request that is made first, and sent by the same client."""

from __future__ import annotations

import re

from lambdalint.api import Context, Edit, GoFunction, Span
from lambdalint.api import goast as ast

NAMES = ("req", "request", "httpRequest")
PLAIN = frozenset({"Get", "Head"})


def sent_with(ctx: Context, function: GoFunction, call: ast.Call, holder: str) -> tuple[Edit, ...]:
    """The edits for `response, err := http.Get(url)` and the check behind it; empty where it isn't written so.

    The error of making the request is dealt with as that of sending it. `holder` is the name of the context.
    """
    target, callee = call.function, call.callee
    if callee is None or (callee.package, callee.receiver) != ("net/http", "") or callee.name not in PLAIN:
        return ()
    if not isinstance(target, ast.Selector) or len(call.arguments) != 1:
        return ()
    found = _checked(function, call)
    text = ctx.text(function.span)
    name = next((n for n in NAMES if not re.search(rf"\b{n}\b", text)), None)
    if found is None or name is None:
        return ()
    statement, check = found
    response, error = (target.name for target in statement.targets if isinstance(target, ast.Name))
    if re.search(rf"\b{response}\b", ctx.text(check.span)) or ctx.text(check.condition.span) != f"{error} != nil":
        return ()
    source = ctx.project.sources[call.span.path]
    start, _ = source.line_bounds(source.line_of(statement.span.start))
    lead = source.text(start, statement.span.start)
    http, url = ctx.text(target.operand.span), _tight(ctx, call.arguments[0])
    if lead.strip() or url is None:
        return ()
    made = f"{name}, {error} := {http}.NewRequestWithContext({holder}, {http}.Method{target.name}, {url}, nil)"
    before = Span(call.span.path, statement.span.start, statement.span.start)
    return (
        Edit(before, f"{made}\n{lead}{ctx.text(check.span)}\n{lead}"),
        Edit(call.span, f"{http}.DefaultClient.Do({name})"),
    )


def _tight(ctx: Context, value: ast.Expr) -> str | None:
    """An expression as gofmt writes it among several arguments; None for one that is more than a sum."""
    if isinstance(value, ast.Binary) and value.op == "+":
        left, right = _tight(ctx, value.left), _tight(ctx, value.right)
        return None if left is None or right is None else f"{left}+{right}"
    text = ctx.text(value.span)
    inner = any(isinstance(node, ast.Binary) for node in ast.walk(value))
    return None if inner or "\n" in text else text


def _checked(function: GoFunction, call: ast.Call) -> tuple[ast.Assign, ast.If] | None:
    """The statement that declares what a call gives, and the check of its error right behind it."""
    for block in ast.walk(function.body):
        if not isinstance(block, ast.Block):
            continue
        for statement, check in zip(block.statements, block.statements[1:], strict=False):
            if not isinstance(statement, ast.Assign) or not any(value is call for value in statement.values):
                continue
            names = [n.name for n in statement.targets if isinstance(n, ast.Name) and n.name != "_"]
            plain = statement.op == ":=" and not statement.declared and len(names) == len(statement.targets) == 2
            alone = isinstance(check, ast.If) and check.init is None and check.otherwise is None
            return (statement, check) if plain and alone and isinstance(check, ast.If) else None
    return None
