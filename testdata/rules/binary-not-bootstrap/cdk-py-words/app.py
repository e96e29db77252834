import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_

app = cdk.App()
stack = cdk.Stack(app, "Shop")
lambda_.Function(
    stack,
    "Place",
    runtime=lambda_.Runtime.PROVIDED_AL2023,
    handler="bootstrap",
    code=lambda_.Code.from_asset(
        ".",
        bundling=cdk.BundlingOptions(
            image=cdk.DockerImage.from_registry("golang:1.24"),
            environment={"GOOS": "linux"},
            command=["go", "build", "-o", "/asset-output/main", "."],
        ),
    ),
)

lambda_.Function(
    stack,
    "Bare",
    runtime=lambda_.Runtime.PROVIDED_AL2023,
    handler="bootstrap",
    code=lambda_.Code.from_asset(
        ".",
        bundling=cdk.BundlingOptions(
            image=cdk.DockerImage.from_registry("golang:1.24"),
            command=["go", "build", "-o", "/asset-output/main", "."],
        ),
    ),
)
