"""A function behind an API may run longer than the API waits.

## Why it matters
API Gateway gives up after 29 seconds (REST) or 30 seconds (HTTP) unless its integration says less, and answers with
an error. The function runs on, does its work for nobody, and is paid for.

## When it stays silent
One of the times is not known before deployment, or the API may call the function without waiting.

## Fix safety
Unsafe: invocations from other triggers end earlier too. There is no fix where the same text gives another function
its time too.

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
    if not isinstance(timeout, Known):
        return
    waiting = [
        (integration.timeout.value, integration)
        for integration in ctx.project.nodes(ApiIntegration)
        if integration.function == function.key and integration.proxy and isinstance(integration.timeout, Known)
    ]
    if not waiting:
        return
    milliseconds, integration = min(waiting, key=lambda pair: pair[0])
    if timeout.value * 1000 <= milliseconds:
        return

    seconds = milliseconds // 1000
    edits = timeout.write(seconds) if seconds and not _is_shared(timeout, function, ctx) else ()
    yield Finding(
        timeout.span,
        f"{function.label} may run for {timeout.value} s, but {integration.label} waits {milliseconds / 1000:g} s",
        related=(Related(integration.span, "the API"),),
        fix=Fix(f"end after {seconds} s", edits, Applicability.UNSAFE) if edits else None,
        anchor=function.label,
    )


def _is_shared(timeout: Known[int], function: Function, ctx: Context) -> bool:
    """True where the same text gives another function its time too."""
    others = (other for other in ctx.project.nodes(Function) if other.key != function.key)
    return any(isinstance(other.timeout, Known) and other.timeout.span == timeout.span for other in others)
