import pulumi
import pulumi_aws as aws

config = pulumi.Config()

api = aws.lambda_.Function(
    "api",
    runtime="provided.al2023",
    handler="bootstrap",
    timeout=30,
    role=config.require("role"),
    code=pulumi.FileArchive("dist/api.zip"),
)
orders = aws.sqs.Queue("orders", fifo_queue=True)  # want: orders hides messages for 30 s, api may run for 30 s, so 180 s leave room for retries
refunds = aws.sqs.Queue(
    "refunds",
    visibility_timeout_seconds=60,  # want: refunds hides messages for 60 s, api may run for 30 s, so 180 s leave room for retries
)
returned = aws.sqs.Queue("returned", visibility_timeout_seconds=config.get_int("pause"))

for name, queue in {"orders": orders, "refunds": refunds, "returned": returned}.items():
    aws.lambda_.EventSourceMapping(
        name, event_source_arn=queue.arn, function_name=api.arn
    )
