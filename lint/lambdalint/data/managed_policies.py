"""Policies that AWS manages, and the actions that they allow: never fewer than they do, sometimes more.

Source: AWS managed policy reference guide. Read 2026-11-20. A policy that isn't here isn't known.
"""

from __future__ import annotations

from collections.abc import Mapping

_LOGS = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")
_INTERFACES = (
    "ec2:CreateNetworkInterface",
    "ec2:Describe*",
    "ec2:DeleteNetworkInterface",
    "ec2:AssignPrivateIpAddresses",
    "ec2:UnassignPrivateIpAddresses",
)
_READ_TABLE = (
    "dynamodb:BatchGet*",
    "dynamodb:Describe*",
    "dynamodb:Get*",
    "dynamodb:List*",
    "dynamodb:PartiQLSelect",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dax:*",
)

ACTIONS: Mapping[str, tuple[str, ...]] = {
    "AdministratorAccess": ("*",),
    "PowerUserAccess": ("*",),
    "ReadOnlyAccess": ("*:BatchGet*", "*:Describe*", "*:Get*", "*:List*", "*:Query*", "*:Scan*", "*:Select*"),
    "AWSLambdaExecute": ("logs:*", "s3:GetObject", "s3:PutObject"),
    "AWSXRayDaemonWriteAccess": ("xray:*",),
    "AWSXrayFullAccess": ("xray:*",),
    "AWSXrayWriteOnlyAccess": ("xray:*",),
    "AmazonAPIGatewayInvokeFullAccess": ("execute-api:*",),
    "AmazonBedrockFullAccess": ("bedrock:*", "kms:DescribeKey", "iam:*", "ec2:Describe*"),
    "AmazonCognitoPowerUser": ("cognito-idp:*", "cognito-identity:*", "cognito-sync:*", "sns:*", "iam:*"),
    "AmazonDynamoDBFullAccess": (
        "dynamodb:*", "dax:*", "application-autoscaling:*", "cloudwatch:*", "datapipeline:*", "ec2:Describe*", "iam:*",
        "kms:*", "sns:*", "lambda:*", "kinesis:*", "resource-groups:*", "tag:*",
    ),
    "AmazonDynamoDBFullAccess_v2": (
        "dynamodb:*", "dax:*", "application-autoscaling:*", "cloudwatch:*", "ec2:Describe*", "iam:*", "kms:*",
        "kinesis:*", "tag:*",
    ),
    "AmazonDynamoDBReadOnlyAccess": (
        *_READ_TABLE, "application-autoscaling:*", "cloudwatch:*", "datapipeline:*", "ec2:Describe*", "iam:*", "kms:*",
        "sns:List*", "lambda:Get*", "lambda:List*", "kinesis:Describe*", "resource-groups:*", "tag:*",
    ),
    "AmazonEC2ReadOnlyAccess": ("ec2:*", "elasticloadbalancing:*", "cloudwatch:*", "autoscaling:*"),
    "AmazonEventBridgeFullAccess": ("events:*", "schemas:*", "scheduler:*", "pipes:*", "secretsmanager:*", "iam:*"),
    "AmazonKinesisFirehoseFullAccess": ("firehose:*",),
    "AmazonKinesisFullAccess": ("kinesis:*",),
    "AmazonKinesisReadOnlyAccess": ("kinesis:Get*", "kinesis:List*", "kinesis:Describe*"),
    "AmazonPollyFullAccess": ("polly:*",),
    "AmazonPollyReadOnlyAccess": ("polly:*",),
    "AmazonRDSDataFullAccess": ("rds-data:*", "secretsmanager:*", "tag:*"),
    "AmazonRekognitionFullAccess": ("rekognition:*",),
    "AmazonRekognitionReadOnlyAccess": ("rekognition:*",),
    "AmazonS3FullAccess": ("s3:*", "s3-object-lambda:*"),
    "AmazonS3ReadOnlyAccess": ("s3:Get*", "s3:List*", "s3:Describe*", "s3-object-lambda:*"),
    "AmazonSESFullAccess": ("ses:*",),
    "AmazonSNSFullAccess": ("sns:*",),
    "AmazonSNSReadOnlyAccess": ("sns:Get*", "sns:List*", "sns:Check*"),
    "AmazonSQSFullAccess": ("sqs:*",),
    "AmazonSQSReadOnlyAccess": ("sqs:Get*", "sqs:List*"),
    "AmazonSSMFullAccess": ("ssm:*", "cloudwatch:*", "ds:*", "ec2:Describe*", "ec2messages:*", "logs:*", "iam:*"),
    "AmazonSSMReadOnlyAccess": ("ssm:Describe*", "ssm:Get*", "ssm:List*"),
    "AmazonTextractFullAccess": ("textract:*",),
    "AWSStepFunctionsFullAccess": ("states:*",),
    "CloudWatchFullAccess": ("cloudwatch:*", "logs:*", "sns:*", "autoscaling:*", "iam:*", "oam:*"),
    "CloudWatchFullAccessV2": (
        "cloudwatch:*", "logs:*", "sns:*", "autoscaling:*", "application-autoscaling:*", "iam:*", "oam:*", "rum:*",
        "synthetics:*", "xray:*",
    ),
    "CloudWatchLogsFullAccess": ("logs:*", "cloudwatch:*"),
    "ComprehendFullAccess": ("comprehend:*", "s3:*", "iam:*"),
    "SecretsManagerReadWrite": (
        "secretsmanager:*", "cloudformation:*", "docdb-elastic:*", "ec2:Describe*", "kms:*", "rds:*", "redshift:*",
        "redshift-serverless:*", "tag:*", "lambda:*", "serverlessrepo:*", "s3:GetObject",
    ),
    "TranslateFullAccess": ("translate:*", "comprehend:*", "cloudwatch:*", "s3:*", "iam:*"),
    "service-role/AWSLambdaBasicExecutionRole": _LOGS,
    "service-role/AWSLambdaDynamoDBExecutionRole": (
        *_LOGS, "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams",
    ),
    "service-role/AWSLambdaENIManagementAccess": _INTERFACES,
    "service-role/AWSLambdaKinesisExecutionRole": (
        *_LOGS, "kinesis:Describe*", "kinesis:Get*", "kinesis:List*", "kinesis:SubscribeToShard",
    ),
    "service-role/AWSLambdaMSKExecutionRole": (*_LOGS, *_INTERFACES, "kafka:*"),
    "service-role/AWSLambdaRole": ("lambda:InvokeFunction",),
    "service-role/AWSLambdaSQSQueueExecutionRole": (
        *_LOGS, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes",
    ),
    "service-role/AWSLambdaVPCAccessExecutionRole": (*_LOGS, *_INTERFACES),
}  # fmt: skip
"""What stands behind `:iam::aws:policy/` in the ARN of a policy, and what it allows."""


def actions_of(arn: str) -> tuple[str, ...] | None:
    """The actions of a policy that AWS manages; None for any other and for those that aren't known."""
    return ACTIONS.get(arn.partition(":iam::aws:policy/")[2])
