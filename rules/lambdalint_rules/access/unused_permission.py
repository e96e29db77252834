"""The role of a function allows an action that its code can't use.

## Why it matters
Every action that is allowed is one that somebody else can use who takes over the function. What no code needs can go
without loss.

## When it stays silent
The action has a wildcard, is granted by the tool that deploys, stands in a list that several roles use, or is used by
Lambda itself (triggers, destinations, logs, tracing, networks); the code of a function with the role is not known, has
layers, or imports packages that may call services on their own; the role can be assumed by somebody else. Any mention
of an operation's name counts as use.

## Fix safety
Shown only: who else relies on the role is yours to say.

## References
- IAM user guide, "Grant least privilege":
  https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Finding,
    Fix,
    Function,
    Known,
    Program,
    Project,
    Related,
    Role,
    Rule,
    Severity,
    Status,
    Strength,
)
from lambdalint.data.principals import FUNCTION_SERVICE
from lambdalint.data.sdk_actions import ALSO, HARMLESS, NEEDED
from lambdalint_rules.access._allowed import allows
from lambdalint_rules.access._calls import names_called
from lambdalint_rules.access._members import removed

BY_LAMBDA = frozenset({"sqs", "sns", "events", "lambda", "s3"})
POLLED = {"sqs": ("sqs",), "kinesis": ("kinesis",), "dynamodb": ("dynamodb",)}
# brokers are reached through the network, with credentials from a secret
EVERYWHERE = ("sqs", "kinesis", "dynamodb", "ec2", "secretsmanager")

rule = Rule(
    code="LL612",
    name="unused-permission",
    severity=Severity.INFO,
    since="0.1.0",
    fixable=Applicability.DISPLAY,
    status=Status.PREVIEW,
)


@rule.check(Role)
def check(role: Role, ctx: Context) -> Iterator[Finding]:
    functions = ctx.project.functions_of_role(role)
    programs = [_program(f, ctx.project) for f in functions]
    if not functions or None in programs or not _is_for_functions(role):
        return
    names = frozenset[str]().union(*(names_called(ctx.project, p) for p in programs if p is not None))
    used_by_lambda = {s for f in functions for s in _services_of_lambda(f, ctx.project)}
    spans = Counter(a.span for r in ctx.project.infra.roles for a in _written(r))
    for action in (a for a in _written(role) if spans[a.span] == 1):
        service = action.value.partition(":")[0].lower()
        operations = _operations(action.value)
        if not operations or service in used_by_lambda or not names.isdisjoint(operations):
            continue
        yield Finding(
            action.span,
            f"{action.value} is allowed to {functions[0].label}, whose code never calls it",
            related=(Related(role.span, "the role"),),
            fix=_fix(action, role, ctx),
            anchor=role.label,
        )


def _fix(action: Known[str], role: Role, ctx: Context) -> Fix:
    """The list without the action, where it has others."""
    listed = any(len(s.actions) > 1 and action in s.actions for policy in role.policies for s in policy.statements)
    return Fix(f"take {action.value} away", removed(action, ctx) if listed else (), Applicability.DISPLAY)


def _program(function: Function, project: Project) -> Program | None:
    """The program of a function, where nothing else than its own code calls services."""
    link = project.link_of(function)
    program = project.program_of(function)
    plain = isinstance(function.layers, Known) and not function.layers.value
    if link is None or program is None or link.strength is not Strength.EXACT or not plain:
        return None
    own = program.module.path if program.module is not None else program.package
    known = all("." not in p.partition("/")[0] or p.startswith((own, *HARMLESS)) for p in program.imports)
    return program if known else None


def _is_for_functions(role: Role) -> bool:
    """True for a role that only Lambda may assume."""
    if role.trust is None:
        return True
    services = [s.value if isinstance(s, Known) else "" for t in role.trust.statements for s in t.services]
    return set(services) == {FUNCTION_SERVICE} and not any(t.principals for t in role.trust.statements)


def _services_of_lambda(function: Function, project: Project) -> Iterator[str]:
    """The services that Lambda itself uses with the role: it polls them, or sends them what failed."""
    for mapping in project.mappings_of(function):
        yield from POLLED.get(mapping.source_kind or "", EVERYWHERE)
    if not (isinstance(function.in_vpc, Known) and function.in_vpc.value is False):
        yield "ec2"
    failures = [m.on_failure for m in project.mappings_of(function)]
    configs = [c for c in project.infra.invoke_configs if c.function in (function.key, None)]
    if configs or any(f is not None for f in failures):
        yield from BY_LAMBDA


def _written(role: Role) -> Iterator[Known[str]]:
    for statement in (s for policy in role.policies for s in policy.statements if allows(s)):
        for action in statement.actions:
            if isinstance(action, Known) and not action.default and not set(action.value) & set("*?"):
                yield action


def _operations(action: str) -> frozenset[str]:
    """The names of all operations that may use an action; empty where they aren't known."""
    found = {name for (_, name), needed in NEEDED.items() if any(n.lower() == action.lower() for n in needed)}
    if not found:
        return frozenset()
    found.update(next((names for one, names in ALSO.items() if one.lower() == action.lower()), ()))
    return frozenset(
        f"{n}{tail}" for n in found for tail in ("", "WithContext", "Pages", "PagesWithContext", "Request")
    ) | {f"New{n}Paginator" for n in found}
