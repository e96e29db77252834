"""What the connectors of SAM allow between a function and another resource.

Source: github.com/aws/serverless-application-model, connector_profiles/profiles.json, version 1; SAM developer guide,
"AWS SAM connector reference". Profiles between two other resources are left out. Checked 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

FUNCTION = "AWS::Lambda::Function"

SAME: Mapping[str, str] = {
    "AWS::Serverless::Api": "AWS::ApiGateway::RestApi",
    "AWS::Serverless::Function": FUNCTION,
    "AWS::Serverless::GraphQLApi": "AWS::AppSync::GraphQLApi",
    "AWS::Serverless::HttpApi": "AWS::ApiGatewayV2::Api",
    "AWS::Serverless::SimpleTable": "AWS::DynamoDB::Table",
    "AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine",
}
"""The resources that SAM's own types become."""


def _access(**words: str) -> Mapping[str, tuple[str, ...]]:
    return {word: tuple(actions.split()) for word, actions in words.items()}


REACHED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    FUNCTION: _access(Write="lambda:InvokeAsync lambda:InvokeFunction"),
    "AWS::DynamoDB::Table": _access(
        Read="dynamodb:GetItem dynamodb:Query dynamodb:Scan dynamodb:BatchGetItem dynamodb:ConditionCheckItem "
        "dynamodb:PartiQLSelect",
        Write="dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem "
        "dynamodb:PartiQLDelete dynamodb:PartiQLInsert dynamodb:PartiQLUpdate",
    ),
    "AWS::Events::EventBus": _access(Write="events:PutEvents"),
    "AWS::Location::PlaceIndex": _access(
        Read="geo:DescribePlaceIndex geo:GetPlace geo:SearchPlaceIndexForPosition "
        "geo:SearchPlaceIndexForSuggestions geo:SearchPlaceIndexForText"
    ),
    "AWS::S3::Bucket": _access(
        Read="s3:GetObject s3:GetObjectAcl s3:GetObjectLegalHold s3:GetObjectRetention s3:GetObjectTorrent "
        "s3:GetObjectVersion s3:GetObjectVersionAcl s3:GetObjectVersionForReplication s3:GetObjectVersionTorrent "
        "s3:ListBucket s3:ListBucketMultipartUploads s3:ListBucketVersions s3:ListMultipartUploadParts",
        Write="s3:AbortMultipartUpload s3:DeleteObject s3:DeleteObjectVersion s3:PutObject s3:PutObjectLegalHold "
        "s3:PutObjectRetention s3:RestoreObject",
    ),
    "AWS::SNS::Topic": _access(Write="sns:Publish"),
    "AWS::SQS::Queue": _access(
        Read="sqs:ReceiveMessage sqs:GetQueueAttributes",
        Write="sqs:DeleteMessage sqs:SendMessage sqs:ChangeMessageVisibility sqs:PurgeQueue",
    ),
    "AWS::StepFunctions::StateMachine": _access(
        Read="states:DescribeStateMachine states:ListExecutions states:DescribeExecution "
        "states:DescribeStateMachineForExecution states:GetExecutionHistory",
        Write="states:StartExecution states:StartSyncExecution states:StopExecution",
    ),
}
"""Actions that the role of a function gets, which is the source, by the type of the destination and the access."""

POLLED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "AWS::DynamoDB::Table": _access(
        Read="dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams"
    ),
    "AWS::SQS::Queue": _access(Read="sqs:ReceiveMessage sqs:GetQueueAttributes", Write="sqs:DeleteMessage"),
}
"""Actions that the role of a function gets, which is the destination, by the type of the source and the access."""

INVOKERS: Mapping[str, str] = {
    "AWS::ApiGateway::RestApi": "apigateway.amazonaws.com",
    "AWS::ApiGatewayV2::Api": "apigateway.amazonaws.com",
    "AWS::AppSync::GraphQLApi": "appsync.amazonaws.com",
    "AWS::Events::Rule": "events.amazonaws.com",
    "AWS::S3::Bucket": "s3.amazonaws.com",
    "AWS::SNS::Topic": "sns.amazonaws.com",
}
"""Sources for which a function, which is the destination, gets a permission for the principal of their service."""
