"""A function behind an API may run longer than the API waits.

## Why it matters
API Gateway gives up after 29 seconds (REST) or 30 seconds (HTTP) unless its integration says less, and answers with
an error. The function runs on, does its work for nobody, and is paid for.

## When it stays silent
One of the times is not known before deployment, or the API may call the function without waiting.

## Fix safety
Unsafe: invocations from other triggers end earlier too. Where the same text gives its time to a function that no such
API waits for, this one is given a time of its own; there is no fix where both are described by the same text.

## References
- Amazon API Gateway developer guide, "Quotas":
  https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.api import (
    ApiIntegration,
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    Function,
    GoFunctionDeployment,
    Known,
    Related,
    Rule,
    Severity,
    Slot,
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
    edits = _shortened(function, seconds, milliseconds, ctx) if seconds else ()
    # of several that leave a text, the last may as well change it: nothing else would use it then
    shared = (f"{timeout.span.path}:{timeout.span.start}",)
    yield Finding(
        timeout.span,
        f"{function.label} may run for {timeout.value} s, but {integration.label} waits {milliseconds / 1000:g} s",
        related=(Related(integration.span, "the API"),),
        fix=Fix(f"end after {seconds} s", edits, Applicability.UNSAFE, shared) if edits else None,
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


def _shortened(function: Function, seconds: int, milliseconds: int, ctx: Context) -> tuple[Edit, ...]:
    """The edits that end functions earlier: at the text that says how long, else where this function is described.

    All functions that get their time there stand behind APIs that wait as long.
    """
    timeout, own = function.timeout, function.timeout_slot
    if isinstance(timeout, Known) and timeout.slot is not None:
        others = [f for f in ctx.project.nodes(Function) if getattr(f.timeout, "span", None) == timeout.span]
        if _wait_alike(others, milliseconds, ctx):
            return timeout.write(seconds)
    if own is None or not _wait_alike(
        [f for f in ctx.project.nodes(Function) if _is_written(f, own)], milliseconds, ctx
    ):
        return ()
    return (Edit(own.span, own.before + own.spell(seconds) + own.after), *own.around)


def _is_written(function: Function, slot: Slot) -> bool:
    return function.timeout_slot is not None and function.timeout_slot.span == slot.span


def _wait_alike(functions: Iterable[Function], milliseconds: int, ctx: Context) -> bool:
    """True where an API waits that long for each function, and no other one shorter."""
    for function in functions:
        integration = _least_patient(function, ctx)
        waits = integration.timeout if integration is not None else None
        if not isinstance(waits, Known) or waits.value != milliseconds:
            return False
    return True
