"""Code calls a service that the role of its function doesn't allow.

## Why it matters
The call fails with AccessDenied, and only when it is reached: often after deployment, in a branch that no test takes.

## When it stays silent
A part of the role is not known, a policy of AWS on it is not known, resources of that service have policies of their
own that may allow the call, the program has several handlers or gives its clients other credentials, or its link to the
function is not exact. A call that depends on a setting of the program (a flag, a variable, a part that is nil) may
never be made.

## Fix safety
Shown only: which resource the statement is for is yours to say.

## References
- AWS service authorization reference:
  https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Finding,
    Fix,
    Function,
    HandlerPath,
    Known,
    LinkedFunction,
    Project,
    Related,
    Role,
    Rule,
    Severity,
    Status,
    Strength,
    call_path,
)
from lambdalint_rules.access._allowed import allows, may_allow
from lambdalint_rules.access._calls import has_other_rights, is_optional, sdk_calls
from lambdalint_rules.access._members import added

rule = Rule(
    code="LL611",
    name="missing-permission",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.DISPLAY,
    status=Status.PREVIEW,
)


@rule.check(LinkedFunction)
def check(linked: LinkedFunction, ctx: Context) -> Iterator[Finding]:
    function, program = linked.function, linked.program
    role = ctx.project.role_of(function)
    guarded = _guarded(function, ctx.project)
    if role is None or guarded is None or linked.link.strength is not Strength.EXACT:
        return
    if len(program.handlers) != 1 or has_other_rights(program):
        return
    for path in ctx.project.paths_of(program):
        yield from _missing(path, function, role, guarded, ctx)


def _missing(
    path: HandlerPath, function: Function, role: Role, guarded: frozenset[str], ctx: Context
) -> Iterator[Finding]:
    told: set[tuple[str, ...]] = set()
    for site, _, needed in sdk_calls(path):
        service = needed[0].partition(":")[0]
        if needed in told or service in guarded or not site.function.first_party or is_optional(site, ctx.project):
            continue
        if any(may_allow(role, action) for action in needed):
            continue
        told.add(needed)
        yield Finding(
            site.call.span,
            f"the role of {function.label} does not allow {needed[0]}",
            related=(Related(role.span, "the role"),),
            fix=_fix(function, role, needed[0], ctx),
            flow=call_path(ctx.project, path.handler, site.route),
            anchor=f"{function.label} {needed[0]}",
        )


def _fix(function: Function, role: Role, action: str, ctx: Context) -> Fix:
    """The action beside another one of its service, else the statement to add."""
    title = f"let the role of {function.label} do {action}"
    service = action.partition(":")[0] + ":"
    for statement in (s for policy in role.policies for s in policy.statements if allows(s) and not s.conditioned):
        for known in statement.actions:
            if isinstance(known, Known) and not known.default and known.value.startswith(service):
                edits = added(known, action, statement, ctx)
                if edits:
                    return Fix(title, edits, Applicability.DISPLAY)
    return Fix(f'{title}: {{"Effect": "Allow", "Action": "{action}", "Resource": …}}', (), Applicability.DISPLAY)


def _guarded(function: Function, project: Project) -> frozenset[str] | None:
    """The services of which a resource says itself who may use it; None where that isn't known."""
    for deployment in project.infra.deployments:
        if deployment.key == function.deployment and deployment.whole:
            return deployment.resource_policies
    return None
