"""Python's names of constructs, their properties and parameters as those of TypeScript."""

from __future__ import annotations

import re

from lambdalint.pattern import pattern

_CDK = ("aws-cdk-lib", "@aws-cdk/", "monocdk")
_INNER = pattern(r"core\.(?:aws|alexa)_\w+")
_BIG = pattern(r"_+([a-z0-9])")
_STRUCT = pattern(r"\w*(?:Options|Props|Property|Triggers|DeadLetterQueue|EndpointConfiguration|Args)")

STRUCTS = frozenset(
    {"bundling", "cors", "corsPreflight", "deadLetterQueue", "defaultMethodOptions", "endpointConfiguration",
     "lambdaTriggers", "defaultCorsPreflightOptions", "options", "code", "tracingConfig", "ephemeralStorage",
     "loggingConfig", "deadLetterConfig", "destinationConfig", "imageConfig", "onFailure", "scalingConfig", "vpcConfig"}
)  # fmt: skip
"""Properties whose value has properties itself, so that a dictionary with Python's names may stand for it."""

_PLACES = {
    "App": (), "PolicyStatement": (), "PolicyDocument": (), "LambdaProxyIntegration": (), "Runtime": ("name",),
    "SqsEventSource": ("queue",), "KinesisEventSource": ("stream",), "DynamoEventSource": ("table",),
    "S3EventSource": ("bucket",), "SnsEventSource": ("topic",), "ApiEventSource": ("method", "path"),
    "LambdaDestination": ("fn",), "LambdaSubscription": ("fn",), "LambdaTarget": ("fn",),
    "LambdaFunctionAction": ("func",), "LambdaFunction": ("handler",), "LambdaInvoke": ("func",),
    "LambdaIntegration": ("handler",), "HttpLambdaIntegration": ("id", "handler"),
    "WebSocketLambdaIntegration": ("id", "handler"), "ServicePrincipal": ("service",),
    "AccountPrincipal": ("accountId",), "ArnPrincipal": ("arn",),
    "addEnvironment": ("key", "value"), "addEventSource": ("source",), "addToRolePolicy": ("statement",),
    "addToPolicy": ("statement",), "addToPrincipalPolicy": ("statement",), "addMethod": ("httpMethod", "target"),
    "addResource": ("pathPart",), "addPermission": ("id",), "addEventSourceMapping": ("id",), "addTarget": ("target",),
    "addManagedPolicy": ("policy",), "attachInlinePolicy": ("policy",), "addTrigger": ("operation", "fn"),
    "addSubscription": ("topicSubscription",), "addEventNotification": ("event", "dest"),
    "addObjectCreatedNotification": ("dest",), "addObjectRemovedNotification": ("dest",),
    "addPropertyOverride": ("propertyPath", "value"), "addOverride": ("path", "value"),
    "fromAsset": ("path",), "fromAssetImage": ("directory",), "fromImageAsset": ("directory",),
    "fromEcr": ("repository",), "fromEcrImage": ("repository",), "fromBucket": ("bucket", "key"),
    "millis": ("amount",), "seconds": ("amount",), "minutes": ("amount",), "hours": ("amount",), "days": ("amount",),
    "mebibytes": ("amount",), "gibibytes": ("amount",), "rate": ("duration",),
    "fromAwsManagedPolicyName": ("managedPolicyName",), "fromManagedPolicyArn": ("scope", "id", "managedPolicyArn"),
    "fromFunctionArn": ("scope", "id", "functionArn"), "fromFunctionName": ("scope", "id", "functionName"),
}  # fmt: skip


def camel(name: str) -> str:
    """`memory_size` is `memorySize`, `lambda_` is `lambda`; constants stay as they are."""
    bare = name.rstrip("_")
    if not bare.strip("_") or bare.upper() == bare:
        return name
    lead = bare[: len(bare) - len(bare.lstrip("_"))]
    return lead + _BIG.sub(lambda match: match[1].upper(), bare[len(lead) :])


def snake(name: str) -> str:
    """`memorySize` is `memory_size`."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda match: "_" + match[1].lower(), name)


def plain(name: str) -> str:
    """A module of the CDK by its plain name: `aws_lambda_go_alpha` is `lambdago`."""
    words = name.lower().split("_")
    return "".join(word for word in words if word not in ("aws", "cdk", "alpha")) or "core"


def package_path(name: str) -> str:
    """The path of a module from elsewhere: `aws_cdk.aws_lambda` is `lambda`, `aws_cdk` and `aws_cdk.core` are `core`.

    `pulumi_aws` is `pulumi.aws`.
    """
    first, _, rest = name.partition(".")
    if first in ("aws_cdk", "monocdk"):
        return plain(rest) if rest and rest != "core" else "core"
    if first.startswith("pulumi_"):
        first = "pulumi." + first.removeprefix("pulumi_")
        return f"{first}.{rest}" if rest else first
    return "pulumi.pulumi" + (f".{rest}" if rest else "") if first == "pulumi" else name


def inside(path: str, name: str) -> str:
    """The path of a member of a foreign thing."""
    if path == "core" and name == "core":
        return "core"
    whole = f"{path}.{name}"
    return plain(name) if _INNER.fullmatch(whole) else f"{path}.{camel(name)}"


def is_class(path: str) -> bool:
    """True where the last name of a path is that of a class, whose call makes something."""
    last = path.rpartition(".")[2]
    return last[:1].isupper() and last.upper() != last


def is_struct(path: str) -> bool:
    """True for classes that only hold properties."""
    return _STRUCT.fullmatch(path.rpartition(".")[2]) is not None


def places(path: str, new: bool) -> tuple[str, ...]:
    """The parameters of a class or method of the CDK or of Pulumi that aren't properties, in their order."""
    name = path.rpartition(".")[2]
    if name.startswith("grant"):
        return ("grantee",)
    if path.startswith("pulumi."):
        return _ASSETS.get(name, _RESOURCE) if new else ()
    return _PLACES.get(name, _CONSTRUCT if new else ())


_CONSTRUCT, _RESOURCE = ("scope", "id"), ("resourceName",)
DEFAULT = ((), _CONSTRUCT, _RESOURCE)
"""The parameters of what isn't known by name: those that are missing may not exist at all."""

_ASSETS = {"FileArchive": ("path",), "FileAsset": ("path",), "AssetArchive": ("assets",)}


GRANTED = frozenset({"identity", "reader", "writer"})
"""Other names of the parameter that gets a permission."""
