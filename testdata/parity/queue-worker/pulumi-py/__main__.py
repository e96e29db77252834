import json

import pulumi
import pulumi_aws as aws

role = aws.iam.Role(
    "worker",
    name="receipt-worker",
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
)

aws.iam.RolePolicyAttachment(
    "logs",
    role=role.name,
    policy_arn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
)

aws.iam.RolePolicy(
    "receipts",
    role=role.id,
    policy=json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"}],
        }
    ),
)

worker = aws.lambda_.Function(
    "worker",
    name="receipt-worker",
    role=role.arn,
    code=pulumi.FileArchive("dist/worker.zip"),
    runtime="provided.al2",
    handler="worker",
    memory_size=256,
    timeout=60,
    environment={
        "variables": {
            "RECEIPTS_TABLE": "receipts",
            "PRINTER_TOKEN": "tR7!vq2#Lm9$Zx4w",
            "LEGACY_PRINTER": "lp0",
            "AWS_REGION": "eu-west-1",
        },
    },
)

receipts = aws.sqs.Queue(
    "receipts",
    name="receipts",
    visibility_timeout_seconds=30,
)

aws.lambda_.EventSourceMapping(
    "receipts",
    event_source_arn=receipts.arn,
    function_name=worker.arn,
    batch_size=10,
)

aws.lambda_.Permission(
    "receipts",
    action="lambda:InvokeFunction",
    function=worker.name,
    principal="sns.amazonaws.com",
)
