import os
import subprocess

import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_

subprocess.check_call(
    ["go", "build", "-o", "dist/bootstrap", "./worker"],
    env={**os.environ, "GOOS": "linux", "GOARCH": "amd64"},
)

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_.Function(  # want: Worker runs on x86_64
    stack,
    "Worker",
    runtime=lambda_.Runtime.PROVIDED_AL2023,
    handler="bootstrap",
    code=lambda_.Code.from_asset("dist"),
)
app.synth()
