"""Where the fields of HTTP responses are written after they were made."""

from __future__ import annotations

from lambdalint.api import GoFunction, HandlerPath, methodsets
from lambdalint.api import goast as ast
from lambdalint_rules.handler._responses import kind_of, literal_of, names


def changed_on(types: methodsets.Types, path: HandlerPath, *fields: str) -> bool:
    """True when something on the path writes one of these fields of a response it didn't make itself."""
    for reached in path.reached:
        function = reached.function
        own = _own(types, function)
        for node in ast.walk(function.body):
            if isinstance(node, ast.Assign) and any(_writes(types, t, fields, own) for t in node.targets):
                return True
    return False


def touched(types: methodsets.Types, function: GoFunction, ref: str, *fields: str) -> bool:
    """True when a function writes one of these fields of a local, assigns it anew, or hands it to other code."""
    assigned = 0
    for node in ast.walk(function.body):
        if isinstance(node, ast.Assign):
            assigned += sum(1 for t in node.targets if names(t, ref))
            if any(_field_of(types, t, fields) == ref for t in node.targets):
                return True
        if isinstance(node, ast.Call):
            receiver = node.function.operand if isinstance(node.function, ast.Selector) else None
            if any(names(a, ref) for a in node.arguments) or (receiver is not None and names(receiver, ref)):
                return True
        if isinstance(node, ast.Unary) and node.op == "&" and names(node.operand, ref):
            return True
    return assigned > 1 or bool(function.closures)


def _own(types: methodsets.Types, function: GoFunction) -> frozenset[str]:
    assigned = (n for n in ast.walk(function.body) if isinstance(n, ast.Assign))
    return frozenset(
        t.ref
        for n in assigned
        for t, v in zip(n.targets, n.values, strict=False)
        if isinstance(t, ast.Name) and literal_of(types, v) is not None
    )


def _writes(types: methodsets.Types, target: ast.Expr, fields: tuple[str, ...], own: frozenset[str]) -> bool:
    ref = _field_of(types, target, fields)
    return ref is not None and ref not in own


def _field_of(types: methodsets.Types, target: ast.Expr, fields: tuple[str, ...]) -> str | None:
    """The name whose field is written by `x.F = …` or `x.F[k] = …`; an empty text where it is no plain name."""
    if isinstance(target, ast.Index):
        target = target.operand
    if not isinstance(target, ast.Selector) or target.name not in fields:
        return None
    if not kind_of(types, target.field_of):
        return None
    operand = target.operand
    if isinstance(operand, ast.Unary):
        operand = operand.operand
    return operand.ref if isinstance(operand, ast.Name) else ""
