"""A handler that takes no context makes requests.

## Why it matters
The context of an invocation carries its deadline, its cancellation, its request id and its trace. A handler that
doesn't take it can't pass it on: requests go on until the function is killed, and no trace joins them to the
invocation.

## When it stays silent
The handler's path makes no request that this linter knows, the handler takes a context, or its signature isn't known.

## Fix safety
Unsafe. The handler gets a context as its first argument. It is not offered where other code or a test calls it. A
context made in the handler itself under the same name gives way to it.

## References
- AWS Lambda developer guide: Using the Lambda context object to retrieve Go function information
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
    Related,
    Rule,
    Severity,
    Site,
    Span,
    call_path,
    gofix,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import sdk_constructor
from lambdalint.data.go_io import leaves_process
from lambdalint_rules.handler._signature import changeable, judged, label

NAME = "ctx"

# What is made for requests of generated code, which nothing is known of.
REMOTE = {"google.golang.org/grpc": frozenset({"Dial", "DialContext", "NewClient"})}

rule = Rule("LL106", "handler-without-context", Severity.WARNING, since="0.1.0", fixable=Applicability.UNSAFE)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    handler = path.handler
    signature = judged(handler)
    if signature is None or len(signature.parameters) > 1:
        return
    if any(satisfaction.is_context(ctx.project.code.types, p) is not False for p in signature.parameters):
        return
    request = next((site for site in path.sites() if _is_request(site)), None)
    if request is None:
        return
    yield Finding(
        handler.span,
        f"{label(handler)} takes no context.Context, but {_name(request.call)} is called on its path",
        related=(Related(request.call.span, "a request without the invocation's deadline"),),
        fix=_fix(ctx, path),
        flow=call_path(ctx.project, handler, request.route),
        anchor=label(handler),
    )


def _is_request(site: Site) -> bool:
    callee = site.call.callee
    if callee is None or site.guarded:
        return False
    constructs = sdk_constructor(callee.package, callee.name) and callee.name == "LoadDefaultConfig"
    constructs = constructs or callee.name in REMOTE.get(callee.package, ())
    return constructs or leaves_process(callee.package, callee.receiver, callee.name)


def _name(call: ast.Call) -> str:
    callee = call.callee
    if callee is None:
        return "a request"
    package = callee.package.rsplit("/", 1)[-1]
    return f"{package}.{callee.name}" if callee.receiver in ("", "*") else f"{package}.{callee.receiver}.{callee.name}"


def _fix(ctx: Context, path: HandlerPath) -> Fix | None:
    target = changeable(ctx, path.handler)
    if target is None:
        return None
    function, parts = target
    source = ctx.project.sources[function.file]
    file = ctx.project.code.files.get(function.file)
    replaced = _own_contexts(ctx, function)
    if file is None or replaced is None or any(i.name == NAME for i in file.imports):
        return None
    imports = gofix.add_import(file, source, "context")
    package = gofix.imported_as(file, "context") or "context"
    entries = gofix.pieces(source, parts.parameters)
    if entries and not function.parameters[0].name:
        first = f"{package}.Context, "
    else:
        first = f"{NAME} {package}.Context" + (", " if entries else "")
    start = Span(function.file, parts.parameters.start, parts.parameters.start)
    edits = (*imports, Edit(start, first), *(gofix.remove_lines(source, span) for span in replaced))
    return Fix("take the invocation's context", edits, Applicability.UNSAFE)


def _own_contexts(ctx: Context, function: GoFunction) -> list[Span] | None:
    """Statements `ctx := context.Background()` that give way; None where the name means something else."""
    if function.body is None or any(p.name == NAME for p in (*function.parameters, *function.results)):
        return None
    giving_way: list[Span] = []
    for statement in function.body.statements:
        if not isinstance(statement, ast.Assign) or not any(_is_name(t) for t in statement.targets):
            continue
        value = statement.values[0] if len(statement.values) == 1 else None
        callee = value.callee if isinstance(value, ast.Call) else None
        fresh = callee is not None and callee.package == "context" and callee.name in ("Background", "TODO")
        if statement.op != ":=" or len(statement.targets) != 1 or not fresh:
            return None
        giving_way.append(statement.span)
    names = [n for n in ast.walk(function.body) if _is_name(n) and getattr(n, "ref", "").startswith(("var:", "const:"))]
    known = all(satisfaction.is_context(ctx.project.code.types, getattr(n, "type", None)) is True for n in names)
    return giving_way if known else None


def _is_name(node: object) -> bool:
    return isinstance(node, ast.Name) and node.name == NAME
