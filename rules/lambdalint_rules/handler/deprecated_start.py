"""A deprecated entry point of the runtime client is used.

## Why it matters
`StartWithContext`, `StartHandler` and `StartHandlerWithContext` have been deprecated since aws-lambda-go 1.32.0, which
lets `StartWithOptions` take every kind of handler, and every setting as an option.

## When it stays silent
go.mod asks for a version before 1.32.0, or for none that can be read.

## Fix safety
Safe. The same handler is started with the same context.

## References
- aws-lambda-go, `lambda/entry.go`
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Edit, Entry, Finding, Fix, Program, Rule, Severity, Span
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import RUNTIME, SINCE_OPTIONS, version

WITH_CONTEXT = frozenset({"StartWithContext", "StartHandlerWithContext"})
DEPRECATED = WITH_CONTEXT | {"StartHandler"}

rule = Rule(
    "LL108",
    "deprecated-start",
    Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.SAFE,
    needs=("StartWithContext", "StartHandler"),
)


@rule.check(Program)
def check(program: Program, ctx: Context) -> Iterator[Finding]:
    required = program.module.requires.get(RUNTIME, "") if program.module else ""
    if version(required) < SINCE_OPTIONS:
        return
    for entry in program.entries:
        if entry.name not in DEPRECATED or not entry.function.first_party:
            continue
        yield Finding(
            entry.call.function.span,
            f"lambda.{entry.name} is deprecated: lambda.StartWithOptions takes its place",
            fix=_fix(ctx, entry),
            anchor=entry.function.label,
        )


def _fix(ctx: Context, entry: Entry) -> Fix | None:
    call, function = entry.call, entry.call.function
    wanted = 2 if entry.name in WITH_CONTEXT else 1
    if len(call.arguments) != wanted or not isinstance(function, ast.Selector | ast.Name):
        return None
    name = function.name_span if isinstance(function, ast.Selector) else function.span
    package = f"{ctx.text(function.operand.span)}." if isinstance(function, ast.Selector) else ""
    edits = [Edit(name, "StartWithOptions")]
    if wanted == 2:
        context, handler = call.arguments
        inside = Span(call.span.path, context.span.start, handler.span.end)
        text = f"{ctx.text(handler.span)}, {package}WithContext({ctx.text(context.span)})"
        edits.append(Edit(inside, text))
    return Fix("start with options", tuple(edits), Applicability.SAFE)
