"""Prints a newspaper."""

import json

import pulumi
import pulumi_aws as aws

ARCHITECTURE = "arm64"
LOGS = aws.iam.ManagedPolicy.AWS_LAMBDA_BASIC_EXECUTION_ROLE
SCANS = {"source_arn": "arn:aws:s3:::press-scans", "source_account": "123456789012"}

role = aws.iam.Role(
    "press",
    name="press",
    assume_role_policy=json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": "sts:AssumeRole",
                    "Principal": {"Service": "lambda.amazonaws.com"},
                }
            ],
        }
    ),
    managed_policy_arns=[LOGS],
)

tracing = aws.lambda_.FunctionTracingConfigArgs(mode="Active")


def package(name: str) -> pulumi.FileArchive:
    """What the makefile has packed."""
    return pulumi.FileArchive(f"dist/{name}.zip")


feed = aws.lambda_.Function(
    "feed",
    name="press-feed",
    role=role.arn,
    code=package("feed"),
    runtime="provided.al2023",
    handler="bootstrap",
    architectures=["aarch64"],
    memory_size=256,
    timeout=60,
    logging_config={"log_format": "Text"},
    tracing_config=tracing,
)

aws.lambda_.FunctionUrl(
    "feed",
    function_name=feed.name,
    authorization_type="NONE",
    invoke_mode="BUFFERED",
)

aws.lambda_.Permission(
    "readers",
    action="lambda:InvokeFunctionUrl",
    function=feed.name,
    principal="*",
    function_url_auth_type="NONE",
)

archive = aws.lambda_.Function(
    "archive",
    name="press-archive",
    role=role.arn,
    code=package("archive"),
    runtime="provided.al2023",
    handler="bootstrap",
    architectures=[ARCHITECTURE],
    memory_size=128,
    timeout=30,
    tracing_config=tracing,
)

# each of the three services below may call the archive
printed = aws.sns.Topic("printed", name="press-printed")

aws.sns.TopicSubscription(
    "printed", topic=printed.arn, protocol="lambda", endpoint=archive.arn
)

aws.lambda_.Permission(
    "printed",
    action="lambda:InvokeFunction",
    function=archive.name,
    principal="sns.amazonaws.com",
)

weekly = aws.cloudwatch.EventRule(
    "weekly", name="press-weekly", schedule_expression="cron(0 4 ? * SUN *)"
)

aws.cloudwatch.EventTarget("weekly", rule=weekly.name, arn=archive.arn)

aws.lambda_.Permission(
    "weekly",
    action="lambda:InvokeFunction",
    function=archive.name,
    principal="event.amazonaws.com",  # the bus of the account
    source_arn=weekly.arn,
)

aws.lambda_.Permission(
    "scans",
    action="lambda:GetFunction",
    function=archive.name,
    principal="s3.amazonaws.com",
    **SCANS,
)

aws.lambda_.Function(
    "render",
    name="press-render",
    role=role.arn,
    package_type="Image",
    image_uri="123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1",
    handler="bootstrap",
    architectures=[ARCHITECTURE],
    memory_size=1024,
    timeout=120,
    tracing_config=tracing,
)

aws.cloudwatch.LogGroup("render", name="/aws/lambda/press-render", retention_in_days=14)
