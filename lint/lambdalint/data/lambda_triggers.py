"""Which event types of the Lambda runtime client decode what a trigger sends.

What is sent is said by the API Gateway developer guide (payload format versions) and the Lambda developer guide
(function URLs send payload format 2.0, load balancers the fields of 1.0).

Checked by `python -m lambdalint.dev data lambda_triggers` against aws/aws-lambda-go 1.55.1. Read 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

_REST = frozenset({"rest-api", "http-api 1.0", "alb"})
_PAYLOAD_2 = frozenset({"http-api 2.0", "function-url"})
_RULES = frozenset({"eventbridge", "schedule"})

FITS: Mapping[str, frozenset[str]] = {
    "APIGatewayProxyRequest": _REST,
    "ALBTargetGroupRequest": _REST,
    "APIGatewayWebsocketProxyRequest": _REST | {"websocket-api"},
    "APIGatewayV2HTTPRequest": _PAYLOAD_2,
    "LambdaFunctionURLRequest": _PAYLOAD_2,
    "SQSEvent": frozenset({"sqs"}),
    "SNSEvent": frozenset({"sns"}),
    "S3Event": frozenset({"s3"}),
    "KinesisEvent": frozenset({"kinesis"}),
    "KinesisTimeWindowEvent": frozenset({"kinesis"}),
    "DynamoDBEvent": frozenset({"dynamodb"}),
    "DynamoDBTimeWindowEvent": frozenset({"dynamodb"}),
    "KafkaEvent": frozenset({"kafka"}),
    "ActiveMQEvent": frozenset({"mq"}),
    "RabbitMQEvent": frozenset({"mq"}),
    "CloudwatchLogsEvent": frozenset({"logs"}),
    "CloudWatchEvent": _RULES,
    "EventBridgeEvent": _RULES,
}
"""Event type → triggers whose events it decodes; an HTTP API with its payload format version."""

SENDS: Mapping[str, str] = {
    "rest-api": "APIGatewayProxyRequest",
    "http-api 1.0": "APIGatewayProxyRequest",
    "http-api 2.0": "APIGatewayV2HTTPRequest",
    "websocket-api": "APIGatewayWebsocketProxyRequest",
    "function-url": "LambdaFunctionURLRequest",
    "alb": "ALBTargetGroupRequest",
    "sqs": "SQSEvent",
    "sns": "SNSEvent",
    "s3": "S3Event",
    "kinesis": "KinesisEvent",
    "dynamodb": "DynamoDBEvent",
    "kafka": "KafkaEvent",
    "mq": "ActiveMQEvent or RabbitMQEvent",
    "logs": "CloudwatchLogsEvent",
    "eventbridge": "EventBridgeEvent",
    "schedule": "EventBridgeEvent",
}
"""Trigger → the type to take."""

WORDS: Mapping[str, str] = {
    "rest-api": "REST API",
    "http-api 1.0": "HTTP API, payload 1.0",
    "http-api 2.0": "HTTP API, payload 2.0",
    "websocket-api": "WebSocket API",
    "function-url": "function URL",
    "alb": "load balancer",
    "sqs": "queue",
    "sns": "topic",
    "s3": "bucket",
    "kinesis": "stream",
    "dynamodb": "table's stream",
    "kafka": "Kafka topic",
    "mq": "message broker",
    "logs": "log group",
    "eventbridge": "event bus",
    "schedule": "schedule",
}
"""Trigger → what people call it."""

CHOSEN_INPUT = _RULES
"""Triggers that can be told to send anything, as a warm-up does."""

ASYNCHRONOUS = frozenset({"s3", "sns", "eventbridge", "schedule", "iot"})
"""Triggers that don't wait for the function."""
