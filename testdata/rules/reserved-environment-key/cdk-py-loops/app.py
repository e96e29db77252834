import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

api = lambda_go.GoFunction(stack, "Api", entry=".")

for key, value in {"STAGE": "prod", "AWS_REGION": "eu-west-1"}.items():  # want: AWS_REGION of Api is reserved by Lambda
    api.add_environment(key, value)

for key in ["TABLE", "LAMBDA_TASK_ROOT"]:  # want: LAMBDA_TASK_ROOT of Api is reserved by Lambda
    api.add_environment(key, "orders")

for key, value in [
    ("BUCKET", "receipts"),
    ("AWS_ACCESS_KEY_ID", "none"),  # want: AWS_ACCESS_KEY_ID of Api is reserved by Lambda
]:
    api.add_environment(key, value)

# Without the second one this would be a text.
for key in ("OWNER", "AWS_SESSION_TOKEN"):  # want: AWS_SESSION_TOKEN of Api is reserved by Lambda
    api.add_environment(key, "none")

for key, value in zip(["QUEUE", "_HANDLER"], ["high", "low"]):  # want: _HANDLER of Api is reserved by Lambda
    api.add_environment(key, value)

if stack.node.try_get_context("traced"):
    api.add_environment("_X_AMZN_TRACE_ID", "none")  # want: _X_AMZN_TRACE_ID of Api is reserved by Lambda
    api.add_environment("TRACED", "true")

api.add_environment("CURRENCY", "EUR").add_environment("AWS_EXECUTION_ENV", "go")  # want: AWS_EXECUTION_ENV of Api is reserved by Lambda
