"""Events of functions: what invokes them, and the mappings that the framework makes for it."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.defaults import SERVERLESS_BATCH, batch
from lambdalint.data.serverless_schemas import EVENTS
from lambdalint.fix import Edit
from lambdalint.frontends import filters
from lambdalint.frontends.cfn.reading import Config, as_number, as_text, members
from lambdalint.frontends.cfn.survey import SOURCES, Survey, identity
from lambdalint.frontends.cfn.values import CfnValue, Fields, Free, Scalar, parts_of, refs, text_of
from lambdalint.frontends.sls.settings import Settings, as_single, single
from lambdalint.frontends.spell import yaml
from lambdalint.model.triggers import EventSourceMapping, Filter, PollingLimit, Trigger
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Slot, Value

"""The batch size that the framework sets for queues and streams alike."""

_KINDS = {
    "s3": "s3",
    "sns": "sns",
    "schedule": "schedule",
    "eventBridge": "eventbridge",
    "cloudwatchEvent": "eventbridge",
    "cloudwatchLog": "logs",
    "cognitoUserPool": "cognito",
    "iot": "iot",
    "alb": "alb",
}
_LIMITS = {
    "maximumConcurrency": "concurrency",
    "parallelizationFactor": "parallelization",
    "maximumRetryAttempts": "retries",
    "maximumRecordAgeInSeconds": "record_age",
    "tumblingWindowInSeconds": "tumbling_window",
}
_BROKERS = {"msk": "kafka", "kafka": "kafka", "activemq": "mq", "rabbitmq": "mq"}
_SERVICES = {"sqs": "sqs", "kinesis": "kinesis", "dynamodb": "dynamodb"}
_FOLDED = pattern(rb":[ \t]+([^\s#\[{|>&*%@`][^\n#]*?)(?=[ \t]*(?:\r?\n|$)|[ \t]+#)")
_NAMES = {"sqs": ("AWS::SQS::Queue", "QueueName"), "kinesis": ("AWS::Kinesis::Stream", "Name")}


class Event(NamedTuple):
    """One event of a function. `value` is what stands behind its kind, `config` its settings where it has any."""

    settings: Settings
    number: int
    kind: str
    value: CfnValue
    config: Config
    span: Span

    @property
    def head(self) -> tuple[str, str, Span, str]:
        """The first four fields of a record: key, label, header, deployment."""
        key, name, _, deployment = self.settings.head
        return f"{key}/{self.number}", f"the {self.kind} event of {name}", self.span, deployment

    def named(self, *names: str) -> CfnValue | None:
        """The value of the first of some settings; an event that is a text is the first of them."""
        if not isinstance(self.value, Fields):
            return None if isinstance(self.value, Scalar) and self.value.value is None else self.value
        found = (self.config.attribute(name) for name in names)
        return next((value for value in found if value is not None), None)


def events(settings: tuple[Settings, ...]) -> tuple[Event, ...]:
    """All events of some functions."""
    return tuple(event for one in settings for event in _events(one))


def _events(settings: Settings) -> Iterator[Event]:
    for index, item in enumerate(members(settings.config.attribute("events"))[0]):
        texts = settings.config.texts
        if isinstance(item, Scalar) and isinstance(item.value, str):
            empty = Scalar(None, item.span)
            config = Config(Fields({}, True, item.span), item.span, texts, None)
            yield Event(settings, index, item.value, empty, config, item.span)
        if not isinstance(item, Fields) or not item.fields:
            continue
        kind, field = next(iter(item.fields.items()))
        span = field.key.span
        inner = field.value if isinstance(field.value, Fields) else Fields({}, True, span)
        told = any(not isinstance(part, Free) for part in parts_of(field.value) or ())
        doubtful = settings.config.doubtful or not (told or isinstance(field.value, Fields))
        config = Config(inner, span, texts, inner.node, (), doubtful, EVENTS.get(kind))
        yield Event(settings, index, kind, field.value, config, span)


# -- mappings --------------------------------------------------------------------------------------------------------


def mappings(found: tuple[Event, ...], survey: Survey) -> Iterator[EventSourceMapping]:
    """The event source mappings that the framework makes."""
    for event in found:
        kind = _polled(event, survey)
        if kind is None:
            continue
        arn = event.named("arn")
        config = event.config
        yield EventSourceMapping(
            *event.head,
            event.settings.key,
            _source(arn, kind, survey),
            kind or None,
            config.number_or("batchSize", SERVERLESS_BATCH if event.kind in ("sqs", "stream") else batch(kind)),
            config.number_or("maximumBatchingWindow" if event.kind != "stream" else "batchWindow", 0),
            _response_types(event),
            config.flag_or("enabled", True),
            _starting_position(event, kind),
            config.nested("destinations").text("onFailure") or config.text("destinations"),
            tuple(PollingLimit(limit, as_number(v)) for n, limit in _LIMITS.items() if (v := config.fields.get(n))),
            _records(config, survey),
            config.attribute("filterPatterns") is None,
        )


def _records(config: Config, survey: Survey) -> tuple[Filter, ...]:
    patterns, complete = members(config.attribute("filterPatterns"))
    return filters.of_records([survey.document(pattern) for pattern in patterns]) if complete else ()


def _starting_position(event: Event, kind: str) -> Value[str] | None:
    """The framework starts streams at their beginning where nothing is said."""
    if event.kind != "stream":
        return event.config.text("startingPosition") if kind != "kafka" else UNREAD
    return event.config.text_or("startingPosition", "TRIM_HORIZON")


def _response_types(event: Event) -> Value[tuple[str, ...]]:
    config = event.config
    value = config.attribute("functionResponseType")
    if value is not None:
        return as_single(as_text(value))
    slot = config.slot("functionResponseType") or _unfolded(event, "functionResponseType")
    return Known((), config.header, single(slot), default=True)


def _unfolded(event: Event, name: str) -> Slot | None:
    """A slot for a setting of an event that is `- sqs: <arn>` on a line: the ARN becomes one of several settings."""
    key = event.span
    data = event.config.texts.get(key.path, b"")
    start = data.rfind(b"\n", 0, key.start) + 1
    written = _FOLDED.match(data, key.end)
    if isinstance(event.value, Fields) or written is None or not key.path.endswith((".yml", ".yaml")):
        return None
    before = data[start : key.start]
    if before.strip() != b"-" or not before.endswith(b"- "):
        return None
    line = "\n" + " " * (len(before) + 2)
    opened = Edit(Span(key.path, key.end + 1, written.start(1)), f"{line}arn: ")
    return Slot(Span(key.path, written.end(1), written.end(1)), f"{line}{name}: ", "", yaml, (opened,))


def _polled(event: Event, survey: Survey) -> str | None:
    """What kind of source is polled: empty when that isn't known, None for other events."""
    if event.kind == "sqs":
        return "sqs"
    if event.kind != "stream":
        return _BROKERS.get(event.kind)
    written = event.config.attribute("type")
    if written is not None:
        return text_of(written.value) if isinstance(written, Scalar) else ""
    arn = event.named("arn")
    texts = [p for p in parts_of(arn) or () if isinstance(p, str)]
    pieces = texts[0].split(":") if texts else []
    if pieces[:1] == ["arn"] and len(pieces) > 3:
        return _SERVICES.get(pieces[2], "")
    return SOURCES.get(survey.kind(arn) or "", "")


