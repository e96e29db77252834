"""The file `bootstrap` in a package can't be executed.

## Why it matters
Lambda unpacks the zip with the modes that are in it. Without the right to execute `bootstrap`, invocations end with
`permission denied`. Zips that are made on Windows have no modes at all.

## When it stays silent
The package is not among the project's files, a command of the project makes it anew, or `bootstrap` is a link.

## References
- AWS Lambda developer guide, "Troubleshoot deployment issues in Lambda":
  https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html
- aws-lambda-go, README, "For developers on Windows": https://github.com/aws/aws-lambda-go
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Artifact, Context, Finding, GoFunctionDeployment, Rule, Severity
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._artifacts import artifact_of
from lambdalint_rules.packaging._builds import runs_bootstrap

rule = Rule(
    code="LL313",
    name="bootstrap-not-executable",
    severity=Severity.WARNING,
    since="0.1.0",
    beside=(Artifact,),
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function, package = deployed.function, deployed.function.package
    artifact = artifact_of(function, ctx.project)
    if artifact is None or package is None or not runs_bootstrap(function):
        return
    binary = artifact.bootstrap
    if binary is None or binary.executable is not False:
        return
    yield Finding(
        package.span,
        f"{BOOTSTRAP} in {artifact.path} is not executable, {function.label} can't start it",
        anchor=function.label,
    )
