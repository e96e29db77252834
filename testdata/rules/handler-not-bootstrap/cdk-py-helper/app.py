import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_

app = cdk.App()
stack = cdk.Stack(app, "Shop")


# The name says where the package is, too.
def packed(id: str, *, name: str) -> lambda_.Function:
    return lambda_.Function(
        stack,
        id,
        runtime=lambda_.Runtime.PROVIDED_AL2023,
        handler=name,
        code=lambda_.Code.from_asset(f"dist/{name}"),
    )


packed("Place", name="place")  # want: the handler of Place is place, but provided.al2023 starts bootstrap
