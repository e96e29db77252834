"""Classes of things that may be the same, made larger step by step."""

from __future__ import annotations


class Classes:
    """Names in classes; before they are joined, each is a class of its own."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}

    def of(self, name: str) -> str:
        """The class of a name, as one of its members."""
        while (above := self._above.get(name, name)) != name:
            name = above
        return name

    def join(self, one: str | None, other: str | None) -> None:
        """Make one class of two; nothing is done where one isn't known."""
        if one and other:
            self._above[self.of(one)] = self.of(other)

    def members(self, name: str) -> tuple[str, ...]:
        """The names in a class, to be asked for when all are joined."""
        if not self._members:
            for known in self._above:
                self._members.setdefault(self.of(known), []).append(known)
        return (name, *self._members.get(name, ()))
