import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_go.GoFunction(  # want: Api is not traced
    stack,
    "Api",
    entry=".",
)

lambda_go.GoFunction(stack, "Worker", entry=".")  # want: Worker is not traced

lambda_go.GoFunction(  # want: Reports is not traced
    stack,
    "Reports",
    entry=".",
    memory_size=256
)

traced = dict(entry=".", tracing=lambda_.Tracing.ACTIVE)
lambda_go.GoFunction(stack, "Traced", **traced)
