"""A response with a body says nothing about its content type.

## Why it matters
The types of the runtime client always send a status code, and with a status code there is no inference: what the caller
gets is whatever the API, the function URL or the load balancer assumes. Browsers then show JSON as text, and clients
refuse to decode it.

## When it stays silent
The response has no body, its headers come from elsewhere or are written by a helper or a middleware, it goes back
together with an error, it isn't returned as it is, or it answers a message of a WebSocket API.

## Fix safety
Unsafe. The type is taken from how the body is made (`application/json` for a marshalled value, by the first character
of a constant text otherwise); nothing is offered where that doesn't tell.

## References
- Amazon API Gateway developer guide: Create AWS Lambda proxy integrations for HTTP APIs
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    GoFunction,
    HandlerPath,
    Rule,
    Severity,
    gofix,
    gotypes,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import RESPONSE_WORDS
from lambdalint_rules.handler._response_writes import changed_on, touched
from lambdalint_rules.handler._responses import Response, answers_http, element, keyed, responses

HEADERS = ("Headers", "MultiValueHeaders")
NAME = "content-type"

rule = Rule(
    "LL110", "missing-content-type", Severity.INFO, since="0.1.0", fixable=Applicability.UNSAFE, needs=RESPONSE_WORDS
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    if not answers_http(path):
        return
    types = ctx.project.code.types
    found = [r for r in responses(types, path) if r.succeeds and _lacks(r)]
    if not found or changed_on(types, path, *HEADERS):
        return
    for response in found:
        if response.variable and touched(types, response.function, response.variable, *HEADERS):
            continue
        yield Finding(
            response.literal.span._replace(end=response.literal.body.start),
            f"{gotypes.spell(response.literal.type, response.function.package)} has a body and no Content-Type",
            fix=_fix(ctx, response),
            anchor=response.function.label,
        )


def _lacks(response: Response) -> bool:
    literal = response.literal
    body = element(literal, "Body")
    if not keyed(literal) or body is None or getattr(body, "value", None) == "":
        return False
    return all(_says_nothing(element(literal, name)) for name in HEADERS)


def _says_nothing(headers: ast.Expr | None) -> bool:
    """True for no headers at all, or a literal with other keys only."""
    if headers is None:
        return True
    if not isinstance(headers, ast.Composite):
        return isinstance(headers, ast.Name) and headers.name == "nil"
    keys = [getattr(e.key, "value", None) for e in headers.elements]
    return all(isinstance(k, str) and k.lower() != NAME for k in keys)


def _fix(ctx: Context, response: Response) -> Fix | None:
    body, headers = element(response.literal, "Body"), element(response.literal, "Headers")
    kind = _content_type(body, response.function) if body is not None else None
    source = ctx.project.sources[response.literal.span.path]
    if kind is None:
        return None
    value = f'map[string]string{{"Content-Type": "{kind}"}}'
    if isinstance(headers, ast.Composite):
        edits = gofix.insert_element(source, headers, '"Content-Type"', f'"{kind}"')
    elif headers is not None:
        edits = (Edit(headers.span, value),)
    else:
        edits = gofix.insert_element(source, response.literal, "Headers", value)
    return Fix(f"answer with {kind}", edits, Applicability.UNSAFE)


def _content_type(body: ast.Expr, function: GoFunction) -> str | None:
    text = getattr(body, "value", None)
    if isinstance(text, str):
        return {"{": "application/json", "[": "application/json", "<": "text/html; charset=utf-8"}.get(
            text.lstrip()[:1], "text/plain; charset=utf-8"
        )
    made = body.operand if isinstance(body, ast.Conversion) else body
    if not isinstance(made, ast.Name):
        return None
    values = [
        n.values[0]
        for n in ast.walk(function.body)
        if isinstance(n, ast.Assign) and n.values and isinstance(t := n.targets[0], ast.Name) and t.ref == made.ref
    ]
    callees = [v.callee if isinstance(v, ast.Call) else None for v in values]
    json = [c for c in callees if c is not None and c.package == "encoding/json" and c.name.startswith("Marshal")]
    return "application/json" if values and len(json) == len(values) else None
