from aws_cdk import App, Duration, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_sqs as sqs
from constructs import Construct


class ReceiptsStack(Stack):
    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)

        worker = lambda_.Function(
            self,
            "Worker",
            function_name="receipt-worker",
            code=lambda_.Code.from_asset("dist/worker.zip"),
            runtime=lambda_.Runtime.PROVIDED_AL2,
            handler="worker",
            memory_size=256,
            timeout=Duration.seconds(60),
            environment={
                "RECEIPTS_TABLE": "receipts",
                "PRINTER_TOKEN": "tR7!vq2#Lm9$Zx4w",
                "LEGACY_PRINTER": "lp0",
                "AWS_REGION": "eu-west-1",
            },
        )

        receipts = sqs.Queue(
            self,
            "Receipts",
            queue_name="receipts",
            visibility_timeout=Duration.seconds(30),
        )

        worker.add_event_source(sources.SqsEventSource(receipts, batch_size=10))

        worker.add_permission(
            "ReceiptsPermission",
            principal=iam.ServicePrincipal("sns.amazonaws.com"),
        )

        worker.add_to_role_policy(
            iam.PolicyStatement(
                actions=["s3:*"],
                resources=["*"],
            )
        )


app = App()
ReceiptsStack(app, "Receipts")
app.synth()
