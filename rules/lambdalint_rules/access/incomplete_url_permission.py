"""Callers of a function's own address have one of the two permissions that they need.

## Why it matters
Since October 2025 a call to a function URL takes both `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`. With one
of them the address answers 403 to everybody.

## When it stays silent
The function has no address in the project, the other permission may be in a part that was not read, the principal is an
account or a role (its own policies may hold the other one), or the tool that deploys grants both. Where the tool only
does that for addresses which it makes anew, the finding is a warning.

## Fix safety
Unsafe: it makes the function reachable. The permission that is added counts for calls to the address only.

## References
- AWS Lambda developer guide, "Control access to Lambda function URLs":
  https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    FunctionUrl,
    Known,
    Permission,
    Related,
    Rule,
    Severity,
    Unknown,
)

BY_URL = "lambda:InvokeFunctionUrl"
INVOKE = "lambda:InvokeFunction"
OTHER = {BY_URL: INVOKE, INVOKE: BY_URL}
WHOLE = frozenset({"*", "lambda:*"})
EVERYBODY = "*"
SERVICE = ".amazonaws.com"

rule = Rule(
    code="LL604",
    name="incomplete-url-permission",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    any_language=True,
)


@rule.check(FunctionUrl)
def check(url: FunctionUrl, ctx: Context) -> Iterator[Finding]:
    if url.permitted or url.function is None or not ctx.project.deployment_is_whole(url.deployment):
        return
    granted = [p for p in ctx.project.infra.permissions if p.function in (url.function, None)]
    if any(isinstance(p.action, Unknown) or isinstance(p.principal, Unknown) or p.function is None for p in granted):
        return
    function = ctx.project.function(url.function)
    label = function.label if function else url.label
    for permission in granted:
        action, principal = permission.action, permission.principal
        if not isinstance(action, Known) or not isinstance(principal, Known) or not _is_for_address(permission):
            continue
        same = {p.action.value for p in granted if isinstance(p.action, Known) and _whom(p) == principal.value}
        missing = OTHER[action.value]
        if missing in same or same & WHOLE:
            continue
        yield Finding(
            action.span,
            f"calls to the address of {label} also need {missing}",
            related=(Related(url.span, "the address"),),
            fix=_fix(permission, missing),
            severity=Severity.ERROR if url.permitted is False else Severity.WARNING,
            anchor=permission.label,
        )


def _whom(permission: Permission) -> str:
    return permission.principal.value if isinstance(permission.principal, Known) else ""


def _is_for_address(permission: Permission) -> bool:
    """True for a permission that only calls to the address need, given to everybody or to a service."""
    action, whom = permission.action, _whom(permission)
    if not isinstance(action, Known) or not (whom == EVERYBODY or whom.endswith(SERVICE)):
        return False
    if action.value == INVOKE:
        through = permission.through_url
        return isinstance(through, Known) and through.value is True
    return bool(action.value == BY_URL)


def _fix(permission: Permission, missing: str) -> Fix | None:
    slot = permission.twin_slot
    if slot is None:
        return None
    edit = Edit(slot.span, slot.before + slot.spell(missing) + slot.after)
    return Fix(f"also allow {missing}", (edit,), Applicability.UNSAFE)
