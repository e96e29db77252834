"""Queues, and everything that invokes a function."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import defaults
from lambdalint.frontends import filters
from lambdalint.frontends.cdk import raw
from lambdalint.frontends.cdk.kinds import FUNCTIONS
from lambdalint.frontends.cdk.polled import polled_kind
from lambdalint.frontends.cdk.raw import label, let_through, trigger
from lambdalint.frontends.cdk.reading import (
    Props,
    as_number,
    as_seconds,
    as_text,
    list_slot,
    path_of,
    unknown,
)
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Atom, Call, Foreign, Items, Member, Thing, construct
from lambdalint.model.triggers import EventSourceMapping, Filter, InvokeConfig, PollingLimit, Queue, Trigger
from lambdalint.value import Known, Slot, Unknown, Value

QUEUE = "sqs.Queue"
_POLLED = {
    "SqsEventSource": "sqs",
    "KinesisEventSource": "kinesis",
    "KinesisConsumerEventSource": "kinesis",
    "DynamoEventSource": "dynamodb",
    "ManagedKafkaEventSource": "kafka",
    "SelfManagedKafkaEventSource": "kafka",
}
_LIMITS = {
    "maxConcurrency": "concurrency",
    "parallelizationFactor": "parallelization",
    "retryAttempts": "retries",
    "maxRecordAge": "record_age",
    "tumblingWindow": "tumbling_window",
    "maximumRetryAttempts": "retries",
    "maximumRecordAgeInSeconds": "record_age",
    "tumblingWindowInSeconds": "tumbling_window",
}
_PUSHED = {"S3EventSource": "s3", "S3EventSourceV2": "s3", "SnsEventSource": "sns", "ApiEventSource": "rest-api"}
_DESTINATIONS = {
    "s3notifications.LambdaDestination": "s3",
    "snssubscriptions.LambdaSubscription": "sns",
    "logsdestinations.LambdaDestination": "logs",
    "elasticloadbalancingv2targets.LambdaTarget": "alb",
    "iotactions.LambdaFunctionAction": "iot",
}
_TARGETS = ("eventstargets.LambdaFunction", "schedulertargets.LambdaInvoke")


def queues(survey: Survey) -> Iterator[Queue]:
    """SQS queues."""
    for made in survey.each(QUEUE):
        props = survey.props(made)
        letters = props.get("deadLetterQueue")
        target = props.nested("deadLetterQueue").get("queue") if letters is not None else None
        dead = survey.made(target, QUEUE)
        span = made.head if letters is None or not hasattr(letters, "span") else letters.span
        yield Queue(
            *survey.head(made),
            props.text("queueName") or Unknown(made.head, "its name is made up at deployment"),
            props.seconds_or("visibilityTimeout", defaults.VISIBILITY),
            Unknown(span, "only deployment knows it") if letters is not None else None,
            props.flag_or("fifo", False),
            survey.key(dead) if dead is not None else None,
        )


# -- what polls ------------------------------------------------------------------------------------------------------


def mappings(survey: Survey) -> Iterator[EventSourceMapping]:
    """Event source mappings."""
    for call in survey.methods("addEventSource"):
        source = construct(call.argument(0))
        kind = _POLLED.get(source.path.rpartition(".")[2]) if source is not None else None
        function = survey.function(call.callee.target) if isinstance(call.callee, Member) else None
        if source is not None and kind is not None:
            at = len(source.arguments) - 1 if kind == "kafka" else 1
            yield _mapping(survey, source, function, kind, survey.options(source, at), source.argument(0))
    for call in survey.methods("addEventSourceMapping"):
        target = call.callee.target if isinstance(call.callee, Member) else None
        if survey.function_call(target) is not None:
            yield _by_arn(survey, call, survey.function(target), survey.options(call, 1))
    for made in survey.each("lambda.EventSourceMapping", "lambda.CfnEventSourceMapping"):
        props = survey.props(made)
        yield _by_arn(survey, made, survey.function(props.get("target") or props.get("functionName")), props)
    for made in survey.each(*sorted(FUNCTIONS)):
        events = survey.props(made).get("events")
        for item in events.items if isinstance(events, Items) else ():
            source = construct(item)
            kind = _POLLED.get(source.path.rpartition(".")[2]) if source is not None else None
            if source is not None and kind is not None:
                yield _mapping(survey, source, survey.key(made), kind, survey.options(source, 1), source.argument(0))


def _by_arn(survey: Survey, made: Call, function: str | None, props: Props) -> EventSourceMapping:
    arn = props.get("eventSourceArn")
    target = construct(arn.target) if isinstance(arn, Member) else None
    service = (target.path.partition(".")[0] if target is not None else "") or ""
    kind = {"sqs": "sqs", "kinesis": "kinesis", "dynamodb": "dynamodb", "msk": "kafka"}.get(service)
    kind = kind or polled_kind(arn, props)
    return _mapping(survey, made, function, kind, props, arn)


def _mapping(
    survey: Survey, made: Call, function: str | None, kind: str | None, props: Props, source: Thing | None
) -> EventSourceMapping:
    queue = survey.made(source, QUEUE)
    return EventSourceMapping(
        f"{survey.key(made)}#mapping",
        label(made),
        made.head,
        survey.name,
        function,
        survey.key(queue) if queue is not None else None,
        kind,
        _batch(props, kind),
        props.seconds_or("maxBatchingWindow", 0),
        _response_types(props, made.path == "lambda.CfnEventSourceMapping"),
        props.flag_or("enabled", True),
        _starting_position(props),
        _on_failure(props),
        tuple(_limits(props)),
        (),
        props.get("filters") is None and props.get("filterCriteria") is None,
    )


def _starting_position(props: Props) -> Value[str] | None:
    thing = props.get("startingPosition")
    if isinstance(thing, Foreign) and thing.path.startswith("lambda.StartingPosition."):
        return Known(thing.path.rpartition(".")[2], thing.span)
    return as_text(thing) if thing is not None else None


def _on_failure(props: Props) -> Value[str] | None:
    thing = props.get("onFailure") or props.get("destinationConfig")
    return unknown(thing) if thing is not None else None


def _limits(props: Props) -> Iterator[PollingLimit]:
    for name, limit in _LIMITS.items():
        thing = props.fields.get(name) if props.fields is not None else None
        if thing is not None:
            known = as_seconds(thing, props.language) if isinstance(thing, Call) else as_number(thing)
            yield PollingLimit(limit, known)


def _batch(props: Props, kind: str | None) -> Value[int]:
    thing = props.get("batchSize")
    if thing is not None:
        return as_number(thing)
    if kind is None:
        return Unknown(props.header, "the kind of source isn't known")
    return props.default(10 if kind == "sqs" else 100, "batchSize")


def _response_types(props: Props, raw: bool) -> Value[tuple[str, ...]]:
    """CloudFormation's own mapping has a list of them, others a property for the only one that there is."""
    name = "functionResponseTypes" if raw else "reportBatchItemFailures"
    thing = props.get(name)
    if raw:
        return _listed(props, thing) if thing is not None else props.default((), name)
    if thing is None:
        return Known((), props.header, props.slot(name, lambda value: props.language.literal(bool(value))), True)
    if isinstance(thing, Atom) and isinstance(thing.value, bool):
        types = ("ReportBatchItemFailures",) if thing.value else ()
        slot = Slot(thing.span, "", "", lambda value: props.language.literal(bool(value))) if thing.slot else None
        return Known(types, thing.span, slot, via=thing.via)
    return unknown(thing)


