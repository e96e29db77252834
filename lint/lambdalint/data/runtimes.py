"""Life cycle of the runtimes a Go function can name.

Source: AWS Lambda developer guide, "Lambda runtimes" (deprecation tables); the same dates are in the runtime tables of
cfn-lint 1.58.0 and tflint-ruleset-aws (table of 2026-07-31). Checked on 2026-11-20. AWS has moved these dates before.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lambdalint.record import NamedTuple


class Lifecycle(NamedTuple):
    """From these days on: no security updates, no new functions, no updates of existing ones."""

    deprecated: date
    refused: date
    frozen: date


LIFECYCLES: Mapping[str, Lifecycle] = {
    "go1.x": Lifecycle(date(2024, 1, 8), date(2024, 2, 8), date(2027, 3, 3)),
    "provided": Lifecycle(date(2024, 1, 8), date(2024, 2, 8), date(2027, 3, 3)),
    "provided.al2": Lifecycle(date(2026, 7, 31), date(2027, 2, 1), date(2027, 3, 3)),
    "provided.al2023": Lifecycle(date(2029, 6, 30), date(2029, 7, 31), date(2029, 8, 31)),
}

RECOMMENDED = "provided.al2023"
"""The runtime to choose for a Go program in a zip."""

GO = "go1.x"
"""The managed Go runtime: starts the file that the handler names, through RPC, on x86_64 only."""

BOOTSTRAP = "bootstrap"
"""The file that the OS-only runtimes start."""

RETIRED_IMAGE_TAGS: frozenset[str] = frozenset({"al", "alami", "al2"})
"""Tags of the image `lambda/provided` whose operating system is out of support."""


def starts_bootstrap(runtime: str) -> bool:
    """True for the OS-only runtimes, which start `bootstrap` whatever the handler says."""
    return runtime == "provided" or runtime.startswith("provided.")


GLIBC = {"provided": (2, 17), "provided.al2": (2, 26), "provided.al2023": (2, 34)}
"""The version of the GNU C library that a runtime has (aws-lambda-go, README)."""
