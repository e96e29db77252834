import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_

OUT = "/asset-output"
app = cdk.App()
stack = cdk.Stack(app, "Shop")
lambda_.Function(
    stack,
    "Place",
    runtime=lambda_.Runtime.GO_1_X,  # want: runs go1.x, refused for new functions since 2024-02-08
    handler="place",
    code=lambda_.Code.from_asset(
        ".",
        bundling=cdk.BundlingOptions(
            image=cdk.DockerImage.from_registry("golang:1.24"),
            command=["bash", "-c", f"GOOS=linux go build -o {OUT}/place . "
                     "&& echo done"],
        ),
    ),
)
