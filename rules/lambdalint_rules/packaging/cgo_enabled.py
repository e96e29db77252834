"""A build for Lambda leaves cgo on.

## Why it matters
With cgo, packages such as `net` and `os/user` link the C library of the machine that builds. When that is newer than
the one of the runtime, the function dies at start with `GLIBC_… not found`. Without cgo the binary needs no library.

## When it stays silent
The program needs cgo (`import "C"`, or a library that is known to), the binary is linked statically, the image that
builds has no C compiler or is the one that runs the binary, the build is a cross-compilation (Go then switches cgo
off), or a setting is not known before the build runs.

## Fix safety
Unsafe: name resolution moves from the C library to Go.

## References
- Package documentation of cmd/cgo: https://pkg.go.dev/cmd/cgo
- README of github.com/aws/aws-lambda-go, "Building your function"
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Build, Context, Finding, Known, Project, Rule, Severity
from lambdalint.data.cgo_modules import needs_cgo
from lambdalint_rules.packaging._builds import SWITCHED_OFF, is_first_for_lambda

rule = Rule(
    code="LL307",
    name="cgo-enabled",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(Build)
def check(build: Build, ctx: Context) -> Iterator[Finding]:
    cgo = build.cgo
    if not isinstance(cgo, Known) or not is_first_for_lambda(build, ctx.project, _is_on):
        return
    if any(_needs_cgo(b, ctx.project) for b in ctx.project.builds.builds if b.span == build.span):
        return
    if _runs_where_built(build, ctx.project):
        return

    said = "CGO_ENABLED=1" if cgo.value == "1" else "without CGO_ENABLED=0 the build"
    from lambdalint_rules.packaging._obstacle import Obstacle, way_out  # not needed where all is well

    no_room = Obstacle(cgo.span, "CGO_ENABLED can't be written here")
    fix, obstacle = way_out("build without cgo", cgo.write("0") or no_room)
    yield Finding(
        cgo.span if cgo.value == "1" else build.span,
        f"{said} ties the binary to the C library of the machine that builds it",
        related=obstacle,
        fix=fix,
    )


def _is_on(build: Build) -> bool:
    """True where the go command uses cgo on the usual build machine: Linux on the architecture asked for."""
    cgo = build.cgo
    if not isinstance(cgo, Known) or cgo.value == "0" or _is_static(build):
        return False
    if cgo.value == "1":
        return True
    if not isinstance(build.goos, Known) or not isinstance(build.goarch, Known) or not build.c_compiler:
        return False
    return build.goos.value in ("", "linux") and build.goarch.value in ("", "amd64")


def _is_static(build: Build) -> bool:
    if not isinstance(build.ldflags, Known) or "-static" in build.ldflags.value:
        return True
    return not isinstance(build.tags, Known) or set(build.tags.value) >= SWITCHED_OFF


def _needs_cgo(build: Build, project: Project) -> bool:
    programs = [project.program_of(function) for function in project.functions_of_build(build)]
    folders = [package.value for package in build.packages if isinstance(package, Known)]
    programs += [program for program in project.code.programs if program.folder in folders]
    return any(program is not None and needs_cgo(program.imports) for program in programs)


def _runs_where_built(build: Build, project: Project) -> bool:
    """True when the final stage of an image starts from the image that builds, or can't be told from it."""
    built = next((s for s in project.builds.stages if s.key == build.stage), None)
    final = next((s for s in project.builds.stages if built and s.final and s.path == built.path), None)
    if built is None or final is None:
        return False
    if not isinstance(built.base, Known) or not isinstance(final.base, Known):
        return True
    return bool(built.base.value == final.base.value)
