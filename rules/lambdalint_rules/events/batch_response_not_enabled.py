"""A handler reports which records failed, but its event source mapping doesn't ask for it.

## Why it matters
Lambda looks at the batch response only when the mapping has `ReportBatchItemFailures`. Without it an answer without an
error means success: the whole batch is deleted, and the messages that the handler names as failed are lost.

## When it stays silent
The program has several handlers, it isn't certain which program the function runs, or the setting is not known before
deployment.

## Fix safety
Unsafe: failed records are retried, which they weren't before. The fix is not offered where it would also reach a
mapping whose handler returns no batch response.

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
    Known,
    Project,
    Related,
    Rule,
    Severity,
    Span,
)
from lambdalint_rules.events._batch_response import REPORT, handler_of, reports

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
    handler = handler_of(function, project)
    if handler is None or not reports(handler, project):
        return

    edits = asked.write((*asked.value, REPORT)) if _is_right_for_all(mapping, project) else ()
    yield Finding(
        asked.span,
        f"{function.label} returns a batch response, but {mapping.label} doesn't have {REPORT}",
        related=(Related(handler.span, "the handler that returns it"),),
        fix=Fix(f"add {REPORT}", edits, Applicability.UNSAFE) if edits else None,
        anchor=mapping.label,
    )


def _is_right_for_all(mapping: EventSourceMapping, project: Project) -> bool:
    """True where every mapping that takes the setting from the same place belongs to a handler that reports."""
    place = _place(mapping)
    sharing = [m for m in project.infra.mappings if _place(m) == place]
    handlers = [handler_of(f, project) if (f := project.function(m.function)) is not None else None for m in sharing]
    return all(handler is not None and reports(handler, project) for handler in handlers)


def _place(mapping: EventSourceMapping) -> Span | None:
    asked = mapping.response_types
    return asked.slot.span if isinstance(asked, Known) and asked.slot is not None else None
