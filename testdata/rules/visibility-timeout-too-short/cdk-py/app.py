import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go
from aws_cdk import aws_sqs as sqs
from aws_cdk.aws_lambda_event_sources import SqsEventSource

app = cdk.App()
stack = cdk.Stack(app, "Shop")

worker = lambda_go.GoFunction(
    stack, "Worker", entry=".", timeout=cdk.Duration.seconds(30)
)
orders = sqs.Queue(
    stack,
    "Orders",
    visibility_timeout=cdk.Duration.minutes(1),  # want: Orders hides messages for 60 s, Worker may run for 30 s, so 180 s leave room for retries
)
refunds = sqs.Queue(  # want: Refunds hides messages for 30 s, Worker may run for 30 s, so 180 s leave room for retries
    stack,
    "Refunds",
    retention_period=cdk.Duration.days(7),
)
claims = sqs.Queue(stack, "Claims")  # want: Claims hides messages for 30 s, Worker may run for 30 s, so 180 s leave room for retries
returned = sqs.Queue(
    stack, "Returned", visibility_timeout=cdk.Duration.minutes(amount=3)
)

for queue in [orders, refunds, claims, returned]:
    worker.add_event_source(SqsEventSource(queue))
