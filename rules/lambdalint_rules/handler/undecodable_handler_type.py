"""The event or the result of a handler is of a type that JSON can't carry.

## Why it matters
The runtime client accepts the signature, and then fails to decode the event or to encode the result at each
invocation: channels, functions, complex numbers, maps whose keys are no text or numbers, and interfaces with methods
have no form in JSON. A struct with such a field can be an event that doesn't have the field, but not a result.

## When it stays silent
A type isn't known, it brings its own JSON methods, a result is a reader (it is streamed), or a field is left out
with `json:"-"`, may be left out with `omitzero`, or may be nil.

## References
- aws-lambda-go, `lambda/handler.go`
- Go documentation: encoding/json
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Handler, Rule, Severity, gotypes, methodsets, satisfaction
from lambdalint_rules.handler._json_form import event_problem, result_problem
from lambdalint_rules.handler._signature import event_of, judged, label

READ = gotypes.Func((gotypes.Slice(gotypes.Basic("byte")),), (gotypes.Basic("int"), gotypes.ERROR))
READER = gotypes.Interface((("Read", READ),))

rule = Rule("LL102", "undecodable-handler-type", Severity.ERROR, since="0.1.0")


@rule.check(Handler)
def check(handler: Handler, ctx: Context) -> Iterator[Finding]:
    signature = judged(handler)
    if signature is None or len(signature.parameters) > 2 or len(signature.results) > 2 or signature.variadic:
        return
    event = event_of(ctx, signature)
    if event is not None and not _rejected(ctx, signature, event) and (why := event_problem(ctx, event)):
        yield _finding(handler, f"{label(handler)} can't be given an event: {why}")
    if len(signature.results) == 2 and (result := signature.results[0]) is not None:
        streamed = satisfaction.implements(ctx.project.code.types, result, READER) is not False
        if not streamed and (why := result_problem(ctx, result)):
            yield _finding(handler, f"the result of {label(handler)} can't be sent: {why}")


def _rejected(ctx: Context, signature: gotypes.Func, event: gotypes.GoType) -> bool:
    """Whether the runtime client refuses the event's type before it decodes anything: a lone interface."""
    alone = len(signature.parameters) == 1
    return alone and isinstance(methodsets.underlying(ctx.project.code.types, event), gotypes.Interface)


def _finding(handler: Handler, message: str) -> Finding:
    return Finding(handler.span, message, anchor=label(handler))
