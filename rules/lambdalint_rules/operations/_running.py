"""What of a program runs in Lambda."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, Program


def running(program: Program, ctx: Context) -> Iterator[GoFunction]:
    """The functions of the project that run at start-up, and at each invocation."""
    reached = {r.function.key for path in ctx.project.paths_of(program) for r in path.reached}
    for key in sorted(reached | program.startup):
        function = ctx.project.code.functions.get(key)
        if function is not None and function.first_party:
            yield function
