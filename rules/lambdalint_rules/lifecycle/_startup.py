"""Code that always runs before the handler: the straight line of `main`, `init` and package variables."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, Program
from lambdalint.api import goast as ast


def always(program: Program, ctx: Context) -> Iterator[tuple[ast.Node, GoFunction]]:
    """What is under no condition and in no goroutine, up to the call that hands control to Lambda."""
    for key in sorted(program.startup):
        function = ctx.project.code.functions.get(key)
        if function is None or not function.first_party or not _starts(function, program):
            continue
        entries = [e.call.span.start for e in program.entries if e.function.key == key]
        stack: list[ast.Node] = [function.body] if function.body else []
        while stack:
            node = stack.pop()
            if entries and node.span.start >= min(entries):
                continue
            yield node, function
            if isinstance(node, ast.If):
                stack.extend([node.init] if node.init is not None else [])
            elif not isinstance(node, ast.Switch | ast.Select | ast.Go | ast.Defer):
                stack.extend(ast.children(node))


def _starts(function: GoFunction, program: Program) -> bool:
    own = function.key == program.main.key or function.name == "init"
    return own or ".var " in function.key
