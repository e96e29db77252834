"""What constructs of the AWS CDK grant by themselves: (class, method) to actions.

Source: the `grant*` methods of aws-cdk-lib 2.276.0 (2026-11-10). A method that isn't here isn't understood.
"""

from __future__ import annotations

_READ_TABLE = (
    "dynamodb:BatchGetItem",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:Query",
    "dynamodb:GetItem",
    "dynamodb:Scan",
    "dynamodb:ConditionCheckItem",
    "dynamodb:DescribeTable",
)
_WRITE_TABLE = (
    "dynamodb:BatchWriteItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "dynamodb:DeleteItem",
    "dynamodb:DescribeTable",
)
_READ_BUCKET = ("s3:GetObject*", "s3:GetBucket*", "s3:List*")
_PUT_BUCKET = (
    "s3:PutObject",
    "s3:PutObjectLegalHold",
    "s3:PutObjectRetention",
    "s3:PutObjectTagging",
    "s3:PutObjectVersionTagging",
    "s3:Abort*",
)
_DELETE_BUCKET = ("s3:DeleteObject*",)
_SEND = ("sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl")
_CONSUME = (
    "sqs:ReceiveMessage",
    "sqs:ChangeMessageVisibility",
    "sqs:GetQueueUrl",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
)

GRANTS: dict[tuple[str, str], tuple[str, ...]] = {
    ("sqs.Queue", "grantSendMessages"): _SEND,
    ("sqs.Queue", "grantConsumeMessages"): _CONSUME,
    ("sqs.Queue", "grantPurge"): ("sqs:PurgeQueue", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"),
    ("sns.Topic", "grantPublish"): ("sns:Publish",),
    ("events.EventBus", "grantPutEventsTo"): ("events:PutEvents",),
    ("secretsmanager.Secret", "grantRead"): ("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"),
    ("secretsmanager.Secret", "grantWrite"): ("secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret"),
    ("lambda.Function", "grantInvoke"): ("lambda:InvokeFunction",),
    ("lambdago.GoFunction", "grantInvoke"): ("lambda:InvokeFunction",),
    ("stepfunctions.StateMachine", "grantStartExecution"): ("states:StartExecution",),
    **{
        (f"dynamodb.{table}", name): actions
        for table in ("Table", "TableV2")
        for name, actions in {
            "grantReadData": _READ_TABLE,
            "grantWriteData": _WRITE_TABLE,
            "grantReadWriteData": tuple(dict.fromkeys(_READ_TABLE + _WRITE_TABLE)),
            "grantFullAccess": ("dynamodb:*",),
        }.items()
    },
    ("s3.Bucket", "grantRead"): _READ_BUCKET,
    ("s3.Bucket", "grantPut"): _PUT_BUCKET,
    ("s3.Bucket", "grantDelete"): _DELETE_BUCKET,
    ("s3.Bucket", "grantWrite"): _DELETE_BUCKET + _PUT_BUCKET,
    ("s3.Bucket", "grantReadWrite"): _READ_BUCKET + _DELETE_BUCKET + _PUT_BUCKET,
}

SOURCES: dict[str, tuple[str, ...]] = {
    "SqsEventSource": _CONSUME,
    "DynamoEventSource": (
        "dynamodb:ListStreams",
        "dynamodb:DescribeStream",
        "dynamodb:GetRecords",
        "dynamodb:GetShardIterator",
    ),
    "KinesisEventSource": (
        "kinesis:DescribeStreamSummary",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
        "kinesis:ListShards",
        "kinesis:SubscribeToShard",
        "kinesis:DescribeStream",
        "kinesis:ListStreams",
        "kinesis:DescribeStreamConsumer",
    ),
    "S3EventSource": (),
    "SnsEventSource": (),
    "ApiEventSource": (),
}
"""What event sources grant to the function that they are added to."""

HARMLESS = frozenset(
    {
        "addMethod", "addRoutes", "addTarget", "addSubscription", "addEventNotification",
        "addObjectCreatedNotification", "addObjectRemovedNotification", "addTrigger", "addTargets",
        "addDependency", "addEventSource", "push", "apigateway.LambdaIntegration", "apigateway.LambdaRestApi",
        "apigatewayv2integrations.HttpLambdaIntegration", "apigatewayv2integrations.LambdaProxyIntegration",
        "apigatewayv2integrations.WebSocketLambdaIntegration", "eventstargets.LambdaFunction",
        "snssubscriptions.LambdaSubscription", "s3notifications.LambdaDestination",
        "logsdestinations.LambdaDestination", "elasticloadbalancingv2targets.LambdaTarget",
        "apigatewayv2.HttpApi", "apigateway.TokenAuthorizer", "apigateway.RequestAuthorizer", "events.Rule",
        "logs.LogGroup", "logs.SubscriptionFilter", "codedeploy.LambdaDeploymentGroup", "lambda.CfnPermission",
        "lambda.CfnUrl", "cognito.UserPool", "addOutputs", "log", "console.log", "ssm.StringParameter",
        "apigatewayv2.WebSocketApi",
    }
)  # fmt: skip
"""Classes and methods that may get a function and give it no permissions."""
