import aws_cdk as cdk
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

table = dynamodb.Table(
    stack,
    "Table",
    partition_key=dynamodb.Attribute(name="pk", type=dynamodb.AttributeType.STRING),
)
api = lambda_go.GoFunction(stack, "Api", entry=".")
table.grant_read_write_data(api)
api.add_to_role_policy(
    iam.PolicyStatement(
        actions=["sqs:*"],  # want: sqs:\* allows every action of sqs, granted to Api
        resources=["*"],
    )
)
