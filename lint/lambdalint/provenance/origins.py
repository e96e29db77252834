"""Where a value may come from: a source, and how the value is reached from it."""

from __future__ import annotations

from lambdalint.record import NamedTuple
from lambdalint.source import Span

DEEPEST = 8  # longer access paths count as derived
DEEPEST_PART = 2  # steps below the field of a value
EACH = "[]"


class Origin(NamedTuple):
    """Where a value comes from: `event`, `context`, or the span of an expression that is an origin of its own.

    `path` is how it is reached from there (field names, `[]`, or a constant key in brackets), None where it is computed
    from it in another way. `field` is set where only that field of a struct, or each element of a list (`[]`), has the
    origin; `held` is then the path of what is in it, `below` the steps further down where only a part of that has it.
    """

    source: str | Span
    path: tuple[str, ...] | None
    field: str = ""
    held: tuple[str, ...] | None = None
    below: tuple[str, ...] = ()

    def into(self, step: str) -> Origin:
        """The origin of a part of the value."""
        if self.field:
            if self.held is None or self.field not in (step, EACH if step.startswith("[") else ""):
                return self.derived()
            if self.below:
                return self._replace(field=self.below[0], below=self.below[1:])
            return Origin(self.source, self.held)
        if self.path is None or len(self.path) >= DEEPEST:
            return self.derived()
        return self._replace(path=(*self.path, step))

    def derived(self) -> Origin:
        """The origin of something computed from the value."""
        return Origin(self.source, None)

    def of_field(self, name: str) -> Origin:
        """The origin of what has the value in a field, as an element (`[]`), or somewhere (an empty name)."""
        if name and self.held is not None and len(self.below) < DEEPEST_PART:
            return self._replace(field=name, below=(self.field, *self.below))
        return Origin(self.source, None, name, self.path if name else None)


Origins = frozenset[Origin]
NOWHERE: Origins = frozenset()


def derived(origins: Origins) -> Origins:
    """The origins of something computed from a value that has these."""
    return frozenset([o.derived() for o in origins]) if origins else NOWHERE
