"""A function behind an API may run longer than the API waits.

## Why it matters
API Gateway gives up after 29 seconds (REST) or 30 seconds (HTTP) unless its integration says less, and answers with
an error. The function runs on, does its work for nobody, and is paid for.

## When it stays silent
One of the times is not known before deployment, or the API may call the function without waiting.

## Fix safety
Unsafe: invocations from other triggers end earlier too. There is no fix where the same text gives its time to a
function that no such API waits for.

## References
- Amazon API Gateway developer guide, "Quotas":
  https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    ApiIntegration,
    Applicability,
    Context,
    Finding,
    Fix,
    Function,
    GoFunctionDeployment,
    Known,
    Related,
    Rule,
    Severity,
)

rule = Rule(
    code="LL511",
    name="api-timeout-exceeded",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    beside=(ApiIntegration,),
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    timeout = function.timeout
    integration = _least_patient(function, ctx)
    if integration is None or not isinstance(timeout, Known) or not isinstance(integration.timeout, Known):
        return
    milliseconds = integration.timeout.value
    seconds = milliseconds // 1000
    edits = timeout.write(seconds) if seconds and _is_meant_for_all(timeout, milliseconds, ctx) else ()
    yield Finding(
        timeout.span,
        f"{function.label} may run for {timeout.value} s, but {integration.label} waits {milliseconds / 1000:g} s",
        related=(Related(integration.span, "the API"),),
        fix=Fix(f"end after {seconds} s", edits, Applicability.UNSAFE) if edits else None,
        anchor=function.label,
    )


def _least_patient(function: Function, ctx: Context) -> ApiIntegration | None:
    """The API that waits shortest for a function, where that may run longer."""
    timeout = function.timeout
    waiting = [
        (integration.timeout.value, number, integration)
        for number, integration in enumerate(ctx.project.nodes(ApiIntegration))
        if integration.function == function.key and integration.proxy and isinstance(integration.timeout, Known)
    ]
    if not waiting or not isinstance(timeout, Known):
        return None
    milliseconds, _, integration = min(waiting)
    return integration if timeout.value * 1000 > milliseconds else None


def _is_meant_for_all(timeout: Known[int], milliseconds: int, ctx: Context) -> bool:
    """True where all functions that get their time from the same text stand behind APIs that wait as long."""
    for other in ctx.project.nodes(Function):
        if isinstance(other.timeout, Known) and other.timeout.span == timeout.span:
            integration = _least_patient(other, ctx)
            waits = integration.timeout if integration is not None else None
            if not isinstance(waits, Known) or waits.value != milliseconds:
                return False
    return True
