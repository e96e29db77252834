import json
import os

import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

shared = json.loads(os.environ["SHARED"])

lambda_go.GoFunction(stack, "Api", entry=".", **shared)

lambda_go.GoFunction(
    stack,
    "Worker",
    entry=".",
    timeout=cdk.Duration.minutes(5) if os.getenv("SLOW") else None,
)
