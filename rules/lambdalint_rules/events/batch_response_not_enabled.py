"""A handler reports which records failed, but its event source mapping doesn't ask for it.

## Why it matters
Lambda looks at the batch response only when the mapping has `ReportBatchItemFailures`. Without it an answer without an
error means success: the whole batch is deleted, and the messages that the handler names as failed are lost.

## When it stays silent
The program has several handlers, it isn't certain which program the function runs, or the setting is not known before
deployment.

## Fix safety
Unsafe: failed records are retried, which they weren't before.

## References
- AWS Lambda developer guide, "Handling errors for an SQS event source in Lambda":
  https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    EventSourceMapping,
    Finding,
    Fix,
    Function,
    Handler,
    Known,
    Project,
    Related,
    Rule,
    Severity,
    Strength,
    gotypes,
)

REPORT = "ReportBatchItemFailures"
EVENTS = "github.com/aws/aws-lambda-go/events"
RESPONSES = frozenset({"SQSEventResponse", "KinesisEventResponse", "DynamoDBEventResponse"})
FAILURES = "batchItemFailures"

rule = Rule(
    code="LL502",
    name="batch-response-not-enabled",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(EventSourceMapping)
def check(mapping: EventSourceMapping, ctx: Context) -> Iterator[Finding]:
    project = ctx.project
    function = project.function(mapping.function)
    asked = mapping.response_types
    if function is None or not isinstance(asked, Known) or REPORT in asked.value:
        return
    handler = _handler(function, project)
    if handler is None or not _reports(handler, project):
        return

    edits = asked.write((*asked.value, REPORT))
    yield Finding(
        asked.span,
        f"{function.label} returns a batch response, but {mapping.label} doesn't have {REPORT}",
        related=(Related(handler.span, "the handler that returns it"),),
        fix=Fix(f"add {REPORT}", edits, Applicability.UNSAFE) if edits else None,
        anchor=mapping.label,
    )


def _handler(function: Function, project: Project) -> Handler | None:
    """The one handler that a function surely runs."""
    link = project.link_of(function)
    program = project.program_of(function)
    if link is None or program is None or link.strength is not Strength.EXACT or len(program.handlers) != 1:
        return None
    return next((h for h in project.code.handlers if h.key == program.handlers[0]), None)


def _reports(handler: Handler, project: Project) -> bool:
    """True when the handler's first result is a batch response."""
    if handler.type is None or handler.wrapped or len(handler.type.results) != 2:
        return False
    result = handler.type.results[0]
    if isinstance(result, gotypes.Pointer):
        result = result.element
    if not isinstance(result, gotypes.Named):
        return False
    if result.package == EVENTS:
        return result.name in RESPONSES
    declared = project.code.types.get(f"{result.package}.{result.name}")
    fields = declared.underlying.fields if declared and isinstance(declared.underlying, gotypes.Struct) else ()
    return any(f'json:"{FAILURES}' in field.tag for field in fields)
