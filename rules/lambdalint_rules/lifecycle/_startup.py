"""Code that always runs before the handler: the straight line of `main`, `init` and package variables."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, HandlerPath, Program, Site
from lambdalint.api import goast as ast


def always(program: Program, ctx: Context) -> Iterator[tuple[ast.Node, GoFunction]]:
    """What is under no condition and in no goroutine, up to the call that hands control to Lambda."""
    for key in sorted(program.startup):
        function = ctx.project.code.functions.get(key)
        if function is not None and function.first_party and _starts(function, program):
            entries = [e.call.span.start for e in program.entries if e.function.key == key]
            yield from ((node, function) for node in _straight(function, min(entries, default=None)))


def was_done(site: Site, path: HandlerPath, ctx: Context) -> bool:
    """True for a call that only the first use of something makes, where start-up was that first use.

    The check around it (nil, a flag, `sync.Once`) stands in a function that start-up always calls. Entries of maps and
    times that pass may be missed again, so they don't count.
    """
    guarded = {r.function.key: r.guarded for r in path.reached}
    states = [*((hop.callee, guarded.get(hop.callee, False)) for hop in site.route), ("", site.guarded)]
    holder = path.handler.key
    for key, closed in states:
        if closed:
            called = _called(path.program, ctx)
            once = ".var " in key and key.replace(".var ", ".").partition("$")[0] in called
            return once or (holder in called and _once_for_all(ctx.project.code.functions.get(holder)))
        holder = key
    return False


def _called(program: Program, ctx: Context) -> set[str]:
    """The keys of what start-up calls under no condition, however deep; of variables `<import path>.<Name>`."""
    calls = [node for node, _ in always(program, ctx) if isinstance(node, ast.Call)]
    found: set[str] = set()
    while calls:
        call = calls.pop()
        variable = getattr(call.function, "ref", "").removeprefix("var:")
        key = ".".join(p for p in call.callee if p) if call.callee is not None else variable
        if key in found:
            continue
        found.add(key)
        function = ctx.project.code.functions.get(key)
        if function is not None:
            calls.extend(node for node in _straight(function, None) if isinstance(node, ast.Call))
    return found


def _once_for_all(function: GoFunction | None) -> bool:
    """True where no condition of a function asks a map or the clock, nor the value that a method belongs to."""
    if function is None or function.receiver is not None:
        return False
    branches = [node for node in ast.walk(function.body) if isinstance(node, ast.If)]
    parts = [part for branch in branches for asked in (branch.init, branch.condition) for part in ast.walk(asked)]
    clock = (part.callee for part in parts if isinstance(part, ast.Call))
    return not any(isinstance(p, ast.Index) for p in parts) and not any(c and c.package == "time" for c in clock)


def _straight(function: GoFunction, end: int | None) -> Iterator[ast.Node]:
    stack: list[ast.Node] = [function.body] if function.body else []
    while stack:
        node = stack.pop()
        if end is not None and node.span.start >= end:
            continue
        yield node
        if isinstance(node, ast.If):
            stack.extend([node.init] if node.init is not None else [])
        elif not isinstance(node, ast.Switch | ast.Select | ast.Go | ast.Defer):
            stack.extend(ast.children(node))


def _starts(function: GoFunction, program: Program) -> bool:
    own = function.key == program.main.key or function.name == "init"
    return own or ".var " in function.key
