import aws_cdk as cdk
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

table = dynamodb.Table(
    stack,
    "Table",
    partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING),
)
orders = lambda_go.GoFunction(stack, "Orders", entry=".")
table.grant_read_data(orders)
