"""Where builds put their binaries, and under which name."""

from __future__ import annotations

import posixpath

from lambdalint.api import Build, Known, Project, Span, Value
from lambdalint_rules.packaging._builds import binary_name


def same_binary(build: Build, project: Project) -> tuple[Build, ...]:
    """All builds that one command or text stands for, and those of other commands that make the same file: what holds
    for one must hold for all.
    """
    path = binary_path(build, project)
    return tuple(
        other
        for other in project.builds.builds
        if texts_of(other) & texts_of(build)
        or (
            path is not None
            and other.stage == build.stage
            and programs(other) == programs(build)
            and binary_path(other, project) == path
        )
    )


def texts_of(build: Build) -> set[Span]:
    """The texts that make a binary what it is: the command, and what says where it goes."""
    return {build.span, build.output.span} if isinstance(build.output, Known) else {build.span}


def programs(build: Build) -> tuple[object, ...]:
    """The folders that a build compiles, wherever that is written; what isn't known equals nothing else."""
    return tuple(posixpath.normpath(p.value) if isinstance(p, Known) else p for p in build.packages)


def binary_path(build: Build, project: Project) -> str | None:
    """Where the binary of a build ends up, relative to the project; None where that isn't known."""
    if build.placed is not None:
        return posixpath.normpath(build.placed.value)
    name = binary_name(build, project)
    if name is None:
        return None
    if build.output is None:
        return posixpath.normpath(posixpath.join(build.folder.value, name)) if isinstance(build.folder, Known) else None
    return posixpath.normpath(build.output.value) if isinstance(build.output, Known) else None


def is_moved(build: Build) -> bool:
    """True where a later command gives the binary another place, or may do so."""
    return build.renamed is not None or build.placed is not None


def is_written(output: Value[str] | None) -> bool:
    """True for a file whose name stands in the command itself, if only behind a variable."""
    return isinstance(output, Known) and not (output.slot is None and output.via) and not output.value.endswith("/")


def has_neighbours(build: Build, path: str, project: Project) -> bool:
    """True where another binary is written into the same folder: only one file there can be called `bootstrap`."""
    folder = posixpath.dirname(path)
    for other in project.builds.builds:
        if other.stage == build.stage and other.packages != build.packages:
            found = binary_path(other, project)
            same = found == path and programs(other) == programs(build)
            if found is not None and posixpath.dirname(found) == folder and not same:
                return True
    return False
