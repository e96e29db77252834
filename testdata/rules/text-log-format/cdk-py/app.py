import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_go.GoFunction(stack, "Orders", entry=".")  # want: the log format of Orders is Text, but its code logs JSON
lambda_go.GoFunction(stack, "Stock", entry=".", logging_format=lambda_.LoggingFormat.JSON)
