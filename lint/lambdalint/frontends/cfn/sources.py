"""Queues, event source mappings, and everything else that invokes a function."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import defaults
from lambdalint.frontends import filters
from lambdalint.frontends.cfn.reading import Config, as_number, as_text
from lambdalint.frontends.cfn.survey import SOURCES, Found, Survey
from lambdalint.frontends.cfn.values import CfnValue, Fields, Items, parts_of
from lambdalint.model.triggers import EventSourceMapping, Filter, PollingLimit, Queue, Trigger
from lambdalint.value import Known, Unknown, Value

_SERVICES = {
    "sqs": "sqs",
    "kinesis": "kinesis",
    "dynamodb": "dynamodb",
    "kafka": "kafka",
    "mq": "mq",
    "rds": "documentdb",
}
_LIMITS = {
    "ParallelizationFactor": "parallelization",
    "MaximumRetryAttempts": "retries",
    "MaximumRecordAgeInSeconds": "record_age",
    "TumblingWindowInSeconds": "tumbling_window",
}
_INPUTS = frozenset({"Input", "InputPath", "InputTransformer"})


def queues(survey: Survey) -> Iterator[Queue]:
    """SQS queues."""
    for found in survey.each("AWS::SQS::Queue"):
        config = found.config
        policy = config.attribute("RedrivePolicy")
        letters = policy.get("deadLetterTargetArn") if isinstance(policy, Fields) else None
        redrive: Value[str] | None = None
        if policy is not None:
            redrive = as_text(letters) if letters is not None else Unknown(policy.span, "it names no queue")
        yield Queue(
            *found.head,
            config.text("QueueName") or Unknown(config.header, "it has no fixed name"),
            config.number_or("VisibilityTimeout", defaults.VISIBILITY),
            redrive,
            config.flag_or("FifoQueue", False),
            survey.target(letters, "AWS::SQS::Queue"),
        )


def mappings(survey: Survey) -> Iterator[EventSourceMapping]:
    """Event source mappings."""
    for found in survey.each("AWS::Lambda::EventSourceMapping"):
        config = found.config
        value = config.attribute("EventSourceArn")
        kind = _source_kind(survey, value) or _kind_by_settings(config)
        batch: Value[int] = Unknown(config.header, "its default depends on the source")
        if config.attribute("BatchSize") is not None or kind is not None:
            batch = config.number_or("BatchSize", defaults.batch(kind))
        yield EventSourceMapping(
            *found.head,
            survey.function(config.attribute("FunctionName")),
            survey.source(value),
            kind,
            batch,
            config.number_or("MaximumBatchingWindowInSeconds", 0),
            config.texts_or("FunctionResponseTypes", ()),
            config.flag_or("Enabled", True),
            config.text("StartingPosition"),
            failures(config),
            limits(config),
            records(survey, config),
            config.attribute("FilterCriteria") is None,
        )


def records(survey: Survey, config: Config) -> tuple[Filter, ...]:
    """What a mapping lets through."""
    listed = config.nested("FilterCriteria").attribute("Filters")
    if not isinstance(listed, Items) or not listed.complete:
        return ()
    patterns = (item.get("Pattern") if isinstance(item, Fields) else None for item in listed.items)
    return filters.of_records([survey.document(pattern) for pattern in patterns])


def failures(config: Config) -> Value[str] | None:
    """Where failures go. SAM makes a queue or topic by itself where only its type is given."""
    inner = config.nested("DestinationConfig").nested("OnFailure")
    destination = inner.text("Destination")
    kind = inner.text("Type")
    if destination is None and isinstance(kind, Known):
        return Unknown(kind.span, "it is made at deployment")
    return destination


def limits(config: Config) -> tuple[PollingLimit, ...]:
    """The numbers of a mapping that are written."""
    pairs = [(config.fields.get(name), limit) for name, limit in _LIMITS.items()]
    pairs.append((config.nested("ScalingConfig").fields.get("MaximumConcurrency"), "concurrency"))
    return tuple(PollingLimit(limit, as_number(value)) for value, limit in pairs if value is not None)


def _source_kind(survey: Survey, value: CfnValue | None) -> str | None:
    """What kind of source an ARN names: by the resource it comes from, or by its text."""
    known = SOURCES.get(survey.kind(value) or "")
    text = "".join(p if isinstance(p, str) else "${}" for p in parts_of(value) or ())
    if known is not None or not text.startswith("arn:"):
        return known
    pieces = text.split(":")
    return _SERVICES.get(pieces[2]) if len(pieces) > 3 else None


def _kind_by_settings(config: Config) -> str | None:
    if config.attribute("Topics") is not None or config.attribute("SelfManagedEventSource") is not None:
        return "kafka"
    if config.attribute("Queues") is not None:
        return "mq"
    return "documentdb" if config.attribute("DocumentDBEventSourceConfig") is not None else None


# -- triggers --------------------------------------------------------------------------------------------------------


def triggers(survey: Survey, known: tuple[EventSourceMapping, ...]) -> Iterator[Trigger]:
    """What invokes functions, but for APIs, addresses, and events of SAM functions."""
    for m in known:
        if m.source_kind is not None and m.source_kind != "documentdb":
            head = (m.key, m.label, m.span, m.deployment)
            yield Trigger(*head, m.source_kind, m.function, m.source, filters=m.filters, whole=m.whole)
    yield from _buckets(survey)
    yield from _topics(survey)
    yield from _rules(survey)
    yield from _direct(survey)


def _trigger(
    survey: Survey, found: Found, kind: str, function: CfnValue | None, source: str | None = None, suffix: str = ""
) -> Trigger:
    key, label, header, deployment = found.head
    called = survey.function(function)
    return Trigger(key + suffix, label, header, deployment, kind, called, source, permitted=False)


def _each(value: CfnValue | None) -> tuple[Fields, ...]:
    """The mappings in a list."""
    items = value.items if isinstance(value, Items) else (value,)
    return tuple(i for i in items if isinstance(i, Fields))


def _buckets(survey: Survey) -> Iterator[Trigger]:
    for found in survey.each("AWS::S3::Bucket"):
        value = found.config.nested("NotificationConfiguration").attribute("LambdaConfigurations")
        for i, item in enumerate(_each(value)):
            name = item.get("Event")
            passing = filters.of_notifications([as_text(name)] if name is not None else [])
            whole = item.complete and item.get("Filter") is None
            trigger = _trigger(survey, found, "s3", item.get("Function"), found.key, f"#{i}")
            yield trigger._replace(filters=passing, whole=whole)


def _topics(survey: Survey) -> Iterator[Trigger]:
    for found in survey.each("AWS::SNS::Topic"):
        for i, item in enumerate(_each(found.config.attribute("Subscription"))):
            function = survey.function(item.get("Endpoint"))
            if function is not None:
                yield _trigger(survey, found, "sns", item.get("Endpoint"), found.key, f"#{i}")
    for found in survey.each("AWS::SNS::Subscription"):
        protocol = found.config.text("Protocol")
        if isinstance(protocol, Known) and protocol.value == "lambda":
            topic = survey.target(found.config.attribute("TopicArn"), "AWS::SNS::Topic")
            whole = found.config.attribute("FilterPolicy") is None
            yield _trigger(survey, found, "sns", found.config.attribute("Endpoint"), topic)._replace(whole=whole)


def _rules(survey: Survey) -> Iterator[Trigger]:
    for found in survey.each("AWS::Events::Rule"):
        scheduled = found.config.attribute("ScheduleExpression") is not None
        off = filters.is_off(None, found.config.text("State"))
        for i, item in enumerate(_each(found.config.attribute("Targets"))):
            if survey.function(item.get("Arn")) is not None:
                kind = "schedule" if scheduled else "eventbridge"
                trigger = _trigger(survey, found, kind, item.get("Arn"), found.key, f"#{i}")._replace(off=off)
                pattern = survey.document(found.config.attribute("EventPattern"))
                changed = scheduled or not _INPUTS.isdisjoint(item.fields) or not item.complete
                yield trigger if changed else trigger._replace(filters=filters.of_pattern(pattern))
    for found in survey.each("AWS::Scheduler::Schedule"):
        function = found.config.nested("Target").attribute("Arn")
        if survey.function(function) is not None:
            off = filters.is_off(None, found.config.text("State"))
            yield _trigger(survey, found, "schedule", function)._replace(permitted=True, off=off)


def _direct(survey: Survey) -> Iterator[Trigger]:
    for found in survey.each("AWS::Logs::SubscriptionFilter"):
        yield from _called(survey, found, "logs", found.config.attribute("DestinationArn"), "")
    for found in survey.each("AWS::ElasticLoadBalancingV2::TargetGroup"):
        for i, item in enumerate(_each(found.config.attribute("Targets"))):
            yield from _called(survey, found, "alb", item.get("Id"), f"#{i}")
    for found in survey.each("AWS::IoT::TopicRule"):
        actions = found.config.nested("TopicRulePayload").attribute("Actions")
        for i, item in enumerate(_each(actions)):
            inner = item.get("Lambda")
            arn = inner.get("FunctionArn") if isinstance(inner, Fields) else None
            yield from _called(survey, found, "iot", arn, f"#{i}")
    for found in survey.each("AWS::Cognito::UserPool"):
        value = found.config.attribute("LambdaConfig")
        for name, field in value.fields.items() if isinstance(value, Fields) else ():
            yield from _called(survey, found, "cognito", field.value, f"#{name}")


def _called(survey: Survey, found: Found, kind: str, function: CfnValue | None, suffix: str) -> Iterator[Trigger]:
    if survey.function(function) is not None:
        yield _trigger(survey, found, kind, function, suffix=suffix)
