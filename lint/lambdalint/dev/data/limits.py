"""Limits and defaults of the platform, and defaults of the tools that deploy to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lambdalint.dev.data import hand
from lambdalint.dev.data.cloudformation import schema_of
from lambdalint.dev.data.runtimes import lambda_model, service_model
from lambdalint.dev.data.text import literal

LIMIT_FACTS = (hand.MAX_MEMORY, hand.FULL_CORE_MEMORY, hand.MAX_LAYERS, hand.PACKAGE_SIZES, hand.VISIBILITY_FACTOR)
SOURCE_FACTS = (hand.RECORD_AGE, hand.POSITIONS)

_RANGES = {
    "concurrency": "MaximumConcurrency",
    "parallelization": "ParallelizationFactor",
    "retries": "MaximumRetryAttemptsEventSourceMapping",
    "record_age": "MaximumRecordAgeInSeconds",
    "tumbling_window": "TumblingWindowInSeconds",
}
"""What the model calls a limit → the shape of the API."""

_WORDS = {
    "Amazon Simple Queue Service": "sqs", "Amazon Kinesis": "kinesis", "Amazon DynamoDB Streams": "dynamodb",
    "Amazon Managed Streaming for Apache Kafka": "kafka", "Amazon MQ (ActiveMQ and RabbitMQ)": "mq",
    "DocumentDB": "documentdb",
}  # fmt: skip
"""What the API's manual calls a source → what the model calls it."""


