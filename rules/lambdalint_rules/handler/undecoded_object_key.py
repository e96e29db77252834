"""The key of an S3 event is used as it came, still URL-encoded.

## Why it matters
S3 encodes object keys in its events: a space arrives as `+`, and other characters as percent sequences. A request with
the encoded key finds nothing, or the wrong object, for every such name.

## When it stays silent
The handler path unescapes keys anywhere, the key also goes into a function of the project that is named after decoding,
the key isn't given to an S3 request, or that was computed from it.

## Fix safety
Safe. `URLDecodedKey` holds the same key decoded; offered where go.mod's aws-lambda-go fills it.

## References
- Amazon S3 user guide: Event message structure
- aws-lambda-go, `events/s3.go`
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    HandlerPath,
    Origin,
    Provenance,
    Related,
    Rule,
    Severity,
    call_path,
    gotypes,
    is_object_key,
    pattern,
    provenance,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_V1, SDK_V2
from lambdalint.data.go_responses import RUNTIME, SINCE_DECODED_KEY, version

S3 = (SDK_V1 + "service/s3", SDK_V2 + "service/s3")
DECODES = pattern(r"(?i)decode|unescape")

rule = Rule(
    "LL116", "undecoded-object-key", Severity.WARNING, since="0.1.0", fixable=Applicability.SAFE, needs=("service/s3",)
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    keys = _keys(path)
    if not keys or any(path.calls("net/url", "QueryUnescape", "PathUnescape")):
        return
    origins = provenance(ctx.project, path)
    seen = _decoded(path, origins)
    for reached in path.reached:
        for node in ast.walk(reached.function.body):
            value = _key_of_request(node)
            if value is None:
                continue
            for origin in sorted(origins.of(value, reached.function), key=str):
                key = keys.get(origin.source) if origin == Origin(origin.source, ()) else None
                if key is None or key.span in seen:
                    continue
                seen.add(key.span)
                yield Finding(
                    key.span,
                    "object key of the event is still URL-encoded where the S3 request uses it",
                    related=(Related(value.span, "the key of the request"),),
                    fix=_fix(path, key),
                    flow=call_path(ctx.project, path.handler, reached.route),
                    anchor=reached.function.label,
                )


def _keys(path: HandlerPath) -> dict[object, ast.Selector]:
    return {
        node.span: node
        for reached in path.reached
        if reached.function.first_party
        for node in ast.walk(reached.function.body)
        if isinstance(node, ast.Selector) and is_object_key(node)
    }


def _decoded(path: HandlerPath, origins: Provenance) -> set[object]:
    """The keys that go into a function which decodes them by hand."""
    return {
        origin.source
        for reached in path.reached
        for call in reached.function.calls
        if call.callee is not None and DECODES.search(call.callee.name)
        for argument in call.arguments
        for origin in origins.of(argument, reached.function)
        if origin.path == ()
    }


def _key_of_request(node: ast.Node) -> ast.Expr | None:
    """The key in the input of an S3 request."""
    if not isinstance(node, ast.Composite) or not isinstance(node.type, gotypes.Named):
        return None
    if node.type.package not in S3 or not node.type.name.endswith("Input"):
        return None
    return next((e.value for e in node.elements if e.field == "Key"), None)


def _fix(path: HandlerPath, key: ast.Selector) -> Fix | None:
    module = path.program.module
    if module is None or version(module.requires.get(RUNTIME, "")) < SINCE_DECODED_KEY:
        return None
    return Fix("use the decoded key", (Edit(key.name_span, "URLDecodedKey"),), Applicability.SAFE)
