import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

base = {
    "runtime": lambda_.Runtime.PROVIDED_AL2023,
    "code": lambda_.Code.from_asset("dist"),
}

lambda_.Function(
    stack,
    "Api",
    handler="main",  # want: the handler of Api is main, but provided.al2023 starts bootstrap
    **base,
)

lambda_.Function(stack, "Worker", handler="bootstrap", **base)

lambda_go.GoFunction(stack, "Reports", entry=".")
