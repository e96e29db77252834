import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go
from aws_cdk import aws_sqs as sqs
from aws_cdk.aws_lambda_event_sources import SqsEventSource

app = cdk.App()
stack = cdk.Stack(app, "Shop")

worker = lambda_go.GoFunction(
    stack, "Worker", entry="..", timeout=cdk.Duration.seconds(30)
)
orders = sqs.Queue(stack, "Orders", visibility_timeout=cdk.Duration.seconds(180))
worker.add_event_source(SqsEventSource(orders))
