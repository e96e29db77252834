import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go
from aws_cdk import aws_sqs as sqs
from aws_cdk.aws_lambda_event_sources import SqsEventSource

app = cdk.App()
stack = cdk.Stack(app, "Shop")

worker = lambda_go.GoFunction(stack, "Worker", entry=".")
failed = sqs.Queue(stack, "Failed")
orders = sqs.Queue(stack, "Orders")  # want: Orders has no redrive policy, a message that always fails comes back until it expires
refunds = sqs.Queue(
    stack,
    "Refunds",
    dead_letter_queue=sqs.DeadLetterQueue(queue=failed, max_receive_count=5),
)

for queue in (orders, refunds):
    worker.add_event_source(SqsEventSource(queue))
