"""Names of npm packages as paths of foreign things."""

from __future__ import annotations

from lambdalint.pattern import pattern

_CDK = ("aws-cdk-lib", "@aws-cdk/", "monocdk")
_INNER = pattern(r"core\.(?:aws|alexa)_\w+")


def plain(name: str) -> str:
    """A module of the CDK by its plain name: `aws-lambda-go-alpha` is `lambdago`."""
    words = name.lower().replace("_", "-").split("-")
    return "".join(word for word in words if word not in ("aws", "cdk", "alpha")) or "core"


def package_path(name: str) -> str:
    """The path of an npm package, empty for one that is of no interest.

    `aws-cdk-lib/aws-lambda` and `@aws-cdk/aws-lambda` are `lambda`, `aws-cdk-lib` and `@aws-cdk/core` are `core`,
    `@pulumi/aws` is `pulumi.aws`, `sst/constructs` is `sst2`.
    """
    if name in ("aws-cdk-lib", "@aws-cdk/core", "monocdk"):
        return "core"
    if name.startswith(_CDK):
        return plain(name.split("/")[1] if "/" in name else name)
    if name.startswith("@pulumi/"):
        return "pulumi." + name.removeprefix("@pulumi/").replace("/", ".")
    if name in ("sst/constructs", "@serverless-stack/resources"):
        return "sst2"
    return name.removeprefix("node:").replace("/", ".").replace("@", "")


def inside(path: str, name: str) -> str:
    """The path of a member: `aws_lambda` of `core` is a module."""
    path = f"{path}.{name}"
    return plain(name) if _INNER.fullmatch(path) else path
