"""A DynamoDB item is a map of anything.

## Why it matters
An item that is decoded into, or encoded from, `map[string]any` has no types: numbers come back as `float64`, a misspelt
attribute is found by nobody, and every use needs an assertion that can panic. A struct with `dynamodbav` tags says what
the table holds.

## When it stays silent
The type of the value isn't known.

## References
- AWS SDK for Go v2 developer guide: Marshalling and unmarshalling Amazon DynamoDB items
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Rule, Severity, call_path, gotypes, methodsets
from lambdalint.data.go_constructors import SDK_V1, SDK_V2

CODECS = (SDK_V2 + "feature/dynamodb/attributevalue", SDK_V1 + "service/dynamodb/dynamodbattribute")
# What each function reads or fills is its last argument, or its only one.
FUNCTIONS = (
    "Marshal",
    "MarshalMap",
    "MarshalMapWithOptions",
    "MarshalList",
    "Unmarshal",
    "UnmarshalMap",
    "UnmarshalMapWithOptions",
    "UnmarshalListOfMaps",
)

rule = Rule(
    "LL804",
    "untyped-dynamodb-item",
    Severity.INFO,
    since="0.1.0",
    needs=("feature/dynamodb/attributevalue", "dynamodbattribute"),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for package in CODECS:
        for site in path.calls(package, *FUNCTIONS):
            callee, arguments = site.call.callee, site.call.arguments
            if callee is None or callee.receiver or not arguments or not site.function.first_party:
                continue
            at = 1 if callee.name.startswith("Unmarshal") else 0
            if len(arguments) <= at or not _untyped(ctx, arguments[at].type):
                continue
            direction = "decoded into" if at else "encoded from"
            yield Finding(
                arguments[at].span,
                f"DynamoDB item is {direction} {gotypes.spell(gotypes.bare(arguments[at].type))}",
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )


def _untyped(ctx: Context, kind: gotypes.GoType | None) -> bool:
    under = methodsets.underlying(ctx.project.code.types, gotypes.bare(kind))
    if isinstance(under, gotypes.Slice):
        under = methodsets.underlying(ctx.project.code.types, under.element)
    return isinstance(under, gotypes.Map) and under.key == gotypes.STRING and under.element == gotypes.ANY
