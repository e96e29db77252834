"""What stands in the way of a fix: a finding without one says so."""

from __future__ import annotations

from lambdalint.api import Applicability, Edit, Fix, NamedTuple, Related, Span

UNSAFE = Applicability.UNSAFE


class Obstacle(NamedTuple):
    """Why something can't be rewritten, as one clause, and the place that shows it."""

    span: Span
    reason: str

    @property
    def told(self) -> tuple[Related, ...]:
        """The obstacle as a finding shows it."""
        return (Related(self.span, f"no fix: {self.reason}"),)


def way_out(
    title: str, way: tuple[Edit, ...] | Obstacle, applicability: Applicability = UNSAFE
) -> tuple[Fix | None, tuple[Related, ...]]:
    """The fix of a finding; where there is none, what stands in its way."""
    if isinstance(way, Obstacle):
        return None, way.told
    return Fix(title, way, applicability), ()
