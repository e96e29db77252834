"""What the fields of structs are given, in literals and by assignments, anywhere in a project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.api import GoFunction, Project, gotypes
from lambdalint.api import goast as ast

Fillings = Mapping[tuple[str, str], list[tuple[ast.Expr, GoFunction]]]


def fillings(project: Project) -> Fillings:
    """The values, with the functions that they stand in, by type and field; looked for once."""
    key = ("fillings",)
    if key not in project.kept:
        given: dict[tuple[str, str], list[tuple[ast.Expr, GoFunction]]] = {}
        for function in project.code.functions.values():
            for field, value in _filled(function):
                given.setdefault(field, []).append((value, function))
        project.kept[key] = given
    found: Fillings = project.kept[key]
    return found


def _filled(function: GoFunction) -> Iterator[tuple[tuple[str, str], ast.Expr]]:
    """The fields that literals and assignments set, with their values."""
    for literal in ast.each(function.body, ast.Composite):
        yield from (((type_key(literal.type), e.field), e.value) for e in literal.elements if e.field)
    for node in ast.each(function.body, ast.Assign):
        for target, value in zip(node.targets, node.values, strict=False):
            if isinstance(target, ast.Selector) and not target.ref and len(node.targets) == len(node.values):
                yield (holder_key(target), target.name), value


def holder_key(selector: ast.Selector) -> str:
    """What holds a field: the type, or the package variable where that has a type of its own."""
    held = getattr(selector.operand, "ref", "")
    return type_key(selector.field_of) or (held if held.startswith("var:") else "")


def type_key(kind: gotypes.GoType | None) -> str:
    named = gotypes.bare(kind)
    return f"{named.package}.{named.name}" if isinstance(named, gotypes.Named) else ""
