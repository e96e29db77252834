"""Everything that decides which processor a function and its builds are for."""

from __future__ import annotations

import posixpath

from lambdalint.api import Build, Context, Edit, Function, Known, Project, Span, Value
from lambdalint.data.architectures import ARM64, GOARCH, X86_64
from lambdalint.data.runtimes import GO
from lambdalint_rules.packaging._builds import is_compiled_by_tool, unlinked_builds
from lambdalint_rules.packaging._edits import migrated_together, united
from lambdalint_rules.packaging._obstacle import Obstacle
from lambdalint_rules.packaging._platforms import image_for_arm64

BOOTSTRAP = "bootstrap"


def way_to_arm64(function: Function, ctx: Context) -> tuple[Edit, ...] | Obstacle:
    """The attribute and the builds of all functions that change together."""
    edits: list[Edit] = []
    for member in migrated_together(function, ctx.project, lambda f: _chosen(f, ctx.project)):
        chosen = member.architectures
        if not ctx.project.is_go(member):
            return Obstacle(member.span, f"{member.label} would change too, which is no Go function")
        if not isinstance(chosen, Known):
            return Obstacle(chosen.span, f"the architecture of {member.label} isn't known")
        built = image_for_arm64(member, ctx) if member.image is not None else _builds(member, ctx)
        if isinstance(built, Obstacle):
            return built
        moved = () if chosen.value == (ARM64,) else chosen.write((ARM64,))
        if not moved and chosen.value != (ARM64,):
            return Obstacle(chosen.span, f"the architecture of {member.label} can't be written here")
        edits += (*moved, *built)
    return united(edits) or Obstacle(function.span, "the functions that change together need different texts")


def _chosen(function: Function, project: Project) -> tuple[Value[tuple[str, ...]] | Value[str], ...]:
    """The places that say the processor of a function."""
    builds = (build for build in project.builds_of(function) if not _follows(build, function, project))
    return (function.architectures, *(build.goarch for build in builds))


def _builds(member: Function, ctx: Context) -> tuple[Edit, ...] | Obstacle:
    """The processor of all builds of a zip function."""
    project = ctx.project
    if not isinstance(member.runtime, Known) or member.runtime.value == GO:
        return Obstacle(member.span, f"{member.label} would change too, which may need {X86_64}")
    if is_compiled_by_tool(member, project):
        return _beside_the_tool(member, project)
    builds = project.builds_of(member)
    other = next((b for b in unlinked_builds(project) if not _compiles_for(b, ARM64)), None)
    if not builds and other is not None:
        return Obstacle(other.span, f"whether this makes what {member.label} runs isn't known")
    edits: tuple[Edit, ...] = ()
    for build in builds:
        if _compiles_for(build, ARM64) or _follows(build, member, project):
            continue
        compiled = build.goarch.write(GOARCH[ARM64]) if isinstance(build.goarch, Known) else ()
        if not compiled:
            return Obstacle(build.goarch.span, "GOARCH can't be written here")
        other = _beside(build, project)
        if other is not None:
            return Obstacle(other.span, f"the same text decides the {other.label}, which no known function runs")
        edits += compiled
    return edits


def _beside_the_tool(member: Function, project: Project) -> tuple[Edit, ...]:
    """The processor of what is built by hand into the folder that the tool compiles: it may be packed instead."""
    folder = member.source.value if isinstance(member.source, Known) else ""
    made = posixpath.normpath(posixpath.join(folder, BOOTSTRAP))
    edits: tuple[Edit, ...] = ()
    for build in unlinked_builds(project):
        there = isinstance(build.output, Known) and posixpath.normpath(build.output.value) == made
        alone = sum(_place(b) == _place(build) for b in project.builds.builds) == 1
        if there and alone and isinstance(build.goarch, Known) and build.goarch.value == GOARCH[X86_64]:
            edits += build.goarch.write(GOARCH[ARM64])
    return edits


def _beside(build: Build, project: Project) -> Build | None:
    """What the same command or variable builds, and no function is known to run."""
    place = _place(build)
    beside = [b for b in project.builds.builds if b.span == build.span or (place is not None and _place(b) == place)]
    return next((other for other in beside if not project.functions_of_build(other)), None)


def _place(build: Build) -> Span | None:
    """Where the processor of a build is written."""
    goarch = build.goarch
    return goarch.slot.span if isinstance(goarch, Known) and goarch.slot is not None else None


def _follows(build: Build, function: Function, project: Project) -> bool:
    """True where the processor of a function itself chooses the one that the build is for."""
    said, place = build.goarch, function.architectures.span
    if not isinstance(said, Known) or not said.value:
        return False
    choices = (choice.span for choice in project.infra.choices if choice.by == place)
    return any(span.contains(said.span) or said.span.contains(span) for span in choices)


def _compiles_for(build: Build, architecture: str) -> bool:
    return isinstance(build.goarch, Known) and build.goarch.value == GOARCH[architecture]
