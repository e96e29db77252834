import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_.Function(
    stack,
    "Api",
    runtime=lambda_.Runtime.PROVIDED_AL2023,
    architecture=lambda_.Architecture.ARM_64,
    handler="bootstrap",
    code=lambda_.Code.from_asset(
        ".",
        bundling=cdk.BundlingOptions(
            image=lambda_.Runtime.PROVIDED_AL2023.bundling_image,
            command=[
                "bash",
                "-c",
                'GOOS=linux GOARCH=amd64 go build -o /asset-output/bootstrap .',  # want: GOARCH=amd64 makes a binary that Api can't run on arm64
            ],
        ),
    ),
)
