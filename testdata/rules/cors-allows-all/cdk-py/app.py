import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

api = lambda_go.GoFunction(stack, "Api", entry=".")
api.add_function_url(
    auth_type=lambda_.FunctionUrlAuthType.AWS_IAM,
    cors=lambda_.FunctionUrlCorsOptions(
        allowed_origins=["*"],  # want: every website may call the address of Api, and with credentials
        allow_credentials=True,
    ),
)
