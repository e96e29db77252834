"""A connection or a pool of connections is opened at each invocation.

## Why it matters
A function's process serves many invocations. A database handle, a cache client or an HTTP transport that is made on
the handler path opens new connections each time, with their handshakes, and leaves the old ones behind: databases run
out of connections first.

## When it stays silent
Something of the construction derives from the event or from a value of the context, or it is guarded by `sync.Once`,
a nil check or a cache, or it happens before `lambda.Start`. A bare `http.Client` shares the default transport and is
fine.

## References
- AWS Lambda developer guide: Best practices for working with AWS Lambda functions
- Go documentation: Opening a database handle
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Related, Rule, Severity, call_path, gotypes, opens_connection
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import HTTP
from lambdalint_rules.lifecycle._construction import chains

rule = Rule("LL202", "connection-opened-per-invocation", Severity.WARNING, since="0.1.0")


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for chain in chains(path, ctx, opens_connection, literals=HTTP in path.program.imports):
        yield Finding(
            chain.expression.span,
            f"{_what(chain.expression)} at each invocation",
            related=tuple(Related(span, "built from it") for span in chain.more),
            flow=call_path(ctx.project, path.handler, chain.route),
            anchor=chain.function.label,
        )


def _what(expression: ast.Expr) -> str:
    callee = expression.callee if isinstance(expression, ast.Call) else None
    if callee is None or callee.package == HTTP:
        return "http.Transport with connections of its own is made"
    return f"{gotypes.package_name(callee.package)}.{callee.name} opens a connection"
