import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_go.GoFunction(
    stack,
    "Orders",
    entry=".",
    memory_size=64,  # want: Orders is given 64 MB of memory, 128 to 10240 are allowed
    timeout=cdk.Duration.minutes(15),
)
