"""A function's address streams and the handler doesn't, or the other way round.

## Why it matters
With the invoke mode `RESPONSE_STREAM` Lambda hands on what the function writes, byte by byte: the answer of a handler
that doesn't stream reaches the client as JSON text, status code and all. With `BUFFERED` Lambda can't read the answer
of a handler that streams, and the client gets an error.

## When it stays silent
The handler's answer is a type of the program's own, a map or raw JSON; a wrapper stands between the handler and the
runtime client; the mode is not known before deployment; the program has several handlers, or it isn't certain that the
function runs it.

## Fix safety
Unsafe: clients get the answer in another form.

## References
- AWS Lambda developer guide, "Invoking a response streaming enabled function using Lambda function URLs":
  https://docs.aws.amazon.com/lambda/latest/dg/config-rs-invoke-furls.html
- aws-lambda-go, packages events and lambdaurl
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Finding,
    Fix,
    FunctionUrl,
    Handler,
    Known,
    Related,
    Rule,
    Severity,
    goast,
    gotypes,
)
from lambdalint.data.go_responses import BUFFERED_ANSWERS, EVENTS, STREAMED_ANSWERS, STREAMING_SERVERS
from lambdalint_rules.events._batch_response import handler_of

rule = Rule(
    code="LL512",
    name="invoke-mode-mismatch",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)

BUFFERED, STREAM = "BUFFERED", "RESPONSE_STREAM"


@rule.check(FunctionUrl)
def check(url: FunctionUrl, ctx: Context) -> Iterator[Finding]:
    function, mode = ctx.project.function(url.function), url.invoke_mode
    if function is None or not isinstance(mode, Known) or mode.value not in (BUFFERED, STREAM):
        return
    handler = handler_of(function, ctx.project)
    streams = _streams(handler) if handler is not None else None
    if handler is None or streams is None or streams == (mode.value == STREAM):
        return

    right = STREAM if streams else BUFFERED
    does = "streams its answers" if streams else "doesn't stream its answers"
    edits = mode.write(right)
    yield Finding(
        mode.span,
        f"the handler of {function.label} {does}, but its address is {mode.value}",
        related=(Related(handler.span, "the handler"),),
        fix=Fix(f"make the address {right}", edits, Applicability.UNSAFE) if edits else None,
        anchor=url.label,
    )


def _streams(handler: Handler) -> bool | None:
    """Whether a handler streams what it answers; None where that can't be told."""
    if _serves(handler.entry.call) or _serves(handler.entry.handler):
        return True
    if handler.type is None or handler.wrapped or handler.interface or len(handler.type.results) != 2:
        return None
    result = handler.type.results[0]
    pointed = isinstance(result, gotypes.Pointer)
    named = gotypes.bare(result)
    if not isinstance(named, gotypes.Named) or named.package != EVENTS:
        return None
    if named.name in STREAMED_ANSWERS:
        return True if pointed else None
    return False if named.name in BUFFERED_ANSWERS else None


def _serves(expression: goast.Expr | None) -> bool:
    """True for a call that makes a handler, or a whole program, out of an HTTP server that streams."""
    callee = expression.callee if isinstance(expression, goast.Call) else None
    return callee is not None and (callee.package, callee.name) in STREAMING_SERVERS
