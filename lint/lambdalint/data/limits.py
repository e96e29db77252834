"""Defaults and limits of Lambda and of what stands in front of it.

Sources: Lambda developer guide ("Quotas", "Using Lambda with Amazon SQS"), API Gateway developer guide (integration
timeouts). Checked on 2026-11-20.
"""

from __future__ import annotations

DEFAULT_TIMEOUT = 3
"""Seconds a function may run when nothing is set."""

DEFAULT_MEMORY = 128
"""MB of memory when nothing is set."""

FULL_CORE_MEMORY = 1769
"""MB of memory that come with one whole virtual CPU; less memory buys proportionally less."""

VISIBILITY_FACTOR = 6
"""How many function timeouts AWS advises a queue to hide messages for, so that throttled batches can be retried."""

MAX_VISIBILITY_TIMEOUT = 43200
"""Seconds a queue can hide a message at most."""

TIMEOUT_RANGE = (1, 900)
"""Seconds a function may be given."""

MEMORY_RANGE = (128, 10240)
"""MB of memory a function may be given."""

STORAGE_RANGE = (512, 10240)
"""MB of /tmp a function may be given."""

PROVIDED_TIMEOUT = 5400
"""Seconds at most on instances of a capacity provider."""

PROVIDED_SIZE = 32768
"""MB of memory, or of /tmp, at most on instances of a capacity provider or with an accelerator."""

MAX_LAYERS = 5
"""Layers of one function."""

MAX_HANDLER = 128
"""Characters of a handler's name."""

MEGABYTE = 1024 * 1024

MAX_PACKED = 50 * MEGABYTE
"""Bytes of a zip that is sent with the request itself; about, because the request spells it in Base64."""

MAX_UNPACKED = 250 * MEGABYTE
"""Bytes that a package and its layers may have when they are unpacked."""
