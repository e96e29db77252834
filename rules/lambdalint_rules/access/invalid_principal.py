"""A permission or a trust policy names a principal that doesn't exist or can't do this.

## Why it matters
AWS refuses a misspelt service principal (`lambda:amazonaws.com`) when the policy is deployed. A role that doesn't trust
`lambda.amazonaws.com` can't be given to a function, and a permission for a service that Lambda polls (a queue, a
stream), or for another service than that of its source, has no effect.

## When it stays silent
The principal, or a part of the trust policy, is not known before deployment.

## Fix safety
Safe: the wrong name has one near neighbour only, and AWS accepts nothing else; or the service of the source is known to
call the function, and the one that is named is not.

## References
- IAM user guide, "AWS JSON policy elements: Principal":
  https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Finding,
    Fix,
    Function,
    Known,
    Permission,
    Related,
    Role,
    Rule,
    Severity,
)
from lambdalint.data.principals import ACCOUNT_PATTERN, FUNCTION_SERVICE, INVOKERS, PATTERN, POLLED, TRIGGERS

rule = Rule(
    code="LL607",
    name="invalid-principal",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.SAFE,
    any_language=True,
)


@rule.check(Permission)
def check(permission: Permission, ctx: Context) -> Iterator[Finding]:
    principal = permission.principal
    if not isinstance(principal, Known) or re.fullmatch(ACCOUNT_PATTERN, principal.value):
        return
    function = ctx.project.function(permission.function)
    label = function.label if function else permission.label
    if principal.value in POLLED:
        yield Finding(
            principal.span,
            f"{principal.value} never invokes {label}, Lambda polls it with the role of the function",
            anchor=permission.label,
        )
    elif (found := _misspelt(principal, permission.label)) is not None:
        yield found
    elif not _fits(principal.value, permission.source_service):
        yield Finding(
            principal.span,
            f"{principal.value} never invokes {label} for a resource of {permission.source_service}",
            fix=_meant(principal, permission, function, ctx),
            anchor=permission.label,
        )


@rule.check(Role)
def check_trust(role: Role, ctx: Context) -> Iterator[Finding]:
    functions = ctx.project.functions_of_role(role)
    if not functions or role.trust is None:
        return
    services = [s for t in role.trust.statements for s in t.services]
    for service in services:
        if isinstance(service, Known) and (found := _misspelt(service, role.label)) is not None:
            yield found
            return
    whole = role.trust.complete and all(t.complete for t in role.trust.statements)
    names = [s.value for s in services if isinstance(s, Known)]
    if not whole or not names or len(names) < len(services) or FUNCTION_SERVICE in names:
        return
    if any(t.principals for t in role.trust.statements):
        return
    yield Finding(
        services[0].span,
        f"{role.label} trusts {', '.join(names)}, but {functions[0].label} needs {FUNCTION_SERVICE} to assume it",
        related=(Related(functions[0].span, "the function"),),
        anchor=role.label,
    )


def _meant(principal: Known[str], permission: Permission, function: Function | None, ctx: Context) -> Fix | None:
    """Name the service of the source, where that one calls the function and the one that is named doesn't."""
    calling = {TRIGGERS.get(t.kind) for t in ctx.project.triggers_of(function)} if function is not None else set()
    if permission.source_service not in calling or principal.value.partition(".")[0] in calling:
        return None
    name = f"{permission.source_service}.amazonaws.com"
    edits = principal.write(name)
    return Fix(f"name {name}", edits, Applicability.SAFE) if edits else None


def _fits(principal: str, service: str | None) -> bool:
    """False where another service calls for the source than the one that may."""
    name = principal.partition(".")[0]
    return service is None or name not in TRIGGERS.values() or name == service


def _misspelt(principal: Known[str], label: str) -> Finding | None:
    """The finding for a value that is no service principal, or nearly one that exists."""
    if principal.value in INVOKERS:
        return None
    from lambdalint_rules.access._principals import nearest  # seldom needed

    near = nearest(principal.value)
    if re.fullmatch(PATTERN, principal.value) and near is None:
        return None
    edits = principal.write(near) if near else ()
    return Finding(
        principal.span,
        f"{principal.value} in {label} is no service principal" + (f", {near} is" if near else ""),
        fix=Fix(f"name {near}", edits, Applicability.SAFE) if edits else None,
        anchor=label,
    )
