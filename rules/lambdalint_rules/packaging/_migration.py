"""The way from an old runtime to the recommended one, whole or not at all."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from lambdalint.api import Build, Context, Edit, Function, Known, Value
from lambdalint.data.runtimes import BOOTSTRAP, GO, LIFECYCLES, RECOMMENDED
from lambdalint_rules.packaging._builds import binary_name, is_compiled_by_tool, unlinked_builds
from lambdalint_rules.packaging._edits import inserted, migrated_together, packed_from, rename, united

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
    method = function.build_method
    if is_compiled_by_tool(function, ctx.project) and isinstance(method, Known):
        # the builder that the old runtime stood for must be named from now on
        return (method.write(method.value) or None) if method.default else ()
    builds = ctx.project.builds_of(function)
    if not builds:
        return None if any(unlinked_builds(ctx.project)) else _archived(function, ctx)
    edits: Edits = ()
    for build in builds:
        renamed = _output(build, ctx)
        if renamed is None:
            return None
        edits += renamed + _tags(build)
    return edits


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
    name = binary_name(build, ctx.project)
    if name == BOOTSTRAP:
        return ()
    return renamed_output(build, ctx)


def renamed_output(build: Build, ctx: Context) -> Edits | None:
    """Edits that give the binary of a build the name `bootstrap`; None where that can't be done surely."""
    name = binary_name(build, ctx.project)
    if build.renamed is not None or name is None:
        return None
    if build.output is None:
        if build.output_slot is None or not isinstance(build.folder, Known):
            return None
        edits = inserted(build.output_slot, build.output_slot.spell(BOOTSTRAP))
        places = tuple(packed_from(posixpath.join(build.folder.value, name), ctx.project))
    elif _is_written(build.output) and isinstance(build.output, Known):
        edits = ()
        places = (build.output, *packed_from(build.output.value, ctx.project))
    else:
        return None
    for place in places:
        renamed = rename(place, BOOTSTRAP, ctx)
        if not renamed:
            return None
        edits += renamed
    return edits


def _is_written(output: Value[str]) -> bool:
    """True for a file whose name stands in the command itself, if only behind a variable."""
    return isinstance(output, Known) and not (output.slot is None and output.via) and not output.value.endswith("/")


def _tags(build: Build) -> Edits:
    tags = build.tags
    if not isinstance(tags, Known) or NORPC in tags.value:
        return ()
    return tags.write((*tags.value, NORPC))
