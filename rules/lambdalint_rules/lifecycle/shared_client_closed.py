"""A connection that later invocations need is closed.

## Why it matters
A package variable, or a field of a value that is built at start-up, lives as long as the process. Closed at the end of
one invocation, or by a `defer` in `init`, which runs when `init` ends, it is dead for all that follow: the first
request works in a test, the second fails.

## When it stays silent
The handler path opens the connection itself, or builds the value that holds it; or the call stands in a callback for
the shutdown of the process.

## Fix safety
Unsafe: the statement goes with the check of its error, and the connection stays open until the process ends.

## References
- AWS Lambda developer guide: Best practices for working with AWS Lambda functions
- Go documentation: database/sql, `DB.Close` ("It is rare to Close a DB")
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Finding,
    Fix,
    GoFunction,
    HandlerPath,
    Program,
    Rule,
    Severity,
    call_path,
    gotypes,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import CONNECTIONS
from lambdalint_rules.lifecycle._closings import without

CLOSES = frozenset({"Close", "Disconnect", "Shutdown"})
HANDLES = frozenset({"DB", "Client", "ClusterClient", "UniversalClient", "Pool", "Conn", "ClientConn", "Connection"})

rule = Rule(
    "LL210",
    "shared-client-closed",
    Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    needs=("Close", "Disconnect", "Shutdown"),
)


@rule.check(HandlerPath)
def on_path(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    functions = [r.function for r in path.reached]
    for reached in path.reached:
        function = reached.function
        for call in (site.call for site in reached.sites if site.call.callee and site.call.callee.name in CLOSES):
            shared = _shared(call, function)
            if shared is None or not function.first_party or _made_here(shared, functions) or _set_here(call, path):
                continue
            yield Finding(
                call.span,
                f"{ctx.text(call.function.span)} closes what later invocations need",
                fix=_fix(ctx, call, function),
                flow=call_path(ctx.project, path.handler, reached.route),
                anchor=function.label,
            )


@rule.check(Program)
def at_start(program: Program, ctx: Context) -> Iterator[Finding]:
    for key in sorted(program.startup):
        function = ctx.project.code.functions.get(key)
        if function is None or not function.first_party or function.receiver_type or function.name != "init":
            continue
        for node in ast.walk(function.body):
            if not isinstance(node, ast.Defer) or not isinstance(node.call, ast.Call):
                continue
            callee = node.call.callee
            shared = _shared(node.call, function) if callee is not None and callee.name in CLOSES else None
            if shared is not None and shared.startswith("var:"):
                yield Finding(
                    node.call.span,
                    f"{ctx.text(node.call.function.span)} runs when init ends, before the first invocation",
                    fix=_fix(ctx, node.call, function),
                    anchor=function.label,
                )


def _shared(call: ast.Call, function: GoFunction) -> str | None:
    """The package variable, or the field of the receiver, that a call closes; None for other values."""
    target = call.function
    if not isinstance(target, ast.Selector) or not _is_connection(target.operand):
        return None
    held = target.operand
    if isinstance(held, ast.Name | ast.Selector) and held.ref.startswith("var:"):
        return held.ref
    receiver = function.receiver
    if isinstance(held, ast.Selector) and isinstance(held.operand, ast.Name) and receiver is not None:
        named = gotypes.bare(held.field_of)
        if held.operand.ref == receiver.ref and receiver.ref and isinstance(named, gotypes.Named):
            return f"field:{named.package}.{named.name}"
    return None


def _is_connection(value: ast.Expr) -> bool:
    kind = getattr(value, "type", None)
    named = gotypes.bare(kind)
    return isinstance(named, gotypes.Named) and named.package in CONNECTIONS and named.name in HANDLES


def _made_here(shared: str, functions: list[GoFunction]) -> bool:
    """True when the path itself fills the variable, or builds the value that holds the field."""
    for node in (n for function in functions for n in ast.walk(function.body)):
        match node:
            case ast.Assign(targets=targets):
                if any(isinstance(t, ast.Name | ast.Selector) and t.ref == shared for t in targets):
                    return True
            case ast.Composite(type=gotypes.Named(package=package, name=name)):
                if f"field:{package}.{name}" == shared:
                    return True
            case _:
                pass
    return False


def _set_here(call: ast.Call, path: HandlerPath) -> bool:
    """True when each invocation sets the field that a call closes, whoever holds it."""
    held = call.function.operand if isinstance(call.function, ast.Selector) else None
    for reached in path.reached:
        if reached.guarded or not isinstance(held, ast.Selector):
            continue
        for node in ast.each(reached.function.body, ast.Assign):
            same = (t for t in node.targets if isinstance(t, ast.Selector) and t.name == held.name)
            if held.field_of is None or not any(t.field_of == held.field_of for t in same):
                continue
            if not any(site.guarded and node.span.contains(site.call.span) for site in reached.sites):
                return True
    return False


def _fix(ctx: Context, call: ast.Call, function: GoFunction) -> Fix | None:
    edits = without(ctx, call, function)
    apart = (f"imports of {function.file}",)
    return Fix("leave it open", edits, Applicability.UNSAFE, apart) if edits else None
