"""Processor architectures of Lambda, and what people write instead.

Source: Lambda API reference (`Architectures`: exactly one of two values), aws-lambda-go README (GOARCH). Checked on
2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

X86_64 = "x86_64"
ARM64 = "arm64"

GOARCH: Mapping[str, str] = {X86_64: "amd64", ARM64: "arm64"}
"""The GOARCH that makes a binary for an architecture."""

MISTAKEN: Mapping[str, str] = {
    "arm": ARM64,
    "aarch64": ARM64,
    "arm64v8": ARM64,
    "arm_64": ARM64,
    "arm-64": ARM64,
    "amd64": X86_64,
    "x64": X86_64,
    "x86": X86_64,
    "x86-64": X86_64,
    "x8664": X86_64,
    "x86_64": X86_64,
    "arm64": ARM64,
}
"""What a wrong value (in lower case) stands for."""

MISTAKEN_KEYS: frozenset[str] = frozenset({"architecture", "arch", "architectures"})
"""Names, in lower case, that people give to the attribute."""