def limits(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `limits`."""
    shapes = lambda_model(roots["botocore"])["shapes"]
    timeout = _said(shapes, "CreateFunctionRequest", "Timeout", r"maximum allowed value is (\d+) seconds")
    storage = _said(shapes, "CreateFunctionRequest", "EphemeralStorage", r"between 512 and ([\d,]+) MB")
    wide = {shapes["MemorySize"]["max"], shapes["EphemeralStorageSize"]["max"]}
    if len(wide) != 1:
        raise ValueError(f"memory and storage of instances differ: {wide}")
    queue = schema_of(roots["cfn-lint"], "AWS::SQS::Queue")["properties"]["VisibilityTimeout"]
    packed, unpacked = hand.PACKAGE_SIZES.value
    return {
        "FULL_CORE_MEMORY": literal(hand.FULL_CORE_MEMORY.value),
        "VISIBILITY_FACTOR": literal(hand.VISIBILITY_FACTOR.value),
        "MAX_VISIBILITY_TIMEOUT": literal(queue["maximum"]),
        "TIMEOUT_RANGE": literal((shapes["Timeout"]["min"], timeout)),
        "MEMORY_RANGE": literal((shapes["MemorySize"]["min"], hand.MAX_MEMORY.value)),
        "STORAGE_RANGE": literal((shapes["EphemeralStorageSize"]["min"], storage)),
        "PROVIDED_TIMEOUT": literal(shapes["Timeout"]["max"]),
        "PROVIDED_SIZE": literal(wide.pop()),
        "MAX_LAYERS": literal(hand.MAX_LAYERS.value),
        "MAX_HANDLER": literal(shapes["Handler"]["max"]),
        "MAX_PACKED": f"{packed} * MEGABYTE",
        "MAX_UNPACKED": f"{unpacked} * MEGABYTE",
    }


def of_sources(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `event_source_limits`."""
    shapes = lambda_model(roots["botocore"])["shapes"]
    ranges = {name: (shapes[shape]["min"], shapes[shape]["max"]) for name, shape in _RANGES.items()}
    unlimited = frozenset((name, lowest) for name, (lowest, _) in ranges.items() if lowest == -1)
    ranges["record_age"] = (hand.RECORD_AGE.value, ranges["record_age"][1])
    request = "CreateEventSourceMappingRequest"
    window = "MaximumBatchingWindowInSeconds"
    needing, never, dated = hand.POSITIONS.value
    return {
        "MAX_WINDOW": literal(shapes[window]["max"]),
        "MAX_BATCH": literal(shapes["BatchSize"]["max"]),
        "MAX_FIFO_BATCH": literal(_said(shapes, request, "BatchSize", r"For FIFO queues the max is (\d+)")),
        "FREE_BATCH": literal(_said(shapes, request, window, r"to a value greater than (\d+), you must set")),
        "RANGES": literal(ranges),
        "UNLIMITED": literal(unlimited),
        "POSITIONS": literal(frozenset(shapes["EventSourcePosition"]["enum"])),
        "POSITIONED": literal(frozenset(needing)),
        "UNPOSITIONED": literal(frozenset(never)),
        "DATED": literal(frozenset(dated)),
    }


def defaults(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `defaults`."""
    shapes = lambda_model(roots["botocore"])["shapes"]
    request = "CreateFunctionRequest"
    rest = service_model(roots["botocore"], "apigateway")["shapes"]
    http = service_model(roots["botocore"], "apigatewayv2")["shapes"]
    http_said = (http, "CreateIntegrationRequest", "TimeoutInMillis")
    waits = {
        "rest-api": _said(rest, "PutIntegrationRequest", "timeoutInMillis", r"default value is ([\d,]+) milliseconds"),
        "http-api": 1000 * _said(*http_said, r"(\d+) seconds for HTTP APIs"),
        "websocket-api": 1000 * _said(*http_said, r"default timeout is (\d+) seconds for WebSocket APIs"),
    }
    batches = _text(shapes, "CreateEventSourceMappingRequest", "BatchSize")
    said = {name: re.search(re.escape(words) + r"</b> – Default (\d+)", batches) for words, name in _WORDS.items()}
    queues = service_model(roots["botocore"], "sqs")["shapes"]
    return {
        "TIMEOUT": literal(_said(shapes, request, "Timeout", r"default is (\d+) seconds")),
        "MEMORY": literal(_said(shapes, request, "MemorySize", r"default value is (\d+) MB")),
        "STORAGE": literal(_said(shapes, request, "EphemeralStorage", r"default value is (\d+)")),
        "VISIBILITY": literal(_said(queues, "CreateQueueRequest", "Attributes", r"\(12 hours\)\. Default: (\d+)")),
        "BATCH": literal({name: int(match[1]) for name, match in said.items() if match}),
        "API_TIMEOUT": literal(waits),
        **_of_tools(roots),
    }


def _of_tools(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """What tools set by themselves where nothing is written."""
    framework = (roots["serverless"] / "lib/plugins/aws/package/compile/functions.js").read_text("utf-8")
    streams = (roots["serverless"] / "lib/plugins/aws/package/compile/events/stream.js").read_text("utf-8")
    second = (roots["sst"] / "constructs/Function.js").read_text("utf-8")
    tracing = {"active": "Active", "pass_through": "PassThrough", "disabled": "Disabled"}
    traced = _found(second, r'props\.tracing \|\| "(\w+)"')
    groups = (roots["cdk"] / "aws-logs/lib/log-group.d.ts").read_text("utf-8")
    days = _found(groups, r"@default RetentionDays\.(\w+)\s*\*/\s*readonly retention\?")
    go = (roots["cdk-go"] / "lib/function.js").read_text("utf-8")
    runtime = _found(go, r"props\.runtime\s*\?\?[^;]*?Runtime\.(\w+)").lower().replace("_", ".")
    return {
        "SERVERLESS": literal(
            (
                int(_found(framework, r"provider\.timeout \|\| (\d+)")),
                int(_found(framework, r"provider\.memorySize \|\| (\d+)")),
            )
        ),
        "SERVERLESS_BATCH": _found(streams, r"let BatchSize = (\d+);"),
        "SST": literal(
            {
                2: (
                    int(_found(second, r"timeout \|\| (\d+)")),
                    int(_found(second, r"memorySize \|\| (\d+)")),
                    tracing[traced],
                ),
                3: hand.SST_3.value,
            }
        ),
        "SST_LOG_DAYS": literal(hand.SST_LOG_DAYS.value),
        "CDK_GO_RUNTIME": literal(runtime),
        "CDK_LOG_DAYS": _found(groups, rf"\b{days} = (\d+)"),
    }


def _text(shapes: Any, request: str, member: str) -> str:
    """What the API's manual says of a member of a request."""
    found: str = shapes[request]["members"][member]["documentation"]
    return found


def _said(shapes: Any, request: str, member: str, form: str) -> int:
    return int(_found(_text(shapes, request, member), form).replace(",", ""))


def _found(text: str, form: str) -> str:
    """The group of the first match. ValueError where a source doesn't say it, or no longer in these words."""
    match = re.search(form, text)
    if match is None:
        raise ValueError(f"nothing like {form!r} is said any more")
    return str(match[1])
