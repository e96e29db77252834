import aws_cdk as cdk
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

slow = lambda_go.GoFunction(
    stack,
    "Slow",
    entry=".",
    timeout=cdk.Duration.minutes(1),  # want: Slow may run for 60 s, but LambdaIntegration waits 29 s
)
api = apigateway.RestApi(stack, "Api")
api.root.add_method("GET", apigateway.LambdaIntegration(handler=slow))
