"""Several functions run with the same role.

## Why it matters
Each of them can do what any of them needs. A role for each function costs nothing.

## When it stays silent
The role of a function is not in the project. The rule is only run when it is selected.

## References
- AWS Lambda developer guide, "Defining Lambda function permissions with an execution role":
  https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Related, Role, Rule, Severity, Status

SHOWN = 3

rule = Rule(
    code="LL614",
    name="shared-role",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.OPT_IN,
    tags=("security",),
    security_severity="3.0",
)


@rule.check(Role)
def check(role: Role, ctx: Context) -> Iterator[Finding]:
    functions = ctx.project.functions_of_role(role)
    if len(functions) < 2 or not any(ctx.project.is_go(f) for f in functions):
        return
    more = f" and {len(functions) - SHOWN} more" if len(functions) > SHOWN else ""
    yield Finding(
        role.span,
        f"{role.label} is shared by {', '.join(f.label for f in functions[:SHOWN])}{more}",
        related=tuple(Related(f.span, "a function") for f in functions[:SHOWN]),
        anchor=role.label,
    )
