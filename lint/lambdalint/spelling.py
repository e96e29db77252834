"""Which known word a misspelt one is meant to be."""

from __future__ import annotations

from collections.abc import Iterable

SLIP = 2  # edits that a slip of the fingers takes at most


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The only candidate that is closest to `word`: at most 3 edits away, and at most a third of its length."""
    limit = min(3, max(1, len(word) // 3))
    far = {candidate: distance(word.lower(), candidate.lower(), limit) for candidate in candidates}
    least = min(far.values(), default=limit + 1)
    best = [candidate for candidate, edits in far.items() if edits == least <= limit]
    return best[0] if len(best) == 1 else None


def near(word: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """All candidates that are closest to `word`, case counting, when that is close enough to be a slip; sorted."""
    best: list[str] = []
    least = min(SLIP, max(1, len(word) // 3))
    for other in sorted(candidates):
        far = distance(word, other, least)
        if far < least:
            best, least = [other], far
        elif far == least:
            best.append(other)
    return tuple(best)


def distance(left: str, right: str, limit: int) -> int:
    """Edits (insert, delete, replace, swap of neighbours) that turn one word into the other, or `limit` + 1."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    older: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        new = [i]
        for j, b in enumerate(right, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            new.append(cost)
        if min(new) > limit and min(row) > limit:
            return limit + 1
        older, row = row, new
    return min(row[-1], limit + 1)
