"""A binary needs libraries that the runtime doesn't have.

## Why it matters
A Go program that was linked dynamically looks for a loader and the C library of the system it was built on. Where the
runtime has another loader, or an older library, it ends before `main`: `no such file or directory`, or
`GLIBC_2.38 not found`.

## When it stays silent
The package is not among the project's files, a command of the project makes it anew, or the runtime has all that the
binary asks for.

## References
- aws-lambda-go, README, "Building your function": https://github.com/aws/aws-lambda-go
- AWS Lambda developer guide, "Lambda runtimes":
  https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Artifact, Context, Finding, GoFunctionDeployment, Known, Rule, Severity
from lambdalint.data.runtimes import GLIBC
from lambdalint_rules.packaging._artifacts import artifact_of
from lambdalint_rules.packaging._builds import runs_bootstrap

rule = Rule(
    code="LL322",
    name="dynamic-binary",
    severity=Severity.WARNING,
    since="0.1.0",
    beside=(Artifact,),
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function, package = deployed.function, deployed.function.package
    runtime, artifact = function.runtime, artifact_of(function, ctx.project)
    if artifact is None or package is None or not runs_bootstrap(function) or not isinstance(runtime, Known):
        return
    binary, provided = artifact.bootstrap, GLIBC.get(runtime.value)
    if binary is None or provided is None or not binary.loader:
        return
    if "musl" in binary.loader:
        wanted = f"the loader {binary.loader}, which {runtime.value} doesn't have"
    elif binary.glibc is not None and binary.glibc > provided:
        wanted = f"glibc {_text(binary.glibc)}, {runtime.value} has {_text(provided)}"
    else:
        return
    yield Finding(
        package.span,
        f"the binary in {artifact.path} of {function.label} needs {wanted}",
        anchor=function.label,
    )


def _text(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))
