"""The runtime client rejects the handler at every invocation.

## Why it matters
`lambda.Start` looks at the handler by reflection and never fails on it: the program builds, deploys and starts, and
then each invocation ends with the error that the message quotes. A handler takes at most two arguments, the first of
two being a `context.Context`, and returns at most two values, the last of which is an `error`.

## When it stays silent
A type of the signature isn't known, the value implements `lambda.Handler`, a wrapper with rules of its own stands
between the handler and the runtime client, or the function is generated or vendored.

## Fix safety
Unsafe. Arguments change places, or a result is added: code that calls the handler, such as a test, has to follow.
Nothing is offered where code of the program itself calls it.

## References
- aws-lambda-go, `lambda/handler.go`
- AWS Lambda developer guide: Define Lambda function handlers in Go
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    Handler,
    Rule,
    Severity,
    Span,
    gofix,
    gotypes,
    methodsets,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint_rules.handler._signature import changeable, is_interface, judged, kind_of, label

# What reflection calls the kinds of values that are no functions.
NOT_FUNCTIONS = {
    **{word: word for word in ("struct", "string", "int", "bool", "slice", "array", "map", "chan")},
    "pointer": "ptr",
    "float": "float64",
    "rune": "int32",
}

rule = Rule("LL101", "invalid-handler-signature", Severity.ERROR, since="0.1.0", fixable=Applicability.UNSAFE)


@rule.check(Handler)
def check(handler: Handler, ctx: Context) -> Iterator[Finding]:
    signature = judged(handler)
    if signature is None:
        reason = _not_a_function(handler)
        fix = None
    else:
        reason = _arguments(ctx, signature) or _results(ctx, signature)
        fix = _fix(ctx, handler, signature) if reason else None
    if reason:
        yield Finding(
            handler.span,
            f'{label(handler)} is rejected at every invocation: "{reason}"',
            fix=fix,
            anchor=label(handler),
        )


def _not_a_function(handler: Handler) -> str | None:
    if handler.interface or handler.wrapped or handler.entry.starter:
        return None
    if handler.kind == "nil":
        return "handler is nil"
    kind = NOT_FUNCTIONS.get(handler.kind)
    return f"handler kind {kind} is not func" if kind else None


def _arguments(ctx: Context, signature: gotypes.Func) -> str | None:
    types, parameters = ctx.project.code.types, signature.parameters
    if len(parameters) > 2:
        return f"handlers may not take more than two arguments, but handler takes {len(parameters)}"
    if len(parameters) == 2 and satisfaction.is_context(types, parameters[0]) is False:
        kind = kind_of(ctx, parameters[0])
        got = "" if kind == "?" else f". got {kind}"
        return f"handler takes two arguments, but the first is not Context{got}"
    if len(parameters) != 1 or signature.variadic or is_interface(ctx, parameters[0]) is not True:
        return None
    if (
        satisfaction.is_context(types, parameters[0]) is not False
        or not methodsets.methods(types, parameters[0]).methods
    ):
        return None
    name = parameters[0].name if isinstance(parameters[0], gotypes.Basic | gotypes.Named) else ""
    return f'handler takes an interface, but it is not context.Context: "{name}"'


def _results(ctx: Context, signature: gotypes.Func) -> str | None:
    types, results = ctx.project.code.types, signature.results
    if len(results) > 2:
        return "handler may not return more than two values"
    if not results or satisfaction.implements_error(types, results[-1]) is not False:
        return None
    if len(results) == 2:
        return "handler returns two values, but the second does not implement error"
    return "handler returns a single value, but it does not implement error"


def _fix(ctx: Context, handler: Handler, signature: gotypes.Func) -> Fix | None:
    target = changeable(ctx, handler)
    if target is None or signature.variadic:
        return None
    function, parts = target
    source = ctx.project.sources[function.file]
    types = ctx.project.code.types
    if len(signature.parameters) == 2 and satisfaction.is_context(types, signature.parameters[1]) is True:
        entries = gofix.pieces(source, parts.parameters)
        named = [e for e in entries if " " in e.text.strip() or not function.parameters[0].name]
        if len(entries) != 2 or len(named) != 2 or _results(ctx, signature):
            return None
        swapped = (Edit(entries[0].span, entries[1].text), Edit(entries[1].span, entries[0].text))
        return Fix("put the context first", swapped, Applicability.UNSAFE)
    if len(signature.results) == 1 and _arguments(ctx, signature) is None and function.body is not None:
        named_result = bool(function.results and function.results[0].name)
        text = source.text(parts.results.start, parts.results.end).strip()
        inside = text[1:-1] if parts.listed else text
        added = f"({inside}, _ error)" if named_result else f"({inside}, error)"
        returns = [n for n in ast.walk(function.body) if isinstance(n, ast.Return) and n.values]
        edits = (Edit(parts.results, added), *(Edit(_after(r), ", nil") for r in returns))
        return Fix("return an error too", edits, Applicability.UNSAFE)
    return None


def _after(statement: ast.Return) -> Span:
    end = statement.values[-1].span.end
    return Span(statement.span.path, end, end)