def _listed(props: Props, thing: Thing) -> Value[tuple[str, ...]]:
    if not isinstance(thing, Items) or not thing.complete or not all(isinstance(i, Atom) for i in thing.items):
        return unknown(thing)
    return Known(tuple(str(i.value) for i in thing.items if isinstance(i, Atom)), thing.span, list_slot(thing, props))


# -- what calls ------------------------------------------------------------------------------------------------------


def triggers(survey: Survey) -> Iterator[Trigger]:
    """Everything but APIs and event source mappings that invokes a function."""
    for call in survey.methods("addEventSource"):
        source = construct(call.argument(0))
        kind = _PUSHED.get(source.path.rpartition(".")[2]) if source is not None else None
        if source is not None and kind is not None and isinstance(call.callee, Member):
            yield trigger(survey, source, kind, call.callee.target)
    for path, kind in _DESTINATIONS.items():
        for made in survey.each(path):
            yield trigger(survey, made, kind, made.argument(0))
    scheduled = {
        id(t) for rule in survey.each("events.Rule") if _is_scheduled(survey, rule) for t in targets(survey, rule)
    }
    for path in _TARGETS:
        for made in survey.each(path):
            regular = path.startswith("scheduler") or id(made) in scheduled
            found = trigger(survey, made, "schedule" if regular else "eventbridge", made.argument(0))
            passing = () if regular else _filters(survey, made)
            yield found._replace(filters=passing, off=_is_off(survey, made))
    yield from raw.triggers(survey)
    for call in survey.methods("addTrigger"):
        if path_of(call.callee.target if isinstance(call.callee, Member) else None).startswith("cognito."):
            yield trigger(survey, call, "cognito", call.argument(1))
    for made in survey.each("cognito.UserPool"):
        given = survey.props(made).get("lambdaTriggers")
        for field in getattr(given, "fields", {}).values():
            yield trigger(survey, made, "cognito", field.value)


