"""What a function writes, and to which variable."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Reached, gotypes
from lambdalint.api import goast as ast

DECODERS = ("Unmarshal", "Decode", "Bind")


def writes(reached: Reached) -> Iterator[tuple[ast.Expr, tuple[ast.Expr, ...]]]:
    """What is written in a function, each with the values that it may be given."""
    for node in ast.walk(reached.function.body):
        match node:
            case ast.Assign(targets=targets, op=op, values=values) if values and op != ":=":
                for at, target in enumerate(targets):
                    if op == "=" or _is_text(target):
                        yield target, (values[at],) if len(values) == len(targets) else values
            case ast.Call(arguments=arguments, callee=callee) if callee and callee.name.startswith(DECODERS):
                for at, argument in enumerate(arguments):
                    if isinstance(argument, ast.Unary) and argument.op == "&":
                        source = node.function.operand if isinstance(node.function, ast.Selector) else node.function
                        yield argument.operand, (*arguments[:at], source)
            case _:
                pass


def variable(target: ast.Expr) -> str | None:
    """The package variable that a write changes; None for locals and for entries of maps and lists."""
    while isinstance(target, ast.Selector | ast.Unary):
        if isinstance(target, ast.Selector) and target.ref:
            break
        target = target.operand
    ref = target.ref if isinstance(target, ast.Name | ast.Selector) else ""
    return ref.removeprefix("var:") if ref.startswith("var:") else None


def _is_text(target: ast.Expr) -> bool:
    return getattr(target, "type", None) == gotypes.STRING
