import aws_cdk as cdk
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

api = lambda_go.GoFunction(stack, "Api", entry=".")
api.add_permission(  # want: Events lets events.amazonaws.com invoke Api on behalf of anybody
    "Events",
    principal=iam.ServicePrincipal("events.amazonaws.com"),
)
api.add_permission(
    "Rule",
    principal=iam.ServicePrincipal("events.amazonaws.com"),
    source_arn="arn:aws:events:eu-west-1:111122223333:rule/nightly",
)
