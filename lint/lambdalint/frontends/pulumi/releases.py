"""What the release of the AWS provider's package that a project asks for has words for."""

from __future__ import annotations

from lambdalint.frontends.script.requirements import Library, Release

LIMITS_SINCE = (7, 17)
"""From this release on permissions have `invokedViaFunctionUrl`."""

AWS = Library(rb"@pulumi/aws", rb"pulumi[-_]aws", rb"github\.com/pulumi/pulumi-aws/sdk(?:/v\d+)?", LIMITS_SINCE)


def limits(asked: Release | None) -> bool:
    """Whether permissions can be limited to calls to a function's address."""
    return asked is None or asked >= LIMITS_SINCE
