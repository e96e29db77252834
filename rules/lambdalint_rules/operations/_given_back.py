"""What functions of the project return, or fill in, looked at where they are called."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, Provenance
from lambdalint.api import goast as ast


def given_back(value: ast.Expr, function: GoFunction, origins: Provenance) -> Iterator[tuple[ast.Expr, GoFunction]]:
    """What functions on the path return that a value, or the local that it is, is given by a call of them; each with
    the function.
    """
    made: ast.Expr | None = value
    at = 0
    if isinstance(value, ast.Name) and value.ref.startswith("local:"):
        made = None
        for node in ast.each(function.body, ast.Assign):
            here = [i for i, t in enumerate(node.targets) if isinstance(t, ast.Name) and t.ref == value.ref]
            if here and len(node.values) == 1 and node.span.end <= value.span.start:
                made, at = node.values[0], here[0]
    for target in origins.targets(made) if isinstance(made, ast.Call) else ():
        for back in ast.each(target.body, ast.Return):
            if at < len(back.values):
                yield back.values[at], target


def filled_in(value: ast.Expr, function: GoFunction, origins: Provenance) -> Iterator[tuple[ast.Expr, GoFunction]]:
    """The parameters of functions on the path that are given the address of a local; each with the function."""
    if not isinstance(value, ast.Name) or not value.ref.startswith("local:"):
        return
    for call in function.calls:
        for at, argument in enumerate(call.arguments):
            if not isinstance(argument, ast.Unary) or argument.op != "&":
                continue
            if isinstance(argument.operand, ast.Name) and argument.operand.ref == value.ref:
                for target in origins.targets(call):
                    given = target.parameters[at] if at < len(target.parameters) else None
                    if given is not None and given.ref:
                        yield ast.Name(given.span, given.name, given.ref, given.type), target
