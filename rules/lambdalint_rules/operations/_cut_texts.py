"""Texts that are cut short before they are written: of a credential no more than to tell it from others."""

from __future__ import annotations

from lambdalint.api import goast as ast
from lambdalint.api import is_call_of

MOST = 16  # characters


def is_cut(value: ast.Expr) -> bool:
    """True for the first or last few characters of a text: `token[:8]`, `token[len(token)-4:]`."""
    if not isinstance(value, ast.Slicing) or not value.bounds:
        return False
    first, last = value.bounds[0], value.bounds[-1]
    end = getattr(last, "value", None)
    if last.span.end == value.span.end - 1 and isinstance(end, int):
        return end <= MOST
    if not isinstance(first, ast.Binary) or first.op != "-" or not isinstance(first.left, ast.Call):
        return False
    left = getattr(first.right, "value", None)
    return is_call_of(first.left, "builtin", "len") and isinstance(left, int) and left <= MOST
