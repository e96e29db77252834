"""A request or statement goes out without the context of the invocation.

## Why it matters
Without a context a call doesn't know when the invocation ends: it waits until the function is killed, with no error to
answer with, and no trace joins it to the invocation. Each of these functions has a twin that takes one.

## When it stays silent
The code is guarded, so that it runs for more than one invocation, or runs in a deferred call, or without taking a
context in a goroutine that nothing waits for; or a request is given its context afterwards, or is returned or kept for
others to send.

## Fix safety
Unsafe: the call may now be cancelled. The twin is called with the context that is in scope; where none is, nothing is
offered. For `http.Get`, `client.Post` and their like a request is made first, and its error is dealt with as that of
the call: that takes an error check right behind the call that leaves the function or the loop, or a call that is
returned.

## References
- Go documentation: package context; database/sql
- AWS SDK for Go v1: aws/request, cancelling requests
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    GoFunction,
    HandlerPath,
    Rule,
    Severity,
    Site,
    Span,
    call_path,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_V1
from lambdalint.data.go_io import sdk_operation
from lambdalint_rules.lifecycle._apart import Apart
from lambdalint_rules.lifecycle._requests import sent_without_context

REQUEST = "NewRequestWithContext"
HTTP = frozenset({"Get", "Head", "Post", "PostForm"})
STATEMENTS = frozenset({"Query", "QueryRow", "Exec", "Prepare", "Ping"})
SQLX = STATEMENTS | {"Get", "Select", "NamedExec", "Queryx", "QueryRowx", "MustExec"}
WAITERS = "WaitUntil"
TRANSFERS = SDK_V1 + "service/s3/s3manager"
OWNERS = frozenset({"DB", "Tx", "Conn", "Stmt"})

rule = Rule(
    "LL214",
    "call-without-context",
    Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    needs=("http", "sql", "SQL", "Client", "aws-sdk-go/"),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    apart = Apart(path, ctx)
    for reached in path.reached:
        if reached.guarded or not reached.function.first_party:
            continue
        if _is_deferred(ctx, reached.function):
            continue
        deferred = [n.span for n in ast.walk(reached.function.body) if isinstance(n, ast.Defer)]
        for site in reached.sites:
            twin = REQUEST if sent_without_context(ctx, site.call, reached.function) else _twin(site.call)
            if twin is None or site.guarded or (apart.runs(site) and not _is_given(ctx, site.function)):
                continue
            if any(span.contains(site.call.span) for span in deferred):
                continue
            name = " ".join(ctx.text(site.call.function.span).split())
            yield Finding(
                site.call.span,
                f"{name} goes out without the invocation's context: {twin} takes one",
                fix=_fix(ctx, site, twin),
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=reached.function.label,
            )


def _is_deferred(ctx: Context, function: GoFunction) -> bool:
    """True for a function literal that stands in a deferred call: it cleans up, whatever has become of the context."""
    around = ctx.project.code.functions.get(function.parent or "")
    if around is None:
        return False
    defers = (n.span for n in ast.walk(around.body) if isinstance(n, ast.Defer))
    return any(span.contains(function.span) for span in defers) or _is_deferred(ctx, around)


def _is_given(ctx: Context, function: GoFunction) -> bool:
    """True for a function that takes a context: in a goroutine, too, its calls are meant to end with it."""
    return any(satisfaction.is_context(ctx.project.code.types, p.type) is True for p in function.parameters)


def _twin(call: ast.Call) -> str | None:
    """The name of the function that does the same and takes a context."""
    callee = call.callee
    if callee is None:
        return None
    package, receiver, name = callee
    if package == "net/http" and receiver in ("", "Client") and name in HTTP:
        return REQUEST
    if package == "database/sql" and receiver in OWNERS and name in STATEMENTS:
        return f"{name}Context"
    if package == "github.com/jmoiron/sqlx" and receiver in OWNERS and name in SQLX:
        return f"{name}Context"
    if package in ("database/sql", "github.com/jmoiron/sqlx") and receiver == "DB" and name == "Begin":
        return "BeginTx"
    if package.startswith(TRANSFERS) and name in ("Upload", "Download"):
        return f"{name}WithContext"
    sends = package.startswith(SDK_V1 + "service/")
    sends = sends and (sdk_operation(package, receiver, name) or name.startswith(WAITERS))
    return f"{name}WithContext" if sends and not name.endswith("WithContext") else None


def _fix(ctx: Context, site: Site, twin: str) -> Fix | None:
    from lambdalint_rules.lifecycle._contexts import context_in_scope  # seldom needed
    from lambdalint_rules.lifecycle._plain_requests import sent_with

    target = site.call.function
    holder = context_in_scope(ctx, site.function)
    if twin == REQUEST and holder is not None and (edits := sent_with(ctx, site.function, site.call, holder.name)):
        return Fix(f"call {twin}", edits, Applicability.UNSAFE)
    if holder is None or not isinstance(target, ast.Selector) or not twin.startswith(target.name):
        return None
    path, arguments = site.call.span.path, site.call.arguments
    given = f"{holder.name}, nil" if twin == "BeginTx" else holder.name
    opening = ctx.project.sources[path].data.find(b"(", target.span.end) + 1
    at = arguments[0].span.start if arguments else opening
    edits = (Edit(target.name_span, twin), Edit(Span(path, at, at), f"{given}, " if arguments else given))
    return Fix(f"call {twin}", edits, Applicability.UNSAFE)
