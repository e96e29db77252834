"""A function has no limit for how many of it run at the same time.

## Why it matters
A burst of events can take all of the account's concurrency, so that other functions are throttled, or open more
connections than a database takes. A reserved concurrency is the limit, and it is kept free for the function.

## When it stays silent
The limit is not known before deployment, or the deployment doesn't say it. The rule is only run when it is selected.

## References
- AWS Lambda developer guide, "Configuring reserved concurrency for a function":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, Rule, Severity, Status

rule = Rule(
    code="LL712",
    name="no-concurrency-limit",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.OPT_IN,
    any_language=True,
)


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    if function.reserved_concurrency is None:
        yield Finding(function.span, f"{function.label} has no concurrency of its own", anchor=function.label)
