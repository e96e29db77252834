"""Error types of the program: what a value of such a type tells when it is asked for its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.api import GoFunction, gotypes
from lambdalint.api import goast as ast

EMBEDDED = "error"


def literal_of(value: ast.Expr) -> ast.Composite | None:
    """The struct literal that an expression is, or points to."""
    inner = value.operand if isinstance(value, ast.Unary) and value.op == "&" else value
    return inner if isinstance(inner, ast.Composite) else None


def told(literal: ast.Composite, functions: Mapping[str, GoFunction]) -> Iterator[ast.Expr]:
    """The values in a literal of an error type that end up in its text: fields that its `Error` returns, or the error
    that it embeds. Nothing for types whose `Error` isn't known.
    """
    kind = literal.type
    if not isinstance(kind, gotypes.Named):
        return
    method = functions.get(f"{kind.package}.{kind.name}.Error")
    fields = _returned_fields(method) if method is not None else {EMBEDDED}
    yield from (e.value for e in literal.elements if e.field in fields)


def has_text(kind: gotypes.GoType | None, functions: Mapping[str, GoFunction]) -> bool:
    """True for a type of the program, or a pointer to one, that has an `Error` method of its own."""
    named = kind.element if isinstance(kind, gotypes.Pointer) else kind
    return isinstance(named, gotypes.Named) and f"{named.package}.{named.name}.Error" in functions


def _returned_fields(method: GoFunction) -> set[str]:
    receiver = method.receiver.ref if method.receiver else ""
    values = (v for n in ast.walk(method.body) if isinstance(n, ast.Return) for v in n.values)
    parts = (n for v in values for n in ast.walk(v) if isinstance(n, ast.Selector))
    return {n.name for n in parts if isinstance(n.operand, ast.Name) and receiver and n.operand.ref == receiver}
