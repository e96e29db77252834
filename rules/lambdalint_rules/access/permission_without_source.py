"""A service may invoke a function on behalf of anybody.

## Why it matters
A permission for a service principal covers every customer of that service. Without a source ARN or a source account,
a bucket, a topic or an API of a stranger can invoke the function with content of their choice.

## When it stays silent
The principal is no service or not known before deployment, or a source ARN, a source account or an organization is
set, whatever its value.

## Fix safety
Unsafe: calls from other sources end. Offered where the project shows the only source that is meant; for buckets that
can't be named there, the account is the limit.

## References
- AWS Lambda developer guide, "Working with resource-based IAM policies in Lambda":
  https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
- IAM user guide, "The confused deputy problem":
  https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Edit, Finding, Fix, Known, Permission, Rule, Severity
from lambdalint.data.principals import PATTERN, POLLED

rule = Rule(
    code="LL605",
    name="permission-without-source",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    tags=("security",),
    security_severity="5.0",
    any_language=True,
)


@rule.check(Permission)
def check(permission: Permission, ctx: Context) -> Iterator[Finding]:
    principal = permission.principal
    if (permission.source_arn, permission.source_account, permission.organization) != (None, None, None):
        return
    if not isinstance(principal, Known) or not re.fullmatch(PATTERN, principal.value):
        return
    # these never invoke a function, whatever is granted
    if principal.value in POLLED or not principal.value.endswith((".amazonaws.com", ".amazonaws.com.cn")):
        return

    function = ctx.project.function(permission.function)
    whom = function.label if function else "the function"
    yield Finding(
        permission.span,
        f"{permission.label} lets {principal.value} invoke {whom} on behalf of anybody",
        fix=_fix(permission),
        anchor=permission.label,
    )


def _fix(permission: Permission) -> Fix | None:
    slot = permission.source_slot
    if slot is None:
        return None
    edit = Edit(slot.span, slot.before + slot.spell("") + slot.after)
    return Fix("name the source", (edit, *slot.around), Applicability.UNSAFE)
