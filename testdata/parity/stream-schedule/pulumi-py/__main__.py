import json

import pulumi
import pulumi_aws as aws

LOGS = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"


def execution_role(name: str) -> aws.iam.Role:
    """A role for a function, which may log."""
    trust = {
        "Effect": "Allow",
        "Action": "sts:AssumeRole",
        "Principal": {"Service": "lambda.amazonaws.com"},
    }
    document = {"Version": "2012-10-17", "Statement": [trust]}
    role = aws.iam.Role(name, assume_role_policy=json.dumps(document))
    aws.iam.RolePolicyAttachment(f"{name}-logs", role=role.name, policy_arn=LOGS)
    return role


audit_role = execution_role("audit")
report_role = execution_role("report")

aws.iam.RolePolicy(
    "reports",
    role=report_role.id,
    policy=json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Action": ["s3:PutObject"], "Resource": "*"}
            ],
        }
    ),
)

audit = aws.lambda_.Function(
    "audit",
    name="ledger-audit",
    role=audit_role.arn,
    code=pulumi.FileArchive("dist/audit.zip"),
    runtime="provided.al2023",
    handler="bootstrap",
    architectures=["x86_64"],
    memory_size=512,
    timeout=1000,
    environment={"variables": {"AUDIT_MODE": "loose"}},
)

report = aws.lambda_.Function(
    "report",
    name="ledger-report",
    role=report_role.arn,
    code=pulumi.FileArchive("dist/report.zip"),
    runtime="go1.x",
    handler="report",
    memory_size=256,
    timeout=120,
    environment={
        "variables": {
            "REPORT_BUCKET": "ledger-reports",
            "AWS_LAMBDA_FUNCTION_NAME": "ledger-report",
        },
    },
)

ledger = aws.dynamodb.Table(
    "ledger",
    name="ledger",
    billing_mode="PAY_PER_REQUEST",
    hash_key="id",
    attributes=[aws.dynamodb.TableAttributeArgs(name="id", type="S")],
    stream_enabled=True,
    stream_view_type="NEW_AND_OLD_IMAGES",
)

aws.lambda_.EventSourceMapping(
    "ledger",
    event_source_arn=ledger.stream_arn,
    function_name=audit.arn,
    starting_position="LATEST",
    batch_size=20000,
    function_response_types=["ReportBatchItemFailures"],
    maximum_batching_window_in_seconds=5,
)

aws.lambda_.Permission(
    "ledger",
    action="lambda:InvokeFunction",
    function=audit.name,
    principal="dynamodb.amazonaws.com",
)

nightly = aws.cloudwatch.EventRule("nightly", schedule_expression="cron(0 2 * * ? *)")

aws.cloudwatch.EventTarget("nightly", rule=nightly.name, arn=report.arn)

aws.lambda_.Permission(
    "nightly",
    action="lambda:InvokeFunction",
    function=report.name,
    principal="events.amazonaws.com",
    source_arn=nightly.arn,
)
