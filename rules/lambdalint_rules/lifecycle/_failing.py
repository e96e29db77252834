"""Why a call is made on a failure: the call whose error the branch around it asks for."""

from __future__ import annotations

from lambdalint.api import Site
from lambdalint.api import goast as ast
from lambdalint.data.go_fatal import CANNOT_FAIL


def cannot_happen(site: Site) -> bool:
    """True in a branch `if err != nil` where the error is that of a call which never returns one."""
    branches = [n for n in ast.walk(site.function.body) if isinstance(n, ast.If) and _inside(n, site)]
    error = _tested(branches[-1].condition) if branches else None
    if error is None:
        return False
    before = [n for n in ast.walk(site.function.body) if isinstance(n, ast.Assign) and _gives(n, error, branches[-1])]
    made = before[-1].values[-1] if before else None
    callee = made.callee if isinstance(made, ast.Call) else None
    return callee is not None and (callee.package, callee.receiver, callee.name) in CANNOT_FAIL


def _gives(statement: ast.Assign, error: ast.Name, branch: ast.If) -> bool:
    if statement.span.end > branch.condition.span.start or not statement.values:
        return False
    return any(isinstance(t, ast.Name) and t.ref == error.ref for t in statement.targets)


def _inside(branch: ast.If, site: Site) -> bool:
    return branch.then.span.contains(site.call.span)


def _tested(condition: ast.Expr) -> ast.Name | None:
    if not isinstance(condition, ast.Binary) or condition.op != "!=" or not isinstance(condition.left, ast.Name):
        return None
    compared = condition.right
    return condition.left if isinstance(compared, ast.Name) and compared.name == "nil" else None
