"""Code sets an environment variable that belongs to Lambda.

## Why it matters
Lambda sets these variables itself: the region is that of the function, the credentials are those of its role. A value
that the code writes over them holds for the rest of the process, also for libraries that nobody thought of, and is a
surprise for whoever reads the configuration.

## When it stays silent
The key isn't constant, or the call only runs outside of Lambda, as a condition or the function's name says.

## References
- AWS Lambda developer guide: Use Lambda environment variables to configure values in code
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, GoFunction, Program, Rule, Severity, is_call_of, pattern
from lambdalint.api import goast as ast
from lambdalint.data.environment_keys import RESERVED
from lambdalint.data.go_environment import SET_IN_LAMBDA, UNSET_IN_LAMBDA

LOCAL = pattern(r"[Ll]ocal(?!e|i)|[Dd]ev(?![a-z])|Development")

rule = Rule("LL411", "reserved-key-set-in-code", Severity.WARNING, since="0.1.0", needs=("Setenv", "Unsetenv"))


@rule.check(Program)
def check(program: Program, ctx: Context) -> Iterator[Finding]:
    reached = {r.function.key for path in ctx.project.paths_of(program) for r in path.reached}
    live = {site.call.span for path in ctx.project.paths_of(program) for site in path.sites()}
    for key in sorted(program.startup | reached):
        function = ctx.project.code.functions.get(key)
        if function is None or not function.first_party or LOCAL.search(function.name):
            continue
        for call in function.calls:
            name = getattr(call.arguments[0], "value", None) if call.arguments else None
            if not is_call_of(call, "os", "Setenv", "Unsetenv") or name not in RESERVED:
                continue
            if (key in reached and call.span not in live) or _outside(call, function):
                continue
            yield Finding(
                call.span,
                f"{ctx.text(call.function.span)} changes {name}, which Lambda sets",
                anchor=function.label,
            )


def _outside(call: ast.Call, function: GoFunction) -> bool:
    """True where a condition around asks for a variable that tells whether this is Lambda."""
    for node in ast.walk(function.body):
        if not isinstance(node, ast.If) or not node.span.contains(call.span):
            continue
        for part in (node.init, node.condition):
            for inner in ast.walk(part):
                value = getattr(inner, "value", None)
                if isinstance(value, str) and (value in SET_IN_LAMBDA or value in UNSET_IN_LAMBDA):
                    return True
    return False
