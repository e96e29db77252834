"""From the paths on the command line to one project and, where files are named, a filter."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from lambdalint.config import FILES
from lambdalint.discover import repository
from lambdalint.errors import UsageError
from lambdalint.record import NamedTuple

MARKERS = ("go.mod", "go.work")  # files that tell where a project begins


class Target(NamedTuple):
    """The project at `root`. `named` are files and folders (relative to it, with `/`) to report on; None: all of it."""

    root: Path
    named: tuple[str, ...] | None


def target(paths: Sequence[str], root: Path | None, filtered: bool) -> Target:
    """The project that owns the paths.

    One folder is a project of its own. Files, and several folders, belong to the nearest folder above all of them that
    has a configuration or a repository, and only what touches them is reported; `filtered` asks for that in any case.
    Raises UsageError for paths that don't exist or lie outside of `root`.
    """
    if root is not None and not root.is_dir():
        raise UsageError(f"--root {root} is not a folder")
    places = [_place(path) for path in paths]
    if root is None and not filtered and len(places) <= 1 and all(place.is_dir() for place in places):
        return Target(places[0] if places else Path.cwd(), None)
    top = root.resolve() if root is not None else _project(places or [Path.cwd()])
    named = []
    for place in places:
        if not place.is_relative_to(top):
            raise UsageError(f"{place} is not in {top}")
        named.append("" if place == top else place.relative_to(top).as_posix())
    if not filtered and (not named or "" in named):
        return Target(top, None)
    return Target(top, tuple(named))


def _place(path: str) -> Path:
    """An absolute path whose folders are resolved; the last part may be a link."""
    place = Path(path)
    if not os.path.lexists(place):
        raise UsageError(f"there is no file or folder {path}")
    return place.resolve() if place.is_dir() else absolute(place)


def absolute(path: Path) -> Path:
    """The path with its folder resolved, whether the file exists or not."""
    return path.parent.resolve() / path.name


def _project(places: Sequence[Path]) -> Path:
    """The nearest folder above all places that has a configuration or is a repository.

    Without one, the highest folder from the working directory down that has a Go module or Terraform files; else the
    nearest folder above all places. Never more: what lies around a lone file is none of its business.
    """
    folders = [place if place.is_dir() else place.parent for place in places]
    common = Path(os.path.commonpath(folders))
    top = repository(common)
    for folder in (common, *common.parents):
        if any((folder / name).is_file() for name in FILES[:2]) or folder == top:
            return folder
    here = Path.cwd()
    between = [folder for folder in (common, *common.parents) if folder.is_relative_to(here)]
    return next((folder for folder in reversed(between) if _is_project(folder)), common)


def _is_project(folder: Path) -> bool:
    return any((folder / name).is_file() for name in MARKERS) or any(folder.glob("*.tf"))
