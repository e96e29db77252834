"""A stream feeds a function, and nobody hears of the records that fail.

## Why it matters
A batch of a stream that fails is tried again, and all that is behind it in its shard waits. When the attempts or the
age of the records come to an end, the batch is dropped. Only an on-failure destination tells which records that were.

## When it stays silent
The destination, or the kind of source, is not known before deployment, or the mapping is switched off.

## References
- AWS Lambda developer guide, "Retain discarded batch records for a Kinesis event source":
  https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
- AWS Lambda developer guide, "Retain discarded batch records for a DynamoDB event source":
  https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, EventSourceMapping, Finding, Known, Related, Rule, Severity
from lambdalint.data.event_source_limits import STREAMS

rule = Rule(
    code="LL508",
    name="stream-without-failure-destination",
    severity=Severity.WARNING,
    since="0.1.0",
)


@rule.check(EventSourceMapping)
def check(mapping: EventSourceMapping, ctx: Context) -> Iterator[Finding]:
    function = ctx.project.function(mapping.function)
    if function is None or not ctx.project.is_go(function):
        return
    enabled = mapping.enabled
    if mapping.source_kind not in STREAMS or mapping.on_failure is not None:
        return
    if not isinstance(enabled, Known) or not enabled.value:
        return
    yield Finding(
        mapping.span,
        f"{mapping.label} has no on-failure destination, records that {function.label} can't process are lost unseen",
        related=(Related(function.span, "the function that reads the stream"),),
        anchor=mapping.label,
    )
