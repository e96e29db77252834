"""Code waits longer than its function may run.

## Why it matters
A client's timeout, or a deadline of a context, is there to end a call that hangs and to tell of it. Where it is longer
than the function's timeout it never comes: Lambda ends the whole invocation first, without an error that says which
call it was.

## When it stays silent
One of the times is not constant or not known before deployment, it isn't certain which functions run the program, or
one of them has the time.

## References
- AWS Lambda developer guide, "Configure Lambda function timeout":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
- net/http, Client.Timeout: https://pkg.go.dev/net/http#Client
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    Function,
    HandlerPath,
    Hop,
    Known,
    Program,
    Project,
    Related,
    Rule,
    Severity,
    Status,
    Strength,
    call_path,
    goast,
    gotypes,
    seconds,
)

rule = Rule(
    code="LL513",
    name="deadline-over-budget",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.PREVIEW,
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    longest = _longest(path.program, ctx.project)
    if longest is None or len(path.program.handlers) != 1:
        return
    function, budget = longest
    for expression, what, label, route in (*_deadlines(path), *_clients(path, ctx.project)):
        time = seconds(expression)
        if time is not None and time > budget.value:
            yield Finding(
                expression.span,
                f"{what} after {time:g} s, but {function.label} ends after {budget.value} s",
                related=(Related(budget.span, "the function's timeout"),),
                flow=call_path(ctx.project, path.handler, route) if route else (),
                anchor=label,
            )


Wait = tuple[goast.Expr, str, str, tuple[Hop, ...]]


def _longest(program: Program, project: Project) -> tuple[Function, Known[int]] | None:
    """The function with the most time among those that run a program; None where not all are certain."""
    found: list[tuple[Function, Known[int]]] = []
    for function, link in project.functions_of(program):
        if link.strength is not Strength.EXACT or not isinstance(function.timeout, Known):
            return None
        found.append((function, function.timeout))
    return max(found, key=lambda pair: pair[1].value, default=None)


def _deadlines(path: HandlerPath) -> Iterator[Wait]:
    """Contexts with a deadline that the handler path makes."""
    for site in path.calls("context", "WithTimeout", "WithTimeoutCause"):
        if site.function.first_party and not site.goroutine and len(site.call.arguments) > 1:
            yield site.call.arguments[1], "the context ends", site.function.label, site.route


def _clients(path: HandlerPath, project: Project) -> Iterator[Wait]:
    """HTTP clients with a timeout, made on the handler path or at start-up."""
    bodies = [(reached.function, reached.route) for reached in path.reached]
    started = (project.code.functions.get(key) for key in sorted(path.program.startup))
    bodies += [(function, ()) for function in started if function is not None]
    seen: set[str] = set()
    for function, route in bodies:
        if not function.first_party or function.key in seen:
            continue
        seen.add(function.key)
        for node in goast.walk(function.body):
            if isinstance(node, goast.Composite) and node.type == gotypes.Named("net/http", "Client"):
                for element in node.elements:
                    if element.field == "Timeout":
                        yield element.value, "the HTTP client gives up", function.label, route
