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

MAX_MEMORY = Fact(10240, _GUIDE + "gettingstarted-limits.html")
"""MB of memory of a function that no instances of a capacity provider run."""

FULL_CORE_MEMORY = Fact(1769, _GUIDE + "configuration-memory.html")
"""MB of memory that come with one virtual CPU."""

MAX_LAYERS = Fact(5, _GUIDE + "gettingstarted-limits.html")
"""Layers of one function."""

PACKAGE_SIZES = Fact((50, 250), _GUIDE + "gettingstarted-limits.html")
"""MB of a zip in a request, and of a package with its layers unpacked."""

VISIBILITY_FACTOR = Fact(6, _GUIDE + "services-sqs-configure.html")
"""How many timeouts of its function a queue should hide messages for."""

RECORD_AGE = Fact(60, _GUIDE + "services-kinesis-parameters.html")
"""Seconds that a record may be old at least, where its age is limited at all."""

POSITIONS = Fact(
    (("kinesis", "dynamodb"), ("sqs",), ("kinesis", "kafka", "documentdb")), _GUIDE + "services-kinesis-parameters.html"
)
"""Sources that need a starting position, that can't have one, and that can start at a point in time."""

_SST = "github.com/anomalyco/sst/blob/dev/platform/src/components/aws/function.ts"

SST_3 = Fact((20, 1024, None), _SST)
"""Seconds, MB and tracing that version 3 of SST gives a function."""

SST_LOG_DAYS = Fact(30, _SST)
"""Days for which version 3 of SST keeps logs."""

LIKELY_RESERVED = Fact(
    ("AWS_LAMBDA_MAX_CONCURRENCY", "AWS_LAMBDA_METADATA_API", "AWS_LAMBDA_METADATA_TOKEN"),
    "github.com/aws/aws-lambda-go/blob/main/lambda/invoke_loop_gte_go122.go",
)
"""Variables that the platform sets and no page lists as reserved yet."""

ENVIRONMENT_BYTES = Fact(4096, _GUIDE + "gettingstarted-limits.html")
"""Bytes of all variables together, as the JSON object that Lambda stores."""

SINCE_RUNTIME_API = Fact((1, 18, 0), "github.com/aws/aws-lambda-go/blob/v1.18.0/lambda/entry.go")
"""The first version of the runtime client that asks the runtime API for events."""

SERVERLESS_PLUGINS = Fact(
    ("alarms", "iamPermissionsBoundary", "iamRoleStatements", "iamRoleStatementsInherit", "iamRoleStatementsName"),
    _SERVERLESS_4,
)
"""Settings of a function that version 4 of the framework knows, and only plugins do in version 3."""

ONE_ENDPOINT = Fact(
    (
        "billing", "costandusagereportservice", "ecrpublic", "globalaccelerator", "marketplacecatalog", "pricing",
        "route53domains", "support",
    ),
    "docs.aws.amazon.com/general/latest/gr/aws-service-information.html",
)  # fmt: skip
"""Packages of the SDK for Go whose service has an endpoint in one region, or in few."""
