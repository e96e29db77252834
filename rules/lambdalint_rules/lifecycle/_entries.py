"""Entries of maps and lists that live as long as the process, also where a local or a field of one leads to them."""

from __future__ import annotations

from lambdalint.api import Code, GoFunction, HandlerPath, gotypes, is_call_of
from lambdalint.api import goast as ast


def shared_entry(target: ast.Expr, function: GoFunction, code: Code) -> str | None:
    """The package variable with the map whose entry of a constant key a write sets; None for all else.

    An entry of a key that varies is one of a cache.
    """
    if not isinstance(target, ast.Index) or not isinstance(getattr(target.key, "value", None), str):
        return None
    held = _variables(target.operand, function)
    variable = next(iter(held)) if len(held) == 1 else None
    copied = isinstance(target.operand, ast.Selector) and not target.operand.ref and _is_map(target.operand)
    if variable is None or not (copied or isinstance(code.variables.get(variable), gotypes.Map)):
        return None
    return variable


def grown_entry(target: ast.Expr, values: tuple[ast.Expr, ...], path: HandlerPath) -> str | None:
    """The package variable with the map whose entry a write makes longer: `m[key] = append(m[key], …)`; else None.

    None too where invocations empty the map again.
    """
    grown = values[0] if len(values) == 1 else None
    if (
        not isinstance(target, ast.Index)
        or not isinstance(grown, ast.Call)
        or not is_call_of(grown, "builtin", "append")
    ):
        return None
    ref = getattr(target.operand, "ref", "")
    first = grown.arguments[0] if grown.arguments else None
    if not ref.startswith("var:") or not isinstance(first, ast.Index) or getattr(first.operand, "ref", "") != ref:
        return None
    if not isinstance(target.operand, ast.Name | ast.Selector) or not isinstance(target.operand.type, gotypes.Map):
        return None
    nodes = (node for reached in path.reached for node in ast.walk(reached.function.body))
    return None if any(_empties(node, ref) for node in nodes) else ref.removeprefix("var:")


def listed_entry(target: ast.Expr, code: Code) -> str | None:
    """The package variable with the list or array that a write sets an element of, or a field of one; else None."""
    while isinstance(target, ast.Selector) and not target.ref:
        target = target.operand
    if not isinstance(target, ast.Index) or not isinstance(target.operand, ast.Name | ast.Selector):
        return None
    ref = target.operand.ref.removeprefix("var:") if target.operand.ref.startswith("var:") else ""
    return ref if isinstance(code.variables.get(ref), gotypes.Slice | gotypes.Array) else None


def _empties(node: ast.Node, ref: str) -> bool:
    if isinstance(node, ast.Call) and is_call_of(node, "builtin", "delete", "clear"):
        return any(getattr(argument, "ref", "") == ref for argument in node.arguments[:1])
    return isinstance(node, ast.Assign) and any(getattr(target, "ref", "") == ref for target in node.targets)


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
        if len(made) == 1 and not set_before and _is_map(holder):
            copied = _plain(made[0])  # the copy of a struct has the same map
            if copied != {None}:
                return copied
        fields = [_field(value, holder.name) for value in made] + set_before
        return {v for value in fields for v in ({None} if value is None else _plain(value))}
    return {None}


def _is_map(holder: ast.Selector) -> bool:
    return isinstance(holder.type, gotypes.Map)


def _plain(value: ast.Expr) -> set[str | None]:
    ref = getattr(value, "ref", "")
    return {ref.removeprefix("var:") if ref.startswith("var:") else None}


def _given(function: GoFunction, holder: ast.Name | ast.Selector) -> list[ast.Expr]:
    """What a local, or a field of one, is set to before a place."""
    return [
        node.values[at]
        for node in ast.each(function.body, ast.Assign)
        if len(node.values) == len(node.targets)
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
