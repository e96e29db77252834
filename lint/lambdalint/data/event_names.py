"""Fields of events that tell what happened, and which triggers' filters speak of them.

What the services call them is said by the Amazon EventBridge user guide ("Events"), the Amazon S3 user guide ("Event
message structure") and the Amazon DynamoDB developer guide (streams).

Checked by `python -m lambdalint.dev data event_names` against aws/aws-lambda-go 1.55.1. Read 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

FIELDS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("CloudWatchEvent", "DetailType"): ("eventbridge", "detail-type"),
    ("CloudWatchEvent", "Source"): ("eventbridge", "source"),
    ("EventBridgeEvent", "DetailType"): ("eventbridge", "detail-type"),
    ("EventBridgeEvent", "Source"): ("eventbridge", "source"),
    ("S3EventRecord", "EventName"): ("s3", "eventName"),
    ("DynamoDBEventRecord", "EventName"): ("dynamodb", "eventName"),
}
"""Type and field → the kind of trigger that sends it, and what the event itself calls the field."""

ALIKE: Mapping[str, frozenset[str]] = {
    "eventbridge": frozenset({"eventbridge", "schedule"}),
    "s3": frozenset({"s3"}),
    "dynamodb": frozenset({"dynamodb"}),
}
"""Triggers that send events of the same form."""
