"""What goes with a call that closes something: the check of its error, and the deferred function it is alone in."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Edit, GoFunction, gofix
from lambdalint.api import goast as ast


def without(ctx: Context, call: ast.Call, function: GoFunction) -> tuple[Edit, ...]:
    """Edits that drop a call with all that there is for it alone; none where it is part of something else."""
    gone = _statement(call, function)
    if gone is None:
        return ()
    named = {name.ref for name in _locals(gone)}
    if function.body is not None and function.body.statements == (gone,):
        around = ctx.project.code.functions.get(function.parent or "")
        for node in ast.walk(around.body) if around is not None else ():
            if around is not None and _defers(node, function):
                gone, function = node, around
                break
    source = ctx.project.sources[call.span.path]
    start, _ = source.line_bounds(source.line_of(gone.span.start))
    _, end = source.line_bounds(source.line_of(gone.span.end))
    before, after = source.text(start, gone.span.start).strip(), source.text(gone.span.end, end).strip()
    if before or (after and not after.startswith("//")) or named & _unused(function, gone):
        return ()
    return (gofix.remove_lines(source, gone.span), *_imports(ctx, gone))


def _statement(call: ast.Call, function: GoFunction) -> ast.Node | None:
    """The statement that is nothing but the call, or the call and a check of its error."""
    return next((node for node in ast.walk(function.body) if _is_all(node, call)), None)


def _is_all(node: ast.Node, call: ast.Call) -> bool:
    if isinstance(node, ast.Defer):
        return node.call.span == call.span
    if isinstance(node, ast.Evaluate):
        return node.expression.span == call.span
    if isinstance(node, ast.Assign):
        return _is_checked(node, call) and all(_is_blank(target) for target in node.targets)
    return (
        isinstance(node, ast.If)
        and node.otherwise is None
        and isinstance(node.init, ast.Assign)
        and _is_checked(node.init, call)
    )


def _is_checked(node: ast.Assign, call: ast.Call) -> bool:
    return len(node.targets) == 1 and len(node.values) == 1 and node.values[0].span == call.span


def _is_blank(target: ast.Expr) -> bool:
    return isinstance(target, ast.Name) and target.name == "_"


def _defers(node: ast.Node, function: GoFunction) -> bool:
    called = node.call.function if isinstance(node, ast.Defer) and isinstance(node.call, ast.Call) else None
    return isinstance(called, ast.Closure) and called.function == function.key


def _unused(function: GoFunction, gone: ast.Node) -> set[str]:
    """Local variables that are declared, and that nothing would use without a statement."""
    targets = [t for n in ast.walk(function.body) if isinstance(n, ast.Assign) and n.op == ":=" for t in n.targets]
    outside = [t for t in targets if isinstance(t, ast.Name) and not gone.span.contains(t.span)]
    places = {t.span for t in targets}
    used = {n.ref for n in _locals(function.body) if not gone.span.contains(n.span) and n.span not in places}
    return {target.ref for target in outside} - used


def _locals(node: ast.Node | None) -> Iterator[ast.Name]:
    return (n for n in ast.walk(node) if isinstance(n, ast.Name) and n.ref.startswith("local:"))


def _imports(ctx: Context, gone: ast.Node) -> Iterator[Edit]:
    """Edits that drop the imports that nothing else uses."""
    source, file = ctx.project.sources[gone.span.path], ctx.project.code.files.get(gone.span.path)
    for line in file.imports if file is not None else ():
        used = gofix.uses(source, line.name) if line.name not in ("_", ".") else 0
        if file is not None and used and not gofix.uses(source, line.name, [gone.span]):
            yield from gofix.remove_import(file, source, line.path)
