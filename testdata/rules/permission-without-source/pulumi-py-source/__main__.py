import pulumi
import pulumi_aws as aws

ROLE = "arn:aws:iam::111122223333:role/shop"


class Orders:
    def __init__(self) -> None:
        self.place = aws.lambda_.Function(
            "place",
            runtime="provided.al2023",
            handler="bootstrap",
            role=ROLE,
            code=pulumi.FileArchive("dist/place.zip"),
        )
        self.shop = aws.apigatewayv2.Api("shop", protocol_type="HTTP")
        aws.apigatewayv2.Integration(
            "shop",
            api_id=self.shop.id,
            integration_type="AWS_PROXY",
            integration_uri=self.place.invoke_arn,
        )
        aws.lambda_.Permission(  # want: shop lets apigateway.amazonaws.com invoke place on behalf of anybody
            "shop",
            action="lambda:InvokeFunction",
            function=self.place.name,
            principal="apigateway.amazonaws.com",
        )


Orders()
