"""Service principals of function permissions and of trust policies.

Sources: IAM user guide (AWS service principals have the form `<service>.amazonaws.com`); Lambda developer guide,
"Invoking Lambda with events from other AWS services" (which services push events, and which Lambda polls itself).
Checked on 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

FUNCTION_SERVICE = "lambda.amazonaws.com"
"""Who must be allowed to assume an execution role."""

PATTERN = r"[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*\.(amazonaws\.com(\.cn)?|amazon\.com|amazonaws\.eu)"
"""What a service principal looks like."""

ACCOUNT_PATTERN = r"\d{12}|arn:[^:\s]+:(iam|sts)::(\d{12}|cloudfront):\S+|\*"
"""Principals that are no services: an account, an ARN, everybody."""

POLLED: frozenset[str] = frozenset({"sqs.amazonaws.com", "dynamodb.amazonaws.com", "kinesis.amazonaws.com"})
"""Services that never invoke a function: Lambda polls them with the function's own role."""

INVOKERS: frozenset[str] = frozenset(
    f"{name}.amazonaws.com"
    for name in (
        "apigateway",
        "appsync",
        "bedrock",
        "backup",
        "cloudformation",
        "codecommit",
        "codepipeline",
        "cognito-idp",
        "cognito-sync",
        "config",
        "connect",
        "delivery.logs",
        "edgelambda",
        "elasticloadbalancing",
        "events",
        "firehose",
        "iot",
        "iotevents",
        "lambda",
        "lex",
        "lexv2",
        "logs",
        "pipes",
        "rds",
        "s3",
        "scheduler",
        "secretsmanager",
        "ses",
        "sns",
        "ssm",
        "states",
        "transfer",
        "vpc-lattice",
        "wafv2",
        "workmail",
    )
)
"""Services whose principal appears in function permissions; used to name the nearest one for a misspelt value."""

TRIGGERS: Mapping[str, str] = {
    "alb": "elasticloadbalancing",
    "cognito": "cognito-idp",
    "eventbridge": "events",
    "http-api": "apigateway",
    "iot": "iot",
    "logs": "logs",
    "rest-api": "apigateway",
    "s3": "s3",
    "schedule": "events",
    "sns": "sns",
    "websocket-api": "apigateway",
}
"""Triggers that need a permission on the function, and the service that must have it."""

BY_ADDRESS: frozenset[str] = frozenset({"cloudfront.amazonaws.com"})
"""Services that call a function at its own address."""

ELSEWHERE: frozenset[str] = frozenset({"edgelambda.amazonaws.com", "lambda.amazonaws.com"})
"""Services that do other things with a function than invoke it."""
