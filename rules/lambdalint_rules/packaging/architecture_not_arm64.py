"""A Go function runs on x86_64.

## Why it matters
The same duration costs 20 % less on arm64, and Go compiles for it by a change of `GOARCH` alone. Nobody chooses the
default on purpose.

## When it stays silent
The runtime is `go1.x` (it has no other architecture), the build uses cgo, a layer is attached that isn't known to be
for arm64, or the architecture is not known before deployment.

## Fix safety
Unsafe: the function moves to another processor. The builds that are linked to it change with it. The fix is not
offered where one of them can't be changed, nor for an image whose platform is chosen out of sight: the finding then
says what stands in the way.

## References
- AWS Lambda developer guide, "Selecting and configuring an instruction set architecture":
  https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Finding, GoFunctionDeployment, Known, Project, Rule, Severity
from lambdalint.data.architectures import ARM64, X86_64
from lambdalint.data.cgo_modules import needs_cgo
from lambdalint.data.runtimes import GO
from lambdalint_rules.packaging._builds import unlinked_builds

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

    from lambdalint_rules.packaging._obstacle import way_out  # seldom needed
    from lambdalint_rules.packaging._processors import way_to_arm64

    how = f"on {X86_64} by default" if chosen.default else f"on {X86_64}"
    fix, obstacle = way_out(f"run on {ARM64}", way_to_arm64(function, ctx))
    yield Finding(
        chosen.span,
        f"{function.label} runs {how}, the same duration costs 20 % less on {ARM64}",
        related=obstacle,
        fix=fix,
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
