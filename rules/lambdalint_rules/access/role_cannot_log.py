"""The role of a function doesn't let it write logs.

## Why it matters
Lambda writes what a function prints with the function's own role. Without the permission nothing is logged, and no
error says so: the first failure leaves no trace.

## When it stays silent
A part of the role is not known, it carries a policy whose content is not known, a statement may allow it, or a part of
the deployment was not read: that may attach more.

## References
- AWS Lambda developer guide, "Defining Lambda function permissions with an execution role":
  https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Related, Role, Rule, Severity
from lambdalint_rules.access._allowed import may_allow

NEEDED = ("logs:CreateLogStream", "logs:PutLogEvents")

rule = Rule(
    code="LL613",
    name="role-cannot-log",
    severity=Severity.WARNING,
    since="0.1.0",
)


@rule.check(Role)
def check(role: Role, ctx: Context) -> Iterator[Finding]:
    functions = [f for f in ctx.project.functions_of_role(role) if ctx.project.is_go(f)]
    missing = [action for action in NEEDED if not may_allow(role, action)]
    if not functions or not missing or not ctx.project.deployment_is_whole(role.deployment):
        return
    yield Finding(
        role.span,
        f"{functions[0].label} can't log, {role.label} lacks {' and '.join(missing)}",
        related=(Related(functions[0].span, "the function"),),
        anchor=role.label,
    )
