"""What stands in the way of moving a construction."""

from __future__ import annotations

from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Obstacle(NamedTuple):
    """Why a construction can't be moved: a place, and a clause in lower case."""

    span: Span
    reason: str
