"""The local name of an import that doesn't state one and whose package isn't in the project."""

from __future__ import annotations

from functools import cache

from lambdalint.data.go_entries import PACKAGE_NAMES


def local_names(path: str, data: bytes, taken: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Names the package may have, best first; the first one is used as a qualifier in the file where any is.

    `taken` are names that imports of the same file surely have.
    """
    known = PACKAGE_NAMES.get(path)
    if known is not None:
        return (known,)
    every = _usable(path)
    usable = tuple(name for name in every if name not in taken or name == every[0]) or every
    used = next((name for name in usable if _qualifies(name.encode(), data)), None)
    return usable if used is None else tuple(dict.fromkeys((used, *usable)))


def _qualifies(name: bytes, data: bytes) -> bool:
    at = data.find(name + b".")
    while at > 0 and (data[at - 1 : at].isalnum() or data[at - 1] == ord("_")):
        at = data.find(name + b".", at + 1)
    return at >= 0


@cache
def _usable(path: str) -> tuple[str, ...]:
    """What an import path lets its package be called."""
    parts = path.split("/")
    if len(parts) > 1 and parts[-1].startswith("v") and parts[-1][1:].isdecimal():
        parts.pop()
    last = parts[-1]
    stem, _, version = last.rpartition(".v")
    if stem and version.isdecimal():
        last = stem
    names = [last]
    for prefix in ("go-", "go.", "golang-"):
        names.append(last.removeprefix(prefix))
    for suffix in ("-go", ".go", "-golang"):
        names.append(last.removesuffix(suffix))
    names += [last.replace("-", ""), last.replace("-", "_"), last.replace(".", "")]
    names += reversed(last.replace("-", ".").split("."))
    if len(parts) > 1:
        names.append(parts[-2])
    return tuple(dict.fromkeys(name for name in names if _is_word(name) and not name.isdigit())) or (last,)


def _is_word(name: str) -> bool:
    return name.replace("_", "a").isalnum()
