"""IAM actions: which only read, and which can't be limited to a resource.

Source: AWS service authorization reference (access level and resource types of each action). Checked on 2026-11-20.
"""

from __future__ import annotations

READ_VERBS: tuple[str, ...] = (
    "BatchCheck",
    "BatchDescribe",
    "BatchGet",
    "BatchList",
    "Check",
    "Count",
    "Describe",
    "Detect",
    "Discover",
    "Download",
    "Estimate",
    "Filter",
    "Get",
    "Head",
    "List",
    "Lookup",
    "PartiQLSelect",
    "Preview",
    "Query",
    "Read",
    "Retrieve",
    "Scan",
    "Search",
    "Select",
    "Simulate",
    "Test",
    "Validate",
    "Verify",
    "View",
    "ConditionCheck",
)
"""Beginnings of the names of actions that change nothing."""

UNSCOPED_SERVICES: frozenset[str] = frozenset(
    {
        "ce",
        "comprehend",
        "freetier",
        "logs",
        "mobileanalytics",
        "polly",
        "rekognition",
        "route53domains",
        "textract",
        "translate",
        "xray",
    }
)
"""Services whose actions are commonly, or only, granted on every resource; `logs` is what every function needs."""

UNSCOPED_ACTIONS: frozenset[str] = frozenset(
    action.lower()
    for action in (
        "cloudwatch:PutMetricData",
        "cognito-idp:SignUp",
        "cognito-idp:InitiateAuth",
        "cognito-idp:ConfirmSignUp",
        "cognito-idp:ConfirmForgotPassword",
        "cognito-idp:ForgotPassword",
        "cognito-idp:ResendConfirmationCode",
        "cognito-idp:RevokeToken",
        "ec2:AssignPrivateIpAddresses",
        "ec2:AttachNetworkInterface",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DetachNetworkInterface",
        "ec2:UnassignPrivateIpAddresses",
        "ecr:GetAuthorizationToken",
        "iot:Connect",
        "mobiletargeting:PhoneNumberValidate",
        "s3:CreateJob",
        "ses:CreateReceiptRule",
        "ses:CreateReceiptRuleSet",
        "ses:DeleteReceiptRule",
        "ses:SetActiveReceiptRuleSet",
        "ses:UpdateReceiptRule",
        "sns:Publish",
        "sqs:ListQueues",
        "ssm:PutInventory",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
        "sts:DecodeAuthorizationMessage",
    )
)
"""Actions in lower case that need every resource: they know no resource types, attach network interfaces for a function
in a VPC, or (sns:Publish) send a text message to a phone number."""


def is_read(action: str) -> bool:
    """True when every action that `service:Name` can match, wildcards included, only reads."""
    name = action.partition(":")[2]
    return name.lower().startswith(tuple(verb.lower() for verb in READ_VERBS))
