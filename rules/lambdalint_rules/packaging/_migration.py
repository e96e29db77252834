"""The way from an old runtime to the recommended one, whole or not at all."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from lambdalint.api import Build, Context, Edit, Function, Known, Project, Value
from lambdalint.data.runtimes import BOOTSTRAP, GO, LIFECYCLES, RECOMMENDED
from lambdalint_rules.packaging._builds import binary_name, is_compiled_by_tool, unlinked_builds
from lambdalint_rules.packaging._edits import migrated_together, rename, united
from lambdalint_rules.packaging._renaming import binary_path, renamed_output, same_command, separated

NORPC = "lambda.norpc"

Edits = tuple[Edit, ...]


def migration(function: Function, ctx: Context) -> Edits | None:
    """All edits that bring a function, and those that share its texts, to the recommended runtime.

    None when a part can't be rewritten: a half migration is worse than none.
    """
    edits: list[Edit] = []
    for member in migrated_together(function, ctx.project, _literals):
        part = _of_function(member, ctx) if ctx.project.is_go(member) else None
        if part is None:
            return None
        edits += part
    return united(edits) or None


def _literals(function: Function) -> Iterable[Value[str] | None]:
    return (function.runtime, function.handler)


def _of_function(function: Function, ctx: Context) -> Edits | None:
    runtime = function.runtime
    if not isinstance(runtime, Known):
        return None
    if runtime.value not in LIFECYCLES or runtime.value == RECOMMENDED:
        return ()
    edits = runtime.write(RECOMMENDED)
    if not edits:
        return None
    if runtime.value != GO:
        return edits
    handler, package = _handler(function), _package(function, ctx)
    return None if handler is None or package is None else edits + handler + package


def _handler(function: Function) -> Edits | None:
    handler = function.handler
    if not isinstance(handler, Known):
        return None
    if handler.value == BOOTSTRAP or function.handler_derived:
        return ()
    return handler.write(BOOTSTRAP) or None


def _package(function: Function, ctx: Context) -> Edits | None:
    """Edits that make the package hold `bootstrap`."""
    project = ctx.project
    if is_compiled_by_tool(function, project):
        return _compiled(function, ctx)
    builds = project.builds_of(function)
    if not builds:
        return None if any(unlinked_builds(project)) else _archived(function, ctx)
    several = len({build.packages for build in builds}) > 1
    edits: Edits = ()
    if several:  # and the package has room for one `bootstrap` only
        builds = _own(function, builds, ctx)
    for build in builds:
        renamed = separated(function, build, ctx) if several else _output(build, ctx)
        if renamed is None or not all(_moves(b, project) for b in same_command(build, project)):
            return None
        edits += renamed + _tags(build)
    return edits if builds else None


def _own(function: Function, builds: tuple[Build, ...], ctx: Context) -> tuple[Build, ...]:
    """The builds whose binary the handler of a function names."""
    handler = function.handler
    name = posixpath.basename(handler.value) if isinstance(handler, Known) else ""
    return tuple(b for b in builds if posixpath.basename(binary_path(b, ctx.project) or "") == name)


def _moves(build: Build, project: Project) -> bool:
    """True where all functions that run a binary come from the same runtime."""
    functions = project.functions_of_build(build)
    return bool(functions) and all(isinstance(f.runtime, Known) and f.runtime.value == GO for f in functions)


def _compiled(function: Function, ctx: Context) -> Edits | None:
    """The tool names the binary; the builder that the old runtime stood for must be named from now on."""
    method = function.build_method
    if function.handler_derived or not isinstance(method, Known):
        return ()
    edits = method.write(method.value) if method.default else ()
    if method.default and not edits:
        return None
    # who deploys without the builder compiles into the folder of the sources
    for build in ctx.project.builds.builds:
        path = binary_path(build, ctx.project)
        inside = path is not None and isinstance(function.source, Known) and _lies_in(path, function.source.value)
        if inside and build.stage is None:
            renamed = _output(build, ctx)
            if renamed is None:
                return None
            edits += renamed + _tags(build)
    return edits


def _lies_in(path: str, folder: str) -> bool:
    return posixpath.dirname(path) == ("" if folder == "." else posixpath.normpath(folder))


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
