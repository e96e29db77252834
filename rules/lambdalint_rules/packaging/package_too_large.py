"""A package is larger than Lambda takes.

## Why it matters
What a function unpacks may have 250 MB, its layers included; the deployment of a larger one fails. A zip that is sent
with the request itself may have about 50 MB; larger ones have to go through a bucket.

## When it stays silent
The package is not among the project's files, or a command of the project makes it anew.

## References
- AWS Lambda developer guide, "Lambda quotas":
  https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Artifact, Context, Finding, GoFunctionDeployment, Rule, Severity
from lambdalint.data.limits import MAX_PACKED, MAX_UNPACKED, MEGABYTE
from lambdalint_rules.packaging._artifacts import artifact_of

rule = Rule(
    code="LL314",
    name="package-too-large",
    severity=Severity.WARNING,
    since="0.1.0",
    beside=(Artifact,),
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function, package = deployed.function, deployed.function.package
    artifact = artifact_of(function, ctx.project)
    if artifact is None or package is None:
        return
    if artifact.unpacked > MAX_UNPACKED:
        unpacked, most = artifact.unpacked // MEGABYTE, MAX_UNPACKED // MEGABYTE
        yield Finding(
            package.span,
            f"{artifact.path} of {function.label} has {unpacked} MB when unpacked, Lambda takes {most} MB",
            severity=Severity.ERROR,
            anchor=function.label,
        )
    elif package.direct and artifact.size > MAX_PACKED:
        packed, most = artifact.size // MEGABYTE, MAX_PACKED // MEGABYTE
        yield Finding(
            package.span,
            f"{artifact.path} of {function.label} has {packed} MB, only {most} MB can be sent without a bucket",
            anchor=function.label,
        )
