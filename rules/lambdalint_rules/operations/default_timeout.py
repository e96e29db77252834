"""A function has no timeout, so it is stopped after three seconds.

## Why it matters
Three seconds are Lambda's default, not a choice: a cold start with a slow connection can take them all. The function
is then killed in the middle of its work.

## When it stays silent
A timeout is set, even to three seconds, or the tool that deploys has a default of its own.

## References
- AWS Lambda developer guide, "Configure Lambda function timeout":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, GoFunctionDeployment, Known, Rule, Severity
from lambdalint.data.defaults import TIMEOUT

rule = Rule(
    code="LL703",
    name="default-timeout",
    severity=Severity.WARNING,
    since="0.1.0",
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, _ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    timeout = function.timeout
    if not isinstance(timeout, Known) or not timeout.default or timeout.value != TIMEOUT:
        return
    yield Finding(
        timeout.span,
        f"{function.label} has no timeout and is stopped after {TIMEOUT} s",
        anchor=function.label,
    )
