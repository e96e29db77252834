import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_go.GoFunction(  # want: Api runs provided.al2, deprecated since 2026-07-31
    stack,
    "Api",
    entry=".",
)

lambda_.Function(
    stack,
    "Worker",
    runtime=lambda_.Runtime.PROVIDED_AL2,  # want: Worker runs provided.al2, deprecated since 2026-07-31
    handler="bootstrap",
    code=lambda_.Code.from_asset("dist"),
)

lambda_go.GoFunction(
    stack, "Reports", entry=".", runtime=lambda_.Runtime.PROVIDED_AL2023
)
