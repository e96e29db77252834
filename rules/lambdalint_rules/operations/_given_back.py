"""What functions of the project return, looked at where they are called."""

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
