import aws_cdk as cdk
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_

app = cdk.App()
stack = cdk.Stack(app, "Shop")
distribution_arn = cdk.CfnParameter(stack, "DistributionArn").value_as_string

pages = lambda_.Function(
    stack,
    "Pages",
    runtime=lambda_.Runtime.PROVIDED_AL2023,
    handler="bootstrap",
    code=lambda_.Code.from_asset("dist/pages"),
)
pages.add_function_url(auth_type=lambda_.FunctionUrlAuthType.AWS_IAM)
pages.add_permission(
    "Cdn",
    principal=iam.ServicePrincipal("cloudfront.amazonaws.com"),
    action="lambda:InvokeFunctionUrl",  # want: calls to the address of Pages also need lambda:InvokeFunction
    source_arn=distribution_arn,
)
