"""How the package of a function that starts another file comes to hold `bootstrap`."""

from __future__ import annotations

import posixpath

from lambdalint.api import Build, Context, Edit, Function, Known, Project, Slot
from lambdalint.data.runtimes import BOOTSTRAP, GO
from lambdalint_rules.packaging._binaries import binary_path, programs, same_binary
from lambdalint_rules.packaging._builds import NORPC, binary_name, is_compiled_by_tool, unlinked_builds
from lambdalint_rules.packaging._edits import inserted, rename
from lambdalint_rules.packaging._renaming import renamed_output
from lambdalint_rules.packaging._separating import separated, zipped

Edits = tuple[Edit, ...]


def repacked(function: Function, ctx: Context) -> Edits | None:
    """Edits that make the package hold `bootstrap`."""
    project = ctx.project
    if is_compiled_by_tool(function, project):
        return _compiled(function, ctx)
    builds = project.builds_of(function)
    if function.package is not None and function.package.artifact_slot is not None:
        return _zipped(function, function.package.artifact_slot, ctx)
    if not builds:
        return None if any(unlinked_builds(project)) else _archived(function, ctx)
    several = len({programs(build) for build in builds}) > 1
    edits: Edits = ()
    if several:  # and the package has room for one `bootstrap` only
        builds = _own(function, builds, ctx)
    for build in builds:
        renamed = separated(function, build, ctx) if several else _output(build, ctx)
        if renamed is None or not all(_moves(b, project) for b in same_binary(build, project)):
            return None
        edits += renamed + _tags(build)
    return edits if builds else None


def _compiled(function: Function, ctx: Context) -> Edits | None:
    """The tool names the binary; the builder that the old runtime stood for must be named from now on."""
    method = function.build_method
    if function.handler_derived or not isinstance(method, Known):
        return ()
    edits = method.write(method.value) if method.default else ()
    if method.default and not edits:
        return None
    # who deploys without the builder compiles into the folder of the sources
    own = function.build_script is None
    for build in ctx.project.builds.builds:
        path = binary_path(build, ctx.project)
        inside = path is not None and isinstance(function.source, Known) and _lies_in(path, function.source.value)
        if inside and build.stage is None:
            renamed = _output(build, ctx)
            if renamed is None:
                return None
            edits += renamed + _tags(build)
            own = own or build in ctx.project.builds_of(function)
    return edits if own else None


def _lies_in(path: str, folder: str) -> bool:
    return posixpath.dirname(path) == ("" if folder == "." else posixpath.normpath(folder))


def _zipped(function: Function, slot: Slot, ctx: Context) -> Edits | None:
    """The tool packs a binary with its folders: a zip with `bootstrap` at its root takes the place of that."""
    builds, handler = ctx.project.builds_of(function), function.handler
    if not builds:
        nested = isinstance(handler, Known) and "/" in handler.value.removeprefix("./")
        return None if nested or any(unlinked_builds(ctx.project)) else ()
    edits: Edits = ()
    for build in builds:
        packed = zipped(build, ctx) if all(_moves(b, ctx.project) for b in same_binary(build, ctx.project)) else None
        path = binary_path(build, ctx.project)
        if packed is None:
            return None
        edits += packed + _tags(build) + inserted(slot, slot.spell(f"{path}.zip"))
    return edits


def _own(function: Function, builds: tuple[Build, ...], ctx: Context) -> tuple[Build, ...]:
    """The builds whose binary the handler of a function names."""
    handler = function.handler
    name = posixpath.basename(handler.value) if isinstance(handler, Known) else ""
    return tuple(b for b in builds if posixpath.basename(binary_path(b, ctx.project) or "") == name)


def _moves(build: Build, project: Project) -> bool:
    """True where all functions that run a binary come from the same runtime."""
    functions = project.functions_of_build(build)
    return bool(functions) and all(isinstance(f.runtime, Known) and f.runtime.value == GO for f in functions)


def _archived(function: Function, ctx: Context) -> Edits | None:
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
                    return None
                edits += renamed
    return edits


def _output(build: Build, ctx: Context) -> Edits | None:
    """Edits that make a build write `bootstrap`, and all that packs it take that file."""
    return () if binary_name(build, ctx.project) == BOOTSTRAP else renamed_output(build, ctx)


def _tags(build: Build) -> Edits:
    tags = build.tags
    if not isinstance(tags, Known) or NORPC in tags.value:
        return ()
    return tags.write((*tags.value, NORPC))
