import aws_cdk as cdk
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_lambda_go_alpha as lambda_go
from aws_cdk.aws_apigatewayv2 import HttpApi, HttpMethod
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration

app = cdk.App()
stack = cdk.Stack(app, "Shop")

handler = lambda_go.GoFunction(stack, "Handler", entry=".")
integration = apigateway.LambdaIntegration(handler)
api = apigateway.RestApi(stack, "Api")
orders = api.root.add_resource("orders")
orders.add_method("GET", integration)  # want: anybody can call Handler through GET /orders of Api
orders.add_method(
    "POST", integration, authorization_type=apigateway.AuthorizationType.IAM
)
orders.add_method("DELETE", integration, api_key_required=True)

closed = apigateway.RestApi(
    stack,
    "Closed",
    default_method_options=apigateway.MethodOptions(
        authorization_type=apigateway.AuthorizationType.IAM
    ),
)
closed.root.add_method("GET", integration)

http = HttpApi(stack, "Http")
http.add_routes(  # want: anybody can call Handler through /orders of Http
    path="/orders",
    methods=[HttpMethod.GET],
    integration=HttpLambdaIntegration("Orders", handler),
)
