from aws_cdk import App, Duration, Stack
from aws_cdk import aws_apigatewayv2 as apigatewayv2
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from constructs import Construct


class TicketsStack(Stack):
    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)

        tickets = lambda_.Function(
            self,
            "Tickets",
            function_name="tickets",
            code=lambda_.Code.from_asset("dist/tickets.zip"),
            runtime=lambda_.Runtime.PROVIDED_AL2023,
            handler="bootstrap",
            architecture=lambda_.Architecture.ARM_64,
            memory_size=12000,
            timeout=Duration.seconds(45),
            environment={
                "VENUES": "north,south",
                "ticket-table": "tickets",
            },
        )

        tickets.add_function_url(auth_type=lambda_.FunctionUrlAuthType.NONE)

        tickets.add_permission("EverybodyPermission", principal=iam.AnyPrincipal())

        tickets.add_to_role_policy(
            iam.PolicyStatement(
                actions=["*"],
                resources=["*"],
            )
        )

        api = apigatewayv2.HttpApi(self, "Api", api_name="tickets")
        api.add_routes(
            path="/tickets",
            methods=[apigatewayv2.HttpMethod.GET],
            integration=HttpLambdaIntegration("Integration", tickets),
        )


app = App()
TicketsStack(app, "Tickets")
app.synth()
