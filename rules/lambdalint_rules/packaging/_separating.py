"""How programs that share a folder of binaries get folders and packages of their own."""

from __future__ import annotations

import posixpath

from lambdalint.api import Build, Context, Edit, Function, Known, Span
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._binaries import binary_path, is_moved, is_written
from lambdalint_rules.packaging._edits import extended
from lambdalint_rules.packaging._renaming import in_own_folder
from lambdalint_rules.packaging._uses import uses_of

Edits = tuple[Edit, ...]


def separated(function: Function, build: Build, ctx: Context) -> Edits | None:
    """Edits that give a function, which deploys a folder of binaries, a folder of its own with `bootstrap` in it."""
    path = binary_path(build, ctx.project)
    deployed = function.package.path if function.package is not None else None
    if path is None or not isinstance(deployed, Known) or not is_written(build.output) or is_moved(build):
        return None
    if posixpath.normpath(deployed.value) != posixpath.dirname(path) or tuple(uses_of(path, ctx)):
        return None
    name = posixpath.basename(path)
    slashed = ctx.text(deployed.span).rstrip("\"'").endswith("/")
    moved = extended(deployed, f"{name}/" if slashed else f"/{name}", ctx)
    inner = in_own_folder(build, (), ctx)
    return inner + moved if inner and moved else None


def zipped(build: Build, ctx: Context) -> Edits | None:
    """Edits that make a command write `bootstrap` into a folder named like its binary, and a zip of it beside that."""
    path, output = binary_path(build, ctx.project), build.output
    if path is None or not isinstance(output, Known) or output.via or output.slot is None or is_moved(build):
        return None
    written, command = ctx.text(output.span), ctx.text(build.span)
    plain = not any(character in written for character in " \t\"'\\") and posixpath.basename(path) != BOOTSTRAP
    appendable = isinstance(build.tags, Known) and build.tags.slot is not None and " -C" not in command
    moved = in_own_folder(build, (), ctx)
    if not plain or not appendable or not moved or tuple(uses_of(path, ctx)):
        return None
    at = Span(build.span.path, build.span.end, build.span.end)
    return (*moved, Edit(at, f" && zip -j {written}.zip {written}/{BOOTSTRAP}"))
