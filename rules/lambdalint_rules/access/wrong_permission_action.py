"""A permission allows an action with which nobody can invoke the function.

## Why it matters
Services invoke a function with `lambda:InvokeFunction`. With any other action the permission deploys, or is refused for
its form, and the trigger never reaches the function.

## When it stays silent
The action or the principal is not known before deployment, or the principal is an account or a role: those may be
allowed to do other things. `lambda:*` and `*` include invoking.

## Fix safety
Unsafe: the service can invoke the function from then on.

## References
- AWS Lambda API reference, "AddPermission": https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
- AWS Lambda developer guide, "Granting function access to AWS services":
  https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Finding, Fix, Known, Permission, Rule, Severity
from lambdalint.data.principals import BY_ADDRESS, ELSEWHERE, INVOKERS

INVOKE = "lambda:InvokeFunction"
BY_URL = "lambda:InvokeFunctionUrl"
WHOLE = frozenset({"*", "lambda:*"})
FORM = r"lambda:(\*|[A-Za-z]+)|\*"

rule = Rule(
    code="LL608",
    name="wrong-permission-action",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    any_language=True,
)


@rule.check(Permission)
def check(permission: Permission, ctx: Context) -> Iterator[Finding]:
    action, principal = permission.action, permission.principal
    if not isinstance(action, Known):
        return
    function = ctx.project.function(permission.function)
    label = function.label if function else "the function"
    if not re.fullmatch(FORM, action.value):
        said = f"{action.value} is no action of {label}"
    elif isinstance(principal, Known) and not _invokes(action.value, principal.value):
        said = f"{action.value} does not let {principal.value} invoke {label}"
    else:
        return
    edits = action.write(INVOKE)
    yield Finding(
        action.span,
        said,
        fix=Fix(f"allow {INVOKE}", edits, Applicability.UNSAFE) if edits else None,
        anchor=permission.label,
    )


def _invokes(action: str, principal: str) -> bool:
    """False for services that surely invoke functions, and can't with this action."""
    if principal not in INVOKERS or principal in ELSEWHERE | BY_ADDRESS:
        return True
    return action in WHOLE or action.lower() == INVOKE.lower()
