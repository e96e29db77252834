"""What the locals of a function are given, and methods called on."""

from __future__ import annotations

from typing import TypeAlias, TypeGuard

from lambdalint.api import GoFunction, gotypes, methodsets
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
            asked = len(node.values) == 1 and isinstance(node.values[0], ast.Index)  # with whether there is one
            for at, target in enumerate(node.targets):
                if isinstance(target, ast.Name) and target.ref:
                    whole = len(node.values) == len(node.targets) or (asked and at == 0)
                    found.setdefault(target.ref, []).append((node.values[at] if whole else None, False))
        elif isinstance(node, ast.Range) and isinstance(node.value, ast.Name) and node.value.ref:
            found.setdefault(node.value.ref, []).append((node.subject, True))
    return found


def is_entry(value: ast.Expr | None, types: methodsets.Types) -> TypeGuard[ast.Index]:
    """True for one of several values behind an interface, as in a table of what handles which request."""
    return isinstance(value, ast.Index) and isinstance(methodsets.underlying(types, value.type), gotypes.Interface)


def by_pointer(function: GoFunction) -> bool:
    """True for a method of a pointer."""
    return isinstance(getattr(function.receiver, "type", None), gotypes.Pointer)
