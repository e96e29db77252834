"""The logs of a function are kept for ever.

## Why it matters
Lambda creates the log group of a function when it first runs, without a retention time. Its logs are stored, and paid
for, until somebody deletes them. A log group in the infrastructure has a retention time and goes with the function.

## When it stays silent
The group or its retention is not known before deployment, or the deployment has parts that were not read: the group
may be there.

## References
- AWS Lambda developer guide, "Sending Lambda function logs to CloudWatch Logs":
  https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    Function,
    GoFunctionDeployment,
    Known,
    LogGroup,
    Project,
    Related,
    Rule,
    Severity,
    Unknown,
)

PREFIX = "/aws/lambda/"

rule = Rule(
    code="LL707",
    name="log-group-not-managed",
    severity=Severity.INFO,
    since="0.1.0",
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    group = _group(function, ctx.project)
    if group is not None:
        endless = group.retention is None or (isinstance(group.retention, Known) and group.retention.value == 0)
        if endless:
            logs = "its logs" if group.label == function.label else f"the logs of {function.label}"
            yield Finding(
                group.span,
                f"{group.label} keeps {logs} for ever",
                related=(Related(function.span, "the function"),),
                anchor=group.label,
            )
    elif _is_absent(function, ctx.project):
        yield Finding(
            function.span,
            f"{function.label} has no log group with a retention time",
            anchor=function.label,
        )


def _name(function: Function) -> str | None:
    """The name of the group that a function logs to."""
    if function.logging.group is not None:
        return function.logging.group.value if isinstance(function.logging.group, Known) else None
    return PREFIX + function.name.value if isinstance(function.name, Known) else None


def _group(function: Function, project: Project) -> LogGroup | None:
    known = project.log_group(function.logging.group_key)
    if known is not None:
        return known
    name = _name(function)
    groups = [g for g in project.infra.log_groups if g.deployment == function.deployment]
    return next((g for g in groups if name and isinstance(g.name, Known) and g.name.value == name), None)


def _is_absent(function: Function, project: Project) -> bool:
    """True when no group of the project can be the function's."""
    chosen = function.logging.chosen and isinstance(function.logging.group, Unknown)
    if chosen or not project.deployment_is_whole(function.deployment):
        return False
    name = _name(function)
    others = {other.logging.group_key for other in project.infra.functions}
    groups = [group for group in project.infra.log_groups if group.key not in others]
    return not any(isinstance(g.name, Unknown) or name is None or g.name.value == name for g in groups)
