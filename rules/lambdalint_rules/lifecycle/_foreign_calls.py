"""Calls into code that can't be seen: what they may be given that tells of a goroutine's end."""

from __future__ import annotations

from collections.abc import Container

from lambdalint.api import GoFunction, gotypes, is_of_package
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import CONNECTIONS

POOL = "github.com/sourcegraph/conc/pool"
GROUPS = (  # each starts what its `Go` is given
    ("golang.org/x/sync/errgroup", "Group"),
    ("sync", "WaitGroup"),
    ("github.com/sourcegraph/conc", "WaitGroup"),
    *((POOL, made + "Pool") for made in ("", "Error", "Context", "Result", "ResultError", "ResultContext")),
)


def is_foreign(call: ast.Call) -> bool:
    """True for a method of a value whose type isn't known, given nothing to tell by: a group is waited for itself."""
    function = call.function
    method = call.callee is None and isinstance(function, ast.Selector) and function.field_of is None
    return method and not any(can_tell(a) or isinstance(a, ast.Closure) for a in call.arguments)


def is_of_library(function: ast.Expr, maker: GoFunction | None, own: Container[str]) -> bool:
    """True for a method that isn't known of a value whose type is, or that a library made for `maker` alone: the
    project's own methods would be known. `own` are the packages of the project.
    """
    if not isinstance(function, ast.Selector) or function.ref or function.type is not None:
        return False
    holder: ast.Expr = function.operand
    while holder.type is None and isinstance(holder, ast.Selector | ast.Call):
        if isinstance(holder, ast.Call) and holder.callee is not None:
            return True
        holder = holder.function if isinstance(holder, ast.Call) else holder.operand
    kind = gotypes.bare(holder.type)
    if kind is None and maker is not None and isinstance(holder, ast.Name) and holder.ref.startswith("local:"):
        return _made_by_library(holder.ref, maker, own)
    return isinstance(kind, gotypes.Named)


def _made_by_library(ref: str, maker: GoFunction, own: Container[str]) -> bool:
    """True for a local that only functions give which are handed nothing to tell by, or the methods of a database."""
    given = [
        assign.values[0] if len(assign.values) == 1 else assign.values[at]
        for assign in ast.each(maker.body, ast.Assign)
        for at, target in enumerate(assign.targets)
        if isinstance(target, ast.Name) and target.ref == ref and assign.values
    ]
    return bool(given) and all(isinstance(v, ast.Call) and _makes_alone(v, own) for v in given)


def _makes_alone(call: ast.Call, own: Container[str]) -> bool:
    callee = call.callee
    if callee is None or "." not in callee.package or callee.package in own:
        return False
    if callee.receiver and callee.package not in CONNECTIONS:
        return False  # what has the method may have been given something to tell by
    called = {c.function.span for argument in call.arguments for c in ast.each(argument, ast.Call)}
    inner = [n for argument in call.arguments for n in ast.walk(argument) if n.span not in called]
    return not any(_can_tell(getattr(n, "type", None)) for n in inner)


def _can_tell(kind: gotypes.GoType | None) -> bool:
    return isinstance(kind, gotypes.Chan | gotypes.Func) or any(is_of_package(kind, *g) for g in GROUPS)


def can_tell(argument: ast.Expr) -> bool:
    """True for a channel, a wait group or a function handed to code that can't be seen."""
    kind = getattr(argument, "type", None)
    inner = argument.operand if isinstance(argument, ast.Unary) else argument
    return isinstance(kind, gotypes.Chan) or any(is_of_package(getattr(inner, "type", None), *g) for g in GROUPS)
