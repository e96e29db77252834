"""AWS SDK for Go: v1 packages and their successors in v2, and inputs that name resources.

Sources: aws/aws-sdk-go issue 5270 (end of support 2025-07-31); AWS X-Ray developer guide, end-of-support timeline; AWS
SDK for Go v2 developer guide, migration. Read 2026-11.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.data.go_constructors import SDK_V1, SDK_V2

END_OF_SUPPORT = "2025-07-31"
# The X-Ray SDK for Go: security fixes only from the first date on, nothing from the second.
XRAY_SDK = "github.com/aws/aws-xray-sdk-go"
XRAY_MAINTENANCE = "2026-02-25"
XRAY_END_OF_SUPPORT = "2027-02-25"
_MOVED: Mapping[str, str] = {
    "aws": "github.com/aws/aws-sdk-go-v2/aws",
    "aws/awserr": "github.com/aws/smithy-go",
    "aws/arn": "github.com/aws/aws-sdk-go-v2/aws/arn",
    "aws/credentials": "github.com/aws/aws-sdk-go-v2/credentials",
    "aws/credentials/stscreds": "github.com/aws/aws-sdk-go-v2/credentials/stscreds",
    "aws/ec2metadata": "github.com/aws/aws-sdk-go-v2/feature/ec2/imds",
    "aws/request": "github.com/aws/smithy-go/middleware",
    "aws/session": "github.com/aws/aws-sdk-go-v2/config",
    "aws/signer/v4": "github.com/aws/aws-sdk-go-v2/aws/signer/v4",
    "service/cloudfront/sign": "github.com/aws/aws-sdk-go-v2/feature/cloudfront/sign",
    "service/dynamodb/dynamodbattribute": "github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue",
    "service/dynamodb/expression": "github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression",
    "service/elb": "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancing",
    "service/elbv2": "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2",
    "service/rds/rdsutils": "github.com/aws/aws-sdk-go-v2/feature/rds/auth",
    "service/s3/s3manager": "github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager",
}
# Fields of request inputs that name one resource of one account, and the word for it.
RESOURCE_FIELDS: Mapping[str, str] = {
    "TableName": "table",
    "QueueUrl": "queue",
    "QueueURL": "queue",
    "TopicArn": "topic",
    "StreamName": "stream",
}
# Services with one endpoint for all regions of a partition, by their package under service/.
# Source: AWS General Reference, "Service endpoints and quotas", read 2026-11.
GLOBAL_SERVICES = frozenset(
    {
        "account", "billing", "budgets", "cloudfront", "costandusagereportservice", "costexplorer", "ecrpublic",
        "globalaccelerator", "health", "iam", "marketplacecatalog", "networkmanager", "organizations", "pricing",
        "route53", "route53domains", "savingsplans", "shield", "support", "waf",
    }
)  # fmt: skip


_SESSIONS = frozenset({"Must", "New", "NewSession", "NewSessionWithOptions"})
_RENAMED: Mapping[str, str] = {
    "aws/credentials.NewStaticCredentials": "credentials.NewStaticCredentialsProvider",
    "aws/credentials.NewEnvCredentials": "config.LoadDefaultConfig",
    "aws/credentials/stscreds.NewCredentials": "stscreds.NewAssumeRoleProvider",
    "aws.StringValue": "aws.ToString",
    "aws.BoolValue": "aws.ToBool",
    "aws.Int64Value": "aws.ToInt64",
    "aws.Float64Value": "aws.ToFloat64",
    "aws.TimeValue": "aws.ToTime",
    "service/s3/s3manager.NewUploader": "transfermanager.New",
    "service/s3/s3manager.NewDownloader": "transfermanager.New",
}


def successor_call(path: str, receiver: str, name: str) -> str | None:
    """What a call of a v1 package becomes in v2; None where it stays, or where there is no single answer."""
    inside = path.removeprefix(SDK_V1)
    if inside == "aws/session":
        return "config.LoadDefaultConfig(ctx)" if not receiver and name in _SESSIONS else None
    service = inside.removeprefix("service/")
    if service.endswith("iface"):
        service = service.split("/")[0]
    if service == inside or "/" in service or not receiver:
        if name == "New" and service != inside and "/" not in service:
            return f"{service}.NewFromConfig"
        return _RENAMED.get(f"{inside}.{name}") if not receiver else None
    operation = name.removesuffix("WithContext")
    if operation.endswith("Pages"):
        return f"{service}.New{operation.removesuffix('Pages')}Paginator"
    if operation.startswith("WaitUntil"):
        return f"{service}.New{operation.removeprefix('WaitUntil')}Waiter"
    if operation.endswith("Request"):
        return None
    return f"{operation}(ctx, …)"


def successor(path: str) -> str | None:
    """The v2 package that takes the place of a v1 package; None where there is no single one."""
    inside = path.removeprefix(SDK_V1)
    if inside in _MOVED:
        return _MOVED[inside]
    parts = inside.split("/")
    return SDK_V2 + inside if parts[0] == "service" and len(parts) == 2 else None