def _source(arn: CfnValue | None, kind: str, survey: Survey) -> str | None:
    """The queue or stream of the service that an ARN means: by reference, or by its name."""
    direct = survey.source(arn)
    name = _last(arn)
    if direct is not None or kind not in _NAMES or not name:
        return direct
    resource, named = _NAMES[kind]
    return next((f.key for f in survey.each(resource) if identity(f.config.attribute(named)) == name), None)


def _last(arn: CfnValue | None) -> str:
    """The name at the end of an ARN that is spelled out."""
    word = identity(arn)
    return word.rsplit(":", 1)[1].rsplit("/", 1)[-1] if word.startswith("arn:") and ":" in word else ""


# -- triggers --------------------------------------------------------------------------------------------------------


def triggers(found: tuple[Event, ...], known: tuple[EventSourceMapping, ...], survey: Survey) -> Iterator[Trigger]:
    """What invokes functions, APIs aside."""
    for m in known:
        if m.source_kind is not None:
            head = (m.key, m.label, m.span, m.deployment)
            yield Trigger(*head, m.source_kind, m.function, m.source, filters=m.filters, whole=m.whole)
    for event in found:
        if event.kind in _KINDS:
            value = event.named("arn", "bucket", "topicName", "pool", "logGroup", "eventBus")
            kind = _KINDS[event.kind]
            if event.kind == "eventBridge" and event.config.attribute("schedule") is not None:
                kind = "schedule"
            target = next((ref.key for ref in refs(value) if survey.resource(ref.key) is not None), None)
            passing = _filters(event, survey)
            whole = all(event.config.attribute(name) is None for name in ("rules", "filterPolicy"))
            invoked = (*event.head, kind, event.settings.key, target)
            off = filters.is_off(event.config.flag_or("enabled", True))
            yield Trigger(*invoked, permitted=True, filters=passing, whole=whole, off=off)


def _filters(event: Event, survey: Survey) -> tuple[Filter, ...]:
    """What an event lets through, unless the function gets something else in its place."""
    config = event.config
    if event.kind == "s3":
        return filters.of_notifications([config.text_or("event", "s3:ObjectCreated:*")])
    named = {"eventBridge": "pattern", "cloudwatchEvent": "event"}.get(event.kind)
    if named is None or any(config.attribute(n) is not None for n in ("input", "inputPath", "inputTransformer")):
        return ()
    return filters.of_pattern(survey.document(config.attribute(named)))
