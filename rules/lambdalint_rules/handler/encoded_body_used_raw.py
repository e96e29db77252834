"""A handler takes the body of a request as it is, though the API sends it in base64.

## Why it matters
A REST API that declares the body's media type as binary hands it on in base64 and sets `IsBase64Encoded`. Code that
never looks at the flag decodes base64 as if it were the body: JSON fails to parse, text is stored as gibberish.

## When it stays silent
The API's binary media types are not known or don't cover every body, or the program looks at `IsBase64Encoded`, decodes
base64, or hands the whole event to something that is not part of it.

## References
- Amazon API Gateway developer guide, "Binary media types for REST APIs":
  https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    HandlerPath,
    Known,
    Program,
    Project,
    Related,
    Rule,
    Severity,
    Status,
    Strength,
    Trigger,
    call_path,
    goast,
    gotypes,
)

EVENTS = "github.com/aws/aws-lambda-go/events"
EVENT = "APIGatewayProxyRequest"
FLAG = "IsBase64Encoded"
BASE64 = "encoding/base64"
ALL = frozenset({"*/*"})

rule = Rule(
    code="LL117",
    name="encoded-body-used-raw",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.PREVIEW,
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    trigger = _binary(path.program, ctx.project)
    if trigger is None or BASE64 in path.program.imports or path.handler.wrapped or _looks_at_flag(path, ctx.project):
        return
    for reached in path.reached:
        for node in goast.walk(reached.function.body):
            if isinstance(node, goast.Selector) and node.name == "Body" and _is_event(node.operand.type):
                yield Finding(
                    node.span,
                    f"{ctx.text(node.span)} is in base64, {trigger.label} treats every body as binary",
                    related=(Related(trigger.binary_types.span, "the binary media types"),),
                    flow=call_path(ctx.project, path.handler, reached.route),
                    anchor=reached.function.label,
                )
                return


def _binary(program: Program, project: Project) -> Trigger | None:
    """A trigger of the program that sends every body in base64."""
    if len(program.handlers) != 1:
        return None
    for function, link in project.functions_of(program):
        for trigger in project.triggers_of(function) if link.strength is Strength.EXACT else ():
            types = trigger.binary_types
            if trigger.kind == "rest-api" and isinstance(types, Known) and not ALL.isdisjoint(types.value):
                return trigger
    return None


def _looks_at_flag(path: HandlerPath, project: Project) -> bool:
    packages = frozenset(path.program.packages)
    bodies = [f.body for f in project.code.functions.values() if f.package in packages and f.body is not None]
    nodes = (node for body in bodies for node in goast.walk(body))
    return any(isinstance(n, goast.Selector) and n.name == FLAG and _is_event(n.operand.type) for n in nodes)


def _is_event(kind: gotypes.GoType | None) -> bool:
    if isinstance(kind, gotypes.Pointer):
        kind = kind.element
    return isinstance(kind, gotypes.Named) and (kind.package, kind.name) == (EVENTS, EVENT)
