"""How programs that share a folder of binaries get folders and packages of their own."""

from __future__ import annotations

import posixpath

from lambdalint.api import Build, Context, Edit, Function, Known, Span, pattern
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._binaries import binary_path, is_moved, is_written
from lambdalint_rules.packaging._edits import extended
from lambdalint_rules.packaging._obstacle import Obstacle
from lambdalint_rules.packaging._renaming import by_target, in_own_folder
from lambdalint_rules.packaging._uses import uses_of

Edits = tuple[Edit, ...]

_REFERENCE = pattern(r"\$?\{\{[^{}]*\}\}")


def separated(function: Function, build: Build, ctx: Context) -> Edits | Obstacle:
    """Edits that give a function, which deploys a folder of binaries, a folder of its own with `bootstrap` in it."""
    path = binary_path(build, ctx.project)
    deployed = function.package.path if function.package is not None else None
    if path is None or not isinstance(deployed, Known) or not is_written(build.output) or is_moved(build):
        return Obstacle(build.span, f"{function.label} deploys several binaries, and this one can't get its own folder")
    if posixpath.normpath(deployed.value) != posixpath.dirname(path) or tuple(uses_of(path, ctx)):
        return Obstacle(deployed.span, f"{function.label} deploys several binaries, packed together")
    name = posixpath.basename(path)
    slashed = ctx.text(deployed.span).rstrip("\"'").endswith("/")
    moved = extended(deployed, f"{name}/" if slashed else f"/{name}", ctx)
    inner = in_own_folder(build, (), ctx)
    if isinstance(inner, Obstacle):
        return inner
    return inner + moved if moved else Obstacle(deployed.span, f"the folder isn't written here as {deployed.value}")


def zipped(build: Build, ctx: Context) -> Edits | Obstacle:
    """Edits that make a command write `bootstrap` into a folder named like its binary, and a zip of it beside that."""
    made = by_target(build, ctx)
    path, output = binary_path(made, ctx.project), made.output
    if path is None or not isinstance(output, Known) or is_moved(build) or not is_written(output):
        return Obstacle(build.span, "the command doesn't say where the binary ends up")
    packed = next(uses_of(path, ctx), None)
    if packed is not None:
        return Obstacle(packed.place.span, "the binary is also packed here")
    folder = "$(@D)" if made is not build else ctx.text(output.via[0] if output.via else output.span).strip("\"'")
    tags = build.tags.slot if isinstance(build.tags, Known) else None
    command = ctx.text(build.span)
    goes_on = tags is not None and build.span.contains(tags.span) and " -C" not in command
    goes_on = goes_on and not command.startswith("xargs")
    bare = _REFERENCE.sub("", folder)
    if not goes_on or posixpath.basename(path) == BOOTSTRAP or any(mark in path + bare for mark in " \t\"'\\"):
        return Obstacle(build.span, "no command that packs the binary can be written behind this one")
    moved = in_own_folder(made, (), ctx)
    if isinstance(moved, Obstacle):
        return moved
    at = Span(build.span.path, build.span.end, build.span.end)
    mark = '"' if _is_quoted(output, build, ctx) else ""
    binary = "$@" if made is not build else f"{folder}/{BOOTSTRAP}"
    return (*moved, Edit(at, f"{_then(build, ctx)}zip -j {mark}{folder}.zip{mark} {mark}{binary}{mark}"))


def _then(build: Build, ctx: Context) -> str:
    """What comes between two commands: the next line of a script, which `set -e` ends where the first fails."""
    source = ctx.project.sources[build.span.path]
    start, _ = source.line_bounds(source.line_of(build.span.start))
    _, end = source.line_bounds(source.line_of(build.span.end))
    indent, rest = source.text(start, build.span.start), source.text(build.span.end, end)
    is_script = build.span.path.endswith((".sh", ".bash")) or source.data.startswith(b"#!")
    return f"\n{indent}" if is_script and not indent.strip() and not rest and b"\r" not in source.data else " && "


def _is_quoted(output: Known[str], build: Build, ctx: Context) -> bool:
    """True where the command itself writes a path between double quotes."""
    place = output.via[0] if output.via else output.span
    data = ctx.project.sources[place.path].data
    marked = data[place.start - 1 : place.start] == b'"' == data[place.end : place.end + 1]
    return marked and build.span.contains(place) and data[place.start - 2 : place.start - 1] != b"\\"
