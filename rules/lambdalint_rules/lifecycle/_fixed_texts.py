"""Texts that are written in the code and never change: literals, constants, and variables that are set once."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, HandlerPath
from lambdalint.api import goast as ast


def fixed_text(value: ast.Expr, function: GoFunction, path: HandlerPath, ctx: Context) -> str | None:
    """The text that a value of a request always is, or points to, None where it may be another one."""
    if isinstance(value, ast.Call) and value.callee is not None and value.callee.name == "String" and value.arguments:
        value = value.arguments[0]
    elif isinstance(value, ast.Unary) and value.op == "&":
        value = value.operand
    ref = value.ref if isinstance(value, ast.Name) else ""
    found = getattr(value, "value", None)
    if not isinstance(found, str) and ref.startswith("local:"):
        inner = [ctx.project.code.functions.get(key) for key in function.closures]
        return only_text([function, *(f for f in inner if f is not None)], ref)
    if not isinstance(found, str) and ref.startswith("var:"):
        package, _, name = ref.removeprefix("var:").rpartition(".")
        keys = (f"{package}.var {name}", *path.program.startup)
        loaded = [ctx.project.code.functions.get(key) for key in dict.fromkeys(keys)]
        return only_text([f for f in loaded if f is not None] + [r.function for r in path.reached], ref)
    return found if isinstance(found, str) else None


def only_text(functions: list[GoFunction], ref: str) -> str | None:
    """The text that a variable is given in the only place of some functions where it is given anything."""
    given: list[ast.Expr | None] = []
    for function in {f.key: f for f in functions}.values():
        given.extend(_given(function, ref))
    text = getattr(given[0], "value", None) if len(given) == 1 else None
    return text if isinstance(text, str) else None


def _given(function: GoFunction, ref: str) -> Iterator[ast.Expr | None]:
    """What a variable is given in a function, None for what can't be told."""
    for node in ast.each(function.body, ast.Assign):
        for at, target in enumerate(node.targets):
            if isinstance(target, ast.Name) and target.ref == ref:
                yield node.values[at] if len(node.values) == len(node.targets) else None
    for address in ast.each(function.body, ast.Unary):
        if address.op == "&" and getattr(address.operand, "ref", "") == ref:
            literals = ast.each(function.body, ast.Composite)
            if all(element.value.span != address.span for literal in literals for element in literal.elements):
                yield None
