"""Queues, and what polls them and other sources for functions."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import defaults
from lambdalint.frontends.cdk.polled import polled_kind
from lambdalint.frontends.cdk.reading import Props, as_list, as_number, list_slot, unknown
from lambdalint.frontends.pulumi.survey import PREFIX, Survey
from lambdalint.frontends.script.values import Call, Items, Member, construct
from lambdalint.model.triggers import EventSourceMapping, PollingLimit, Queue
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value

_SOURCES = {
    "sqs.Queue": "sqs",
    "kinesis.Stream": "kinesis",
    "dynamodb.Table": "dynamodb",
    "msk.Cluster": "kafka",
}


def queues(survey: Survey) -> Iterator[Queue]:
    """SQS queues."""
    apart = list(survey.each("sqs.RedrivePolicy"))
    for made in survey.each("sqs.Queue"):
        props = survey.props(made)
        policy = props.get("redrivePolicy")
        redrive: Value[str] | None = unknown(policy) if policy is not None else None
        if redrive is None and apart:
            redrive = Unknown(made.head, "a redrive policy may be for this queue")
        yield Queue(
            *survey.head(made),
            props.text("name") or Unknown(made.head, "its name is made up at deployment"),
            props.number_or("visibilityTimeoutSeconds", defaults.VISIBILITY),
            redrive,
            props.flag_or("fifoQueue", False),
        )


def mappings(survey: Survey) -> Iterator[EventSourceMapping]:
    """Event source mappings."""
    for made in survey.each("lambda.EventSourceMapping"):
        props = survey.props(made)
        source = survey.target(props.get("eventSourceArn"), *_SOURCES)
        yield _mapping(survey, survey.head(made), props, survey.function(props.get("functionName")), source)
    for call in survey.calls:
        if not isinstance(call.callee, Member) or call.callee.name != "onEvent":
            continue
        source, function = construct(call.callee.target), survey.function(call.argument(1)) or survey.subscribed(call)
        if source is not None and source.path.removeprefix(PREFIX) in _SOURCES and function is not None:
            head = (f"{survey.key(source)}/{survey.label(call)}", survey.label(call), call.head, survey.name)
            yield _mapping(survey, head, Props(call, call.argument(2), survey.language, 2), function, source)


def _mapping(
    survey: Survey, head: tuple[str, str, Span, str], props: Props, function: str | None, source: Call | None
) -> EventSourceMapping:
    given = props.get("eventSourceArn")
    kind = _SOURCES[source.path.removeprefix(PREFIX)] if source is not None else polled_kind(given, props)
    size = props.get("batchSize")
    known: Value[int] = Unknown(head[2], "the kind of source isn't known")
    if size is not None:
        known = as_number(size)
    elif kind is not None:
        known = Known(defaults.batch(kind), head[2], default=True)
    return EventSourceMapping(
        *head,
        function,
        survey.key(source) if source is not None and kind == "sqs" else None,
        kind,
        known,
        props.number_or("maximumBatchingWindowInSeconds", 0),
        _response_types(props),
        props.flag_or("enabled", True),
        props.text("startingPosition"),
        props.nested("destinationConfig").nested("onFailure").text("destinationArn"),
        _limits(props),
        (),
        props.get("filterCriteria") is None,
    )


_LIMITS = {
    "parallelizationFactor": "parallelization",
    "maximumRetryAttempts": "retries",
    "maximumRecordAgeInSeconds": "record_age",
    "tumblingWindowInSeconds": "tumbling_window",
}


def _limits(props: Props) -> tuple[PollingLimit, ...]:
    pairs = [(props, name, limit) for name, limit in _LIMITS.items()]
    pairs.append((props.nested("scalingConfig"), "maximumConcurrency", "concurrency"))
    written = [(p.fields.get(name), limit) for p, name, limit in pairs if p.fields is not None]
    return tuple(PollingLimit(limit, as_number(thing)) for thing, limit in written if thing is not None)


def _response_types(props: Props) -> Value[tuple[str, ...]]:
    thing = props.get("functionResponseTypes")
    if thing is None:
        return props.default((), "functionResponseTypes")
    given = as_list(thing)
    if not isinstance(given, Known) or not isinstance(thing, Items):
        return given
    return given._replace(slot=list_slot(thing, props))
