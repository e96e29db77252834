"""A function sets a log level, but its log format is text.

## Why it matters
Lambda filters by level only what is JSON. It refuses a configuration that has a level and the format `Text`, so the
deployment stops at the function.

## When it stays silent
The format or the level is not known before deployment.

## Fix safety
Unsafe: what reads the logs has to understand the platform's lines as JSON.

## References
- AWS Lambda API reference, "LoggingConfig": https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html
- AWS Lambda developer guide, "Log-level filtering":
  https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Finding, Fix, Function, Known, Related, Rule, Severity

TEXT, JSON = "Text", "JSON"

rule = Rule(
    code="LL717",
    name="log-level-with-text",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    declared = function.logging.format
    level = next((value for value in function.log_levels if isinstance(value, Known)), None)
    if level is None or not isinstance(declared, Known) or declared.value != TEXT:
        return
    edits = declared.write(JSON)
    yield Finding(
        level.span,
        f"{function.label} sets the log level {level.value}, which the log format {TEXT} can't have",
        related=() if declared.default else (Related(declared.span, "the log format"),),
        fix=Fix("set the log format to JSON", edits, Applicability.UNSAFE) if edits else None,
        anchor=function.label,
    )
