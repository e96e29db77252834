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

from lambdalint.api import Context, Finding, HandlerPath, Rule, Severity, call_path
from lambdalint.api import goast as ast

UNITS = {"Second": 1, "Minute": 60, "Hour": 3600, "Millisecond": 0.001}

rule = Rule("LL215", "sleep-on-handler-path", Severity.INFO, since="0.1.0")


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for site in path.calls("time", "Sleep"):
        if site.guarded or site.goroutine or not site.function.first_party or len(site.call.arguments) != 1:
            continue
        seconds = _seconds(site.call.arguments[0])
        if seconds is not None and seconds >= 1:
            yield Finding(
                site.call.span,
                f"the handler sleeps for {seconds:g} s",
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )


def _seconds(value: ast.Expr) -> float | None:
    """A constant duration in seconds."""
    constant = getattr(value, "value", None)
    if isinstance(constant, int | float) and not isinstance(constant, bool):
        return constant / 1e9
    if isinstance(value, ast.Selector) and value.ref.startswith("const:time."):
        return UNITS.get(value.name)
    if isinstance(value, ast.Conversion):
        return _seconds(value.operand)
    if isinstance(value, ast.Binary) and value.op == "*":
        for unit, count in ((value.left, value.right), (value.right, value.left)):
            times = count.operand if isinstance(count, ast.Conversion) else count
            number = getattr(times, "value", None)
            one = _seconds(unit) if isinstance(unit, ast.Selector) else None
            if one is not None and isinstance(number, int | float):
                return one * number
    return None
