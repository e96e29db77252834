"""An AWS client is created at each invocation.

## Why it matters
A function's process serves many invocations. Loading the configuration resolves credentials and reads files, and a new
client has no open connection: created on the handler path, both are paid for every time, and connections pile up. Built
once at start-up, which Lambda gives more CPU, the client keeps its connections.

## When it stays silent
Something of the construction derives from the event or from a value of the context (a role per tenant, the region of a
record), or it is guarded by `sync.Once`, a nil check or a cache, or it happens before `lambda.Start`. A set of what was
seen already is no such guard. What generated code creates, such as wiring, is reported where it is called.

## Fix safety
Unsafe. What is built, and what it is built from, moves to package variables that `init` fills (`main`, with the
setting `start-up = "main"`), or to a field of the handler's struct where `main` fills the others. It is then built
even where an invocation would not have needed it, and an error ends the start of the process instead of one
invocation. Everything that one package builds moves together and shares what is the same; a context becomes
`context.Background()`. What settings choose moves with the `if` or `switch` that asks for them. A configuration that
is handed to other functions is followed: where all callers give it, the clients made from it move too, and the
parameter goes. A function that only filled variables goes with its calls.

Where start-up is too early or would concern others (a program with a command line, a package that other programs have
too, callers that do without what can't be made) it is built once, when it is first needed: with `sync.OnceValue`, or
`sync.OnceValues`, which keeps an error for good (`sync.Once` before Go 1.21). What needs a region that is passed in is
kept by region.

Where something else would change (another input that is passed in, an error after which the function goes on, a value
that methods change, a type that isn't known), there is no fix, and the finding says what stands in the way.

## References
- AWS Lambda developer guide: Best practices for working with AWS Lambda functions
- AWS SDK for Go v2 developer guide: Using AWS services
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Finding,
    HandlerPath,
    Related,
    Rule,
    Severity,
    builds_client,
    call_path,
    gotypes,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_CONFIGURATIONS, SDK_WORD, SDK_WRAPPERS
from lambdalint_rules.lifecycle._construction import chains
from lambdalint_rules.lifecycle._way_out import way_out

rule = Rule(
    "LL201",
    "client-created-per-invocation",
    Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    needs=(SDK_WORD,),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for chain in chains(path, ctx, _builds):
        call = chain.made or chain.expression
        if isinstance(call, ast.Call) and builds_client(call):
            out = way_out(rule, ctx, chain, _builds)
            yield Finding(
                chain.expression.span,
                f"{_what(call)} at each invocation",
                related=(*(Related(span, "built from it") for span in chain.more), *out.related),
                fix=out.fix,
                flow=call_path(ctx.project, path.handler, chain.route),
                anchor=chain.function.label,
            )


def _builds(expression: ast.Expr) -> bool:
    """Clients, and what is made from one: that is only worth a word together with a client that is new."""
    callee = expression.callee if isinstance(expression, ast.Call) else None
    wraps = callee is not None and callee.name in SDK_WRAPPERS.get(callee.package, ())
    return wraps or builds_client(expression)


def _what(call: ast.Call) -> str:
    callee = call.callee
    if callee is None or callee.package in SDK_CONFIGURATIONS:
        session = callee is not None and callee.package.endswith("/session")
        return f"AWS {'session is created' if session else 'configuration is loaded'}"
    return f"{gotypes.package_name(callee.package)} client is created"
