import aws_cdk as cdk
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

role = iam.Role(  # want: Orders can't log, Role lacks logs:CreateLogStream and logs:PutLogEvents
    stack,
    "Role",
    assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
)
lambda_go.GoFunction(stack, "Orders", entry=".", role=role)
