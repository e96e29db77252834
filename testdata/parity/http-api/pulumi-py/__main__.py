import json

import pulumi
import pulumi_aws as aws

role = aws.iam.Role(
    "tickets",
    name="tickets",
    assume_role_policy=json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": "sts:AssumeRole",
                    "Principal": {"Service": "lambda.amazonaws.com"},
                }
            ],
        }
    ),
)

aws.iam.RolePolicy(
    "everything",
    role=role.id,
    policy=json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
        }
    ),
)

tickets = aws.lambda_.Function(
    "tickets",
    name="tickets",
    role=role.arn,
    code=pulumi.FileArchive("dist/tickets.zip"),
    runtime="provided.al2023",
    handler="bootstrap",
    architectures=["arm64"],
    memory_size=12000,
    timeout=45,
    environment=aws.lambda_.FunctionEnvironmentArgs(
        variables={
            "VENUES": "north,south",
            "ticket-table": "tickets",
        },
    ),
)

aws.lambda_.FunctionUrl(
    "tickets",
    function_name=tickets.name,
    authorization_type="NONE",
)

aws.lambda_.Permission(
    "everybody",
    action="lambda:InvokeFunction",
    function=tickets.name,
    principal="*",
)

api = aws.apigatewayv2.Api("tickets", name="tickets", protocol_type="HTTP")

aws.lambda_.Permission(
    "api",
    action="lambda:InvokeFunction",
    function=tickets.name,
    principal="apigateway.amazonaws.com",
    source_arn=pulumi.Output.concat(api.execution_arn, "/*/*"),
)

integration = aws.apigatewayv2.Integration(
    "tickets",
    api_id=api.id,
    integration_type="AWS_PROXY",
    integration_uri=tickets.invoke_arn,
    payload_format_version="2.0",
)

aws.apigatewayv2.Route(
    "tickets",
    api_id=api.id,
    route_key="GET /tickets",
    target=pulumi.Output.concat("integrations/", integration.id),
)
