"""A trigger has no permission to invoke its function.

## Why it matters
Services that push events need a permission on the function. Without it a bucket's notification is refused at
deployment, an API answers 500, and topics and rules drop their events without a word.

## When it stays silent
The tool that deploys grants the permission by itself, the API calls with a role of its own, a permission for the
service is there whatever its source, a permission isn't known in full, or a part of the deployment was not read. Queues
and streams are polled with the function's role and need none.

## References
- AWS Lambda developer guide, "Granting function access to AWS services":
  https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, Known, Permission, Project, Related, Rule, Severity, Trigger
from lambdalint.data.lambda_triggers import WORDS
from lambdalint.data.principals import TRIGGERS

EVERYBODY = "*"

rule = Rule(
    code="LL615",
    name="missing-invoke-permission",
    severity=Severity.WARNING,
    since="0.1.0",
    any_language=True,
)


@rule.check(Trigger)
def check(trigger: Trigger, ctx: Context) -> Iterator[Finding]:
    service = TRIGGERS.get(trigger.kind)
    function = ctx.project.function(trigger.function)
    if service is None or function is None or trigger.permitted is not False:
        return
    if not _first(trigger, service, ctx.project) or not _is_whole(trigger, function, ctx.project):
        return
    if any(_may_permit(p, trigger, service) for p in ctx.project.infra.permissions):
        return
    word = WORDS.get(trigger.kind) or WORDS.get(f"{trigger.kind} 2.0", trigger.kind).split(",")[0]
    yield Finding(
        trigger.span,
        f"the {word} may not invoke {function.label}, it has no permission for {service}.amazonaws.com",
        related=(Related(function.span, "the function"),),
        anchor=function.label,
    )


def _first(trigger: Trigger, service: str, project: Project) -> bool:
    """True for the first of a function's triggers that the same permission would be for."""
    alike = (t for t in project.infra.triggers if t.function == trigger.function and TRIGGERS.get(t.kind) == service)
    return next((t for t in alike if t.permitted is False), trigger) == trigger


def _is_whole(trigger: Trigger, function: Function, project: Project) -> bool:
    return project.deployment_is_whole(trigger.deployment) and project.deployment_is_whole(function.deployment)


def _may_permit(permission: Permission, trigger: Trigger, service: str) -> bool:
    """True for a permission that lets the trigger invoke its function, or may do so."""
    if permission.function != trigger.function and permission.function is not None:
        return False
    principal = permission.principal
    if not isinstance(principal, Known) or principal.value == EVERYBODY:
        return True
    return principal.value.startswith(f"{service}.") and "amazonaws.com" in principal.value
