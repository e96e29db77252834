"""The code chooses by what an event is, and no event that comes is any of these.

## Why it matters
A rule or a notification lets some events through, and the handler switches on their name. Where the two don't agree,
the function is invoked and paid for, does nothing, and reports success.

## When it stays silent
The switch has a default, a case is not constant, the filter matches by more than plain values, a part of the deployment
wasn't read, another trigger of the same kind has no such filter, or it isn't certain that the function runs the
program.

## References
- Amazon EventBridge user guide, "Amazon EventBridge event patterns":
  https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
- AWS Lambda developer guide, "Control which events Lambda sends to your function":
  https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Filter,
    Finding,
    Function,
    HandlerPath,
    Known,
    Project,
    Related,
    Rule,
    Severity,
    Strength,
    Trigger,
    goast,
    gotypes,
)
from lambdalint.data.event_names import ALIKE, FIELDS
from lambdalint.data.go_responses import EVENTS

rule = Rule(
    code="LL515",
    name="event-pattern-unhandled",
    severity=Severity.WARNING,
    since="0.1.0",
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    project = ctx.project
    functions = [f for f, link in project.functions_of(path.program) if link.strength is Strength.EXACT]
    if len(path.program.handlers) != 1 or not functions:
        return
    for reached in path.reached:
        if not reached.function.first_party:
            continue
        for node in goast.walk(reached.function.body):
            choice = _choice(node) if isinstance(node, goast.Switch) else None
            if isinstance(node, goast.Switch) and node.tag is not None and choice is not None:
                kind, field, handled = choice
                for function in functions:
                    passing = _passing(function, kind, field, project)
                    if passing and not any(_meets(value.value, name) for _, value in passing for name in handled):
                        yield _finding(node.tag, function, passing)


def _finding(tag: goast.Expr, function: Function, passing: list[tuple[Trigger, Known[str]]]) -> Finding:
    names = ", ".join(dict.fromkeys(value.value for _, value in passing))
    return Finding(
        tag.span,
        f"no case is for {names}, and nothing else reaches {function.label}",
        related=tuple(Related(value.span, f"what {trigger.label} lets through") for trigger, value in passing[:3]),
        anchor=function.label,
    )


def _choice(switch: goast.Switch) -> tuple[str, str, list[str]] | None:
    """The kind of trigger, the event's field and the values of a switch that handles only these."""
    tag = switch.tag.operand if isinstance(switch.tag, goast.Conversion) else switch.tag
    if not isinstance(tag, goast.Selector) or not isinstance(tag.field_of, gotypes.Named):
        return None
    found = FIELDS.get((tag.field_of.name, tag.name)) if tag.field_of.package == EVENTS else None
    values = [getattr(value, "value", None) for case in switch.cases for value in case.values]
    names = [value for value in values if isinstance(value, str)]
    if found is None or not names or len(names) < len(values) or any(case.default for case in switch.cases):
        return None
    return (*found, names)


def _passing(function: Function, kind: str, field: str, project: Project) -> list[tuple[Trigger, Known[str]]]:
    """What is let through to a function, with what lets it; nothing where more may come."""
    if not project.deployment_is_whole(function.deployment) or project.link_of(function) is None:
        return []
    passing: list[tuple[Trigger, Known[str]]] = []
    for trigger in project.triggers_of(function):
        if trigger.kind in ALIKE[kind]:
            found: Filter | None = next((f for f in trigger.filters if f.field == field), None)
            if found is None:
                return []
            passing += [(trigger, value) for value in found.values]
    return passing


def _meets(passing: str, name: str) -> bool:
    return name.startswith(passing[:-1]) if passing.endswith("*") else passing == name
