"""Which release of a library a program may run with: what the project's own files ask for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from lambdalint.paths import around
from lambdalint.pattern import pattern

Look = Callable[[str], bytes | None]
Release: TypeAlias = tuple[int, int]

_NUMBER = rb"(\d+)\.(\d+)"
_PYTHON_FILES = ("requirements.txt", "requirements.in", "pyproject.toml", "setup.py", "setup.cfg", "Pipfile")


class Library:
    """A library by its names in three worlds, as patterns. Releases from `enough` on are all alike.

    Each method gives the oldest release that may be installed, as major and minor version; None where nothing tells.
    """

    def __init__(self, node: bytes, python: bytes, go: bytes, enough: Release) -> None:
        self._enough = enough
        self._go = pattern(rb"(?m)^\s*(?:require\s+)?" + go + rb"\s+v" + _NUMBER)
        self._node = pattern(rb'"' + node + rb'"\s*:\s*"[~^>=v\s]*' + _NUMBER)
        self._node_only = pattern(rb'"' + node + rb'"\s*:\s*"v?' + _NUMBER + rb'\.\d+"')
        self._node_locks = {
            "package-lock.json": pattern(rb'"(?:node_modules/)?' + node + rb'": \{\s*"version": "' + _NUMBER),
            "yarn.lock": pattern(rb'(?m)^"?' + node + rb'@[^\n]*:\s+version:? "?' + _NUMBER),
            "pnpm-lock.yaml": pattern(rb"(?m)^\s+['\"]?/?" + node + rb"[@/]" + _NUMBER),
        }
        self._python = pattern(
            rb"(?m)^[^#\n]*?\b" + python + rb"\b[\s\"']*(?:=\s*\{\s*version)?[\s\"'({~=^>:]*" + _NUMBER
        )
        locked = pattern(rb'name = "' + python + rb'"\r?\nversion = "' + _NUMBER)
        self._python_locks = {"poetry.lock": locked, "uv.lock": locked}

    def of_go(self, look: Look, file: str) -> Release | None:
        """What the module of a Go file asks for."""
        for folder in around(file):
            data = look(posixpath.join(folder, "go.mod"))
            if data is not None:
                return _first(self._go, data)
        return None

    def of_node(self, look: Look, file: str) -> Release | None:
        """What the package of a script asks for, or has locked."""
        for folder in around(file):
            asked = _first(self._node, look(posixpath.join(folder, "package.json")))
            if asked is not None:
                return max(asked, *self._locked(look, folder, self._node_locks, asked))
        return None

    def installed_of_node(self, look: Look, file: str) -> Release | None:
        """What is installed for a script: what is locked, or the only release that its package asks for."""
        for folder in around(file):
            data = look(posixpath.join(folder, "package.json"))
            if _first(self._node, data) is not None:
                _, *locked = self._locked(look, folder, self._node_locks, (0, 0))
                return locked[0] if locked else _first(self._node_only, data)
        return None

    def of_python(self, look: Look, file: str) -> Release | None:
        """What the requirements around a Python file ask for, or have locked."""
        for folder in around(file):
            for name in _PYTHON_FILES:
                asked = _first(self._python, look(posixpath.join(folder, name)))
                if asked is not None:
                    return max(asked, *self._locked(look, folder, self._python_locks, asked))
        return None

    def _locked(
        self, look: Look, folder: str, locks: Mapping[str, re.Pattern[bytes]], asked: Release
    ) -> Iterator[Release]:
        """What the lock files of a folder and those around it say, where the answer could matter."""
        yield asked
        if asked >= self._enough:
            return
        for above in around(posixpath.join(folder, "x")):
            for name, form in locks.items():
                found = _first(form, look(posixpath.join(above, name)))
                if found is not None:
                    yield found
                    return


def _first(form: re.Pattern[bytes], data: bytes | None) -> Release | None:
    found = form.search(data) if data is not None else None
    return (int(found[1]), int(found[2])) if found is not None else None
