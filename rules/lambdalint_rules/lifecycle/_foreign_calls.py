"""Calls into code that can't be seen: what they may be given that tells of a goroutine's end."""

from __future__ import annotations

from lambdalint.api import goast as ast
from lambdalint.api import gotypes, is_of_package

GROUPS = (("golang.org/x/sync/errgroup", "Group"), ("sync", "WaitGroup"))  # each starts what its `Go` is given


def is_foreign(call: ast.Call) -> bool:
    """True for a method of a value whose type isn't known, given nothing to tell by: a group is waited for itself."""
    function = call.function
    method = call.callee is None and isinstance(function, ast.Selector) and function.field_of is None
    return method and not any(can_tell(a) or isinstance(a, ast.Closure) for a in call.arguments)


def is_of_library(function: ast.Expr) -> bool:
    """True for a method that isn't known of a value whose type is: the project's own methods would be."""
    if not isinstance(function, ast.Selector) or function.ref or function.type is not None:
        return False
    holder: ast.Expr = function.operand
    while holder.type is None and isinstance(holder, ast.Selector | ast.Call):
        if isinstance(holder, ast.Call) and holder.callee is not None:
            return True
        holder = holder.function if isinstance(holder, ast.Call) else holder.operand
    kind = gotypes.bare(holder.type)
    return isinstance(kind, gotypes.Named)


def can_tell(argument: ast.Expr) -> bool:
    """True for a channel, a wait group or a function handed to code that can't be seen."""
    kind = getattr(argument, "type", None)
    inner = argument.operand if isinstance(argument, ast.Unary) else argument
    return isinstance(kind, gotypes.Chan) or any(is_of_package(getattr(inner, "type", None), *g) for g in GROUPS)
