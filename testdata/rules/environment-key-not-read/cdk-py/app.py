import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

api = lambda_go.GoFunction(
    stack,
    "Api",
    entry=".",
    environment=dict(
        TABLE="orders",
        STAGE="prod",  # want: STAGE of Api is read by nothing in .
    ),
)
api.add_environment("TOPIC", "orders")  # want: TOPIC of Api is read by nothing in .
