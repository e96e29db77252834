"""A handler takes another event than its trigger sends.

## Why it matters
The runtime client decodes JSON by field names and doesn't complain about fields that aren't there: with the wrong type
the event stays empty. A path of `""`, no records to work on, and an answer that looks like success.

## When it stays silent
The event is a type of the program's own, a map, raw JSON or `any`; the trigger or its payload format is not known; the
program has several handlers, or it isn't certain that the function runs it; or a schedule or rule, which can be told to
send anything, stands beside a trigger that fits.

## References
- Amazon API Gateway developer guide: Create AWS Lambda proxy integrations for HTTP APIs, payload format version
- aws-lambda-go, package events
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    Handler,
    Known,
    Program,
    Project,
    Related,
    Rule,
    Severity,
    Strength,
    Trigger,
    gotypes,
    satisfaction,
)
from lambdalint.data.go_responses import EVENTS
from lambdalint.data.lambda_triggers import CHOSEN_INPUT, FITS, SENDS, WORDS

rule = Rule("LL501", "event-type-mismatch", Severity.ERROR, since="0.1.0", beside=(Trigger,))


@rule.check(Handler)
def check(handler: Handler, ctx: Context) -> Iterator[Finding]:
    program = ctx.project.program(handler.program)
    event = _event(handler, ctx)
    if program is None or event is None or len(program.handlers) != 1:
        return
    triggers = [(kind, t) for t in _triggers(program, ctx.project) if (kind := _kind(t)) in SENDS]
    fitting = any(kind in FITS[event] for kind, _ in triggers)
    told: set[str] = set()
    for kind, trigger in triggers:
        if kind in FITS[event] or kind in told or (kind in CHOSEN_INPUT and fitting):
            continue
        told.add(kind)
        name = handler.function.label if handler.function else "the handler"
        yield Finding(
            handler.span,
            f"{name} takes events.{event}, but its trigger {trigger.label} ({WORDS[kind]}) sends events.{SENDS[kind]}",
            related=(Related(trigger.span, "the trigger"),),
            anchor=name,
        )


def _event(handler: Handler, ctx: Context) -> str | None:
    """The name of the runtime client's event type that the handler takes."""
    if handler.type is None or handler.wrapped or handler.interface:
        return None
    if handler.function is not None and not handler.function.first_party:
        return None
    types = ctx.project.code.types
    taken = [p for p in handler.type.parameters if satisfaction.is_context(types, p) is False]
    if len(taken) != 1:
        return None
    kind = taken[0].element if isinstance(taken[0], gotypes.Pointer) else taken[0]
    known = isinstance(kind, gotypes.Named) and kind.package == EVENTS and kind.name in FITS
    return kind.name if known and isinstance(kind, gotypes.Named) else None


def _triggers(program: Program, project: Project) -> Iterator[Trigger]:
    """The triggers of the functions that surely run a program."""
    for function, link in project.functions_of(program):
        if link.strength is Strength.EXACT and project.link_of(function) is not None:
            yield from project.triggers_of(function)


def _kind(trigger: Trigger) -> str:
    if trigger.kind != "http-api":
        return trigger.kind
    payload = trigger.payload
    return f"http-api {payload.value}" if isinstance(payload, Known) else trigger.kind
