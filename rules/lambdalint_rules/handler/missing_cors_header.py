"""A response lacks the CORS header that its siblings have.

## Why it matters
The other responses of this handler tell browsers that pages of another origin may read them, so such pages call it. The
one without the header reaches them as a network error that says nothing, and that is often the one that explains what
went wrong.

## When it stays silent
No response of the handler sets the header by a literal, headers are set by a helper, the response has headers that come
from elsewhere, or it goes back together with an error; or an HTTP API or a function URL calls the handler, which may
have CORS settings of their own.

## References
- Amazon API Gateway developer guide: CORS for REST APIs, Lambda proxy integration
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Related, Rule, Severity, Status, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import RESPONSE_WORDS
from lambdalint_rules.handler._response_writes import changed_on, touched
from lambdalint_rules.handler._responses import Response, element, keyed, responses

HEADERS = ("Headers", "MultiValueHeaders")
NAME = "access-control-allow-origin"

rule = Rule("LL111", "missing-cors-header", Severity.INFO, since="0.1.0", status=Status.PREVIEW, needs=RESPONSE_WORDS)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    if path.handler.wrapped or path.handler.entry.starter or _has_own_settings(path, ctx):
        return
    types = ctx.project.code.types
    found = [r for r in responses(types, path) if keyed(r.literal)]
    allowing = [r for r in found if _allows(r) is True]
    if not allowing or changed_on(types, path, *HEADERS):
        return
    for response in found:
        if not response.succeeds or _allows(response) is not False:
            continue
        if response.variable and touched(types, response.function, response.variable, *HEADERS):
            continue
        kind = gotypes.spell(response.literal.type, response.function.package)
        yield Finding(
            response.literal.span._replace(end=response.literal.body.start),
            f"{kind} has no Access-Control-Allow-Origin, which others here have",
            related=(Related(allowing[0].literal.span, "this one has it"),),
            anchor=response.function.label,
        )


def _has_own_settings(path: HandlerPath, ctx: Context) -> bool:
    """True where an API or address in front may set the headers itself."""
    kinds = {
        t.kind for function, _ in ctx.project.functions_of(path.program) for t in ctx.project.triggers_of(function)
    }
    return not kinds.isdisjoint(("http-api", "function-url"))


def _allows(response: Response) -> bool | None:
    """Whether a literal sets the header; None where its headers come from elsewhere."""
    for name in HEADERS:
        headers = element(response.literal, name)
        if headers is None:
            continue
        if not isinstance(headers, ast.Composite):
            return None
        keys = [getattr(e.key, "value", None) for e in headers.elements]
        if not all(isinstance(key, str) for key in keys):
            return None
        if any(str(key).lower() == NAME for key in keys):
            return True
    return False
