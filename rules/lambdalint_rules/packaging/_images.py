"""A Dockerfile on the image of `go1.x`, written anew for an image that has no Go runtime."""

from __future__ import annotations

import posixpath

from lambdalint.api import Context, Edit, Known, Span, Stage
from lambdalint_rules.packaging._builds import NORPC

TASK_ROOT = "/var/task"
"""Where the base images of Lambda look for a function."""


def rebuilt(stage: Stage, target: str, ctx: Context) -> tuple[Edit, ...]:
    """All edits that make a stage start its program itself; only the image where it can't be told what that is."""
    base, command = stage.base, stage.command
    edits = base.write(target) if isinstance(base, Known) else ()
    if not edits or stage.start_slot is None or not isinstance(command, Known) or not command.value:
        return edits
    name = command.value[0]
    if "/" in name:
        return edits
    slot = stage.start_slot
    edits += (Edit(slot.span, slot.before + slot.spell((f"{TASK_ROOT}/{name}",)) + slot.after),)
    stages = {s.key for s in ctx.project.builds.stages if s.path == stage.path}
    builds = [build for build in ctx.project.builds.builds if build.stage in stages]
    for build in builds:
        if isinstance(build.tags, Known) and NORPC not in build.tags.value:
            edits += build.tags.write((*build.tags.value, NORPC))
    return edits if builds else edits + _compiled(stage, name, ctx)


def _compiled(stage: Stage, name: str, ctx: Context) -> tuple[Edit, ...]:
    """A stage of its own compiles the program, where it was copied into the image ready-made."""
    copied = [
        source
        for source, _, origin in stage.copies
        if origin is None and isinstance(source, Known) and posixpath.basename(source.value) == name
    ]
    package = _package(stage, name, ctx)
    if len(copied) != 1 or package is None or len([s for s in ctx.project.builds.stages if s.path == stage.path]) > 1:
        return ()
    versions = [module.go for module in ctx.project.code.modules]
    version = ".".join(map(str, max(versions))) if versions else "1"
    lines = (
        f"FROM golang:{version} AS build",
        "WORKDIR /src",
        "COPY . .",
        f"RUN CGO_ENABLED=0 go build -tags {NORPC} -o /{name} {package}",
    )
    at = Span(stage.path, stage.span.start, stage.span.start)
    first = Edit(at, "\n".join(lines) + "\n\n")
    return first, Edit(copied[0].span, f"--from=build /{name}")


def _package(stage: Stage, name: str, ctx: Context) -> str | None:
    """What is compiled, as seen from the folder of a Dockerfile: the only program below it, or the one of that name."""
    around = posixpath.dirname(stage.path)
    folders = [program.folder for program in ctx.project.code.programs]
    below = [f for f in folders if not around or f == around or f.startswith(f"{around}/")]
    found = below if len(below) == 1 else [f for f in below if posixpath.basename(f) == name]
    if not folders:
        return "."  # the sources are elsewhere
    if len(found) != 1:
        return None
    inner = posixpath.relpath(found[0] or ".", around or ".")
    return "." if inner == "." else f"./{inner}"
