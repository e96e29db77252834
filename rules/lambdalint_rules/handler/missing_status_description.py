"""A response for a load balancer has no status description.

## Why it matters
A load balancer sends the status line as the function gives it: code and description. Without the description some
clients and proxies get a status line that they don't expect.

## When it stays silent
The response has a description, gets one later, is handed to other code, or goes back together with an error.

## Fix safety
Unsafe: the answer changes. The description is that of the constant status code; nothing is offered for a code that is
computed.

## References
- Elastic Load Balancing user guide: Use Lambda functions as targets of an Application Load Balancer
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Finding, Fix, HandlerPath, Rule, Severity, gofix
from lambdalint_rules.handler._response_writes import changed_on, touched
from lambdalint_rules.handler._responses import Response, element, keyed, kind_of, responses

FIELD = "StatusDescription"

rule = Rule(
    "LL115",
    "missing-status-description",
    Severity.INFO,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    needs=("ALBTargetGroupResponse",),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    if path.handler.wrapped or path.handler.entry.starter:
        return
    types = ctx.project.code.types
    found = [r for r in responses(types, path) if r.succeeds and _lacks(ctx, r)]
    if not found or changed_on(types, path, FIELD):
        return
    for response in found:
        if response.variable and touched(types, response.function, response.variable, FIELD):
            continue
        yield Finding(
            response.literal.span._replace(end=response.literal.body.start),
            "answer to the load balancer has no status description",
            fix=_fix(ctx, response),
            anchor=response.function.label,
        )


def _lacks(ctx: Context, response: Response) -> bool:
    literal = response.literal
    balancer = kind_of(ctx.project.code.types, literal.type) == "ALBTargetGroupResponse"
    return balancer and keyed(literal) and element(literal, FIELD) is None


def _fix(ctx: Context, response: Response) -> Fix | None:
    from http import HTTPStatus  # rarely needed, slow to import

    code = getattr(element(response.literal, "StatusCode"), "value", None)
    if not isinstance(code, int) or code not in {status.value for status in HTTPStatus}:
        return None
    text = f"{code} {HTTPStatus(code).phrase}"
    source = ctx.project.sources[response.literal.span.path]
    edits = gofix.insert_element(source, response.literal, FIELD, f'"{text}"')
    return Fix(f"describe the status as {text}", edits, Applicability.UNSAFE)
