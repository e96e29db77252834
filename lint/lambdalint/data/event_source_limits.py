"""What the settings of event source mappings may be.

Sources: Lambda API reference (`CreateEventSourceMapping`), Lambda developer guide ("Using Lambda with Amazon SQS",
"Using Lambda with Kinesis", "Using Lambda with DynamoDB streams"). Checked on 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

MAX_WINDOW = 300
"""Seconds that a batch may be gathered at most."""

MAX_BATCH = 10_000
"""Records in a batch at most, whatever the source."""

MAX_FIFO_BATCH = 10
"""Messages in a batch of a FIFO queue at most."""

FREE_BATCH = 10
"""Messages in a batch of a queue that need no window."""

RANGES: Mapping[str, tuple[int, int]] = {
    "concurrency": (2, 1000),
    "parallelization": (1, 10),
    "retries": (-1, 10_000),
    "record_age": (60, 604_800),
    "tumbling_window": (0, 900),
}
"""The lowest and the highest value of each limit."""

UNLIMITED = frozenset({("retries", -1), ("record_age", -1)})
"""Values that mean that there is no limit."""

POSITIONS = frozenset({"TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"})
"""Where reading may start."""

POSITIONED = frozenset({"kinesis", "dynamodb"})
"""Sources that must be told where to start."""

UNPOSITIONED = frozenset({"sqs"})
"""Sources that must not be told where to start."""

DATED = frozenset({"kinesis", "kafka", "documentdb"})
"""Sources that may start at a point in time."""

STREAMS = frozenset({"kinesis", "dynamodb"})
"""Sources whose records expire, and hold up those behind them while they fail."""
