"""Versions of the Lambda runtime client for Go that matter.

Sources: github.com/aws/aws-lambda-go, go.mod of v1.54.0 (`retract`), lambda/entry.go of v1.17.0 and v1.18.0. Checked on
2026-11-20.
"""

from __future__ import annotations

MODULE = "github.com/aws/aws-lambda-go"

SINCE_RUNTIME_API = (1, 18, 0)
"""The first version that asks the runtime API for events, as OS-only runtimes and images want it. Those before wait
for calls of the runtime go1.x.
"""

RETRACTED = frozenset({(1, 39, 0)})
"""Versions that their authors took back."""
