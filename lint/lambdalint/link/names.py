"""Which names of functions and folders agree."""

from __future__ import annotations

import posixpath
import re
from functools import cache

from lambdalint.model.functions import Function
from lambdalint.value import Known


def names_of(function: Function) -> frozenset[str]:
    """What a function is called, in the plain form, in all places that name it."""
    names = set(function.label.rsplit(".", 1)[-1].split("/")[-2:])
    if isinstance(function.name, Known):
        names.add(function.name.value)
    if function.package is not None and isinstance(function.package.path, Known):
        path = posixpath.splitext(function.package.path.value)[0]
        names |= {posixpath.basename(path), posixpath.basename(posixpath.dirname(path))}
    return frozenset(map(plain, names)) - {""}


@cache
def plain(name: str) -> str:
    """A name without separators, and without the words that say what everything here is."""
    plain = name.lower().replace("-", "").replace("_", "").replace(".", "")
    for _ in range(2):
        plain = plain.removesuffix("lambda").removesuffix("function")
    return plain


def ends_with(function: Function, folder: str) -> bool:
    """True where a function's name is that of a folder, of several words, after those that the project puts first."""
    words = _words(folder)
    return len(words) > 1 and _words(function.label.rsplit(".", 1)[-1])[-len(words) :] == words


def _words(name: str) -> list[str]:
    parts = re.split(r"[-_./]", name.lower())
    return [part for part in parts if part not in ("", "lambda", "function")]
