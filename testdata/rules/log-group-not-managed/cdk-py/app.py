import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go
from aws_cdk import aws_logs as logs

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_go.GoFunction(stack, "Api", entry=".")  # want: Api has no log group with a retention time

lambda_go.GoFunction(
    stack,
    "Worker",
    entry=".",
    log_group=logs.LogGroup(
        stack, "WorkerLogs", retention=logs.RetentionDays.ONE_MONTH
    ),
)

lambda_go.GoFunction(
    stack, "Reports", entry=".", log_retention=logs.RetentionDays.ONE_WEEK
)
