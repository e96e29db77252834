import os

import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")
api = lambda_go.GoFunction(stack, "Api", entry=".")
traced = app.node.try_get_context("traced")

if traced:
    api.add_environment("_X_AMZN_TRACE_ID", "none")  # want: _X_AMZN_TRACE_ID of Api is reserved by Lambda

if os.environ.get("REGION"):
    # Nothing would be left under it.
    api.add_environment("AWS_REGION", "eu-west-1")  # want: AWS_REGION of Api is reserved by Lambda

if traced:
    api.add_environment("AWS_EXECUTION_ENV", "go")  # want: AWS_EXECUTION_ENV of Api is reserved by Lambda
else:
    api.add_environment("STAGE", "prod")
