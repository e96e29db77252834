import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go
from aws_cdk import aws_sqs as sqs
from aws_cdk.aws_lambda_event_sources import SqsEventSource

app = cdk.App()
stack = cdk.Stack(app, "Shop")

worker = lambda_go.GoFunction(stack, "Worker", entry=".")
orders = sqs.Queue(stack, "Orders")
refunds = sqs.Queue(stack, "Refunds")
returned = sqs.Queue(stack, "Returned")

worker.add_event_source(SqsEventSource(orders))  # want: Worker returns a batch response, but SqsEventSource doesn't have ReportBatchItemFailures
worker.add_event_source(SqsEventSource(queue=refunds, batch_size=5))  # want: Worker returns a batch response, but SqsEventSource doesn't have ReportBatchItemFailures
worker.add_event_source(SqsEventSource(returned, report_batch_item_failures=True))
