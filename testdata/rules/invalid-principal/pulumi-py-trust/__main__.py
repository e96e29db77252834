import pulumi
import pulumi_aws as aws

role = aws.iam.Role(
    "role",
    assume_role_policy="""{
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda:amazonaws.com"}}
      ]
    }""",
)

aws.lambda_.Function(
    "api",
    runtime=aws.lambda_.Runtime.CUSTOM_AL2023,
    handler="bootstrap",
    role=role.arn,
    code=pulumi.FileArchive("dist/api.zip"),
)
