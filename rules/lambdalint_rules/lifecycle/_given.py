"""What the locals of a function are given."""

from __future__ import annotations

from typing import TypeAlias

from lambdalint.api import GoFunction
from lambdalint.api import goast as ast

Given: TypeAlias = dict[str, list[tuple[ast.Expr | None, bool]]]
"""By the locals' references: values, None for one of several results of a call; with each whether it is a list whose
elements the local is.
"""


def given_to_locals(function: GoFunction, known: dict[str, Given]) -> Given:
    """What the assignments and loops of a function give to its locals, in their order; `known` keeps it by keys."""
    if function.key in known:
        return known[function.key]
    found = known[function.key] = {}
    for node in ast.walk(function.body):
        if isinstance(node, ast.Assign):
            same = len(node.values) == len(node.targets)
            for at, target in enumerate(node.targets):
                if isinstance(target, ast.Name) and target.ref:
                    found.setdefault(target.ref, []).append((node.values[at] if same else None, False))
        elif isinstance(node, ast.Range) and isinstance(node.value, ast.Name) and node.value.ref:
            found.setdefault(node.value.ref, []).append((node.subject, True))
    return found
