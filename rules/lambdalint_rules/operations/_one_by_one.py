"""What a loop writes one by one: all headers, all entries of a map."""

from __future__ import annotations

from lambdalint.api import Context, GoFunction, is_call_of
from lambdalint.api import goast as ast

DEEPEST = 3  # loops in each other: a header has several values
CHOOSES = (ast.If, ast.Switch, ast.Select, ast.Branch)


def whole(ctx: Context, value: ast.Expr, function: GoFunction) -> ast.Expr | None:
    """What a loop goes over whose elements a value is, one after the other; None where the loop may leave some out."""
    found: ast.Expr | None = None
    element = value
    for _ in range(DEEPEST):
        if isinstance(element, ast.Call) and is_call_of(element, "strings", "Join"):
            element = element.arguments[0]
        loops = (r for r in ast.each(function.body, ast.Range) if r.body.span.contains(value.span))
        loop = next((r for r in loops if _is_element(ctx, element, r)), None)
        if loop is None or any(_chooses(node) for node in ast.walk(loop.body)):
            return found
        found = element = loop.subject
    return found


def _chooses(node: ast.Node) -> bool:
    """True for what some elements may not get behind; all texts of a record of a table are all but its numbers."""
    if not isinstance(node, ast.If):
        return isinstance(node, CHOOSES)
    asked = (call.function for call in ast.each(node.condition, ast.Call))
    return not any(isinstance(method, ast.Selector) and method.name == "DataType" for method in asked)


def _is_element(ctx: Context, element: ast.Expr, loop: ast.Range) -> bool:
    """True for the value of a round, and for what is looked up in the subject by the round's key."""
    match element:
        case ast.Name():
            return _is(element, loop.value)
        case ast.Call(function=ast.Selector(operand=ast.Name() as operand, name="String"), arguments=()):
            return _is(operand, loop.value)
        case ast.Index(operand=operand, key=key):
            return _is(key, loop.key) and _is_same(ctx, operand, loop.subject)
        case ast.Call(function=ast.Selector(operand=operand, name="Get" | "Values"), arguments=(key,)):
            return _is(key, loop.key) and _is_same(ctx, operand, loop.subject)
        case _:
            return False


def _is(name: ast.Expr, declared: ast.Expr | None) -> bool:
    return isinstance(name, ast.Name) and isinstance(declared, ast.Name) and bool(name.ref) and name.ref == declared.ref


def _is_same(ctx: Context, one: ast.Expr, other: ast.Expr) -> bool:
    return ctx.text(one.span) == ctx.text(other.span)
