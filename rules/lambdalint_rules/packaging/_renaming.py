"""How the binary of a build gets the name `bootstrap`, in the command and in all that packs it."""

from __future__ import annotations

import posixpath

from lambdalint.api import Build, Context, Edit, Known, Project, Value
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._builds import binary_name
from lambdalint_rules.packaging._edits import extended, inserted, rename
from lambdalint_rules.packaging._mentions import belongs_to, mentions
from lambdalint_rules.packaging._uses import (
    Use,
    is_copied_first,
    is_deployed_folder,
    lies_deeper,
    places_of,
    rooted,
    uses_of,
)

Edits = tuple[Edit, ...]


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
    if any(is_copied_first(use) for use in uses):
        return None
    if not uses and lies_deeper(path, ctx.project):
        return None
    around = any(use.folder for use in uses) or is_deployed_folder(posixpath.dirname(path) or ".", ctx.project)
    if not has_neighbours(build, path, ctx.project):
        edits = _as_bootstrap(build, uses, ctx)
        if edits is not None or around:
            return edits
    elif around or not uses:
        return None
    return in_own_folder(build, uses, ctx)


def _as_bootstrap(build: Build, uses: tuple[Use, ...], ctx: Context) -> Edits | None:
    """The binary keeps its folder and gets another name."""
    edits: Edits = ()
    if build.output is None:
        if build.output_slot is None:
            return None
        edits += inserted(build.output_slot, build.output_slot.spell(BOOTSTRAP))
    elif isinstance(build.output, Known):
        renamed = rename(build.output, BOOTSTRAP, ctx)
        places = [build.output, *(use.place for use in uses)]
        if not renamed or not all(belongs_to(place, places, ctx) for place in places):
            return None
        edits += renamed
    further = mentions(build, places_of(uses), ctx)
    if further is None:
        return None
    for span in further if isinstance(build.output, Known) and not build.output.via else ():
        first = span.end - len(posixpath.basename(ctx.text(span)).encode())
        edits += (Edit(span._replace(start=first), BOOTSTRAP),)
    for use in uses:
        if use.folder:
            continue
        renamed = rename(use.place, BOOTSTRAP, ctx)
        inside = "/" in ctx.text(use.place.span).strip("\"'").removeprefix("./")
        root = rooted(use, inside)
        if not renamed or root is None:
            return None
        edits += renamed + root
    return edits


def in_own_folder(build: Build, uses: tuple[Use, ...], ctx: Context) -> Edits | None:
    """The old path of the binary becomes the folder in which it is called `bootstrap`."""
    if not isinstance(build.output, Known):
        return None
    edits = extended(build.output, f"/{BOOTSTRAP}", ctx)
    further = mentions(build, places_of(uses), ctx)
    if not edits or further is None:
        return None
    edits += tuple(Edit(span._replace(start=span.end), f"/{BOOTSTRAP}") for span in further)
    for use in uses:
        longer = extended(use.place, f"/{BOOTSTRAP}", ctx)
        root = rooted(use, True)
        if not longer or root is None:
            return None
        edits += longer + root
    return edits
