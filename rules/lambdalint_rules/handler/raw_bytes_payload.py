"""A handler takes or returns a slice of bytes.

## Why it matters
The runtime client decodes events and encodes results as JSON, and JSON has no bytes: a `[]byte` event accepts nothing
but a text in base64, and a `[]byte` result is sent as one. What was meant is the raw JSON.

## When it stays silent
The type is `json.RawMessage`, or the handler is a `lambda.Handler`, whose bytes are the raw ones.

## Fix safety
Shown only: callers that send or expect base64 on purpose would break.

## References
- Go documentation: encoding/json, "byte slices are encoded as base64"
- aws-lambda-go, `lambda/handler.go`
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Edit, Finding, Fix, Handler, Rule, Severity, Span, gofix, gotypes
from lambdalint_rules.handler._signature import event_of, judged, label

BYTES = (gotypes.Slice(gotypes.Basic("byte")), gotypes.Slice(gotypes.Basic("uint8")))

rule = Rule(
    "LL107",
    "raw-bytes-payload",
    Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.DISPLAY,
    needs=("byte", "uint8"),
)


@rule.check(Handler)
def check(handler: Handler, ctx: Context) -> Iterator[Finding]:
    signature = judged(handler)
    if signature is None:
        return
    taken = event_of(ctx, signature) in BYTES
    given = len(signature.results) == 2 and signature.results[0] in BYTES
    if not taken and not given:
        return
    words = " and ".join(word for word, meant in (("takes", taken), ("returns", given)) if meant)
    yield Finding(
        handler.span,
        f"{label(handler)} {words} []byte, which is base64 text in JSON: json.RawMessage is the raw JSON",
        fix=_fix(handler, ctx),
        anchor=label(handler),
    )


def _fix(handler: Handler, ctx: Context) -> Fix | None:
    function = handler.function
    if function is None or function.file not in ctx.project.code.files:
        return None
    source, file = ctx.project.sources[function.file], ctx.project.code.files[function.file]
    span = function.signature
    edits = list(gofix.add_import(file, source, "encoding/json"))
    name = gofix.imported_as(file, "encoding/json") or "json"
    at = span.start
    while (at := source.data.find(b"[]byte", at, span.end)) >= 0:
        edits.append(Edit(Span(span.path, at, at + len(b"[]byte")), f"{name}.RawMessage"))
        at += 1
    return Fix(f"use {name}.RawMessage", tuple(edits), Applicability.DISPLAY)
