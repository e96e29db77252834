"""Why a call is made on a failure: what the branch around it asks for."""

from __future__ import annotations

from lambdalint.api import HandlerPath, Site
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


def is_not_asked_for(site: Site, path: HandlerPath) -> bool:
    """True where the branch around a call asks for a constant that no call on the path gives the parameter."""
    function = site.function
    for at, parameter in enumerate(function.parameters):
        wanted = [c for branch in ast.walk(function.body) for c in _wanted(branch, parameter.ref, site)]
        if not parameter.ref or not wanted or _is_written(function.body, parameter.ref):
            continue
        calls = [s.call for s in path.calls(function.package, function.name) if s.call.callee is not None]
        calls = [c for c in calls if c.callee is not None and c.callee.key == function.key]
        given = [getattr(c.arguments[at], "value", None) if at < len(c.arguments) else None for c in calls]
        if given and all(value is not None and value not in wanted for value in given):
            return True
    return False


def _wanted(branch: ast.Node, ref: str, site: Site) -> list[ast.Constant]:
    """The constants that a branch with a call in it asks for; empty where it asks for something else."""
    if isinstance(branch, ast.If) and branch.then.span.contains(site.call.span):
        condition = branch.condition
        if isinstance(condition, ast.Binary) and condition.op == "==" and _is_named(condition.left, ref):
            return _constants((condition.right,))
    if isinstance(branch, ast.Switch) and branch.tag is not None and _is_named(branch.tag, ref):
        inside = [case for case in branch.cases if case.span.contains(site.call.span) and not case.default]
        return _constants(inside[0].values) if inside else []
    return []


def _constants(values: tuple[ast.Expr, ...]) -> list[ast.Constant]:
    found = [getattr(value, "value", None) for value in values]
    return found if None not in found else []


def _is_named(value: ast.Expr, ref: str) -> bool:
    return isinstance(value, ast.Name) and value.ref == ref


def _is_written(body: ast.Block | None, ref: str) -> bool:
    return any(_is_named(t, ref) for a in ast.each(body, ast.Assign) for t in a.targets)