def _filters(survey: Survey, target: Call) -> tuple[Filter, ...]:
    """What the rule of a target lets through, unless the function gets something else in place of the event."""
    rules = [r for r in survey.each("events.Rule") if any(t is target for t in targets(survey, r))]
    if len(rules) != 1 or len(target.arguments) > 1 or any(True for _ in survey.done(rules[0], "addEventPattern")):
        return ()
    return let_through(survey.props(rules[0]), "detailType")


def _is_off(survey: Survey, target: Call) -> bool:
    """True where every rule and schedule that has this target is switched off, or may be."""
    rules = [rule for rule in survey.each("events.Rule") if any(t is target for t in targets(survey, rule))]
    rules += [
        made for made in survey.each("scheduler.Schedule") if construct(survey.props(made).get("target")) is target
    ]
    return bool(rules) and all(filters.is_off(survey.props(rule).flag_or("enabled", True)) for rule in rules)


def _is_scheduled(survey: Survey, rule: Call) -> bool:
    props = survey.props(rule)
    return props.get("schedule") is not None and props.get("eventPattern") is None


def targets(survey: Survey, rule: Call) -> Iterator[Call]:
    """What a rule calls."""
    given = survey.props(rule).get("targets")
    listed = list(given.items) if isinstance(given, Items) else []
    listed += [call.arguments[0] for call in survey.done(rule, "addTarget") if call.arguments]
    yield from (made for item in listed if (made := construct(item)) is not None)


def invoke_configs(survey: Survey) -> Iterator[InvokeConfig]:
    """Where failed asynchronous invocations go."""
    for made in survey.each(*sorted(FUNCTIONS)):
        props = survey.props(made)
        names = [n for n in ("deadLetterQueue", "deadLetterTopic", "onFailure") if props.get(n) is not None]
        enabled = props.get("deadLetterQueueEnabled")
        if names or (enabled is not None and not (isinstance(enabled, Atom) and enabled.value is False)):
            target = unknown(props.get(names[0])) if names else Unknown(made.head, "the construct makes it")
            yield InvokeConfig(*survey.head(made, "#failures"), survey.key(made), target)
    for call in survey.methods("configureAsyncInvoke"):
        function = survey.function(call.callee.target) if isinstance(call.callee, Member) else None
        failure = survey.options(call, 0).get("onFailure")
        if function is not None:
            known = unknown(failure) if failure is not None else None
            yield InvokeConfig(
                f"{survey.key(call)}#async", "configureAsyncInvoke", call.head, survey.name, function, known
            )
    for made in survey.each("lambda.EventInvokeConfig"):
        props = survey.props(made)
        failure = props.get("onFailure")
        known = unknown(failure) if failure is not None else None
        yield InvokeConfig(*survey.head(made), survey.function(props.get("function")), known)


def polled(survey: Survey) -> Iterator[Trigger]:
    """The mappings as triggers."""
    for mapping in mappings(survey):
        if mapping.source_kind is not None and mapping.function is not None:
            head = (mapping.key, mapping.label, mapping.span, mapping.deployment)
            yield Trigger(*head, mapping.source_kind, mapping.function, mapping.source, whole=mapping.whole)
