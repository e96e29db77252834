"""A function is invoked asynchronously, and nobody hears of the events that fail.

## Why it matters
Who sends an event to S3 notifications, SNS, EventBridge or a schedule doesn't wait for the function. Lambda tries an
event that fails twice more and then drops it, without a trace but a number in the metrics. An on-failure destination or
a dead-letter queue keeps the event.

## When it stays silent
A part of the deployment wasn't read, it is not known what a destination or dead-letter queue belongs to, nothing but an
API, a queue or a stream invokes the function, or what does is a rule or schedule that is switched off.

## References
- AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations":
  https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, GoFunctionDeployment, Project, Related, Rule, Severity
from lambdalint.data.lambda_triggers import ASYNCHRONOUS

rule = Rule(
    code="LL509",
    name="async-without-failure-destination",
    severity=Severity.INFO,
    since="0.1.0",
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function, project = deployed.function, ctx.project
    trigger = next((t for t in project.triggers_of(function) if t.kind in ASYNCHRONOUS and not t.off), None)
    if trigger is None or not project.deployment_is_whole(function.deployment) or _is_kept(function, project):
        return
    yield Finding(
        function.span,
        f"{function.label} has no failure destination, events that fail are dropped after the last attempt",
        related=(Related(trigger.span, "what invokes it"),),
        anchor=function.label,
    )


def _is_kept(function: Function, project: Project) -> bool:
    """True where failed events may go somewhere."""
    return any(
        config.function is None or (config.function == function.key and config.on_failure is not None)
        for config in project.infra.invoke_configs
        if config.deployment == function.deployment or config.function == function.key
    )
