"""Events of SAM functions: what invokes them, and the mappings, routes and integrations that SAM makes for it."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import defaults
from lambdalint.data.cloudformation_schemas import EVENTS
from lambdalint.frontends import filters
from lambdalint.frontends.cfn.reading import Config, as_text, members
from lambdalint.frontends.cfn.sources import failures, limits, records
from lambdalint.frontends.cfn.survey import SAM_FUNCTION, Found, Survey
from lambdalint.frontends.cfn.values import CfnValue, Fields, Nothing, Scalar, text_of
from lambdalint.model.triggers import EventSourceMapping, Filter, Trigger
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value

POLLED = {
    "SQS": ("sqs", "Queue"),
    "Kinesis": ("kinesis", "Stream"),
    "DynamoDB": ("dynamodb", "Stream"),
    "MSK": ("kafka", "Stream"),
    "SelfManagedKafka": ("kafka", ""),
    "MQ": ("mq", "Broker"),
    "DocumentDB": ("documentdb", "Cluster"),
}
"""Events that become event source mappings: what kind of source, and the property that names it."""

_KINDS = {
    "S3": ("s3", "Bucket"),
    "SNS": ("sns", "Topic"),
    "Schedule": ("schedule", ""),
    "ScheduleV2": ("schedule", ""),
    "CloudWatchEvent": ("eventbridge", ""),
    "EventBridgeRule": ("eventbridge", ""),
    "CloudWatchLogs": ("logs", "LogGroupName"),
    "IoTRule": ("iot", ""),
    "Cognito": ("cognito", "UserPool"),
}


class Event(NamedTuple):
    """One event of a function."""

    found: Found
    name: str
    kind: str
    config: Config

    @property
    def head(self) -> tuple[str, str, Span, str]:
        """The first four fields of a record: key, label, header, deployment."""
        key, label, _, deployment = self.found.head
        return f"{key}/{self.name}", f"{label}.{self.name}", self.config.header, deployment


def events(survey: Survey) -> Iterator[Event]:
    """All events of SAM functions."""
    for found in survey.each(SAM_FUNCTION):
        written = found.config.attribute("Events")
        for name, field in written.fields.items() if isinstance(written, Fields) else ():
            if not isinstance(field.value, Fields):
                continue
            kind = field.value.get("Type")
            if isinstance(kind, Scalar):
                word = text_of(kind.value)
                outer = Config(field.value, field.key.span, survey.texts, field.value.node, (), found.config.doubtful)
                inner = outer.nested("Properties")
                inner.learn(EVENTS.get(word))
                yield Event(found, name, word, inner)


def all_read(survey: Survey) -> bool:
    """False where SAM functions may have events that aren't known."""
    for found in survey.each(SAM_FUNCTION):
        written = found.config.attribute("Events")
        if written is None:
            continue
        if not isinstance(written, Fields) or not written.complete:
            return False
        if any(not isinstance(field.value, Fields | Nothing) for field in written.fields.values()):
            return False
    return True


def mappings(survey: Survey) -> Iterator[EventSourceMapping]:
    """The event source mappings that SAM makes."""
    for event in events(survey):
        config = event.config
        if event.kind == "SNS" and isinstance(config.attribute("SqsSubscription"), Fields):
            kind, named, config = "sqs", "QueueArn", config.nested("SqsSubscription")
        elif event.kind in POLLED:
            kind, named = POLLED[event.kind]
        else:
            continue
        yield EventSourceMapping(
            *event.head,
            event.found.key,
            survey.source(config.attribute(named)) if named else None,
            kind,
            config.number_or("BatchSize", defaults.batch(kind)),
            config.number_or("MaximumBatchingWindowInSeconds", 0),
            config.texts_or("FunctionResponseTypes", ()),
            config.flag_or("Enabled", True),
            config.text("StartingPosition"),
            failures(config),
            limits(config),
            records(survey, config),
            config.attribute("FilterCriteria") is None,
        )


def triggers(survey: Survey) -> Iterator[Trigger]:
    """What else invokes functions by their events, APIs aside."""
    for event in events(survey):
        if event.kind == "SNS" and _through_queue(event.config):
            if not isinstance(event.config.attribute("SqsSubscription"), Fields):
                yield Trigger(*event.head, "sqs", event.found.key, permitted=True)
        elif event.kind in _KINDS:
            kind, named = _KINDS[event.kind]
            value = event.config.attribute(named) if named else None
            head = (*event.head, kind, event.found.key, survey.referred(value))
            whole = all(event.config.attribute(name) is None for name in ("Filter", "FilterPolicy"))
            off = filters.is_off(event.config.flag_or("Enabled", True), event.config.text("State"))
            yield Trigger(*head, permitted=True, filters=_filters(survey, event), whole=whole, off=off)


def _filters(survey: Survey, event: Event) -> tuple[Filter, ...]:
    """What an event lets through, unless the function gets something else in its place."""
    config = event.config
    if event.kind == "S3":
        names, complete = members(config.attribute("Events"))
        return filters.of_notifications(map(as_text, names)) if complete else ()
    if event.kind not in ("EventBridgeRule", "CloudWatchEvent"):
        return ()
    if any(config.attribute(name) is not None for name in ("Input", "InputPath", "InputTransformer")):
        return ()
    return filters.of_pattern(survey.document(config.attribute("Pattern")))


def _through_queue(config: Config) -> bool:
    """True where messages of a topic go through a queue that SAM makes."""
    flag = config.attribute("SqsSubscription")
    return flag is not None and not (isinstance(flag, Scalar) and text_of(flag.value).lower() == "false")


def method_of(config: Config) -> Value[str]:
    """The HTTP method of an API event, in capitals; `ANY` for all."""
    method = config.text("Method")
    if not isinstance(method, Known):
        return method or Unknown(config.header, "it is not set")
    word = method.value.upper()
    return method._replace(value="ANY" if word == "*" else word)


def path_of(config: Config) -> Value[str]:
    """The path of an API event."""
    value: CfnValue | None = config.attribute("Path")
    return as_text(value) if value is not None else Unknown(config.header, "it is not set")
