"""The role of a function allows everything.

## Why it matters
Who takes over the function, by a flaw in its code or in a library, takes over the account: all data, all users, all
other functions.

## When it stays silent
The statement has a condition, or its actions or resources are not known before deployment. A whole service, or every
action on some resources, is another rule's.

## References
- AWS managed policy AdministratorAccess:
  https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
- IAM user guide, "Grant least privilege":
  https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
- CWE-250: https://cwe.mitre.org/data/definitions/250.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Known, Related, Role, Rule, Severity, Statement, Value

EVERYTHING = frozenset({"*", "*:*"})
ADMINISTRATOR = "policy/AdministratorAccess"

rule = Rule(
    code="LL602",
    name="admin-role",
    severity=Severity.ERROR,
    since="0.1.0",
    tags=("security",),
    security_severity="8.8",
)


@rule.check(Role)
def check(role: Role, ctx: Context) -> Iterator[Finding]:
    functions = [f for f in ctx.project.functions_of_role(role) if ctx.project.is_go(f)]
    if not functions:
        return
    granted = f"{functions[0].label} everything in the account"
    for managed in role.managed:
        if isinstance(managed, Known) and managed.value.endswith(ADMINISTRATOR):
            said = f"AdministratorAccess allows {granted}"
            yield Finding(managed.span, said, related=(Related(role.span, "the role"),), anchor=role.label)
    for statement in (s for policy in role.policies for s in policy.statements if _counts(s)):
        action, resource = _everything(statement.actions), _everything(statement.resources)
        if action is not None and resource is not None:
            places = (Related(resource.span, "every resource"), Related(role.span, "the role"))
            said = f"{action.value} on {resource.value} allows {granted}"
            yield Finding(action.span, said, related=places, anchor=role.label)


def _counts(statement: Statement) -> bool:
    allows = isinstance(statement.effect, Known) and statement.effect.value == "Allow"
    return allows and not statement.conditioned


def _everything(values: tuple[Value[str], ...]) -> Known[str] | None:
    return next((v for v in values if isinstance(v, Known) and v.value in EVERYTHING), None)
