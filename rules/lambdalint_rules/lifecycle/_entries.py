"""Entries of maps that live as long as the process, also where a local or a field of one leads to them."""

from __future__ import annotations

from lambdalint.api import Code, GoFunction, gotypes
from lambdalint.api import goast as ast


def shared_entry(target: ast.Expr, function: GoFunction, code: Code) -> str | None:
    """The package variable with the map whose entry of a constant key a write sets; None for all else.

    An entry of a key that varies is one of a cache.
    """
    if not isinstance(target, ast.Index) or not isinstance(getattr(target.key, "value", None), str):
        return None
    held = _variables(target.operand, function)
    variable = next(iter(held)) if len(held) == 1 else None
    if variable is None or not isinstance(code.variables.get(variable), gotypes.Map):
        return None
    return variable


def _variables(holder: ast.Expr, function: GoFunction) -> set[str | None]:
    """The package variables that a value may be; None among them stands for another value."""
    ref = getattr(holder, "ref", "")
    if ref.startswith("var:"):
        return {ref.removeprefix("var:")}
    if isinstance(holder, ast.Name) and ref.startswith("local:"):
        return {v for value in _given(function, holder) for v in (_variables(value, function) or {None})}
    if isinstance(holder, ast.Selector) and isinstance(holder.operand, ast.Name):
        made = _given(function, holder.operand)
        set_before = _given(function, holder)
        fields = [_field(value, holder.name) for value in made] + set_before
        return {v for value in fields for v in ({None} if value is None else _plain(value))}
    return {None}


def _plain(value: ast.Expr) -> set[str | None]:
    ref = getattr(value, "ref", "")
    return {ref.removeprefix("var:") if ref.startswith("var:") else None}


def _given(function: GoFunction, holder: ast.Name | ast.Selector) -> list[ast.Expr]:
    """What a local, or a field of one, is set to before a place."""
    return [
        node.values[at]
        for node in ast.walk(function.body)
        if isinstance(node, ast.Assign) and len(node.values) == len(node.targets)
        for at, target in enumerate(node.targets)
        if node.span.end <= holder.span.start and _is_same(target, holder)
    ]


def _is_same(target: ast.Expr, holder: ast.Expr) -> bool:
    if isinstance(target, ast.Selector) and isinstance(holder, ast.Selector):
        return target.name == holder.name and _is_same(target.operand, holder.operand)
    return isinstance(target, ast.Name) and isinstance(holder, ast.Name) and target.ref == holder.ref != ""


def _field(value: ast.Expr, name: str) -> ast.Expr | None:
    literal = value.operand if isinstance(value, ast.Unary) and value.op == "&" else value
    if not isinstance(literal, ast.Composite):
        return None
    return next((e.value for e in literal.elements if e.field == name), None)
