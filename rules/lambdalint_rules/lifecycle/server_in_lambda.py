"""A Lambda program listens on a port.

## Why it matters
Lambda talks to a program by the runtime API, never by a port. A program that serves before `lambda.Start` never gets
there: the start-up is ended after ten seconds, at each attempt. A server that the handler starts blocks until the
function is killed.

## When it stays silent
The server runs in a goroutine or under a condition, as in programs that can be started by hand too; or the function is
an image or has layers, which may hold an adapter that talks to the port.

## References
- AWS Lambda developer guide: Understanding the Lambda execution environment lifecycle
- awslabs/aws-lambda-web-adapter
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Known, Program, Rule, Severity, call_path
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._startup import always

SERVERS = {
    "net/http": ("ListenAndServe", "ListenAndServeTLS", "Serve"),
    "github.com/gin-gonic/gin": ("Run", "RunTLS"),
    "github.com/labstack/echo/v4": ("Start", "StartTLS"),
    "github.com/gofiber/fiber/v2": ("Listen", "ListenTLS"),
}

rule = Rule(
    "LL212",
    "server-in-lambda",
    Severity.WARNING,
    since="0.1.0",
    needs=("Serve", "Listen", "gin-gonic/gin", "labstack/echo"),
)


@rule.check(Program)
def at_start(program: Program, ctx: Context) -> Iterator[Finding]:
    if _may_have_adapter(program, ctx):
        return
    for node, function in always(program, ctx):
        if isinstance(node, ast.Call) and _serves(node):
            text = ctx.text(node.function.span)
            yield Finding(node.span, f"{text} never returns: lambda.Start isn't reached", anchor=function.label)


@rule.check(HandlerPath)
def on_path(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    if _may_have_adapter(path.program, ctx):
        return
    for site in path.sites():
        if _serves(site.call) and site.function.first_party and not site.guarded and not site.goroutine:
            yield Finding(
                site.call.span,
                f"{ctx.text(site.call.function.span)} blocks the handler",
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )


def _serves(call: ast.Call) -> bool:
    return call.callee is not None and call.callee.name in SERVERS.get(call.callee.package, ())


def _may_have_adapter(program: Program, ctx: Context) -> bool:
    for function, _ in ctx.project.functions_of(program):
        zipped = isinstance(function.package_type, Known) and function.package_type.value == "Zip"
        if not zipped or not isinstance(function.layers, Known) or function.layers.value:
            return True
    return False
