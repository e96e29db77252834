"""Which names of functions and folders agree."""

from __future__ import annotations

import posixpath
import re
from functools import cache

from lambdalint.model.functions import Function
from lambdalint.pattern import pattern
from lambdalint.value import Known

_KEY = pattern(r'\["([^"\]]*)"\]')
# What the resources of a module are called, and folders that say nothing of what is in them.
_GENERIC = frozenset({"default", "fn", "function", "go", "lambda", "main", "this"})
_LAYOUT = frozenset(
    {"app", "apps", "backend", "cmd", "function", "functions", "go", "handler", "handlers", "internal", "lambda"}
    | {"lambdas", "main", "packages", "pkg", "service", "services", "src", "svc"}
)


def names_of(function: Function) -> frozenset[str]:
    """What a function is called, in the plain form, in all places that name it."""
    return frozenset(map(plain, _called(function))) - {""}


def _called(function: Function) -> set[str]:
    """What it is called, as written: its own name or that of the module around it, its key among several, its file."""
    *modules, last = _KEY.sub("", function.label).rsplit(".", 1)
    names = {*last.split("/")[-2:], *_KEY.findall(function.label)}
    if modules and last in _GENERIC:
        names |= {modules[-1].rsplit(".", 1)[-1]}
    if isinstance(function.name, Known):
        names.add(function.name.value)
    if function.package is not None and isinstance(function.package.path, Known):
        path = posixpath.splitext(function.package.path.value)[0]
        names |= {posixpath.basename(path), posixpath.basename(posixpath.dirname(path))}
    return names


def made_of(function: Function, folder: str) -> bool:
    """True where a name ends with the last two folders that say something: `my-ledger-worker`, `ledger/cmd/worker`."""
    telling = [part for part in folder.split("/") if part.lower() not in _LAYOUT]
    words = _words("-".join(telling[-2:]))
    several = len(telling) > 1 and len(words) > 1
    return several and any(_words(name)[-len(words) :] == words for name in _called(function))


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
