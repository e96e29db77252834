"""A function is not traced.

## Why it matters
Without tracing, nobody sees where the time of a slow request goes, or which of the services it passed failed.

## When it stays silent
Tracing is active, or its mode is not known before deployment.

## Fix safety
Unsafe: traces cost money, and the role of the function needs write access to X-Ray.

## References
- AWS Lambda developer guide, "Visualize Lambda function invocations using AWS X-Ray":
  https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Finding, Fix, GoFunctionDeployment, Known, Rule, Severity

ACTIVE = "Active"

rule = Rule(
    code="LL705",
    name="tracing-off",
    severity=Severity.INFO,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, _ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    tracing = function.tracing
    if not isinstance(tracing, Known) or tracing.value == ACTIVE:
        return
    edits = tracing.write(ACTIVE)
    yield Finding(
        tracing.span,
        f"{function.label} is not traced" if tracing.default else f"{function.label} only passes traces on",
        fix=Fix("switch tracing on", edits, Applicability.UNSAFE) if edits else None,
        anchor=function.label,
    )
