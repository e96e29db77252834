import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_go.GoFunction(  # want: Api runs on x86_64 by default, the same duration costs 20 % less on arm64
    stack,
    "Api",
    entry=".",
    runtime=lambda_.Runtime.PROVIDED_AL2023,
)

lambda_go.GoFunction(
    stack,
    "Worker",
    entry=".",
    architecture=lambda_.Architecture.X86_64,  # want: Worker runs on x86_64, the same duration costs 20 % less on arm64
)

shared = {"entry": ".", "architecture": lambda_.Architecture.ARM_64}
lambda_go.GoFunction(stack, "Reports", **shared)
