"""A binary is built for another processor than the one its function runs on.

## Why it matters
Lambda doesn't look at the binary when it is deployed. Each invocation fails with `exec format error`.

## When it stays silent
`GOARCH` or the architecture of the function is not known before deployment, the build leaves `GOARCH` to the machine it
runs on, or the same command builds for several processors, the right one among them.

## Fix safety
Unsafe: one of the two sides changes. A build for arm64 is taken as meant where the function only has the default, and
a build for several functions where all others declare what it makes; else the build follows what the function declares.

## References
- README of github.com/aws/aws-lambda-go, "Building your function"
- AWS Lambda developer guide: https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Build,
    Context,
    Finding,
    Fix,
    Function,
    Known,
    Project,
    Related,
    Rule,
    Severity,
    Span,
)
from lambdalint.data.architectures import ARM64, GOARCH
from lambdalint_rules.packaging._builds import is_first

ARCHITECTURE = {goarch: architecture for architecture, goarch in GOARCH.items()}

rule = Rule(
    code="LL305",
    name="architecture-mismatch",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(Build)
def check(build: Build, ctx: Context) -> Iterator[Finding]:
    project = ctx.project
    function = _unable(build, project)
    if function is None or not is_first(build, project, lambda b: _unable(b, project) is not None):
        return
    goarch, declared = build.goarch, function.architectures
    if not isinstance(goarch, Known) or not isinstance(declared, Known):
        return

    on = f"{declared.value[0]} by default" if declared.default else declared.value[0]
    yield Finding(
        goarch.span,
        f"GOARCH={goarch.value} makes a binary that {function.label} can't run on {on}",
        related=(Related(declared.span, "the architecture of the function"), Related(build.span, "the build")),
        fix=_fix(build, function, project),
        anchor=function.label,
    )


def _unable(build: Build, project: Project) -> Function | None:
    """The function that can't run what the build makes."""
    goarch = build.goarch
    if not isinstance(goarch, Known) or not goarch.value:
        return None
    for function in project.functions_of_build(build):
        declared = function.architectures
        if isinstance(declared, Known) and len(declared.value) == 1:
            expected = GOARCH.get(declared.value[0])
            if expected in (None, goarch.value) or _also_right(build, function, expected, project):
                continue
            return function
    return None


def _also_right(build: Build, function: Function, expected: str | None, project: Project) -> bool:
    """True where the same command also builds for the right processor: a loop, a matrix."""
    others = (b.goarch for b in project.builds_of(function) if b.span == build.span)
    return any(isinstance(goarch, Known) and goarch.value == expected for goarch in others)


def _fix(build: Build, function: Function, project: Project) -> Fix | None:
    goarch, declared = build.goarch, function.architectures
    if not isinstance(goarch, Known) or not isinstance(declared, Known) or len(project.builds_of(function)) != 1:
        return None
    apart = (other for other in _sharing(build, project) if _stated(other) != _stated(function))
    others = {_declared(other) for other in apart}
    meant = ARCHITECTURE.get(goarch.value)
    if meant is not None and (others == {(meant,)} or (not others and declared.default and meant == ARM64)):
        edits = declared.write((meant,))
        return Fix(f"run on {meant}", edits, Applicability.UNSAFE) if edits else None
    if others - {declared.value} or (others and declared.default and meant == ARM64):
        return None  # the other function may be right as it is
    expected = GOARCH[declared.value[0]]
    edits = goarch.write(expected)
    return Fix(f"build for {expected}", edits, Applicability.UNSAFE) if edits else None


def _sharing(build: Build, project: Project) -> list[Function]:
    """The functions whose binaries take their processor from the same place: one command may build several."""
    beside = [b for b in project.builds.builds if b.key == build.key or _place(b) == _place(build)]
    return [function for other in beside for function in project.functions_of_build(other)]


def _place(build: Build) -> Span | None:
    goarch = build.goarch
    return goarch.span if isinstance(goarch, Known) else None


def _stated(function: Function) -> Span | None:
    """Where a function says its processor: functions that a loop or a class makes say it in one place."""
    declared = function.architectures
    return declared.span if isinstance(declared, Known) else None


def _declared(function: Function) -> tuple[str, ...] | None:
    return function.architectures.value if isinstance(function.architectures, Known) else None
