"""A Go function runs on x86_64.

## Why it matters
The same duration costs 20 % less on arm64, and Go compiles for it by a change of `GOARCH` alone. Nobody chooses the
default on purpose.

## When it stays silent
The runtime is `go1.x` (it has no other architecture), the build uses cgo, a layer is attached that isn't known to be
for arm64, or the architecture is not known before deployment.

## Fix safety
Unsafe: the function moves to another processor. The builds that are linked to it change with it. The fix is not
offered where one of them can't be changed, nor for an image whose platform is chosen out of sight.

## References
- AWS Lambda developer guide, "Selecting and configuring an instruction set architecture":
  https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Build,
    Context,
    Edit,
    Finding,
    Fix,
    Function,
    GoFunctionDeployment,
    Known,
    Project,
    Rule,
    Severity,
    Span,
    Value,
)
from lambdalint.data.architectures import ARM64, GOARCH, X86_64
from lambdalint.data.cgo_modules import needs_cgo
from lambdalint.data.runtimes import GO
from lambdalint_rules.packaging._builds import is_compiled_by_tool, unlinked_builds

rule = Rule(
    code="LL304",
    name="architecture-not-arm64",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    chosen = function.architectures
    if not _could_move(deployed, ctx.project) or not isinstance(chosen, Known) or chosen.value != (X86_64,):
        return

    how = f"on {X86_64} by default" if chosen.default else f"on {X86_64}"
    edits = _edits(function, ctx)
    yield Finding(
        chosen.span,
        f"{function.label} runs {how}, the same duration costs 20 % less on {ARM64}",
        fix=Fix(f"run on {ARM64}", edits, Applicability.UNSAFE) if edits else None,
        anchor=function.label,
    )


def _could_move(deployed: GoFunctionDeployment, project: Project) -> bool:
    function = deployed.function
    if isinstance(function.runtime, Known):
        if function.runtime.value == GO:
            return False
    elif not (isinstance(function.package_type, Known) and function.package_type.value == "Image"):
        return False
    layers = function.layers
    if not isinstance(layers, Known) or not all("arm" in layer.lower() for layer in layers.value):
        return False
    # where it isn't known what runs, it may be any program
    programs = project.code.programs if deployed.program is None else (deployed.program,)
    builds = deployed.builds if deployed.program is not None else (*deployed.builds, *unlinked_builds(project))
    if any(needs_cgo(program.imports) for program in programs):
        return False
    return not any(isinstance(build.cgo, Known) and build.cgo.value == "1" for build in builds)


def _edits(function: Function, ctx: Context) -> tuple[Edit, ...] | None:
    """The attribute and the builds of all functions that change together, or None."""
    from lambdalint_rules.packaging._edits import migrated_together, united  # seldom needed
    from lambdalint_rules.packaging._platforms import image_for_arm64

    edits: list[Edit] = []
    for member in migrated_together(function, ctx.project, lambda f: _chosen(f, ctx.project)):
        chosen = member.architectures
        built = image_for_arm64(member, ctx) if member.image is not None else _builds(member, ctx)
        if built is None or not isinstance(chosen, Known) or not ctx.project.is_go(member):
            return None
        moved = () if chosen.value == (ARM64,) else chosen.write((ARM64,))
        if not moved and chosen.value != (ARM64,):
            return None
        edits += (*moved, *built)
    return united(edits) or None


def _chosen(function: Function, project: Project) -> tuple[Value[tuple[str, ...]] | Value[str], ...]:
    """The places that say the processor of a function."""
    return (function.architectures, *(build.goarch for build in project.builds_of(function)))


def _builds(member: Function, ctx: Context) -> tuple[Edit, ...] | None:
    """The processor of all builds of a zip function; None where one of them can't change, or isn't known."""
    project = ctx.project
    if not isinstance(member.runtime, Known) or member.runtime.value == GO:
        return None
    if is_compiled_by_tool(member, project):
        return ()
    builds = project.builds_of(member)
    if not builds and not all(_compiles_for(build, ARM64) for build in unlinked_builds(project)):
        return None
    edits: tuple[Edit, ...] = ()
    for build in builds:
        if _compiles_for(build, ARM64):
            continue
        compiled = build.goarch.write(GOARCH[ARM64]) if isinstance(build.goarch, Known) else ()
        if not compiled or not _is_for_functions_only(build, project):
            return None
        edits += compiled
    return edits


def _is_for_functions_only(build: Build, project: Project) -> bool:
    """True where everything that the same command or variable builds goes into functions."""
    place = _place(build)
    beside = [b for b in project.builds.builds if b.span == build.span or (place is not None and _place(b) == place)]
    return all(project.functions_of_build(other) for other in beside)


def _place(build: Build) -> Span | None:
    """Where the processor of a build is written."""
    goarch = build.goarch
    return goarch.slot.span if isinstance(goarch, Known) and goarch.slot is not None else None


def _compiles_for(build: Build, architecture: str) -> bool:
    return isinstance(build.goarch, Known) and build.goarch.value == GOARCH[architecture]
