"""Where a value may come from: a source, and how the value is reached from it."""

from __future__ import annotations

from lambdalint.record import NamedTuple
from lambdalint.source import Span

DEEPEST = 6  # longer access paths count as derived


class Origin(NamedTuple):
    """Where a value comes from: `event`, `context`, or the span of an expression that is an origin of its own.

    `path` is how it is reached from there (field names, `[]`, or a constant key in brackets), None where it is computed
    from it in another way. `field` is set where only that field of a struct has the origin; `held` is then the path of
    what is in the field.
    """

    source: str | Span
    path: tuple[str, ...] | None
    field: str = ""
    held: tuple[str, ...] | None = None

    def into(self, step: str) -> Origin:
        """The origin of a part of the value."""
        if self.field:
            return Origin(self.source, self.held if self.field == step else None)
        if self.path is None or len(self.path) >= DEEPEST:
            return self.derived()
        return self._replace(path=(*self.path, step))

    def derived(self) -> Origin:
        """The origin of something computed from the value."""
        return Origin(self.source, None)

    def of_field(self, name: str) -> Origin:
        """The origin of a struct that has the value in a field, or somewhere (an empty name)."""
        return Origin(self.source, None, name, self.path if name else None)


Origins = frozenset[Origin]
NOWHERE: Origins = frozenset()


def derived(origins: Origins) -> Origins:
    """The origins of something computed from a value that has these."""
    return frozenset([o.derived() for o in origins]) if origins else NOWHERE
