"""How the binary of a build gets the name `bootstrap`, in the command and in all that packs it."""

from __future__ import annotations

import posixpath

from lambdalint.api import Build, Context, Edit, Known, Unknown
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._binaries import binary_path, has_neighbours, is_written, same_binary
from lambdalint_rules.packaging._edits import extended, inserted, rename
from lambdalint_rules.packaging._goals import asked_for
from lambdalint_rules.packaging._mentions import into_folder, mentions
from lambdalint_rules.packaging._obstacle import Obstacle
from lambdalint_rules.packaging._shared_names import other_use
from lambdalint_rules.packaging._uses import (
    Use,
    copies_of,
    following,
    is_copied_first,
    is_deployed_folder,
    lies_deeper,
    places_of,
    unspelt,
    uses_of,
)

Edits = tuple[Edit, ...]


def renamed_output(build: Build, ctx: Context) -> Edits | Obstacle:
    """Edits that make a command write `bootstrap`, and all that packs the binary take that file.

    One command may stand for several builds (a loop, a matrix), and several may make the same file.
    """
    edits: Edits = ()
    for one in same_binary(build, ctx.project):
        part = _renamed(by_target(one, ctx), ctx)
        if isinstance(part, Obstacle):
            return part
        edits += part
    return edits


def by_target(build: Build, ctx: Context) -> Build:
    """A build that writes `$@` as one that writes what its target is called."""
    output = build.output
    if not isinstance(output, Known) or len(output.via) != 1 or ctx.text(output.via[0]) not in ("$@", "$(@)", "${@}"):
        return build
    return build._replace(output=output._replace(via=()))


def _renamed(build: Build, ctx: Context) -> Edits | Obstacle:
    path = binary_path(build, ctx.project)
    if path is None or not _can_be_named(build):
        return _unnamed(build)
    packed = tuple(uses_of(path, ctx))
    uses = (*packed, *copies_of(build, path, ctx))
    around = any(use.folder for use in packed) or is_deployed_folder(posixpath.dirname(path) or ".", ctx.project)
    if build.placed is not None:
        if has_neighbours(build, path, ctx.project) or not (uses or around) or not _is_packed_there(build, uses, ctx):
            return Obstacle(build.placed.span, "the binary is moved here, to a place of several files")
        return _as_bootstrap(build, uses, ctx)
    copied = next((use for use in uses if is_copied_first(use)), None)
    if copied is not None and build.stage is None:
        return Obstacle(copied.place.span, "a copy of the binary is packed here")
    if not uses and lies_deeper(path, ctx.project):
        return Obstacle(build.span, "the package holds the binary in a folder")
    if not has_neighbours(build, path, ctx.project):
        edits = _as_bootstrap(build, uses, ctx)
        if not isinstance(edits, Obstacle) or around:
            return edits
    elif around or not uses:
        return Obstacle(build.span, f"several binaries share a folder, where only one can be called {BOOTSTRAP}")
    return in_own_folder(build, uses, ctx)


def _unnamed(build: Build) -> Obstacle:
    """Why it can't be said what a binary is called in the end."""
    hidden = next((value for value in (build.renamed, build.output) if isinstance(value, Unknown)), None)
    if hidden is not None:
        return Obstacle(hidden.span, hidden.reason)
    return Obstacle(build.span, "no single word says what the binary is called in the package")


def _is_packed_there(build: Build, uses: tuple[Use, ...], ctx: Context) -> bool:
    """True where nothing packs a binary at the place that it is moved or copied from."""
    first = posixpath.normpath(build.output.value) if isinstance(build.output, Known) else ""
    known = {use.place.span for use in uses}
    return bool(first) and all(use.place.span in known for use in uses_of(first, ctx))


def _can_be_named(build: Build) -> bool:
    """True where one word decides what the binary is called in the end."""
    if build.placed is not None:
        return build.placed.slot is not None and not build.placed.via
    return build.renamed is None and (build.output is None or is_written(build.output))


def _as_bootstrap(build: Build, uses: tuple[Use, ...], ctx: Context) -> Edits | Obstacle:
    """The binary keeps its folder and gets another name."""
    named = build.placed or build.output
    edits: Edits = ()
    elsewhere = False
    if named is None:
        if build.output_slot is None:
            return Obstacle(build.span, "a name for the binary can't be written into this command")
        edits += inserted(build.output_slot, build.output_slot.spell(BOOTSTRAP))
    elif isinstance(named, Known):
        renamed = _called(named, build, ctx)
        elsewhere = not all(named.span.contains(edit.span) for edit in renamed)
        places = [named, *(use.place for use in uses)]
        if not renamed:
            return unspelt(named)
        shared = next((use for place in places if (use := other_use(place, places, ctx)) is not None), None)
        if shared is not None:
            return Obstacle(shared, "what names the binary names something else here")
        edits += renamed
    further = mentions(build, places_of(uses), ctx)
    if isinstance(further, Obstacle):
        return further
    for span in further if isinstance(named, Known) and not named.via else ():
        name = posixpath.basename(ctx.text(span))
        if not elsewhere or "$" not in name:
            edits += (Edit(span._replace(start=span.end - len(name.encode())), BOOTSTRAP),)
    packed = following(
        (use for use in uses if not use.folder), lambda place: rename(place, BOOTSTRAP, ctx), False, ctx, edits
    )
    return _with_goals(build, edits, packed, False, ctx)


def _called(named: Known[str], build: Build, ctx: Context) -> Edits:
    """Edits of the word that names the binary; one that goes into a folder gets its name there."""
    slashed = ctx.text(named.span).rstrip("\"'").endswith("/")
    if build.placed is None and slashed and not named.via:
        return extended(named, BOOTSTRAP, ctx)
    if build.placed is None or not into_folder(build, ctx):
        return rename(named, BOOTSTRAP, ctx)
    return extended(named, BOOTSTRAP if slashed else f"/{BOOTSTRAP}", ctx)


def in_own_folder(build: Build, uses: tuple[Use, ...], ctx: Context) -> Edits | Obstacle:
    """The old path of the binary becomes the folder in which it is called `bootstrap`."""
    if not isinstance(build.output, Known):
        return Obstacle(build.span, "the command doesn't say where the binary goes")
    edits = extended(build.output, f"/{BOOTSTRAP}", ctx)
    if not edits:
        return unspelt(build.output)
    further = mentions(build, places_of(uses), ctx)
    if isinstance(further, Obstacle):
        return further
    edits += tuple(Edit(span._replace(start=span.end), f"/{BOOTSTRAP}") for span in further)
    packed = following(uses, lambda place: extended(place, f"/{BOOTSTRAP}", ctx), True, ctx, edits)
    return _with_goals(build, edits, packed, True, ctx)


def _with_goals(build: Build, edits: Edits, packed: Edits | Obstacle, deeper: bool, ctx: Context) -> Edits | Obstacle:
    if isinstance(packed, Obstacle):
        return packed
    goals = asked_for(build, edits + packed, deeper, ctx)
    return goals if isinstance(goals, Obstacle) else edits + packed + goals
