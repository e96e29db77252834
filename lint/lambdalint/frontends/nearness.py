"""Which known name a misspelt one is meant to be."""

from __future__ import annotations

from collections.abc import Iterable

_NEAR = 2


def distance(left: str, right: str, limit: int = _NEAR) -> int:
    """How many letters must be changed, added, removed or swapped with their neighbour; `limit + 1` for more."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row, older = row, [i], before
        for j, b in enumerate(right, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        before = previous
        if min(row) > limit:
            return limit + 1
    return row[-1]


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The names at the least distance, when that is small enough to be a slip."""
    best: list[str] = []
    least = min(_NEAR, max(1, len(name) // 3))
    for other in sorted(known):
        far = distance(name, other, least)
        if far < least:
            best, least = [other], far
        elif far == least:
            best.append(other)
    return tuple(best)
