"""An event source mapping is set up in a way that Lambda refuses.

## Why it matters
The deployment fails: Lambda checks batch sizes, windows, limits and starting positions against the kind of source when
the mapping is made. Most tools find none of this before.

## When it stays silent
The value, or the kind of source, is not known before deployment.

## References
- AWS Lambda API reference, "CreateEventSourceMapping":
  https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, EventSourceMapping, Finding, Known, Project, Rule, Severity, Span, Value
from lambdalint.data.event_source_limits import (
    DATED,
    FREE_BATCH,
    MAX_BATCH,
    MAX_FIFO_BATCH,
    MAX_WINDOW,
    POSITIONED,
    POSITIONS,
    RANGES,
    UNLIMITED,
    UNPOSITIONED,
)

rule = Rule(
    code="LL510",
    name="invalid-event-source-setting",
    severity=Severity.ERROR,
    since="0.1.0",
)

_NAMES = {
    "concurrency": "a maximum concurrency",
    "parallelization": "a parallelization factor",
    "retries": "a number of retries",
    "record_age": "a maximum record age in seconds",
    "tumbling_window": "a tumbling window in seconds",
}


@rule.check(EventSourceMapping)
def check(mapping: EventSourceMapping, ctx: Context) -> Iterator[Finding]:
    function = ctx.project.function(mapping.function)
    if function is None or not ctx.project.is_go(function):
        return
    for span, problem in (*_batches(mapping, ctx.project), *_positions(mapping), *_limits(mapping)):
        yield Finding(span, f"{problem} in {mapping.label}", anchor=mapping.label)


def _batches(mapping: EventSourceMapping, project: Project) -> Iterator[tuple[Span, str]]:
    size, window = mapping.batch_size, _number(mapping.window)
    if window is not None and not 0 <= window <= MAX_WINDOW:
        yield mapping.window.span, f"a batching window of {window} s is not between 0 and {MAX_WINDOW} s"
    fifo = _is_fifo(mapping, project)
    if fifo and window:
        yield mapping.window.span, f"a batching window of {window} s for a FIFO queue, which can't have one,"
    if not isinstance(size, Known):
        return
    most = MAX_FIFO_BATCH if fifo else MAX_BATCH
    if not 1 <= size.value <= most:
        source = " for a FIFO queue" if fifo else ""
        yield size.span, f"a batch size of {size.value} is not between 1 and {most}{source}"
    elif mapping.source_kind == "sqs" and size.value > FREE_BATCH and window == 0:
        yield size.span, f"a batch size of {size.value}, over {FREE_BATCH}, needs a batching window of 1 s or more"


def _is_fifo(mapping: EventSourceMapping, project: Project) -> bool:
    queue = project.queue(mapping.source)
    return queue is not None and isinstance(queue.fifo, Known) and queue.fifo.value


def _positions(mapping: EventSourceMapping) -> Iterator[tuple[Span, str]]:
    position, kind = mapping.starting_position, mapping.source_kind
    if position is None:
        if kind in POSITIONED:
            yield mapping.span, f"no starting position for a {kind} source"
        return
    if not isinstance(position, Known):
        return
    if kind in UNPOSITIONED:
        yield position.span, "a starting position for a queue, which has none,"
    elif position.value not in POSITIONS:
        yield position.span, f"{position.value} is no starting position"
    elif position.value == "AT_TIMESTAMP" and kind is not None and kind not in DATED:
        yield position.span, f"a {kind} source can't start at a timestamp"


def _limits(mapping: EventSourceMapping) -> Iterator[tuple[Span, str]]:
    for limit in mapping.limits:
        value = _number(limit.value)
        if value is None or (limit.name, value) in UNLIMITED:
            continue
        lowest, highest = RANGES[limit.name]
        if not lowest <= value <= highest:
            yield limit.value.span, f"{_NAMES[limit.name]} of {value} is not between {lowest} and {highest}"


def _number(value: Value[int]) -> int | None:
    return value.value if isinstance(value, Known) else None
