"""Facts that no package holds: read by people, each with the page it stands on and the day it was read."""

from __future__ import annotations

from typing import Generic, TypeVar

from lambdalint.record import NamedTuple

_GUIDE = "docs.aws.amazon.com/lambda/latest/dg/"
T_co = TypeVar("T_co", covariant=True)


class Fact(NamedTuple, Generic[T_co]):
    """A value, its page without a scheme, and the day on which somebody read it there."""

    value: T_co
    page: str
    read: str = "2026-11-20"


GLIBC = Fact(
    {"provided": (2, 17), "provided.al2": (2, 26), "provided.al2023": (2, 34)},
    "github.com/aws/aws-lambda-go/blob/main/README.md",
)
"""The GNU C library of each runtime."""

IMAGE_TAGS = Fact(("al", "alami", "al2"), "github.com/aws/aws-lambda-base-images")
"""Tags of the image `lambda/provided` whose operating system is out of support."""

_SERVERLESS_4 = "github.com/serverless/serverless/blob/main/packages/serverless/lib/plugins/aws/provider.js"

SERVERLESS_FUNCTION = Fact(("dependsOn", "recursiveLoop"), _SERVERLESS_4)
"""Settings of a function that version 4 of the framework knows and the published types don't have yet."""

SERVERLESS_LOGS = Fact(("logGroupClass",), _SERVERLESS_4)
"""The same for the settings of a function's logs."""

UNSCOPED_SERVICES = Fact(
    (
        "ce", "comprehend", "freetier", "logs", "mobileanalytics", "polly", "rekognition", "route53domains",
        "textract", "translate", "xray",
    ),
    "docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
)  # fmt: skip
"""Services that work on what a request holds; and `logs`, which every function needs."""

GRANTED_EVERYWHERE = Fact(
    {
        "cloudwatch": ("PutMetricData",),
        "ec2": (
            "AssignPrivateIpAddresses", "AttachNetworkInterface", "CreateNetworkInterface", "DeleteNetworkInterface",
            "DetachNetworkInterface", "UnassignPrivateIpAddresses",
        ),
        "iot": ("Connect",),
        "sns": ("Publish",),
    },
    _GUIDE + "configuration-vpc.html",
)  # fmt: skip
"""Actions that know resources and yet need all: interfaces of a function in a VPC are named by nobody, metrics have no
ARN, a text message goes to a phone number."""

INVOKERS = Fact(
    (
        (
            "apigateway", "appconfig", "appsync", "backup", "bedrock", "cloudformation", "codepipeline", "cognito-idp",
            "config", "connect", "delivery.logs", "edgelambda", "elasticloadbalancing", "events", "firehose", "iot",
            "lambda", "lambda.alarms.cloudwatch", "lex", "lexv2", "logs", "pipes", "rds", "s3", "scheduler",
            "secretsmanager", "ses", "sns", "ssm", "states", "transfer", "vpc-lattice", "wafv2",
        ),
        ("codecommit", "cognito-sync", "iotevents", "workmail"),
    ),
    _GUIDE + "lambda-services.html",
)  # fmt: skip
"""Services that invoke functions: those that a source confirms, and those that only pages name."""
