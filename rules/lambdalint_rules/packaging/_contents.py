"""What a function's package holds."""

from __future__ import annotations

import posixpath

from lambdalint.api import Function, Known, NamedTuple, Project, Span, Zip
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._artifacts import artifact_of


class Packed(NamedTuple):
    """What is at the root of a package or below, and what puts it there."""

    label: str
    span: Span
    entries: tuple[str, ...]


def contents_of(function: Function, project: Project) -> Packed | None:
    """The package of a function, None where its content isn't fully known."""
    return _archived(function, project) or _zipped(function, project) or _finished(function, project)


def _archived(function: Function, project: Project) -> Packed | None:
    """The archive that the infrastructure makes for a function."""
    key = function.package.archive if function.package is not None else None
    archive = next((a for a in project.infra.archives if a.key == key), None)
    if archive is None or archive.entries is None:
        return None
    place = next((s.span for s in archive.sources if isinstance(s, Known)), archive.span)
    name = posixpath.basename(archive.output.value) if isinstance(archive.output, Known) else archive.label
    return Packed(name, place, archive.entries)


def _finished(function: Function, project: Project) -> Packed | None:
    """The zip that lies in the project."""
    artifact, package = artifact_of(function, project), function.package
    return Packed(artifact.path, package.span, artifact.names) if artifact is not None and package is not None else None


def _zipped(function: Function, project: Project) -> Packed | None:
    """The zip that commands make for a function; several may add to it."""
    path = function.package.path if function.package is not None else None
    if not isinstance(path, Known):
        return None
    zips = [z for z in project.builds.zips if any(_same(place, path.value) for place in _places(z))]
    outputs = {posixpath.normpath(b.output.value) for b in project.builds.builds if isinstance(b.output, Known)}
    found = [_entries(z, outputs) for z in zips]
    entries = [entries for entries in found if entries is not None]
    if not zips or len(entries) < len(zips):
        return None
    names = dict.fromkeys(name for some in entries for name in some)
    return Packed(posixpath.basename(path.value), zips[0].span, tuple(names))


def _places(packed: Zip) -> tuple[str, ...]:
    """All paths at which a zip lies at some time."""
    return (*((packed.output.value,) if isinstance(packed.output, Known) else ()), *packed.moved)


def _entries(packed: Zip, outputs: set[str]) -> tuple[str, ...] | None:
    """The names of what a command was told to pack; None where a folder's content may lie at the root."""
    paths = [posixpath.normpath(s.value) for s in packed.sources if isinstance(s, Known)]
    if packed.folder is None or packed.folder.startswith("/") or len(paths) < len(packed.sources):
        return None
    if packed.flat:
        files = all(path in outputs or "." in posixpath.basename(path) for path in paths)
        names = tuple(map(posixpath.basename, paths))
        return names if files or BOOTSTRAP in names else None
    entries = tuple(p[1:] if p.startswith("/") else posixpath.relpath(p, packed.folder) for p in paths)
    return None if "." in entries else entries


def _same(one: str, other: str) -> bool:
    return posixpath.normpath(one) == posixpath.normpath(other)
