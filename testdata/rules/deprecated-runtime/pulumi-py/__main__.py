import pulumi
import pulumi_aws as aws

aws.lambda_.Function(
    "orders",
    runtime=aws.lambda_.Runtime.CUSTOM_AL2,  # want: orders runs provided.al2, deprecated since 2026-07-31
    handler="bootstrap",
    role="arn:aws:iam::111122223333:role/shop",
    code=pulumi.FileArchive("dist/orders.zip"),
)
