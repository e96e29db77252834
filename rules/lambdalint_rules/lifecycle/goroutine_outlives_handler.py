"""A goroutine is started on the handler path, and nothing waits for it.

## Why it matters
When the handler returns, Lambda freezes the process. A goroutine that still runs stops in the middle: it goes on in a
later invocation, with a context that is long cancelled, or never. What it should have written is lost now and then, and
no error says so.

## When it stays silent
Something on the handler path waits: for a `sync.WaitGroup`, a receive from a channel that the goroutine sends to or
closes, a range over it, a `select`; or the goroutine only waits for the end of the invocation or is told to stop. It is
silent, too, where what the goroutine runs can't be seen, and where it is started once for many invocations.

## References
- AWS Lambda developer guide: Understanding the Lambda execution environment lifecycle
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Reached, Rule, Severity, call_path
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._goroutines import Waiting
from lambdalint_rules.lifecycle._signals import by_group
from lambdalint_rules.lifecycle._watchers import watches

rule = Rule(
    "LL208", "goroutine-outlives-handler", Severity.WARNING, since="0.1.0", needs=("go ", "go\t", "go\n", "go(", ".Go(")
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    if not any(map(_starts, path.reached)):
        return
    waiting = Waiting(path, ctx.project.code.types)
    for one in waiting.forgotten():
        function = one.reached.function
        if not function.first_party or watches(waiting, one):
            continue
        yield Finding(
            one.span,
            f"nothing waits for the goroutine that {function.label} starts: it is frozen when the handler returns",
            flow=call_path(ctx.project, path.handler, one.reached.route),
            anchor=function.label,
        )


def _starts(reached: Reached) -> bool:
    if any(by_group(site.call) for site in reached.sites):
        return True
    return any(isinstance(node, ast.Go) for node in ast.walk(reached.function.body))
