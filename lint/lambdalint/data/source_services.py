"""Which service invokes a function for a resource that a permission names as its source.

Sources: Lambda developer guide, "Invoking Lambda with events from other AWS services"; resource types of the AWS
provider 6.25 and of CloudFormation. Read 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

ARNS: Mapping[str, str] = {
    "cognito-idp": "cognito-idp",
    "config": "config",
    "elasticloadbalancing": "elasticloadbalancing",
    "events": "events",
    "execute-api": "apigateway",
    "iot": "iot",
    "logs": "logs",
    "s3": "s3",
    "sns": "sns",
}
"""The service in an ARN → the one that invokes."""

RESOURCES: Mapping[str, str] = {
    "aws_alb_target_group": "elasticloadbalancing",
    "aws_api_gateway_rest_api": "apigateway",
    "aws_apigatewayv2_api": "apigateway",
    "aws_cloudwatch_event_rule": "events",
    "aws_cloudwatch_log_group": "logs",
    "aws_cognito_user_pool": "cognito-idp",
    "aws_iot_topic_rule": "iot",
    "aws_lb_target_group": "elasticloadbalancing",
    "aws_s3_bucket": "s3",
    "aws_sns_topic": "sns",
    "AWS::ApiGateway::RestApi": "apigateway",
    "AWS::ApiGatewayV2::Api": "apigateway",
    "AWS::Cognito::UserPool": "cognito-idp",
    "AWS::ElasticLoadBalancingV2::TargetGroup": "elasticloadbalancing",
    "AWS::Events::Rule": "events",
    "AWS::IoT::TopicRule": "iot",
    "AWS::Logs::LogGroup": "logs",
    "AWS::S3::Bucket": "s3",
    "AWS::SNS::Topic": "sns",
    "AWS::Serverless::Api": "apigateway",
    "AWS::Serverless::HttpApi": "apigateway",
    "apigateway.RestApi": "apigateway",
    "apigatewayv2.Api": "apigateway",
    "cloudwatch.EventRule": "events",
    "cloudwatch.LogGroup": "logs",
    "cognito.UserPool": "cognito-idp",
    "iot.TopicRule": "iot",
    "lb.TargetGroup": "elasticloadbalancing",
    "s3.Bucket": "s3",
    "s3.BucketV2": "s3",
    "sns.Topic": "sns",
}
"""The type of a resource, as a front end names it → the service that invokes."""


def of_arn(text: str) -> str | None:
    """The service that invokes for an ARN; None where that isn't known."""
    pieces = text.split(":")
    return ARNS.get(pieces[2]) if pieces[0] == "arn" and len(pieces) > 3 else None
