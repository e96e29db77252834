"""What packs a binary, and whether it lies at the root of the package."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator

from lambdalint.api import Archive, Build, Context, Edit, Known, NamedTuple, Project, Span, Stage, Zip, pattern
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._edits import extended, inserted
from lambdalint_rules.packaging._obstacle import Obstacle

Edits = tuple[Edit, ...]

WHOLE = frozenset({".", "./", "*", "./*"})
"""What a zip command calls everything in the folder it runs in."""


_NEEDED = pattern(r"\$[<^+?]|\$\([<^+?][DF]?\)")  # what make calls that which a target needs


class Use(NamedTuple):
    """A place that packs a file, or takes it into another stage: by its own path, or by a `folder` around it."""

    place: Known[str]
    packer: Zip | Archive | Stage
    folder: bool


def uses_of(path: str, ctx: Context) -> Iterator[Use]:
    """All places that pack a file; folders count where it ends up at the root of the package."""
    project = ctx.project
    folder = posixpath.dirname(path) or "."
    packers: list[Zip | Archive] = [*project.builds.zips, *project.infra.archives]
    for packer in packers:
        for source in packer.sources:
            if not isinstance(source, Known):
                continue
            found = posixpath.normpath(source.value)
            at_root = isinstance(packer, Archive) or packer.flat or ctx.text(source.span).strip("\"'") in WHOLE
            if found == path or (found == folder and at_root):
                yield Use(source, packer, found != path)


def copies_of(build: Build, path: str, ctx: Context) -> Iterator[Use]:
    """The words of a Dockerfile that must follow where a later stage copies a binary: what it takes, and where to.

    What a stage doesn't zip keeps its name there.
    """
    stages, zips = ctx.project.builds.stages, ctx.project.builds.zips
    own = next((stage for stage in stages if stage.key == build.stage), None)
    beside = [stage for stage in stages if own is not None and stage.path == own.path]
    names = {str(beside.index(own)), own.name or ""} if own is not None else set()
    packed = {posixpath.normpath(s.value) for z in zips for s in z.sources if isinstance(s, Known)}
    copies = ((stage, *copy[:2]) for stage in beside for copy in stage.copies if copy[2] in names)
    for taking, source, target in copies:
        if not isinstance(source, Known) or not isinstance(target, Known) or posixpath.normpath(source.value) != path:
            continue
        inside = posixpath.join(target.value, posixpath.basename(path))
        if inside in packed:
            yield from (Use(source, taking, False), Use(target._replace(value=inside), taking, True))
        elif not target.value.endswith("/") and not ctx.text(target.span).endswith("."):
            yield Use(source, taking, False)
            if target.value in packed:
                yield Use(target, taking, False)


def places_of(uses: tuple[Use, ...]) -> list[Span]:
    """Where the files are named: the variable, where they are behind one."""
    return [use.place.via[0] if use.place.via else use.place.span for use in uses]


def following(
    uses: Iterable[Use], change: Callable[[Known[str]], Edits], deeper: bool, ctx: Context, before: Edits = ()
) -> Edits | Obstacle:
    """Edits that make packages take a binary under the path that `change` gives it, and keep it at their root.

    `deeper`: it lies in a folder more than before. `before` are edits that give the targets of makefiles new names.
    """
    edits: Edits = ()
    for use in uses:
        told = use.place.via and _NEEDED.match(ctx.text(use.place.via[0]))
        if told and (told.end() != len(told.string) or not _changes_line(use.place.span, before, ctx)):
            return Obstacle(use.place.via[0], "this needs the binary under its old name")
        into_stage = isinstance(use.packer, Stage) and use.folder
        changed = () if told else _within(use, ctx) if into_stage else change(use.place)
        inside = deeper or "/" in ctx.text(use.place.span).strip("\"'").removeprefix("./")
        root = _rooted(use, inside)
        if not changed and not told:
            return unspelt(use.place)
        if root is None:
            return Obstacle(use.place.span, f"{BOOTSTRAP} would not lie at the root of the package")
        edits += changed + root
    return edits


def _within(use: Use, ctx: Context) -> Edits:
    """The edit that copies a file to the folder that its old path becomes."""
    slash = "" if ctx.text(use.place.span).endswith("/") else "/"
    return extended(use.place, f"{slash}{posixpath.basename(use.place.value)}/", ctx)


def _changes_line(place: Span, edits: Edits, ctx: Context) -> bool:
    """True where the rule that is written at a place asks for something else from now on."""
    source = ctx.project.sources[place.path]
    line = source.line_of(place.start)
    return any(edit.span.path == place.path and source.line_of(edit.span.start) == line for edit in edits)


def unspelt(path: Known[str]) -> Obstacle:
    """What stands in the way where a path isn't written in a way that can change."""
    return Obstacle(path.span, f"the binary isn't named here as {posixpath.basename(path.value)}")


def _rooted(use: Use, inside: bool) -> Edits | None:
    """What else is needed so that the package has the file at its root, under its new name."""
    packer = use.packer
    if isinstance(packer, Stage):
        return ()
    if isinstance(packer, Zip):
        if packer.flat or not inside:
            return ()
        alone = {s.span for s in packer.sources}
        slot = packer.flat_slot
        return inserted(slot, "") if slot is not None and len(alone) == 1 else None
    named = dict(zip((s.span for s in packer.sources), packer.names, strict=False)).get(use.place.span)
    if named is None:
        return ()
    return (named.write(BOOTSTRAP) or None) if isinstance(named, Known) and named.value != BOOTSTRAP else ()


def is_copied_first(use: Use) -> bool:
    """True where a zip takes a copy of the binary: the command that copies it names it, too."""
    packer = use.packer
    return isinstance(packer, Zip) and sum(source.span == use.place.span for source in packer.sources) > 1


def lies_deeper(path: str, project: Project) -> bool:
    """True where a zip holds the file in a folder: only what lies at its root is started."""
    packed = (s for packer in project.builds.zips for s in packer.sources)
    folders = {posixpath.normpath(s.value) for s in packed if isinstance(s, Known)}
    return any(folder == "." or path.startswith(f"{folder}/") for folder in folders)


def is_deployed_folder(folder: str, project: Project) -> bool:
    packages = (f.package for f in project.infra.functions)
    paths = (p.path.value for p in packages if p is not None and isinstance(p.path, Known))
    return any(posixpath.normpath(path) == folder for path in paths)
