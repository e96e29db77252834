"""A connection or a pool of connections is opened at each invocation.

## Why it matters
A function's process serves many invocations. A database handle, a cache client or an HTTP transport that is made on
the handler path opens new connections each time, with their handshakes, and leaves the old ones behind: databases run
out of connections first.

## When it stays silent
Something of the construction derives from the event or from a value of the context, or it is guarded by `sync.Once`,
a nil check or a cache, or it happens before `lambda.Start`. A bare `http.Client` shares the default transport and is
fine, and so is what stands on a pool that is there (`Conn` in the settings of a driver of gorm).

## Fix safety
Unsafe. The connection moves to a package variable that `init` fills, with its settings and the check that it answers;
a deferred close goes. Settings that depend on others go along, with what asks for those. An error then ends the start
of the process instead of one invocation. A context becomes `context.Background()`. Where start-up is too early or
would concern other programs, it is opened once, when it is first needed, with `sync.OnceValue` or `sync.OnceValues`.
Where something else would change, there is no fix, and the finding says what stands in the way: a single connection
that nothing reconnects, other handlers of the program that would wait for it, an input that is passed in.

## References
- AWS Lambda developer guide: Best practices for working with AWS Lambda functions
- Go documentation: Opening a database handle
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
    call_path,
    gotypes,
    opens_connection,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import CONNECTION_WORDS, HTTP, POOLS
from lambdalint_rules.lifecycle._construction import chains
from lambdalint_rules.lifecycle._way_out import way_out

rule = Rule(
    "LL202",
    "connection-opened-per-invocation",
    Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    needs=(HTTP, *CONNECTION_WORDS),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for chain in chains(path, ctx, opens_connection, _has_pools(path)):
        out = way_out(rule, ctx, chain, opens_connection, _has_pools)
        yield Finding(
            chain.expression.span,
            f"{_what(chain.made or chain.expression)} at each invocation",
            related=(*(Related(span, "built from it") for span in chain.more), *out.related),
            fix=out.fix,
            flow=call_path(ctx.project, path.handler, chain.route),
            anchor=chain.function.label,
        )


def _has_pools(path: HandlerPath) -> bool:
    return any(package in path.program.imports for package, _ in POOLS)


def _what(expression: ast.Expr) -> str:
    callee = expression.callee if isinstance(expression, ast.Call) else None
    if callee is None or callee.package == HTTP:
        kind = expression.type if isinstance(expression.type, gotypes.Named) else None
        name = gotypes.spell(kind) if kind is not None else "http.Transport"
        return f"{name} with connections of its own is made"
    return f"{gotypes.package_name(callee.package)}.{callee.name} opens a connection"
