"""What a front end could not follow."""

from __future__ import annotations

from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Gap(NamedTuple):
    """A place that is not followed, so that something deployed there may be missing; `reason` is a clause."""

    span: Span
    reason: str


FILLED_IN = "another tool fills in what it says"
