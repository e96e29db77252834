"""How the package of a function that starts another file comes to hold `bootstrap`."""

from __future__ import annotations

import posixpath

from lambdalint.api import Build, Context, Edit, Function, Known, Slot
from lambdalint.data.runtimes import BOOTSTRAP, GO
from lambdalint_rules.packaging._binaries import binary_path, programs, same_binary
from lambdalint_rules.packaging._builds import NORPC, binary_name, is_compiled_by_tool, unlinked_builds
from lambdalint_rules.packaging._edits import inserted, rename
from lambdalint_rules.packaging._obstacle import Obstacle
from lambdalint_rules.packaging._renaming import renamed_output
from lambdalint_rules.packaging._separating import separated, zipped

Edits = tuple[Edit, ...]


def repacked(function: Function, ctx: Context) -> Edits | Obstacle:
    """Edits that make the package hold `bootstrap`."""
    project = ctx.project
    if is_compiled_by_tool(function, project):
        return _compiled(function, ctx)
    builds = project.builds_of(function)
    if function.package is not None and function.package.artifact_slot is not None:
        return _zipped(function, function.package.artifact_slot, ctx)
    if not builds:
        return unlinked(function, ctx) or _archived(function, ctx)
    several = len({programs(build) for build in builds}) > 1
    edits: Edits = ()
    if several:  # and the package has room for one `bootstrap` only
        builds = _own(function, builds, ctx)
    for build in builds:
        part = separated(function, build, ctx) if several else _output(build, ctx)
        part = _unmoved(build, ctx) or part
        if isinstance(part, Obstacle):
            return part
        edits += part + _tags(build)
    return edits if builds else Obstacle(function.span, f"which of its binaries {function.label} starts isn't known")


def unlinked(function: Function, ctx: Context) -> Obstacle | None:
    """A build that may make what a function runs, where none is known to."""
    build = next(unlinked_builds(ctx.project), None)
    return Obstacle(build.span, f"whether this makes what {function.label} runs isn't known") if build else None


def _compiled(function: Function, ctx: Context) -> Edits | Obstacle:
    """The tool names the binary; the builder that the old runtime stood for must be named from now on."""
    method = function.build_method
    if function.handler_derived or not isinstance(method, Known):
        return ()
    edits = method.write(method.value) if method.default else ()
    if method.default and not edits:
        return Obstacle(method.span, f"what builds {function.label} can't be named here")
    # who deploys without the builder compiles into the folder of the sources
    own = function.build_script is None
    for build in ctx.project.builds.builds:
        path = binary_path(build, ctx.project)
        inside = path is not None and isinstance(function.source, Known) and _lies_in(path, function.source.value)
        if inside and build.stage is None:
            renamed = _output(build, ctx)
            if isinstance(renamed, Obstacle):
                return renamed
            edits += renamed + _tags(build)
            own = own or build in ctx.project.builds_of(function)
    return edits if own else Obstacle(method.span, f"how {function.label} is compiled isn't known")


def _lies_in(path: str, folder: str) -> bool:
    return posixpath.dirname(path) == ("" if folder == "." else posixpath.normpath(folder))


def _zipped(function: Function, slot: Slot, ctx: Context) -> Edits | Obstacle:
    """The tool packs a binary with its folders: a zip with `bootstrap` at its root takes the place of that."""
    builds, handler = ctx.project.builds_of(function), function.handler
    if not builds:
        if isinstance(handler, Known) and "/" in handler.value.removeprefix("./"):
            return unlinked(function, ctx) or Obstacle(handler.span, f"no command that makes {handler.value} is known")
        return unlinked(function, ctx) or ()
    edits: Edits = ()
    for build in builds:
        packed = _unmoved(build, ctx) or zipped(build, ctx)
        if isinstance(packed, Obstacle):
            return packed
        path = binary_path(build, ctx.project)
        edits += packed + _tags(build) + inserted(slot, slot.spell(f"{path}.zip"))
    return edits


def _own(function: Function, builds: tuple[Build, ...], ctx: Context) -> tuple[Build, ...]:
    """The builds whose binary the handler of a function names."""
    handler = function.handler
    name = posixpath.basename(handler.value) if isinstance(handler, Known) else ""
    return tuple(b for b in builds if posixpath.basename(binary_path(b, ctx.project) or "") == name)


def _unmoved(build: Build, ctx: Context) -> Obstacle | None:
    """A function that runs what a command makes, and doesn't come from the same runtime."""
    for made in same_binary(build, ctx.project):
        functions = ctx.project.functions_of_build(made)
        if not functions:
            return Obstacle(made.span, "the same command makes a binary of which the function isn't known")
        for function in functions:
            if not isinstance(function.runtime, Known) or function.runtime.value != GO:
                return Obstacle(function.span, f"the same command is for {function.label}, which isn't on {GO}")
    return None


def _archived(function: Function, ctx: Context) -> Edits | Obstacle:
    """Renames the binary in the archive that a function deploys, where nothing in the project builds it."""
    handler, package = function.handler, function.package
    if not isinstance(handler, Known) or package is None or not isinstance(package.path, Known):
        return ()
    edits: Edits = ()
    for archive in ctx.project.infra.archives:
        if not isinstance(archive.output, Known) or archive.output.value != package.path.value:
            continue
        for source in archive.sources:
            if isinstance(source, Known) and posixpath.basename(source.value) == handler.value != BOOTSTRAP:
                renamed = rename(source, BOOTSTRAP, ctx)
                if not renamed:
                    return Obstacle(source.span, f"the binary isn't named here as {handler.value}")
                edits += renamed
    return edits


def _output(build: Build, ctx: Context) -> Edits | Obstacle:
    """Edits that make a build write `bootstrap`, and all that packs it take that file."""
    return () if binary_name(build, ctx.project) == BOOTSTRAP else renamed_output(build, ctx)


def _tags(build: Build) -> Edits:
    tags = build.tags
    if not isinstance(tags, Known) or NORPC in tags.value:
        return ()
    return tags.write((*tags.value, NORPC))
