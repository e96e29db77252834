"""A response is returned without a status code.

## Why it matters
The status code of an unset field is 0, and it is sent: API Gateway answers 502, a load balancer too, whatever the body.

## When it stays silent
The literal gets its status code later, is handed to other code, is returned together with an error, or its fields are
set by position; or the handler works on messages of a WebSocket API, whose answers are mostly dropped.

## References
- Amazon API Gateway developer guide: Output format of a Lambda function for proxy integration
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Rule, Severity, gotypes
from lambdalint.data.go_responses import RESPONSE_WORDS
from lambdalint_rules.handler._response_writes import changed_on, touched
from lambdalint_rules.handler._responses import answers_http, element, keyed, responses

FIELD = "StatusCode"

rule = Rule("LL112", "zero-status-code", Severity.WARNING, since="0.1.0", needs=RESPONSE_WORDS)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    if not answers_http(path):
        return
    types = ctx.project.code.types
    found = [r for r in responses(types, path) if r.succeeds and keyed(r.literal) and element(r.literal, FIELD) is None]
    if not found or changed_on(types, path, FIELD):
        return
    for response in found:
        if response.variable and touched(types, response.function, response.variable, FIELD):
            continue
        yield Finding(
            response.literal.span._replace(end=response.literal.body.start),
            f"{gotypes.spell(response.literal.type, response.function.package)} is returned with status code 0",
            anchor=response.function.label,
        )
