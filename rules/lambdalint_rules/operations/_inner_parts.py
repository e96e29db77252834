"""What a value holds of an event and shows when it is printed: a command with the body in a field, a list of orders."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, Project, Provenance, gotypes, is_shown, methodsets
from lambdalint.api import goast as ast
from lambdalint.data import go_loggers as loggers
from lambdalint_rules.operations._own_loggers import Shown


def inner_parts(project: Project, shown: Shown, origins: Provenance, function: GoFunction) -> Iterator[tuple[str, ...]]:
    """The paths from the event to what stands in the parts of a value that a log line in `function` shows."""
    if shown.path:
        return
    for origin in origins.of(shown.value, function):
        steps = (origin.field, *origin.below)
        if origin.source != "event" or origin.held is None or not _is_printed(project, shown, steps):
            continue
        if not _is_put_in_later(shown.value, origin.field, function, origins):
            yield origin.held


def _is_put_in_later(value: ast.Expr, part: str, function: GoFunction, origins: Provenance) -> bool:
    """True where a local gets the part only after it is printed."""
    while isinstance(value, ast.Unary | ast.Conversion | ast.Call):
        callee = value.function if isinstance(value, ast.Call) else None
        if isinstance(value, ast.Call) and (value.arguments or not isinstance(callee, ast.Selector)):
            return False
        value = callee.operand if isinstance(callee, ast.Selector) else getattr(value, "operand", value)
    if not isinstance(value, ast.Name) or not value.ref.startswith("local:"):
        return False
    given = [*_assigned(value.ref, part, function), *_taken_in(value.ref, function, origins)]
    return bool(given) and min(given) > value.span.end


def _assigned(ref: str, part: str, function: GoFunction) -> Iterator[int]:
    """Where a local, or the part of it, is written; a literal without the part doesn't give it."""
    for node in ast.each(function.body, ast.Assign):
        for at, target in enumerate(node.targets if node.values else ()):
            made = node.values[at] if len(node.values) == len(node.targets) else None
            if _gives(target, made.operand if isinstance(made, ast.Unary) else made, ref, part):
                yield node.span.start


def _gives(target: ast.Expr, made: ast.Expr | None, ref: str, part: str) -> bool:
    if isinstance(target, ast.Name):
        fields = {e.field for e in made.elements} if isinstance(made, ast.Composite) else {part}
        return target.ref == ref and not fields.isdisjoint(("", part))
    if not isinstance(target, ast.Selector | ast.Index) or getattr(target.operand, "ref", "") != ref:
        return False
    return isinstance(target, ast.Index) or target.name == part


def _taken_in(ref: str, function: GoFunction, origins: Provenance) -> Iterator[int]:
    """Where a builder of texts takes in anything of an event."""
    for call in function.calls:
        method = call.function
        if not isinstance(method, ast.Selector) or getattr(method.operand, "ref", "") != ref:
            continue
        if any(origins.of(a, function) for a in call.arguments):
            yield call.span.start


def _is_printed(project: Project, shown: Shown, steps: tuple[str, ...]) -> bool:
    types, kind = project.code.types, shown.value.type
    under = methodsets.underlying(types, kind)
    if under == gotypes.STRING or (isinstance(under, gotypes.Slice) and under.element in _BYTES):
        return True  # the text that an encoder made of what it shows
    if isinstance(under, gotypes.Map):
        return False  # what was put into a local one is looked at by itself
    callee = shown.written.callee
    plain = callee is not None and (callee.package in loggers.TEXT_ONLY or callee.name.endswith("f"))
    return is_shown(types, kind, steps, True) and (plain or is_shown(types, kind, steps, False))


_BYTES = (gotypes.Basic("byte"), gotypes.Basic("uint8"))
