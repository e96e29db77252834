"""A function writes to what triggers it.

## Why it matters
What the function writes invokes it again, and that invocation writes again: a loop that nothing but a limit ends, and
that is paid for by the million. Lambda stops some of these loops after about sixteen rounds, and drops the event.

## When it stays silent
A filter may keep what is written from the function, it isn't certain that both are the same, the program has several
handlers, or it isn't certain which functions run it.

## References
- AWS Lambda developer guide, "Use Lambda recursive loop detection to prevent infinite loops":
  https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    Function,
    HandlerPath,
    Project,
    Provenance,
    Reached,
    Related,
    Rule,
    Severity,
    Status,
    Strength,
    Trigger,
    call_path,
    goast,
    gotypes,
    is_call_of,
    provenance,
)
from lambdalint.data.go_constructors import SDK_V1, SDK_V2
from lambdalint.data.sdk_writes import SERVICES, WORDS, WRITES

rule = Rule(
    code="LL514",
    name="recursive-trigger",
    severity=Severity.WARNING,
    since="0.1.0",
    status=Status.PREVIEW,
)

OWN_BUCKET = ("S3", "Bucket", "Name")


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    project = ctx.project
    functions = [f for f, link in project.functions_of(path.program) if link.strength is Strength.EXACT]
    if len(path.program.handlers) != 1 or not functions:
        return
    origins: Provenance | None = None
    for reached in path.reached:
        if not reached.function.first_party:
            continue
        for kind, value in _writes(reached):
            origins = origins or provenance(project, path)
            loop = _loop(kind, value, reached, functions, origins, project)
            if loop is not None:
                function, trigger = loop
                yield Finding(
                    value.span,
                    f"{function.label} writes to the {WORDS[kind]} that invokes it",
                    related=(Related(trigger.span, "what invokes it"),),
                    flow=call_path(project, path.handler, reached.route),
                    anchor=reached.function.label,
                )


def _writes(reached: Reached) -> Iterator[tuple[str, goast.Expr]]:
    """Where requests of a function's body go, each with the kind of trigger that it would feed."""
    for node in goast.walk(reached.function.body):
        named = node.type if isinstance(node, goast.Composite) else None
        if not isinstance(node, goast.Composite) or not isinstance(named, gotypes.Named):
            continue
        package = named.package.removeprefix(SDK_V1 + "service/").removeprefix(SDK_V2 + "service/")
        if package in SERVICES and named.name in WRITES:
            kind, fields = WRITES[named.name]
            yield from ((kind, element.value) for element in node.elements if element.field in fields)


def _loop(
    kind: str,
    value: goast.Expr,
    reached: Reached,
    functions: list[Function],
    origins: Provenance,
    project: Project,
) -> tuple[Function, Trigger] | None:
    """A function, and its trigger that a write to `value` fires."""
    key = _variable(value, project)
    from_event = origins.of(value, reached.function)
    own = bool(from_event) and all(o.source == "event" and (o.path or ())[-3:] == OWN_BUCKET for o in from_event)
    for function in functions:
        entry = next((e for e in function.environment.entries if e.key.value == key), None)
        target = entry.target if entry is not None else None
        for trigger in project.triggers_of(function):
            if trigger.kind != kind or not trigger.whole or not _is_fired(trigger):
                continue
            if (own and kind == "s3") or (target is not None and target == trigger.source):
                return function, trigger
    return None


def _is_fired(trigger: Trigger) -> bool:
    """True where what is written is let through."""
    if trigger.kind != "s3":
        return not trigger.filters
    return any(value.value.startswith("ObjectCreated") for found in trigger.filters for value in found.values)


def _variable(value: goast.Expr, project: Project) -> str | None:
    """The variable of the environment that a value is, read here or into a variable of the package."""
    while True:
        if isinstance(value, goast.Unary | goast.Conversion):
            value = value.operand
        elif isinstance(value, goast.Call) and value.callee is not None and value.callee.name == "String":
            value = value.arguments[0] if value.arguments else goast.Opaque(value.span)
        else:
            break
    if isinstance(value, goast.Name) and value.ref.startswith("var:"):
        package, _, name = value.ref.removeprefix("var:").rpartition(".")
        made = project.code.functions.get(f"{package}.var {name}")
        reads = [c for c in made.calls if is_call_of(c, "os", "Getenv")] if made is not None else []
        value = reads[0] if made is not None and len(made.calls) == len(reads) == 1 else value
    if isinstance(value, goast.Call) and is_call_of(value, "os", "Getenv") and value.arguments:
        word = getattr(value.arguments[0], "value", None)
        return word if isinstance(word, str) else None
    return None
