"""The handler is called once at start-up, and its result is passed to the runtime client.

## Why it matters
`lambda.Start(handle(ctx))` runs the handler while the program starts, and hands what it returns, mostly a nil error, to
the runtime client. Each invocation then fails with `handler is nil` or `handler kind ... is not func`.

## When it stays silent
The called function returns a function or a `lambda.Handler`, or its result isn't known.

## Fix safety
Unsafe. The function itself is passed, and is no longer called at start-up. Offered where the arguments of the call are
needed nowhere else.

## References
- aws-lambda-go, `lambda/entry.go`
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
    is_call_of,
    methodsets,
    satisfaction,
)
from lambdalint.api import goast as ast

RUNTIME_CLIENT = "github.com/aws/aws-lambda-go/lambda"
MAKERS = ("NewHandler", "NewHandlerWithOptions")
CONTEXTS = frozenset({"Background", "TODO"})

rule = Rule("LL105", "handler-called-not-passed", Severity.ERROR, since="0.1.0", fixable=Applicability.UNSAFE)


@rule.check(Handler)
def check(handler: Handler, ctx: Context) -> Iterator[Finding]:
    call = _passed(handler.entry.handler)
    if handler.kind != "called" or not isinstance(call, ast.Call) or call.type is None:
        return
    types = ctx.project.code.types
    passes = isinstance(methodsets.underlying(types, call.type), gotypes.Func)
    if passes or satisfaction.has_invoke(types, call.type) is not False:
        return
    name = ctx.text(call.function.span)
    yield Finding(
        call.span,
        f"{name} is called here, and its result ({gotypes.spell(call.type)}) is no handler",
        fix=_fix(ctx, call, name),
        anchor=handler.entry.function.label,
    )


def _passed(expression: ast.Expr | None) -> ast.Expr | None:
    """What is passed, or what a handler is made of on the way."""
    while isinstance(expression, ast.Call) and is_call_of(expression, RUNTIME_CLIENT, *MAKERS):
        expression = expression.arguments[0]
    return expression


def _fix(ctx: Context, call: ast.Call, name: str) -> Fix | None:
    source = ctx.project.sources[call.span.path]
    file = ctx.project.code.files.get(call.span.path)
    rest = Span(call.span.path, call.function.span.end, call.span.end)
    edits = [Edit(rest, "")]
    for argument in call.arguments:
        if isinstance(argument, ast.Composite | ast.Literal):
            continue
        callee = argument.callee if isinstance(argument, ast.Call) else None
        if callee is None or callee.package != "context" or callee.name not in CONTEXTS or file is None:
            return None
        if (local := gofix.imported_as(file, "context")) and not gofix.uses(source, local, [call.span]):
            edits += [e for e in gofix.remove_import(file, source, "context") if e not in edits]
    if any(isinstance(n, ast.Composite) for n in ast.walk(call)):
        return None  # the import of its type may become unused
    return Fix(f"pass {name} itself", tuple(edits), Applicability.UNSAFE)
