"""How the binary of a build gets the name `bootstrap`, in the command and in all that packs it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lambdalint.api import Archive, Build, Context, Edit, Known, NamedTuple, Project, Value, Zip
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._builds import binary_name
from lambdalint_rules.packaging._edits import extended, inserted, rename

Edits = tuple[Edit, ...]

WHOLE = frozenset({".", "./", "*", "./*"})
"""What a zip command calls everything in the folder it runs in."""


class Use(NamedTuple):
    """A place that packs a file: by its own path, or (`folder`) by a folder around it."""

    place: Known[str]
    packer: Zip | Archive
    folder: bool


def renamed_output(build: Build, ctx: Context) -> Edits | None:
    """Edits that make a command write `bootstrap`, and all that packs the binary take that file.

    None where that can't be done surely. One command may stand for several builds: a loop, a matrix.
    """
    edits: Edits = ()
    for one in same_command(build, ctx.project):
        part = _renamed(one, ctx)
        if part is None:
            return None
        edits += part
    return edits


def same_command(build: Build, project: Project) -> tuple[Build, ...]:
    """All builds that one command stands for."""
    return tuple(other for other in project.builds.builds if other.span == build.span)


def binary_path(build: Build, project: Project) -> str | None:
    """Where a build puts its binary, relative to the project; None where that isn't known."""
    name = binary_name(build, project)
    if name is None:
        return None
    if build.output is None:
        return posixpath.normpath(posixpath.join(build.folder.value, name)) if isinstance(build.folder, Known) else None
    return posixpath.normpath(build.output.value) if isinstance(build.output, Known) else None


def is_written(output: Value[str] | None) -> bool:
    """True for a file whose name stands in the command itself, if only behind a variable."""
    return isinstance(output, Known) and not (output.slot is None and output.via) and not output.value.endswith("/")


def has_neighbours(build: Build, path: str, project: Project) -> bool:
    """True where another program is written into the same folder: only one file there can be called `bootstrap`."""
    folder = posixpath.dirname(path)
    for other in project.builds.builds:
        if other.stage == build.stage and other.packages != build.packages:
            found = binary_path(other, project)
            if found is not None and posixpath.dirname(found) == folder:
                return True
    return False


def _renamed(build: Build, ctx: Context) -> Edits | None:
    path = binary_path(build, ctx.project)
    if path is None or build.renamed is not None or (build.output is not None and not is_written(build.output)):
        return None
    uses = tuple(uses_of(path, ctx))
    around = any(use.folder for use in uses) or _is_deployed_folder(posixpath.dirname(path) or ".", ctx.project)
    if not has_neighbours(build, path, ctx.project):
        edits = _as_bootstrap(build, uses, ctx)
        if edits is not None or around:
            return edits
    elif around or not uses:
        return None
    return in_own_folder(build, uses, ctx)


def _is_deployed_folder(folder: str, project: Project) -> bool:
    packages = (f.package for f in project.infra.functions)
    paths = (p.path.value for p in packages if p is not None and isinstance(p.path, Known))
    return any(posixpath.normpath(path) == folder for path in paths)


def uses_of(path: str, ctx: Context) -> Iterator[Use]:
    """All places that pack a file; folders count where it ends up at the root of the package."""
    project = ctx.project
    folder = posixpath.dirname(path) or "."
    packers: list[Zip | Archive] = [*project.builds.zips, *project.infra.archives]
    for packer in packers:
        for source in packer.sources:
            found = posixpath.normpath(source.value) if isinstance(source, Known) else None
            if isinstance(source, Known) and found == path:
                yield Use(source, packer, False)
            elif isinstance(source, Known) and found == folder:
                rooted = isinstance(packer, Archive) or packer.flat or ctx.text(source.span).strip("\"'") in WHOLE
                if rooted:
                    yield Use(source, packer, True)


def _as_bootstrap(build: Build, uses: tuple[Use, ...], ctx: Context) -> Edits | None:
    """The binary keeps its folder and gets another name."""
    edits: Edits = ()
    if build.output is None:
        if build.output_slot is None:
            return None
        edits += inserted(build.output_slot, build.output_slot.spell(BOOTSTRAP))
    elif isinstance(build.output, Known):
        renamed = rename(build.output, BOOTSTRAP, ctx)
        if not renamed:
            return None
        edits += renamed
    for use in uses:
        if use.folder:
            continue
        renamed = rename(use.place, BOOTSTRAP, ctx)
        inside = "/" in ctx.text(use.place.span).strip("\"'").removeprefix("./")
        rooted = _rooted(use, inside)
        if not renamed or rooted is None:
            return None
        edits += renamed + rooted
    return edits


def in_own_folder(build: Build, uses: tuple[Use, ...], ctx: Context) -> Edits | None:
    """The old path of the binary becomes the folder in which it is called `bootstrap`."""
    if not isinstance(build.output, Known):
        return None
    edits = extended(build.output, f"/{BOOTSTRAP}", ctx)
    if not edits:
        return None
    for use in uses:
        longer = extended(use.place, f"/{BOOTSTRAP}", ctx)
        rooted = _rooted(use, True)
        if not longer or rooted is None:
            return None
        edits += longer + rooted
    return edits


def _rooted(use: Use, inside: bool) -> Edits | None:
    """What else is needed so that the package has the file at its root, under its new name."""
    packer = use.packer
    if isinstance(packer, Zip):
        if packer.flat or not inside:
            return ()
        alone = {posixpath.normpath(s.value) if isinstance(s, Known) else "" for s in packer.sources}
        slot = packer.flat_slot
        return inserted(slot, "") if slot is not None and len(alone) == 1 else None
    named = dict(zip((s.span for s in packer.sources), packer.names, strict=False)).get(use.place.span)
    if named is None:
        return ()
    return (named.write(BOOTSTRAP) or None) if isinstance(named, Known) and named.value != BOOTSTRAP else ()
