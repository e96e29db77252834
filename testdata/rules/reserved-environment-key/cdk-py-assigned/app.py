import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

environment = {"STAGE": "prod"}
environment["AWS_REGION"] = "eu-west-1"  # want: AWS_REGION of Api is reserved by Lambda
environment.update({"LAMBDA_TASK_ROOT": "/var/task", "TABLE": "orders"})  # want: LAMBDA_TASK_ROOT of Api is reserved by Lambda
if stack.node.try_get_context("traced"):
    environment["_X_AMZN_TRACE_ID"] = "none"  # want: _X_AMZN_TRACE_ID of Api is reserved by Lambda
lambda_go.GoFunction(stack, "Api", entry=".", environment=environment)
