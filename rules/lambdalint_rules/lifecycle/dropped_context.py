"""The context of the invocation is dropped for a fresh one.

## Why it matters
The context of an invocation carries its deadline, its cancellation, its request id and its trace. A call that is given
`context.Background()` instead goes on until the function is killed, and no trace joins it to the invocation.

## When it stays silent
The code is guarded, so that it runs for more than one invocation, and isn't a request to a service behind a cache; it
runs in a deferred call, or without taking a context in a goroutine that nothing waits for, which may outlive it on
purpose; the fresh context replaces a nil one; it gets a deadline or a cancellation of its own in a function that uses
the invocation's context for the rest, or that releases or stops something; the call keeps it for later
(`oauth2.NewClient`), or copies a request without its context (`Clone`); or the function gives the request another one
with `WithContext`, or detaches with `context.WithoutCancel`.

## Fix safety
Unsafe. The call gets the context that is in scope, and so may now be cancelled. A parameter `_` gets the name `ctx`.
Where a function has no context, none is offered: the message names the function that would have to take one, once for
all places in it.

## References
- AWS Lambda developer guide: Using the Lambda context object to retrieve Go function information
- Go documentation: package context
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
    Parameter,
    Related,
    Rule,
    Severity,
    Site,
    Span,
    call_path,
    gofix,
    is_call_of,
    is_of_package,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import FRESH_CONTEXTS
from lambdalint_rules.lifecycle._apart import Apart

rule = Rule(
    "LL205",
    "dropped-context",
    Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    needs=("Background", "TODO"),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    sites = [site for package, names in FRESH_CONTEXTS.items() for site in path.calls(package, *names)]
    if not sites:
        return
    from lambdalint_rules.lifecycle._fresh_contexts import asks_now_and_then, beside, on_purpose  # seldom needed

    lacking: dict[str, list[tuple[GoFunction, Site]]] = {}
    apart = Apart(path, ctx)
    for site in sites:
        scopes = _scopes(ctx, site.function)
        given = any(_carries(ctx, p) for p in site.function.parameters)
        if (site.guarded and not asks_now_and_then(site, path)) or not site.function.first_party:
            continue
        if not (given and site.goroutine) and apart.runs(site):
            continue
        holder = next((p for f in scopes for p in f.parameters if _carries(ctx, p)), None)
        if on_purpose(scopes, site) or beside(scopes, holder, site):
            continue
        if holder is None:
            lacking.setdefault(scopes[-1].key, []).append((scopes[-1], site))
            continue
        named = "a parameter without a name" if holder.name in ("", "_") else _spelling(holder)
        yield Finding(
            site.call.span,
            f"{ctx.text(site.call.function.span)}() drops the invocation's context, {named}",
            fix=_without_import(ctx, _fix(scopes, holder, site), holder, site),
            flow=call_path(ctx.project, path.handler, site.route),
            anchor=site.function.label,
        )
    for found in lacking.values():
        yield _without_one(path, ctx, found)


def _without_one(path: HandlerPath, ctx: Context, found: list[tuple[GoFunction, Site]]) -> Finding:
    """What one function without a context makes up, at the first place."""
    (outer, first), *others = sorted(found, key=lambda one: one[1].call.span)
    return Finding(
        first.call.span,
        f"{ctx.text(first.call.function.span)}() on the handler path: {outer.label} takes no context.Context",
        related=tuple(Related(site.call.span, "and here") for _, site in others),
        flow=call_path(ctx.project, path.handler, first.route),
        anchor=first.function.label,
    )


def _scopes(ctx: Context, function: GoFunction) -> list[GoFunction]:
    """A function literal and the functions around it, innermost first."""
    scopes = [function]
    while (parent := ctx.project.code.functions.get(scopes[-1].parent or "")) is not None and parent not in scopes:
        scopes.append(parent)
    return scopes


def _carries(ctx: Context, parameter: Parameter) -> bool:
    request = is_of_package(parameter.type, "net/http", "Request") and parameter.name not in ("", "_")
    return request or satisfaction.is_context(ctx.project.code.types, parameter.type) is True


def _spelling(holder: Parameter) -> str:
    return f"{holder.name}.Context()" if is_of_package(holder.type, "net/http", "Request") else holder.name


def _fix(scopes: list[GoFunction], holder: Parameter, site: Site) -> Fix | None:
    name = "ctx" if holder.name == "_" else holder.name
    if not name or not is_call_of(site.call, "context", "Background", "TODO"):
        return None  # the import of another package may become unused
    for function in scopes:
        for node in ast.walk(function.body):
            named = isinstance(node, ast.Name) and node.name == name
            if named and isinstance(node, ast.Name) and node.ref != holder.ref:
                return None  # the name means something else in places
            writes = isinstance(node, ast.Assign) and any(_writes(t, holder) for t in node.targets)
            if writes and not node.span.contains(site.call.span):
                return None
    replaced = Edit(site.call.span, _spelling(holder._replace(name=name)))
    if holder.name != "_":
        return Fix(f"pass {replaced.text}", (replaced,), Applicability.UNSAFE)
    blank = Span(holder.span.path, holder.span.start, holder.span.start + 1)
    return Fix("name the context and pass it", (Edit(blank, name), replaced), Applicability.UNSAFE)


def _without_import(ctx: Context, fix: Fix | None, holder: Parameter, site: Site) -> Fix | None:
    """The same fix, which drops the import of the package with the file's last use of it."""
    file = ctx.project.code.files.get(site.function.file)
    local = gofix.imported_as(file, "context") if file else None
    if fix is None or file is None or local is None or not is_of_package(holder.type, "net/http", "Request"):
        return fix
    source = ctx.project.sources[file.path]
    gone = gofix.remove_import(file, source, "context") if not gofix.uses(source, local, [site.call.span]) else ()
    return fix._replace(edits=(*gone, *fix.edits), apart=(f"context of {file.path}",))


def _writes(target: ast.Expr, holder: Parameter) -> bool:
    return isinstance(target, ast.Name) and bool(holder.ref) and target.ref == holder.ref
