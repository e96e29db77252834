"""A Go function runs on x86_64.

## Why it matters
The same duration costs 20 % less on arm64, and Go compiles for it by a change of `GOARCH` alone. Nobody chooses the
default on purpose.

## When it stays silent
The runtime is `go1.x` (it has no other architecture), the build uses cgo, a layer is attached that isn't known to be
for arm64, or the architecture is not known before deployment.

## Fix safety
Unsafe: the function moves to another processor. The builds that are linked to it change with it. The fix is not
offered where one of them can't be changed, nor for images, whose platform is chosen elsewhere.

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
    Rule,
    Severity,
)
from lambdalint.data.architectures import ARM64, GOARCH, X86_64
from lambdalint.data.cgo_modules import needs_cgo
from lambdalint.data.runtimes import GO
from lambdalint_rules.packaging._builds import is_compiled_by_tool, unlinked_builds
from lambdalint_rules.packaging._edits import migrated_together, united

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
    if not _could_move(deployed) or not isinstance(chosen, Known) or chosen.value != (X86_64,):
        return

    how = f"on {X86_64} by default" if chosen.default else f"on {X86_64}"
    edits = _edits(function, ctx)
    yield Finding(
        chosen.span,
        f"{function.label} runs {how}, the same duration costs 20 % less on {ARM64}",
        fix=Fix(f"run on {ARM64}", edits, Applicability.UNSAFE) if edits else None,
        anchor=function.label,
    )


def _could_move(deployed: GoFunctionDeployment) -> bool:
    function = deployed.function
    if isinstance(function.runtime, Known):
        if function.runtime.value == GO:
            return False
    elif not (isinstance(function.package_type, Known) and function.package_type.value == "Image"):
        return False
    layers = function.layers
    if not isinstance(layers, Known) or not all("arm" in layer.lower() for layer in layers.value):
        return False
    if deployed.program is not None and needs_cgo(deployed.program.imports):
        return False
    return not any(isinstance(build.cgo, Known) and build.cgo.value == "1" for build in deployed.builds)


def _edits(function: Function, ctx: Context) -> tuple[Edit, ...] | None:
    """The attribute and the builds of all functions that change together, or None."""
    edits: list[Edit] = []
    if not isinstance(function.runtime, Known):
        return None
    for member in migrated_together(function, ctx.project, lambda f: (f.architectures,)):
        chosen = member.architectures
        tool = is_compiled_by_tool(member, ctx.project)
        builds = () if tool else ctx.project.builds_of(member)
        if not isinstance(chosen, Known) or not ctx.project.is_go(member):
            return None
        others = () if builds or tool else unlinked_builds(ctx.project)
        if any(not _compiles_for(b, ARM64) for b in others):
            return None
        if isinstance(member.runtime, Known) and member.runtime.value == GO:
            return None
        moved = () if chosen.value == (ARM64,) else chosen.write((ARM64,))
        compiled = [b.goarch.write(GOARCH[ARM64]) for b in builds if isinstance(b.goarch, Known)]
        if (not moved and chosen.value != (ARM64,)) or len(compiled) < len(builds):
            return None
        if not all(c or _compiles_for(b, ARM64) for b, c in zip(builds, compiled, strict=True)):
            return None
        edits += [*moved, *(e for b, c in zip(builds, compiled, strict=True) if not _compiles_for(b, ARM64) for e in c)]
    return united(edits) or None


def _compiles_for(build: Build, architecture: str) -> bool:
    return isinstance(build.goarch, Known) and build.goarch.value == GOARCH[architecture]
