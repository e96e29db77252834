"""Everybody with an AWS account may invoke a function.

## Why it matters
The principal `*` means any account. Whoever learns the ARN of the function can call it with any content.

## When it stays silent
An organization or a source limits who is meant, the permission is only for the function's own address (its
authorization type is another rule's), or the principal is not known before deployment.

## References
- AWS Lambda developer guide, "Working with resource-based IAM policies in Lambda":
  https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
- CWE-284: https://cwe.mitre.org/data/definitions/284.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Known, Permission, Rule, Severity

EVERYBODY = "*"
OPEN = "NONE"

rule = Rule(
    code="LL606",
    name="public-permission",
    severity=Severity.ERROR,
    since="0.1.0",
    tags=("security",),
    security_severity="8.0",
    any_language=True,
)


@rule.check(Permission)
def check(permission: Permission, ctx: Context) -> Iterator[Finding]:
    principal = permission.principal
    if not isinstance(principal, Known) or principal.value != EVERYBODY:
        return
    if (permission.organization, permission.source_arn, permission.source_account) != (None, None, None):
        return
    if _is_for_address(permission):
        return
    function = ctx.project.function(permission.function)
    yield Finding(
        principal.span,
        f"{permission.label} lets every AWS account invoke {function.label if function else 'the function'}",
        anchor=permission.label,
    )


def _is_for_address(permission: Permission) -> bool:
    """True for what a public function URL needs, or may need."""
    kind, through = permission.url_auth_type, permission.through_url
    if kind is not None and not (isinstance(kind, Known) and kind.value != OPEN):
        return True
    return through is not None and not (isinstance(through, Known) and not through.value)
