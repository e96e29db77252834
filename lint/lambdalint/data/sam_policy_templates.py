"""The policy templates of SAM: what each allows, and on which resources.

In a resource, `<Name>` stands for the parameter of that name. Source: aws-sam-translator 1.115.0, checked 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.record import NamedTuple


class Grant(NamedTuple):
    """One statement: the actions it allows, the resources, and whether it has a condition."""

    actions: tuple[str, ...]
    resources: tuple[str, ...]
    conditioned: bool


def _grant(actions: str, *resources: str, conditioned: bool = False) -> Grant:
    return Grant(tuple(actions.split()), resources, conditioned)


POLICY_TEMPLATES: Mapping[str, tuple[Grant, ...]] = {
    "AMIDescribePolicy": (_grant("ec2:DescribeImages", "*"),),
    "AWSSecretsManagerGetSecretValuePolicy": (_grant("secretsmanager:GetSecretValue", "<SecretArn>"),),
    "AWSSecretsManagerRotationPolicy": (
        _grant(
            "secretsmanager:DescribeSecret secretsmanager:GetSecretValue secretsmanager:PutSecretValue "
            "secretsmanager:UpdateSecretVersionStage",
            "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:*",
            conditioned=True,
        ),
        _grant("secretsmanager:GetRandomPassword", "*"),
    ),
    "AcmGetCertificatePolicy": (_grant("acm:GetCertificate", "<CertificateArn>"),),
    "AthenaQueryPolicy": (
        _grant(
            "athena:ListWorkGroups athena:GetExecutionEngine athena:GetExecutionEngines athena:GetNamespace "
            "athena:GetCatalogs athena:GetNamespaces athena:GetTables athena:GetTable",
            "*",
        ),
        _grant(
            "athena:StartQueryExecution athena:GetQueryResults athena:DeleteNamedQuery athena:GetNamedQuery "
            "athena:ListQueryExecutions athena:StopQueryExecution athena:GetQueryResultsStream "
            "athena:ListNamedQueries athena:CreateNamedQuery athena:GetQueryExecution "
            "athena:BatchGetNamedQuery athena:BatchGetQueryExecution athena:GetWorkGroup",
            "arn:${AWS::Partition}:athena:${AWS::Region}:${AWS::AccountId}:workgroup/<WorkGroupName>",
        ),
    ),
    "CloudFormationDescribeStacksPolicy": (
        _grant(
            "cloudformation:DescribeStacks",
            "arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:stack/*",
        ),
    ),
    "CloudWatchDashboardPolicy": (
        _grant("cloudwatch:GetDashboard cloudwatch:ListDashboards cloudwatch:PutDashboard cloudwatch:ListMetrics", "*"),
    ),
    "CloudWatchDescribeAlarmHistoryPolicy": (_grant("cloudwatch:DescribeAlarmHistory", "*"),),
    "CloudWatchPutMetricPolicy": (_grant("cloudwatch:PutMetricData", "*"),),
    "CodeCommitCrudPolicy": (
        _grant(
            "codecommit:GitPull codecommit:GitPush codecommit:CreateBranch codecommit:DeleteBranch "
            "codecommit:GetBranch codecommit:ListBranches codecommit:MergeBranchesByFastForward "
            "codecommit:MergeBranchesBySquash codecommit:MergeBranchesByThreeWay "
            "codecommit:UpdateDefaultBranch codecommit:BatchDescribeMergeConflicts "
            "codecommit:CreateUnreferencedMergeCommit codecommit:DescribeMergeConflicts "
            "codecommit:GetMergeCommit codecommit:GetMergeOptions codecommit:BatchGetPullRequests "
            "codecommit:CreatePullRequest codecommit:DescribePullRequestEvents "
            "codecommit:GetCommentsForPullRequest codecommit:GetCommitsFromMergeBase "
            "codecommit:GetMergeConflicts codecommit:GetPullRequest codecommit:ListPullRequests "
            "codecommit:MergePullRequestByFastForward codecommit:MergePullRequestBySquash "
            "codecommit:MergePullRequestByThreeWay codecommit:PostCommentForPullRequest "
            "codecommit:UpdatePullRequestDescription codecommit:UpdatePullRequestStatus "
            "codecommit:UpdatePullRequestTitle codecommit:DeleteFile codecommit:GetBlob codecommit:GetFile "
            "codecommit:GetFolder codecommit:PutFile codecommit:DeleteCommentContent codecommit:GetComment "
            "codecommit:GetCommentsForComparedCommit codecommit:PostCommentForComparedCommit "
            "codecommit:PostCommentReply codecommit:UpdateComment codecommit:BatchGetCommits "
            "codecommit:CreateCommit codecommit:GetCommit codecommit:GetCommitHistory "
            "codecommit:GetDifferences codecommit:GetObjectIdentifier codecommit:GetReferences "
            "codecommit:GetTree codecommit:GetRepository codecommit:UpdateRepositoryDescription "
            "codecommit:ListTagsForResource codecommit:TagResource codecommit:UntagResource "
            "codecommit:GetRepositoryTriggers codecommit:PutRepositoryTriggers "
            "codecommit:TestRepositoryTriggers codecommit:GetBranch codecommit:GetCommit "
            "codecommit:UploadArchive codecommit:GetUploadArchiveStatus codecommit:CancelUploadArchive",
            "arn:${AWS::Partition}:codecommit:${AWS::Region}:${AWS::AccountId}:<RepositoryName>",
        ),
    ),
    "CodeCommitReadPolicy": (
        _grant(
            "codecommit:GitPull codecommit:GetBranch codecommit:ListBranches "
            "codecommit:BatchDescribeMergeConflicts codecommit:DescribeMergeConflicts "
            "codecommit:GetMergeCommit codecommit:GetMergeOptions codecommit:BatchGetPullRequests "
            "codecommit:DescribePullRequestEvents codecommit:GetCommentsForPullRequest "
            "codecommit:GetCommitsFromMergeBase codecommit:GetMergeConflicts codecommit:GetPullRequest "
            "codecommit:ListPullRequests codecommit:GetBlob codecommit:GetFile codecommit:GetFolder "
            "codecommit:GetComment codecommit:GetCommentsForComparedCommit codecommit:BatchGetCommits "
            "codecommit:GetCommit codecommit:GetCommitHistory codecommit:GetDifferences "
            "codecommit:GetObjectIdentifier codecommit:GetReferences codecommit:GetTree "
            "codecommit:GetRepository codecommit:ListTagsForResource codecommit:GetRepositoryTriggers "
            "codecommit:TestRepositoryTriggers codecommit:GetBranch codecommit:GetCommit "
            "codecommit:GetUploadArchiveStatus",
            "arn:${AWS::Partition}:codecommit:${AWS::Region}:${AWS::AccountId}:<RepositoryName>",
        ),
    ),
    "CodePipelineLambdaExecutionPolicy": (
        _grant("codepipeline:PutJobSuccessResult codepipeline:PutJobFailureResult", "*"),
    ),
    "CodePipelineReadOnlyPolicy": (
        _grant(
            "codepipeline:ListPipelineExecutions",
            "arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:<PipelineName>",
        ),
    ),
    "ComprehendBasicAccessPolicy": (
        _grant(
            "comprehend:BatchDetectKeyPhrases comprehend:DetectDominantLanguage comprehend:DetectEntities "
            "comprehend:BatchDetectEntities comprehend:DetectKeyPhrases comprehend:DetectSentiment "
            "comprehend:BatchDetectDominantLanguage comprehend:BatchDetectSentiment",
            "*",
        ),
    ),
    "CostExplorerReadOnlyPolicy": (
        _grant(
            "ce:GetCostAndUsage ce:GetDimensionValues ce:GetReservationCoverage "
            "ce:GetReservationPurchaseRecommendation ce:GetReservationUtilization ce:GetTags",
            "*",
        ),
    ),
    "DynamoDBBackupFullAccessPolicy": (
        _grant(
            "dynamodb:CreateBackup dynamodb:DescribeContinuousBackups",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>",
        ),
        _grant(
            "dynamodb:DeleteBackup dynamodb:DescribeBackup dynamodb:ListBackups",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>/backup/*",
        ),
    ),
    "DynamoDBCrudPolicy": (
        _grant(
            "dynamodb:GetItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:Scan dynamodb:Query "
            "dynamodb:UpdateItem dynamodb:BatchWriteItem dynamodb:BatchGetItem dynamodb:DescribeTable "
            "dynamodb:ConditionCheckItem",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>/index/*",
        ),
    ),
    "DynamoDBReadPolicy": (
        _grant(
            "dynamodb:GetItem dynamodb:Scan dynamodb:Query dynamodb:BatchGetItem dynamodb:DescribeTable",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>/index/*",
        ),
    ),
    "DynamoDBReconfigurePolicy": (
        _grant(
            "dynamodb:UpdateTable", "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>"
        ),
    ),
    "DynamoDBRestoreFromBackupPolicy": (
        _grant(
            "dynamodb:RestoreTableFromBackup",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>/backup/*",
        ),
        _grant(
            "dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:Query "
            "dynamodb:Scan dynamodb:BatchWriteItem",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>",
        ),
    ),
    "DynamoDBStreamReadPolicy": (
        _grant(
            "dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>/stream/<StreamName>",
        ),
        _grant(
            "dynamodb:ListStreams",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>/stream/*",
        ),
    ),
    "DynamoDBWritePolicy": (
        _grant(
            "dynamodb:PutItem dynamodb:UpdateItem dynamodb:BatchWriteItem",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>",
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/<TableName>/index/*",
        ),
    ),
    "EC2CopyImagePolicy": (
        _grant("ec2:CopyImage", "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:image/<ImageId>"),
    ),
    "EC2DescribePolicy": (_grant("ec2:DescribeRegions ec2:DescribeInstances", "*"),),
    "EFSWriteAccessPolicy": (
        _grant(
            "elasticfilesystem:ClientMount elasticfilesystem:ClientWrite",
            "arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:file-system/<FileSystem>",
            conditioned=True,
        ),
    ),
    "EKSDescribePolicy": (_grant("eks:DescribeCluster eks:ListClusters", "*"),),
    "EcsRunTaskPolicy": (
        _grant(
            "ecs:RunTask", "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/<TaskDefinition>"
        ),
    ),
    "ElasticMapReduceAddJobFlowStepsPolicy": (
        _grant(
            "elasticmapreduce:AddJobFlowSteps",
            "arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/<ClusterId>",
        ),
    ),
    "ElasticMapReduceCancelStepsPolicy": (
        _grant(
            "elasticmapreduce:CancelSteps",
            "arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/<ClusterId>",
        ),
    ),
    "ElasticMapReduceModifyInstanceFleetPolicy": (
        _grant(
            "elasticmapreduce:ModifyInstanceFleet elasticmapreduce:ListInstanceFleets",
            "arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/<ClusterId>",
        ),
    ),
    "ElasticMapReduceModifyInstanceGroupsPolicy": (
        _grant(
            "elasticmapreduce:ModifyInstanceGroups elasticmapreduce:ListInstanceGroups",
            "arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/<ClusterId>",
        ),
    ),
    "ElasticMapReduceSetTerminationProtectionPolicy": (
        _grant(
            "elasticmapreduce:SetTerminationProtection",
            "arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/<ClusterId>",
        ),
    ),
    "ElasticMapReduceTerminateJobFlowsPolicy": (
        _grant(
            "elasticmapreduce:TerminateJobFlows",
            "arn:${AWS::Partition}:elasticmapreduce:${AWS::Region}:${AWS::AccountId}:cluster/<ClusterId>",
        ),
    ),
    "ElasticsearchHttpPostPolicy": (
        _grant(
            "es:ESHttpPost es:ESHttpPut",
            "arn:${AWS::Partition}:es:${AWS::Region}:${AWS::AccountId}:domain/<DomainName>/*",
        ),
    ),
    "EventBridgePutEventsPolicy": (
        _grant(
            "events:PutEvents", "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/<EventBusName>"
        ),
    ),
    "FilterLogEventsPolicy": (
        _grant(
            "logs:FilterLogEvents",
            "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:<LogGroupName>:log-stream:*",
        ),
    ),
    "FirehoseCrudPolicy": (
        _grant(
            "firehose:CreateDeliveryStream firehose:DeleteDeliveryStream firehose:DescribeDeliveryStream "
            "firehose:PutRecord firehose:PutRecordBatch firehose:UpdateDestination",
            "arn:${AWS::Partition}:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/<DeliveryStreamName>",
        ),
    ),
    "FirehoseWritePolicy": (
        _grant(
            "firehose:PutRecord firehose:PutRecordBatch",
            "arn:${AWS::Partition}:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/<DeliveryStreamName>",
        ),
    ),
    "KMSDecryptPolicy": (
        _grant("kms:Decrypt", "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/<KeyId>"),
    ),
    "KMSEncryptPolicy": (
        _grant("kms:Encrypt", "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/<KeyId>"),
    ),
    "KMSEncryptPolicy_v2": (
        _grant(
            "kms:Encrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext kms:GenerateDataKeyPair "
            "kms:GenerateDataKeyPairWithoutPlaintext",
            "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/<KeyId>",
        ),
    ),
    "KinesisCrudPolicy": (
        _grant(
            "kinesis:AddTagsToStream kinesis:CreateStream kinesis:DecreaseStreamRetentionPeriod "
            "kinesis:DeleteStream kinesis:DescribeStream kinesis:DescribeStreamSummary "
            "kinesis:GetShardIterator kinesis:IncreaseStreamRetentionPeriod kinesis:ListTagsForStream "
            "kinesis:MergeShards kinesis:PutRecord kinesis:PutRecords kinesis:SplitShard "
            "kinesis:RemoveTagsFromStream",
            "arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/<StreamName>",
        ),
    ),
    "KinesisStreamReadPolicy": (
        _grant(
            "kinesis:ListStreams kinesis:DescribeLimits",
            "arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/*",
        ),
        _grant(
            "kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetRecords kinesis:GetShardIterator",
            "arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/<StreamName>",
        ),
    ),
    "LambdaInvokePolicy": (
        _grant(
            "lambda:InvokeFunction",
            "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:<FunctionName>*",
        ),
    ),
    "MobileAnalyticsWriteOnlyAccessPolicy": (_grant("mobileanalytics:PutEvents", "*"),),
    "OrganizationsListAccountsPolicy": (_grant("organizations:ListAccounts", "*"),),
    "PinpointEndpointAccessPolicy": (
        _grant(
            "mobiletargeting:GetEndpoint mobiletargeting:UpdateEndpoint mobiletargeting:UpdateEndpointsBatch",
            "arn:${AWS::Partition}:mobiletargeting:${AWS::Region}:${AWS::AccountId}:apps/<PinpointApplicationId>/endpoints/*",
        ),
    ),
    "PollyFullAccessPolicy": (
        _grant(
            "polly:GetLexicon polly:DeleteLexicon",
            "arn:${AWS::Partition}:polly:${AWS::Region}:${AWS::AccountId}:lexicon/<LexiconName>",
        ),
        _grant(
            "polly:DescribeVoices polly:ListLexicons polly:PutLexicon polly:SynthesizeSpeech",
            "arn:${AWS::Partition}:polly:${AWS::Region}:${AWS::AccountId}:lexicon/*",
        ),
    ),
    "RekognitionDetectOnlyPolicy": (
        _grant(
            "rekognition:DetectFaces rekognition:DetectLabels rekognition:DetectModerationLabels "
            "rekognition:DetectText",
            "*",
        ),
    ),
    "RekognitionFacesManagementPolicy": (
        _grant(
            "rekognition:IndexFaces rekognition:DeleteFaces rekognition:SearchFaces "
            "rekognition:SearchFacesByImage rekognition:ListFaces",
            "arn:${AWS::Partition}:rekognition:${AWS::Region}:${AWS::AccountId}:collection/<CollectionId>",
        ),
    ),
    "RekognitionFacesPolicy": (_grant("rekognition:CompareFaces rekognition:DetectFaces", "*"),),
    "RekognitionLabelsPolicy": (_grant("rekognition:DetectLabels rekognition:DetectModerationLabels", "*"),),
    "RekognitionNoDataAccessPolicy": (
        _grant(
            "rekognition:CompareFaces rekognition:DetectFaces rekognition:DetectLabels "
            "rekognition:DetectModerationLabels",
            "arn:${AWS::Partition}:rekognition:${AWS::Region}:${AWS::AccountId}:collection/<CollectionId>",
        ),
    ),
    "RekognitionReadPolicy": (
        _grant(
            "rekognition:ListCollections rekognition:ListFaces rekognition:SearchFaces rekognition:SearchFacesByImage",
            "arn:${AWS::Partition}:rekognition:${AWS::Region}:${AWS::AccountId}:collection/<CollectionId>",
        ),
    ),
    "RekognitionWriteOnlyAccessPolicy": (
        _grant(
            "rekognition:CreateCollection rekognition:IndexFaces",
            "arn:${AWS::Partition}:rekognition:${AWS::Region}:${AWS::AccountId}:collection/<CollectionId>",
        ),
    ),
    "Route53ChangeResourceRecordSetsPolicy": (
        _grant("route53:ChangeResourceRecordSets", "arn:${AWS::Partition}:route53:::hostedzone/<HostedZoneId>"),
    ),
    "S3CrudPolicy": (
        _grant(
            "s3:GetObject s3:ListBucket s3:GetBucketLocation s3:GetObjectVersion s3:PutObject "
            "s3:PutObjectAcl s3:GetLifecycleConfiguration s3:PutLifecycleConfiguration s3:DeleteObject",
            "arn:${AWS::Partition}:s3:::<BucketName>",
            "arn:${AWS::Partition}:s3:::<BucketName>/*",
        ),
    ),
    "S3FullAccessPolicy": (
        _grant(
            "s3:GetObject s3:GetObjectAcl s3:GetObjectVersion s3:PutObject s3:PutObjectAcl s3:DeleteObject "
            "s3:DeleteObjectTagging s3:DeleteObjectVersionTagging s3:GetObjectTagging "
            "s3:GetObjectVersionTagging s3:PutObjectTagging s3:PutObjectVersionTagging",
            "arn:${AWS::Partition}:s3:::<BucketName>/*",
        ),
        _grant(
            "s3:ListBucket s3:GetBucketLocation s3:GetLifecycleConfiguration s3:PutLifecycleConfiguration",
            "arn:${AWS::Partition}:s3:::<BucketName>",
        ),
    ),
    "S3ReadPolicy": (
        _grant(
            "s3:GetObject s3:ListBucket s3:GetBucketLocation s3:GetObjectVersion s3:GetLifecycleConfiguration",
            "arn:${AWS::Partition}:s3:::<BucketName>",
            "arn:${AWS::Partition}:s3:::<BucketName>/*",
        ),
    ),
    "S3WritePolicy": (
        _grant(
            "s3:PutObject s3:PutObjectAcl s3:PutLifecycleConfiguration",
            "arn:${AWS::Partition}:s3:::<BucketName>",
            "arn:${AWS::Partition}:s3:::<BucketName>/*",
        ),
    ),
    "SESBulkTemplatedCrudPolicy": (
        _grant(
            "ses:GetIdentityVerificationAttributes ses:SendEmail ses:SendRawEmail ses:SendTemplatedEmail "
            "ses:SendBulkTemplatedEmail ses:VerifyEmailIdentity",
            "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/<IdentityName>",
        ),
    ),
    "SESBulkTemplatedCrudPolicy_v2": (
        _grant(
            "ses:SendEmail ses:SendRawEmail ses:SendTemplatedEmail ses:SendBulkTemplatedEmail",
            "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/<IdentityName>",
            "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:template/<TemplateName>",
        ),
        _grant("ses:GetIdentityVerificationAttributes ses:VerifyEmailIdentity", "*"),
    ),
    "SESCrudPolicy": (
        _grant(
            "ses:GetIdentityVerificationAttributes ses:SendEmail ses:SendRawEmail ses:VerifyEmailIdentity",
            "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/<IdentityName>",
        ),
    ),
    "SESEmailTemplateCrudPolicy": (
        _grant(
            "ses:CreateTemplate ses:GetTemplate ses:ListTemplates ses:UpdateTemplate ses:DeleteTemplate "
            "ses:TestRenderTemplate",
            "*",
        ),
    ),
    "SESSendBouncePolicy": (
        _grant("ses:SendBounce", "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/<IdentityName>"),
    ),
    "SNSCrudPolicy": (
        _grant(
            "sns:ListSubscriptionsByTopic sns:CreateTopic sns:SetTopicAttributes sns:Subscribe sns:Publish",
            "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:<TopicName>*",
        ),
    ),
    "SNSPublishMessagePolicy": (
        _grant("sns:Publish", "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:<TopicName>"),
    ),
    "SQSPollerPolicy": (
        _grant(
            "sqs:ChangeMessageVisibility sqs:ChangeMessageVisibilityBatch sqs:DeleteMessage "
            "sqs:DeleteMessageBatch sqs:GetQueueAttributes sqs:ReceiveMessage",
            "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:<QueueName>",
        ),
    ),
    "SQSSendMessagePolicy": (
        _grant("sqs:SendMessage*", "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:<QueueName>"),
    ),
    "SSMParameterReadPolicy": (
        _grant("ssm:DescribeParameters", "*"),
        _grant(
            "ssm:GetParameters ssm:GetParameter ssm:GetParametersByPath",
            "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/<ParameterName>",
        ),
    ),
    "SSMParameterWithSlashPrefixReadPolicy": (
        _grant("ssm:DescribeParameters", "*"),
        _grant(
            "ssm:GetParameters ssm:GetParameter ssm:GetParametersByPath",
            "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter<ParameterName>",
        ),
    ),
    "SageMakerCreateEndpointConfigPolicy": (
        _grant(
            "sagemaker:CreateEndpointConfig",
            "arn:${AWS::Partition}:sagemaker:${AWS::Region}:${AWS::AccountId}:endpoint-config/<EndpointConfigName>",
        ),
    ),
    "SageMakerCreateEndpointPolicy": (
        _grant(
            "sagemaker:CreateEndpoint",
            "arn:${AWS::Partition}:sagemaker:${AWS::Region}:${AWS::AccountId}:endpoint/<EndpointName>",
        ),
    ),
    "ServerlessRepoReadWriteAccessPolicy": (
        _grant(
            "serverlessrepo:CreateApplication serverlessrepo:CreateApplicationVersion "
            "serverlessrepo:UpdateApplication serverlessrepo:GetApplication serverlessrepo:ListApplications "
            "serverlessrepo:ListApplicationVersions serverlessrepo:ListApplicationDependencies",
            "arn:${AWS::Partition}:serverlessrepo:${AWS::Region}:${AWS::AccountId}:applications/*",
        ),
    ),
    "StepFunctionsCallbackPolicy": (
        _grant(
            "states:SendTaskFailure states:SendTaskHeartbeat states:SendTaskSuccess",
            "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:<StateMachineName>",
        ),
    ),
    "StepFunctionsExecutionPolicy": (
        _grant(
            "states:StartExecution",
            "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:<StateMachineName>",
        ),
    ),
    "StepFunctionsExecutionPolicy_v2": (
        _grant(
            "states:StartExecution states:StartSyncExecution",
            "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:<StateMachineName>",
        ),
    ),
    "TextractDetectAnalyzePolicy": (
        _grant(
            "textract:DetectDocumentText textract:StartDocumentTextDetection textract:StartDocumentAnalysis "
            "textract:AnalyzeDocument",
            "*",
        ),
    ),
    "TextractGetResultPolicy": (_grant("textract:GetDocumentTextDetection textract:GetDocumentAnalysis", "*"),),
    "TextractPolicy": (_grant("textract:*", "*"),),
    "VPCAccessPolicy": (
        _grant(
            "ec2:CreateNetworkInterface ec2:DeleteNetworkInterface ec2:DescribeNetworkInterfaces "
            "ec2:DetachNetworkInterface",
            "*",
        ),
    ),
}
