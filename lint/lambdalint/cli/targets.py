"""From the paths on the command line to one project and, where files are named, a filter."""

from __future__ import annotations

import os
from collections.abc import Sequence

from lambdalint.config import FILES
from lambdalint.discover import repository
from lambdalint.errors import UsageError
from lambdalint.paths import StrPath, inside, upwards
from lambdalint.record import NamedTuple

MARKERS = ("go.mod", "go.work")  # files that tell where a project begins


class Target(NamedTuple):
    """The project at `root`. `named` are files and folders (relative to it, with `/`) to report on; None: all of it."""

    root: str
    named: tuple[str, ...] | None


def target(paths: Sequence[str], root: StrPath | None, filtered: bool) -> Target:
    """The project that owns the paths.

    One folder is a project of its own, unless it is part of a Go module that begins above it. Such a folder, files, and
    several folders belong to the nearest folder above all of them that has a configuration or a repository, and only
    what touches them is reported; `filtered` asks for that in any case. `X/...` means the folder X, as to Go's tools.
    Raises UsageError for paths that don't exist or lie outside of `root`.
    """
    if root is not None and not os.path.isdir(root):
        raise UsageError(f"--root {root} is not a folder")
    places = [_place(path) for path in paths]
    if root is None and not filtered and len(places) <= 1 and all(map(os.path.isdir, places)):
        places = places or [os.path.realpath(os.getcwd())]
        if not _is_part(places[0]):
            return Target(places[0], None)
    top = os.path.realpath(root) if root is not None else _project(places or [os.getcwd()])
    named = []
    for place in places:
        way = inside(place, top)
        if way is None:
            raise UsageError(f"{place} is not in {top}")
        named.append(way)
    if not filtered and (not named or "" in named):
        return Target(top, None)
    return Target(top, tuple(named))


def _place(path: str) -> str:
    """An absolute path whose folders are resolved; the last part may be a link."""
    if path.endswith(("/...", os.sep + "...")):
        path = path[:-4] or os.sep
    if not os.path.lexists(path):
        raise UsageError(f"there is no file or folder {path}")
    return os.path.realpath(path) if os.path.isdir(path) else absolute(path)


def absolute(path: str) -> str:
    """The path with its folder resolved, whether the file exists or not."""
    folder, name = os.path.split(path.rstrip(os.sep))
    return os.path.join(os.path.realpath(folder), name)


def _project(places: Sequence[str]) -> str:
    """The nearest folder above all places that has a configuration or is a repository.

    Without one, the highest folder from the working directory down that has a Go module or Terraform files; else the
    nearest folder above all places. Never more: what lies around a lone file is none of its business.
    """
    common = os.path.commonpath([place if os.path.isdir(place) else os.path.dirname(place) for place in places])
    top = repository(common)
    for folder in upwards(common):
        if any(os.path.isfile(os.path.join(folder, name)) for name in FILES[:2]) or folder == top:
            return folder
    here = os.getcwd()
    between = [folder for folder in upwards(common) if inside(folder, here) is not None]
    return next((folder for folder in reversed(between) if _is_project(folder)), common)


def _is_part(folder: str) -> bool:
    """True for a folder that says nothing of a project, in a Go module that begins above it.

    What is above counts to the top of the repository, or to the working directory where there is none.
    """
    top = repository(folder) or os.path.realpath(os.getcwd())
    for above in upwards(folder):
        if inside(above, top) is None:
            return False
        if any(os.path.lexists(os.path.join(above, name)) for name in MARKERS):
            return above != folder
        if any(os.path.lexists(os.path.join(above, name)) for name in FILES[:2]):
            return False
    return False


def _is_project(folder: str) -> bool:
    try:
        return any(name in MARKERS or name.endswith(".tf") for name in os.listdir(folder))
    except OSError:
        return False
