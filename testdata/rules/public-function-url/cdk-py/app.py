import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

api = lambda_go.GoFunction(stack, "Api", entry=".")
api.add_function_url(
    auth_type=lambda_.FunctionUrlAuthType.NONE,  # want: anybody can invoke Api through its address
)

admin = lambda_go.GoFunction(stack, "Admin", entry=".")
admin.add_function_url()
