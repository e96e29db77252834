"""Places that hold values, and their keys.

`<outermost function>|local:<n>`, `var:<import path>.<Name>`, `field:<type>.<name>`; what a map, slice or channel holds
has the key of its holder and `[]`. What a function writes into a map or slice that it is given has the key of the
type, `type:<type>[]`.
"""

from __future__ import annotations

from typing import Any

from lambdalint.model.goast import Expr, Index, Name, Selector, Slicing, Unary
from lambdalint.model.gotypes import GoType, Map, Named, Pointer, Struct

_AROUND = frozenset({Index, Slicing, Unary})  # what may stand around the name of a place


def place_of(expression: Expr, function: str) -> str:
    """The key of the place an expression names, or an empty string."""
    kind = type(expression)
    if kind is Name:
        return _place_of_name(expression, function)
    suffix = ""
    while kind in _AROUND:
        step: Any = expression
        if kind is Index:
            suffix += "[]"
        elif kind is Unary and step.op not in "*&":
            return ""
        expression = step.operand
        kind = type(expression)
    if kind is Name:
        holder = _place_of_name(expression, function)
        return holder + suffix if holder else ""
    if isinstance(expression, Selector):
        if expression.ref:
            return expression.ref + suffix if expression.ref.startswith("var:") else ""
        owner = type_key(expression.field_of)
        return f"field:{owner}.{expression.name}{suffix}" if owner else ""
    return ""


def _place_of_name(name: Any, function: str) -> str:
    ref: str = name.ref
    if ref.startswith("local:"):
        return f"{outermost(function)}|{ref}"
    return ref if ref.startswith("var:") else ""


def outermost(function: str) -> str:
    """The key of the function that a function literal stands in, at the top; the key itself for others."""
    return function.split("$", 1)[0] if "$" in function else function


def type_key(kind: GoType | None) -> str:
    """`<import path>.<Name>` of a defined type or what pointers to it lead to; field names for a struct without one."""
    while isinstance(kind, Pointer):
        kind = kind.element
    if isinstance(kind, Named):
        return f"{kind.package}.{kind.name}"
    if isinstance(kind, Struct):
        return "struct{" + ",".join(field.name for field in kind.fields) + "}"
    return ""


def elements_key(kind: GoType | None) -> str:
    """`type:<type>`, where what maps of a type hold is kept together: of a defined type, or of maps to one."""
    kind = kind.element if isinstance(kind, Pointer) else kind
    if isinstance(kind, Map):
        return f"type:map.{type_key(kind.element)}" if isinstance(kind.element, Named) else ""
    return f"type:{type_key(kind)}" if isinstance(kind, Named) else ""
