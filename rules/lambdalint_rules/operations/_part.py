"""A part of what a function is given."""

from __future__ import annotations

from lambdalint.api import NamedTuple

RECEIVER = -1
EACH = "[]"


class Part(NamedTuple):
    """A part of what a function is given: its receiver or the parameter at a place, and a path of fields below.

    A path has the names of fields, constant keys in brackets, and `EACH` for any element of a list.
    """

    at: int
    path: tuple[str, ...]

    def below(self, path: tuple[str, ...]) -> Part:
        """A part of this part."""
        return Part(self.at, (*self.path, *path))
