"""A build for Lambda doesn't say that the binary is for Linux.

## Why it matters
Lambda runs Linux. Without `GOOS=linux` the result depends on the machine that builds: on macOS or Windows it is a
binary that fails with `exec format error` at each invocation.

## When it stays silent
The build runs inside a Linux image, or `GOOS` comes from a place that is not known before the build runs.

## Fix safety
Unsafe: the build makes another binary, which the machine that builds may not be able to run.

## References
- README of github.com/aws/aws-lambda-go, "Building your function"
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Build, Context, Finding, Fix, Known, Rule, Severity
from lambdalint_rules.packaging._builds import is_first_for_lambda

LINUX = "linux"

rule = Rule(
    code="LL306",
    name="wrong-target-os",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(Build)
def check(build: Build, ctx: Context) -> Iterator[Finding]:
    goos = build.goos
    if not isinstance(goos, Known) or not is_first_for_lambda(build, ctx.project, _is_wrong):
        return

    said = f"GOOS={goos.value} makes" if goos.value else "without GOOS=linux the build makes"
    made = f"a binary for {goos.value}" if goos.value else "a binary for the machine it runs on"
    edits = goos.write(LINUX)
    yield Finding(
        goos.span if goos.value else build.span,
        f"{said} {made}, Lambda runs Linux",
        fix=Fix("build for Linux", edits, Applicability.UNSAFE) if edits else None,
        severity=Severity.WARNING if not goos.value and build.host == LINUX else Severity.ERROR,
    )


def _is_wrong(build: Build) -> bool:
    goos = build.goos
    if not isinstance(goos, Known) or goos.value == LINUX:
        return False
    return bool(goos.value) or build.host != LINUX or build.stage is None
