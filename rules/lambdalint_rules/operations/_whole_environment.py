"""Expressions that are all variables of the environment, or one of them after the other."""

from __future__ import annotations

from lambdalint.api import GoFunction, is_call_of
from lambdalint.api import goast as ast

DEEPEST = 4
PACKAGES = ("os", "syscall")


def is_environment(value: ast.Expr, function: GoFunction) -> bool:
    """True for the whole environment as a list or text, and for what a loop over it takes up, unless it chooses."""
    if _is_whole(value, function, DEEPEST):
        return True
    if isinstance(value, ast.Index):
        return _is_whole(value.operand, function, DEEPEST) and _is_local(value.key)
    return isinstance(value, ast.Name) and any(
        isinstance(node.value, ast.Name) and node.value.ref == value.ref and not _chooses(node.body)
        for node in ast.each(function.body, ast.Range)
        if _is_local(value) and _is_whole(node.subject, function, DEEPEST)
    )


def _is_whole(value: ast.Expr, function: GoFunction, depth: int) -> bool:
    if isinstance(value, ast.Call):
        if is_call_of(value, "strings", "Join"):
            return _is_whole(value.arguments[0], function, depth - 1) if depth and value.arguments else False
        return any(is_call_of(value, package, "Environ") for package in PACKAGES)
    if not depth or not isinstance(value, ast.Name) or not _is_local(value):
        return False
    given = [
        node
        for node in ast.each(function.body, ast.Assign)
        if any(isinstance(t, ast.Name) and t.ref == value.ref for t in node.targets)
    ]
    return len(given) == 1 == len(given[0].values) and _is_whole(given[0].values[0], function, depth - 1)


def _is_local(value: ast.Expr) -> bool:
    return isinstance(value, ast.Name) and value.ref.startswith("local:")


def _chooses(body: ast.Block) -> bool:
    return any(isinstance(node, ast.If | ast.Switch) for node in ast.walk(body))
