"""A function calls another function and waits for its answer.

## Why it matters
Both are paid while one waits for the other, both take a place of the account's concurrency, and a slow or failing
callee makes the caller slow or failing too. An asynchronous call, a queue or Step Functions takes the waiting out.

## When it stays silent
The invocation type is `Event` or `DryRun`, or isn't known.

## References
- AWS Lambda developer guide: Understanding retry behavior in Lambda; function anti-patterns
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, GoFunction, HandlerPath, Rule, Severity, Status, call_path
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_V1, SDK_V2

PACKAGES = (f"{SDK_V2}service/lambda", f"{SDK_V1}service/lambda", f"{SDK_V1}service/lambda/lambdaiface")
TYPE = "InvocationType"

rule = Rule("LL216", "synchronous-lambda-call", Severity.INFO, since="0.1.0", status=Status.PREVIEW)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for package in PACKAGES:
        for site in path.calls(package, "Invoke", "InvokeWithContext"):
            given = _input(site.call, site.function)
            if given is None or not site.function.first_party or not _waits(given, ctx):
                continue
            yield Finding(
                site.call.span,
                f"{ctx.text(site.call.function.span)} waits for the answer of another function",
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )


def _input(call: ast.Call, function: GoFunction) -> ast.Composite | None:
    """The literal that a request is made from, where nothing else may change it."""
    for argument in call.arguments:
        value: ast.Expr = argument
        if isinstance(value, ast.Name) and value.ref.startswith("local:"):
            value = _only_value(value.ref, function) or value
        value = value.operand if isinstance(value, ast.Unary) else value
        if isinstance(value, ast.Composite) and all(e.field for e in value.elements):
            return value
    return None


def _only_value(ref: str, function: GoFunction) -> ast.Expr | None:
    values: list[ast.Expr] = []
    for node in ast.walk(function.body):
        if isinstance(node, ast.Assign) and len(node.targets) == len(node.values):
            for target, value in zip(node.targets, node.values, strict=True):
                if any(isinstance(n, ast.Name) and n.ref == ref for n in ast.walk(target)):
                    values.append(value)
    return values[0] if len(values) == 1 else None


def _waits(given: ast.Composite, ctx: Context) -> bool:
    chosen = next((e.value for e in given.elements if e.field == TYPE), None)
    return chosen is None or "RequestResponse" in ctx.text(chosen.span)
