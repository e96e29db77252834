"""Places on disk as text: what a run needs of `pathlib`, which takes longer to import than a small project to read."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Sequence
from functools import cached_property

StrPath = str | os.PathLike[str]


class Paths(tuple[str, ...]):
    """The files of a project. Many may be Go that nothing reaches: they are told from all others once."""

    @classmethod
    def of(cls, paths: Sequence[str]) -> Paths:
        """Paths as those of a project."""
        return paths if isinstance(paths, Paths) else cls(paths)

    @cached_property
    def go(self) -> tuple[str, ...]:
        """The Go files."""
        return tuple(path for path in self if path.endswith(".go"))

    @cached_property
    def others(self) -> tuple[str, ...]:
        """All but the Go files."""
        return tuple(path for path in self if not path.endswith(".go"))


def upwards(folder: str) -> Iterator[str]:
    """An absolute folder and all those above it."""
    yield folder
    while (above := os.path.dirname(folder)) != folder:
        folder = above
        yield folder


def around(path: str) -> Iterator[str]:
    """The folders of a project that hold a file of it, the nearest first; the top one is empty."""
    folder = posixpath.dirname(path)
    while folder:
        yield folder
        folder = posixpath.dirname(folder)
    yield ""


def inside(path: str, folder: str) -> str | None:
    """The way from a folder to a path in it, with `/`; empty for the folder itself, None for what is not in it.

    Both are absolute and have neither `.` nor `..` in them.
    """
    if path == folder:
        return ""
    start = folder if folder.endswith(os.sep) else folder + os.sep
    return path[len(start) :].replace(os.sep, "/") if path.startswith(start) else None
