"""Resources that say themselves who may use others, by the service (as actions name it) whose resources they are about.

Which services have such resources says the IAM user guide, "AWS services that work with IAM".

Checked by `python -m lambdalint.dev data resource_policies` against @cdktn/provider-aws 25.7.0, cfn-lint 1.58.0. Read
2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

TERRAFORM: Mapping[str, str] = {
    "aws_cloudwatch_event_bus_policy": "events",
    "aws_cloudwatch_event_permission": "events",
    "aws_dynamodb_resource_policy": "dynamodb",
    "aws_ecr_repository_policy": "ecr",
    "aws_efs_file_system_policy": "elasticfilesystem",
    "aws_elasticsearch_domain_policy": "es",
    "aws_iot_policy": "iot",
    "aws_kinesis_resource_policy": "kinesis",
    "aws_kms_grant": "kms",
    "aws_kms_key": "kms",
    "aws_kms_key_policy": "kms",
    "aws_lambda_permission": "lambda",
    "aws_lambda_resource_policy": "lambda",
    "aws_opensearch_domain_policy": "es",
    "aws_s3_access_point": "s3",
    "aws_s3_bucket_policy": "s3",
    "aws_secretsmanager_secret_policy": "secretsmanager",
    "aws_ses_identity_policy": "ses",
    "aws_sesv2_email_identity_policy": "ses",
    "aws_sns_topic_policy": "sns",
    "aws_sqs_queue_policy": "sqs",
}
"""Types of Terraform resources that hold nothing but a policy, or always have one."""

TERRAFORM_ATTRIBUTES: Mapping[str, str] = {
    "aws_elasticsearch_domain": "access_policies",
    "aws_opensearch_domain": "access_policies",
    "aws_s3_bucket": "policy",
    "aws_secretsmanager_secret": "policy",
    "aws_sns_topic": "policy",
    "aws_sqs_queue": "policy",
}
"""Types of Terraform resources that may hold a policy, and the attribute that does."""

SERVICES: Mapping[str, str] = {
    "aws_elasticsearch_domain": "es",
    "aws_opensearch_domain": "es",
    "aws_s3_bucket": "s3",
    "aws_secretsmanager_secret": "secretsmanager",
    "aws_sns_topic": "sns",
    "aws_sqs_queue": "sqs",
}
"""The services of those."""

CLOUDFORMATION: Mapping[str, str] = {
    "AWS::DynamoDB::Table": "dynamodb",
    "AWS::ECR::Repository": "ecr",
    "AWS::Events::EventBusPolicy": "events",
    "AWS::KMS::Key": "kms",
    "AWS::Kinesis::ResourcePolicy": "kinesis",
    "AWS::Lambda::Permission": "lambda",
    "AWS::Lambda::ResourcePolicy": "lambda",
    "AWS::OpenSearchService::Domain": "es",
    "AWS::S3::AccessPoint": "s3",
    "AWS::S3::BucketPolicy": "s3",
    "AWS::SecretsManager::ResourcePolicy": "secretsmanager",
    "AWS::SNS::TopicInlinePolicy": "sns",
    "AWS::SNS::TopicPolicy": "sns",
    "AWS::SQS::QueueInlinePolicy": "sqs",
    "AWS::SQS::QueuePolicy": "sqs",
}
"""Types of CloudFormation resources that are policies, or may hold one."""

CLOUDFORMATION_PROPERTIES: Mapping[str, str] = {
    "AWS::DynamoDB::Table": "ResourcePolicy",
    "AWS::ECR::Repository": "RepositoryPolicyText",
    "AWS::OpenSearchService::Domain": "AccessPolicies",
}
"""Of those that only may, the property that does."""

PULUMI: Mapping[str, str] = {
    "cloudwatch.EventBusPolicy": "events",
    "cloudwatch.EventPermission": "events",
    "dynamodb.ResourcePolicy": "dynamodb",
    "kinesis.ResourcePolicy": "kinesis",
    "kms.Grant": "kms",
    "kms.Key": "kms",
    "kms.KeyPolicy": "kms",
    "lambda.Permission": "lambda",
    "s3.BucketPolicy": "s3",
    "secretsmanager.SecretPolicy": "secretsmanager",
    "sns.TopicPolicy": "sns",
    "sqs.QueuePolicy": "sqs",
}
"""Classes of Pulumi resources that hold nothing but a policy, or always have one."""

CONSTRUCTS: Mapping[str, str] = {
    "dynamodb": "dynamodb",
    "events": "events",
    "kinesis": "kinesis",
    "kms": "kms",
    "lambda": "lambda",
    "s3": "s3",
    "secretsmanager": "secretsmanager",
    "sns": "sns",
    "sqs": "sqs",
}
"""Modules of the AWS CDK whose constructs take statements, and the services they are of."""
