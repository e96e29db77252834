"""The local name of an import that doesn't state one and whose package isn't in the project."""

from __future__ import annotations

import re

_VERSION = re.compile(r"v\d+$")
_GOPKG = re.compile(r"(.+)\.v\d+$")
_WORD = re.compile(r"\w+$")


def local_names(path: str, data: bytes) -> tuple[str, ...]:
    """Names the package may have, best first; the first one is used as a qualifier in the file where any is."""
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
    usable = list(dict.fromkeys(name for name in names if _WORD.match(name) and not name.isdigit()))
    used = [name for name in usable if re.search(rb"\b" + name.encode() + rb"\.", data)]
    ordered = [*used[:1], *usable]
    return tuple(dict.fromkeys(ordered)) or (last,)
