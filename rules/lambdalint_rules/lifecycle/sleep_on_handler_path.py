"""The handler sleeps for a second or more.

## Why it matters
A function is paid by the time it takes, and a sleeping one takes a place of the account's concurrency. To wait is the
work of a queue's delay, a Step Functions state or a waiter with the invocation's context.

## When it stays silent
The time isn't constant, or shorter than a second; the sleep is in a goroutine or runs once for many invocations.

## References
- AWS Lambda developer guide: Best practices for working with AWS Lambda functions
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Rule, Severity, call_path, seconds

rule = Rule("LL215", "sleep-on-handler-path", Severity.INFO, since="0.1.0", needs=("Sleep",))


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for site in path.calls("time", "Sleep"):
        if site.guarded or site.goroutine or not site.function.first_party or len(site.call.arguments) != 1:
            continue
        time = seconds(site.call.arguments[0])
        if time is not None and time >= 1:
            yield Finding(
                site.call.span,
                f"the handler sleeps for {time:g} s",
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )
