"""The role of a function allows more than the function can need.

## Why it matters
Who takes over the function, by a flaw in its code or in a library, can do all that its role allows. `service:*`
includes deleting and opening to the public; a write action on every resource reaches those of other systems.

## When it stays silent
The action only reads, works on no resource at all, or is about logs; the statement has a condition; the list is not
known before deployment. Full access to everything is another rule's.

## References
- IAM user guide, "Grant least privilege":
  https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
- CWE-250: https://cwe.mitre.org/data/definitions/250.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Known, Related, Role, Rule, Severity, Statement
from lambdalint.data.iam_actions import UNSCOPED_ACTIONS, UNSCOPED_SERVICES, is_read

EVERYTHING = "*"

rule = Rule(
    code="LL601",
    name="wildcard-permission",
    severity=Severity.WARNING,
    since="0.1.0",
    tags=("security",),
    security_severity="6.0",
)


@rule.check(Role)
def check(role: Role, ctx: Context) -> Iterator[Finding]:
    functions = [f for f in ctx.project.functions_of_role(role) if ctx.project.is_go(f)]
    if not functions:
        return
    for policy in role.policies:
        for statement in policy.statements:
            for action, why in _excessive(statement):
                yield Finding(
                    action.span,
                    f"{action.value} {why}, granted to {functions[0].label}",
                    related=(Related(role.span, "the role"),),
                    anchor=role.label,
                )


def _excessive(statement: Statement) -> Iterator[tuple[Known[str], str]]:
    """Each action that is too much, and why."""
    if not isinstance(statement.effect, Known) or statement.effect.value != "Allow" or statement.conditioned:
        return
    everywhere = any(isinstance(r, Known) and r.value == EVERYTHING for r in statement.resources)
    for action in statement.actions:
        if not isinstance(action, Known):
            continue
        service, _, name = action.value.partition(":")
        if service.lower() in UNSCOPED_SERVICES or action.value.lower() in UNSCOPED_ACTIONS:
            continue
        if action.value == EVERYTHING:
            if not everywhere and statement.resources:
                yield action, "allows every action of every service"
        elif name == EVERYTHING:
            yield action, f"allows every action of {service}"
        elif everywhere and name and not is_read(action.value):
            yield action, "may write to every resource"
