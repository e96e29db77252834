"""The local name of an import that doesn't state one and whose package isn't in the project."""

from __future__ import annotations

import re
from functools import cache

_VERSION = re.compile(r"v\d+$")
_GOPKG = re.compile(r"(.+)\.v\d+$")
_WORD = re.compile(r"\w+$")


def local_names(path: str, data: bytes) -> tuple[str, ...]:
    """Names the package may have, best first; the first one is used as a qualifier in the file where any is."""
    usable = _usable(path)
    used = next((name for name in usable if _qualifies(name.encode(), data)), None)
    return usable if used is None else tuple(dict.fromkeys((used, *usable)))


def _qualifies(name: bytes, data: bytes) -> bool:
    # plain bytes are found far quicker, and most of the names are nowhere in the file
    return name + b"." in data and re.search(rb"\b" + re.escape(name) + rb"\.", data) is not None


@cache
def _usable(path: str) -> tuple[str, ...]:
    """What an import path lets its package be called."""
    parts = path.split("/")
    if len(parts) > 1 and _VERSION.match(parts[-1]):
        parts.pop()
    last = parts[-1]
    versioned = _GOPKG.match(last)
    if versioned:
        last = versioned[1]
    names = [last]
    for prefix in ("go-", "go.", "golang-"):
        names.append(last.removeprefix(prefix))
    for suffix in ("-go", ".go", "-golang"):
        names.append(last.removesuffix(suffix))
    names += [last.replace("-", ""), last.replace("-", "_"), last.replace(".", ""), *re.split(r"[-.]", last)[::-1]]
    if len(parts) > 1:
        names.append(parts[-2])
    return tuple(dict.fromkeys(name for name in names if _WORD.match(name) and not name.isdigit())) or (last,)
