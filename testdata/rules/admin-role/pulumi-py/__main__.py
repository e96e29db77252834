import pulumi
import pulumi_aws as aws
from pulumi_aws import iam

role = iam.Role(
    "orders",
    managed_policy_arns=[
        iam.ManagedPolicy.AWS_LAMBDA_BASIC_EXECUTION_ROLE,
        iam.ManagedPolicy.ADMINISTRATOR_ACCESS,  # want: AdministratorAccess allows orders everything in the account
    ],
)

aws.lambda_.Function(
    "orders",
    runtime=aws.lambda_.Runtime.CUSTOM_AL2023,
    handler="bootstrap",
    role=role.arn,
    code=pulumi.FileArchive("dist/orders.zip"),
)
