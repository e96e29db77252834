"""The code chooses by what an event is, and no event that comes is any of these.

## Why it matters
A rule or a notification lets some events through, and the handler switches on their name. Where the two don't agree,
the function is invoked and paid for, does nothing, and reports success.

## When it stays silent
The switch has a default that does something, a name is not constant, the filter matches by more than plain values, a
part of the deployment wasn't read, another trigger of the same kind has no such filter, or it isn't certain that the
function runs the program.

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
    NamedTuple,
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
    needs=("DetailType", "Source", "EventName"),
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
            choice = _turned_away(node) if isinstance(node, goast.If) else choice
            if choice is None:
                continue
            for function in functions:
                passing = _passing(function, choice, project)
                if passing and not any(_meets(value.value, name) for _, value in passing for name in choice.names):
                    yield _finding(choice, function, passing)


class Choice(NamedTuple):
    """Where the code chooses by a field of the event, the kind of trigger that sends it, and the names it works on."""

    place: goast.Expr
    kind: str
    field: str
    names: tuple[str, ...]


def _finding(choice: Choice, function: Function, passing: list[tuple[Trigger, Known[str]]]) -> Finding:
    names = ", ".join(dict.fromkeys(value.value for _, value in passing))
    return Finding(
        choice.place.span,
        f"nothing here handles {names}, and nothing else reaches {function.label}",
        related=tuple(Related(value.span, f"what {trigger.label} lets through") for trigger, value in passing[:3]),
        anchor=function.label,
    )


def _choice(switch: goast.Switch) -> Choice | None:
    """A switch that works on the names of its cases only."""
    if switch.tag is None or any(case.default and not _does_nothing(case.body) for case in switch.cases):
        return None
    return _by_field(switch.tag, [value for case in switch.cases for value in case.values])


def _does_nothing(body: goast.Block) -> bool:
    """True for a clause that is empty, or only reports success."""
    values = [v for s in body.statements if isinstance(s, goast.Return) for v in s.values]
    ends = all(isinstance(s, goast.Return) for s in body.statements)
    return ends and all(isinstance(v, goast.Name) and v.name == "nil" for v in values)


def _turned_away(test: goast.If) -> Choice | None:
    """A test that ends the work on all events but those of a name."""
    condition, last = test.condition, test.then.statements[-1:]
    if not isinstance(condition, goast.Binary) or condition.op != "!=" or test.otherwise is not None:
        return None
    leaves = any(isinstance(s, goast.Return) or (isinstance(s, goast.Branch) and s.word == "continue") for s in last)
    return _by_field(condition.left, [condition.right]) if leaves else None


def _by_field(subject: goast.Expr, values: list[goast.Expr]) -> Choice | None:
    field = subject.operand if isinstance(subject, goast.Conversion) else subject
    if not isinstance(field, goast.Selector) or not isinstance(field.field_of, gotypes.Named):
        return None
    found = FIELDS.get((field.field_of.name, field.name)) if field.field_of.package == EVENTS else None
    words = [getattr(value, "value", None) for value in values]
    names = tuple(word for word in words if isinstance(word, str))
    return Choice(subject, *found, names) if found is not None and names and len(names) == len(words) else None


def _passing(function: Function, choice: Choice, project: Project) -> list[tuple[Trigger, Known[str]]]:
    """What is let through to a function, with what lets it; nothing where more may come."""
    if not project.deployment_is_whole(function.deployment) or project.link_of(function) is None:
        return []
    passing: list[tuple[Trigger, Known[str]]] = []
    for trigger in project.triggers_of(function):
        if trigger.kind in ALIKE[choice.kind]:
            found: Filter | None = next((f for f in trigger.filters if f.field == choice.field), None)
            if found is None:
                return []
            passing += [(trigger, value) for value in found.values]
    return passing


def _meets(passing: str, name: str) -> bool:
    return name.startswith(passing[:-1]) if passing.endswith("*") else passing == name
