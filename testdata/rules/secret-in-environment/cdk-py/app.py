import os

import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_go.GoFunction(
    stack,
    "Api",
    entry=".",
    environment={
        "PAYMENT_TOKEN": "pk9fQ2xZ7vT4mB1sWc8RjH5nLe",  # want: PAYMENT_TOKEN of Api holds a secret in clear \(secret by its name\)
        "PAYMENT_SECRET_ID": "shop/payment",
        "API_KEY": os.environ["API_KEY"],
    },
)
