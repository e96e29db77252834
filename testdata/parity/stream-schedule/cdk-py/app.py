from aws_cdk import App, Duration, Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources

app = App()
stack = Stack(app, "Ledger")

audit = lambda_.Function(
    stack,
    "Audit",
    function_name="ledger-audit",
    code=lambda_.Code.from_asset("dist/audit.zip"),
    runtime=lambda_.Runtime.PROVIDED_AL2023,
    handler="bootstrap",
    architecture=lambda_.Architecture.X86_64,
    memory_size=512,
    timeout=Duration.seconds(1000),
    environment={
        "AUDIT_MODE": "loose",
    },
)

report = lambda_.Function(
    stack,
    "Report",
    function_name="ledger-report",
    code=lambda_.Code.from_asset("dist/report.zip"),
    runtime=lambda_.Runtime.GO_1_X,
    handler="report",
    memory_size=256,
    timeout=Duration.seconds(120),
    environment={
        "REPORT_BUCKET": "ledger-reports",
        "AWS_LAMBDA_FUNCTION_NAME": "ledger-report",
    },
)

ledger = dynamodb.Table(
    stack,
    "Ledger",
    table_name="ledger",
    billing_mode=dynamodb.BillingMode.PAY_PER_REQUEST,
    partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING),
    stream=dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
)

audit.add_event_source(
    sources.DynamoEventSource(
        ledger,
        starting_position=lambda_.StartingPosition.LATEST,
        batch_size=20000,
        report_batch_item_failures=True,
        max_batching_window=Duration.seconds(5),
    )
)

audit.add_permission(
    "LedgerPermission",
    principal=iam.ServicePrincipal("dynamodb.amazonaws.com"),
)

events.Rule(
    stack,
    "Nightly",
    schedule=events.Schedule.expression("cron(0 2 * * ? *)"),
    targets=[targets.LambdaFunction(report)],
)

report.add_to_role_policy(
    iam.PolicyStatement(
        actions=["s3:PutObject"],
        resources=["*"],
    )
)

app.synth()
