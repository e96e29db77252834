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
    for element in literal.elements:
        if _prints(method, element.field) if method is not None else element.field == EMBEDDED:
            yield element.value


def has_text(kind: gotypes.GoType | None, functions: Mapping[str, GoFunction]) -> bool:
    """True for a type of the program, or a pointer to one, that has an `Error` method of its own."""
    named = kind.element if isinstance(kind, gotypes.Pointer) else kind
    return isinstance(named, gotypes.Named) and f"{named.package}.{named.name}.Error" in functions


def _prints(method: GoFunction, field: str) -> bool:
    """True where each text that an `Error` returns for a value with this field set has it in it."""
    returns = [n for n in ast.walk(method.body) if isinstance(n, ast.Return)]
    for node in ast.walk(method.body):
        if isinstance(node, ast.If) and isinstance(node.condition, ast.Binary):
            asked = _is_field(node.condition.left, method, field)
            nil = isinstance(node.condition.right, ast.Name) and node.condition.right.name == "nil"
            if asked and nil and node.condition.op == "==":
                returns = [r for r in returns if not node.then.span.contains(r.span)]
            elif asked and nil and node.condition.op == "!=" and node.otherwise is None:
                returns = [r for r in returns if r.span.start < node.then.span.end]
    return bool(returns) and all(any(_is_field(n, method, field) for n in ast.walk(r)) for r in returns)


def _is_field(node: ast.Node, method: GoFunction, field: str) -> bool:
    receiver = method.receiver.ref if method.receiver else ""
    if not isinstance(node, ast.Selector) or node.name != field or not isinstance(node.operand, ast.Name):
        return False
    return bool(receiver) and node.operand.ref == receiver
