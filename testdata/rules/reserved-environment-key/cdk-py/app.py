import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

api = lambda_go.GoFunction(
    stack,
    "Api",
    entry=".",
    environment={
        "STAGE": "prod",
        "AWS_REGION": "eu-west-1",  # want: AWS_REGION of Api is reserved by Lambda
    },
)

lambda_go.GoFunction(stack, "Worker", entry=".", environment={"AWS_REGION": "eu-west-1", "STAGE": "prod"})  # want: AWS_REGION of Worker is reserved by Lambda

lambda_go.GoFunction(stack, "Reports", entry=".", environment=dict(STAGE="prod", AWS_REGION="eu-west-1"))  # want: AWS_REGION of Reports is reserved by Lambda

api.add_environment("AWS_LAMBDA_FUNCTION_NAME", "api")  # want: AWS_LAMBDA_FUNCTION_NAME of Api is reserved by Lambda
