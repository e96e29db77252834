"""Fields of events that tell what happened, and which triggers' filters speak of them.

Sources: aws-lambda-go v1.54.0, package events; Amazon EventBridge user guide ("Events"), Amazon S3 user guide ("Event
message structure"), Amazon DynamoDB developer guide (streams). Checked on 2026-11-20.
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
