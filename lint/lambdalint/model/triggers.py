"""What invokes functions: queues and streams, APIs, and everything that calls them by itself."""

from __future__ import annotations

from lambdalint.model.functions import Function
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Value


class Queue(NamedTuple):
    """An SQS queue. `visibility_timeout` seconds; `redrive` None when no redrive policy is set, `dead_letters` the key
    of the queue that it names.
    """

    key: str
    label: str
    span: Span
    deployment: str
    name: Value[str]
    visibility_timeout: Value[int]
    redrive: Value[str] | None
    fifo: Value[bool]
    dead_letters: str | None = None


class Filter(NamedTuple):
    """What is let through: the values that a field of the event may have.

    `field` is what the event calls it: `source`, `detail-type` or `eventName`. A value that ends in `*` stands for all
    that begin like it.
    """

    field: str
    values: tuple[Known[str], ...]


class PollingLimit(NamedTuple):
    """A number that limits how a source is polled.

    `name`: `concurrency` and `parallelization` (invocations at the same time, in all and for each shard), `retries`,
    `record_age` and `tumbling_window` (seconds).
    """

    name: str
    value: Value[int]


class EventSourceMapping(NamedTuple):
    """An event source mapping: what polls a queue, stream or topic for a function.

    `source_kind` is `sqs`, `kinesis`, `dynamodb`, `kafka`, `mq`, `documentdb`, or None when unknown.
    `window` seconds. `response_types` as written (empty tuple by default). `starting_position` is where reading starts,
    `on_failure` where records go that fail, both None where nothing is written. `limits` are those that are written,
    `filters` those that consist of plain values. `whole` is True where the function gets every record of the source.
    """

    key: str
    label: str
    span: Span
    deployment: str
    function: str | None
    source: str | None
    source_kind: str | None
    batch_size: Value[int]
    window: Value[int]
    response_types: Value[tuple[str, ...]]
    enabled: Value[bool]
    starting_position: Value[str] | None = UNREAD
    on_failure: Value[str] | None = UNREAD
    limits: tuple[PollingLimit, ...] = ()
    filters: tuple[Filter, ...] = ()
    whole: bool = False


class Trigger(NamedTuple):
    """Anything that invokes a function.

    `kind`: `sqs`, `kinesis`, `dynamodb`, `kafka`, `s3`, `sns`, `schedule`, `eventbridge`, `rest-api`, `http-api`,
    `websocket-api`, `function-url`, `alb`, `logs`, `cognito`, `iot`, `lex`, `appsync`. `payload` is the HTTP API's
    payload format version. `permitted`: True where whatever deploys it also lets it invoke the function, False where
    that takes a permission of its own, None where it isn't known. `binary_types` are the media types whose bodies a
    REST API hands on in base64. `filters` are those of its filters that consist of plain values, and `whole` is True
    where nothing but these keeps events of the source from the function. `off` is True for a rule or schedule that is
    switched off, or may be.
    """

    key: str
    label: str
    span: Span
    deployment: str
    kind: str
    function: str | None
    source: str | None = None
    payload: Value[str] | None = None
    permitted: bool | None = None
    binary_types: Value[tuple[str, ...]] = UNREAD
    filters: tuple[Filter, ...] = ()
    whole: bool = False
    off: bool = False


class ApiRoute(NamedTuple):
    """A method or route of an API. `kind` is `rest-api`, `http-api` or `websocket-api`.

    `authorization` as written (`NONE` where nothing is required). `restricted_elsewhere` is True where access
    is limited by
    something outside the route: an API key, a private endpoint, a resource policy.
    `function` is the Lambda function behind it, where known.
    """

    key: str
    label: str
    span: Span
    deployment: str
    kind: str
    method: Value[str]
    authorization: Value[str]
    restricted_elsewhere: bool
    function: str | None


class ApiIntegration(NamedTuple):
    """What an API calls. `timeout` milliseconds, `payload` the payload format version of an HTTP API."""

    key: str
    label: str
    span: Span
    deployment: str
    kind: str
    function: str | None
    timeout: Value[int]
    payload: Value[str] | None
    proxy: bool


class InvokeConfig(NamedTuple):
    """How failed asynchronous invocations of a function are handled."""

    key: str
    label: str
    span: Span
    deployment: str
    function: str | None
    on_failure: Value[str] | None


class QueueTrigger(NamedTuple):
    """A queue, the mapping that polls it, and the function that works on it."""

    queue: Queue
    mapping: EventSourceMapping
    function: Function
