"""Rule ids in suppression comments: which are known, and the nearest to one that isn't."""

from __future__ import annotations

from collections.abc import Mapping

LEAST = 6  # letters of a word that can be taken for a misspelt name
MOST = 2  # letters that may differ, all in one place


def is_known(word: str, names: Mapping[str, str]) -> bool:
    """True for a rule's name or code, a prefix of codes, or `all`, in any case. `names` maps names to codes."""
    word = word.lower()
    if word == "all" or word in names:
        return True
    return word.startswith("ll") and any(code.lower().startswith(word) for code in names.values())


def nearest(word: str, names: Mapping[str, str]) -> str | None:
    """The only rule name that nearly is `word`. Codes all look alike, so a wrong code has none."""
    near = [name for name in names if len(word) >= LEAST and _difference(word.lower(), name) <= MOST]
    return near[0] if len(near) == 1 else None


def _difference(left: str, right: str) -> int:
    """Letters between the common start and the common end of two words, in the longer one."""
    shorter = min(len(left), len(right))
    start = 0
    while start < shorter and left[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return max(len(left), len(right)) - start - end
