"""What is known of names while it grows: what reads one is looked at again when more is known of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import TypeVar

from lambdalint.provenance.origins import NOWHERE, Origins

T = TypeVar("T")


class Names:
    """The origins of what names carry; they only grow."""

    def __init__(self) -> None:
        self._origins: dict[str, Origins] = {}
        self._now = -1  # what is being looked at, by its number; -1: nothing
        self._readers: dict[str, set[int]] = {}
        self._waiting: deque[int] = deque()
        self._stale: set[int] = set()  # the same as what waits

    def settle(self, work: Sequence[T], look: Callable[[T], None]) -> None:
        """Look at everything in order, and again at what reads a name of which more is known since, until nothing is
        added.
        """
        self._waiting.extend(range(len(work)))
        self._stale.update(self._waiting)
        while self._waiting:
            self._now = self._waiting.popleft()
            self._stale.discard(self._now)
            look(work[self._now])
        self._now = -1

    def known(self, key: str) -> Origins:
        """What is known of a name now; what is being looked at waits for more."""
        if self._now >= 0:
            readers = self._readers.get(key)
            if readers is None:
                self._readers[key] = {self._now}
            else:
                readers.add(self._now)
        return self._origins.get(key, NOWHERE)

    def add(self, key: str, origins: Origins) -> None:
        """Note that a name also carries what has these origins."""
        known = self._origins.get(key, NOWHERE)
        if not origins <= known:
            self._origins[key] = known | origins
            again = self._readers.get(key, set()) - self._stale
            self._stale |= again
            self._waiting.extend(sorted(again))
