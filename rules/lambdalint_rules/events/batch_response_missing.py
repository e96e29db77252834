"""An event source mapping asks which records failed, and the handler never tells.

## Why it matters
With `ReportBatchItemFailures` a handler can name the records to retry. One that only returns an error, or nothing,
still has the whole batch retried, with the records that were done; the setting promises what the code doesn't keep.

## When it stays silent
The program has several handlers, it isn't certain which program the function runs, or the handler's result may hold
the failures (a type that isn't known, a result of any kind). Where a batch is one record, which can't fail in part, it
is only an info.

## References
- AWS Lambda developer guide, "Handling errors for an SQS event source in Lambda":
  https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, EventSourceMapping, Finding, Known, Related, Rule, Severity
from lambdalint_rules.events._batch_response import REPORT, handler_of, reports

rule = Rule("LL503", "batch-response-missing", Severity.WARNING, since="0.1.0")


@rule.check(EventSourceMapping)
def check(mapping: EventSourceMapping, ctx: Context) -> Iterator[Finding]:
    function = ctx.project.function(mapping.function)
    asked = mapping.response_types
    if function is None or not isinstance(asked, Known) or REPORT not in asked.value:
        return
    handler = handler_of(function, ctx.project)
    if handler is None or reports(handler, ctx.project) is not False:
        return
    single = isinstance(mapping.batch_size, Known) and mapping.batch_size.value == 1
    yield Finding(
        asked.span,
        f"{mapping.label} has {REPORT}, but {function.label} never returns a batch response",
        related=(Related(handler.span, "the handler"),),
        anchor=mapping.label,
        severity=Severity.INFO if single else None,
    )
