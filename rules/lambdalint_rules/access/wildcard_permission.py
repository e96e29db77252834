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
    granted = f"granted to {functions[0].label}"
    for statement in (s for policy in role.policies for s in policy.statements if _counts(s)):
        for action, service in _whole_services(statement):
            said = f"{action.value} allows every action of {service}, {granted}"
            yield Finding(action.span, said, related=(Related(role.span, "the role"),), anchor=role.label)
        everywhere = next((r for r in statement.resources if isinstance(r, Known) and r.value == EVERYTHING), None)
        writes = list(_writes(statement)) if everywhere is not None else []
        if writes and everywhere is not None:
            more = f" and {len(writes) - 1} more are" if len(writes) > 1 else " is"
            yield Finding(
                writes[0].span,
                f"{writes[0].value}{more} allowed on every resource, {granted}",
                related=(Related(everywhere.span, "every resource"), Related(role.span, "the role")),
                anchor=role.label,
            )


def _counts(statement: Statement) -> bool:
    allows = isinstance(statement.effect, Known) and statement.effect.value == "Allow"
    return allows and not statement.conditioned


def _whole_services(statement: Statement) -> Iterator[tuple[Known[str], str]]:
    """Each action that stands for all actions of a service, and the service."""
    everywhere = any(isinstance(r, Known) and r.value == EVERYTHING for r in statement.resources)
    for action in statement.actions:
        if not isinstance(action, Known):
            continue
        service, _, name = action.value.partition(":")
        if action.value == EVERYTHING and statement.resources and not everywhere:
            yield action, "every service"
        elif name == EVERYTHING and not _is_unscoped(action.value):
            yield action, service


def _is_unscoped(action: str) -> bool:
    from lambdalint.data.iam_actions import is_unscoped  # large: few policies have such actions

    return is_unscoped(action)


def _writes(statement: Statement) -> Iterator[Known[str]]:
    """The actions that change something, those that stand for a whole service aside."""
    from lambdalint.data.iam_actions import is_read

    for action in statement.actions:
        if isinstance(action, Known) and not _is_unscoped(action.value):
            name = action.value.partition(":")[2]
            if name not in ("", EVERYTHING) and not is_read(action.value):
                yield action
