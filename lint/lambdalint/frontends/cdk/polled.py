"""What kind of source a function is polled for, where the program names it by text or settings alone."""

from __future__ import annotations

from lambdalint.frontends.cdk.reading import Props
from lambdalint.frontends.script.values import Atom, Text, Thing

_SERVICES = {"sqs": "sqs", "kinesis": "kinesis", "dynamodb": "dynamodb", "kafka": "kafka", "mq": "mq"}
_SETTINGS = {
    "amazonManagedKafkaEventSourceConfig": "kafka",
    "kafkaBootstrapServers": "kafka",
    "kafkaTopic": "kafka",
    "selfManagedEventSource": "kafka",
    "selfManagedKafkaEventSourceConfig": "kafka",
    "topics": "kafka",
    "queues": "mq",
}


def polled_kind(arn: Thing | None, props: Props) -> str | None:
    """The kind by the service that an ARN names, or by what only sources of one kind have."""
    first = arn.parts[0] if isinstance(arn, Text) and arn.parts else arn
    if isinstance(first, Atom) and isinstance(first.value, str):
        pieces = first.value.split(":")
        if pieces[0] == "arn" and len(pieces) > 3 and pieces[2] in _SERVICES:
            return _SERVICES[pieces[2]]
    written = props.fields.fields if props.fields is not None else {}
    return next((kind for name, kind in _SETTINGS.items() if name in written), None)
