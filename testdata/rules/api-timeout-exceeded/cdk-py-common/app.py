import aws_cdk as cdk
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

LONGEST = cdk.Duration.minutes(2)  # want: Place may run for 120 s

lambda_go.GoFunction(stack, "Nightly", entry=".", timeout=LONGEST)
place = lambda_go.GoFunction(stack, "Place", entry=".", timeout=LONGEST)
api = apigateway.RestApi(stack, "Api")
api.root.add_method("POST", apigateway.LambdaIntegration(place))
