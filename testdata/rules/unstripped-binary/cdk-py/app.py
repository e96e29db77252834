import aws_cdk as cdk
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

lambda_go.GoFunction(stack, "Api", entry=".")  # want: the binary keeps its debug information, -ldflags "-s -w" leaves it out
