import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_.Function(
    stack,
    "Place",
    runtime=lambda_.Runtime.GO_1_X,  # want: Place runs go1.x, refused for new functions since 2024-02-08
    handler="place",
    code=lambda_.Code.from_asset("place.zip"),
)
