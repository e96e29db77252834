"""Errors that a library's value keeps of its last call: `db.Create(&order).Error`."""

from __future__ import annotations

from lambdalint.api import goast as ast
from lambdalint.api import gotypes
from lambdalint.data.go_answers import ERROR_FIELDS

LONGEST_CHAIN = 16  # calls one after the other


def names_kept(value: ast.Expr) -> bool:
    """True for the selection of a field that is called like one with a kept error."""
    return isinstance(value, ast.Selector) and not value.ref and value.name in ERROR_FIELDS.values()


def asked(value: ast.Expr) -> ast.Call | None:
    """The call whose error a value is, None where it is no kept one."""
    call = value.operand if isinstance(value, ast.Selector) and names_kept(value) else None
    return call if isinstance(call, ast.Call) and keeps(call) else None


def keeps(call: ast.Call) -> bool:
    """True for a method of such a value, or of what its methods give."""
    holder: ast.Expr | None = call
    for _ in range(LONGEST_CHAIN):
        named = gotypes.bare(getattr(holder, "type", None))
        if isinstance(named, gotypes.Named):
            return (named.package, named.name) in ERROR_FIELDS
        method = holder.function if isinstance(holder, ast.Call) else None
        holder = method.operand if isinstance(method, ast.Selector) and not method.ref else None
    return False
