"""`pattern, err := regexp.Compile(text)` with the check behind it, where the function that panics does the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lambdalint.api import Context, Edit, GoFunction, NamedTuple, Span, gofix
from lambdalint.api import goast as ast


class Checked(NamedTuple):
    """The statement that compiles, and the check of its error right behind it."""

    statement: ast.Assign
    check: ast.If

    @property
    def span(self) -> Span:
        """From the statement to the end of the check."""
        return self.statement.span._replace(end=self.check.span.end)


def checked(function: GoFunction, call: ast.Call) -> Checked | None:
    """Where a call is made, if what it gives as its error is of no use to anything but the check."""
    for block in ast.walk(function.body):
        statements = block.statements if isinstance(block, ast.Block) else ()
        for made, check in pairwise(statements):
            if isinstance(made, ast.Assign) and any(value.span == call.span for value in made.values):
                found = Checked(made, check) if isinstance(check, ast.If) else None
                return found if found is not None and _is_alone(function, found) else None
    return None


def _is_alone(function: GoFunction, found: Checked) -> bool:
    made, check = found
    if (
        made.op != ":="
        or made.declared
        or len(made.targets) != 2
        or check.init is not None
        or check.otherwise is not None
    ):
        return False
    value, error = made.targets
    if not isinstance(value, ast.Name) or not isinstance(error, ast.Name) or "_" in (value.name, error.name):
        return False
    tested = check.condition
    if not isinstance(tested, ast.Binary) or tested.op != "!=" or getattr(tested.left, "ref", "") != error.ref:
        return False
    return not any(n.ref == value.ref for n in _names(check)) and _is_free(function, found, error.ref)


def _is_free(function: GoFunction, found: Checked, error: str) -> bool:
    """True where the error's name is declared and used without the statement, or not at all."""
    outside = [n for n in _names(function.body) if n.ref == error and not found.span.contains(n.span)]
    places = {t.span: a for a in ast.walk(function.body) if isinstance(a, ast.Assign) for t in a.targets}
    if not outside:
        return not function.closures
    first = places.get(min(n.span for n in outside))
    declares = first is not None and first.op == ":="
    return declares and any(n.span not in places for n in outside)


def _names(node: ast.Node | None) -> Iterator[ast.Name]:
    return (n for n in ast.walk(node) if isinstance(n, ast.Name))


def without(ctx: Context, found: Checked) -> tuple[Edit, ...]:
    """Edits that drop both, with the imports that only the check needs; none where they share their lines."""
    span = found.span
    source, file = ctx.project.sources[span.path], ctx.project.code.files.get(span.path)
    start, _ = source.line_bounds(source.line_of(span.start))
    _, end = source.line_bounds(source.line_of(span.end))
    if file is None or (source.text(start, span.start) + source.text(span.end, end)).strip():
        return ()
    lines = file.imports
    gone = [i for i in lines if i.name not in ("_", ".") and gofix.uses(source, i.name)]
    gone = [i for i in gone if not gofix.uses(source, i.name, [span])]
    compiled = getattr(getattr(found.statement.values[0], "function", None), "operand", None)
    kept = compiled.name if isinstance(compiled, ast.Name) else ""
    dropped = (edit for i in gone if i.name != kept for edit in gofix.remove_import(file, source, i.path))
    return (gofix.remove_lines(source, span), *dropped)


def panicking(ctx: Context, call: ast.Call) -> str:
    """The text of a call of the function that panics instead of returning an error."""
    text, name = ctx.text(call.span), getattr(call.function, "name_span", None)
    if name is None or ctx.text(name).startswith("Must"):
        return text
    at = len(ctx.text(call.span._replace(end=name.start)))
    return f"{text[:at]}Must{text[at:]}"
