"""Property names of CloudFormation and SAM resources that belong to a function.

Source: the resource provider schemas of us-east-1 as cfn-lint 1.58.0 carries them (2026-10-20), and the schemas of
aws-sam-translator 1.115.0. Checked 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.record import NamedTuple


class Schema(NamedTuple):
    """What a mapping may hold. `concept` names the resource for people, `lists` are properties that take several texts.

    `parts` are nested mappings, or lists of them.
    """

    concept: str
    names: frozenset[str]
    lists: frozenset[str]
    parts: Mapping[str, Schema]


def _schema(concept: str, names: str, lists: str = "", /, **parts: Schema) -> Schema:
    return Schema(concept, frozenset(f"{names} {lists}".split()) | parts.keys(), frozenset(lists.split()), parts)


def _part(names: str, lists: str = "", /, **parts: Schema) -> Schema:
    return _schema("", names, lists, **parts)


SCHEMAS: Mapping[str, Schema] = {
    "AWS::Lambda::Function": _schema(
        "function",
        "CodeSigningConfigArn Description FunctionName Handler KmsKeyArn MemorySize PackageType "
        "PublishToLatestPublished RecursiveLoop ReservedConcurrentExecutions Role Runtime Timeout",
        "Architectures Layers",
        CapacityProviderConfig=_part(
            "",
            LambdaManagedInstancesCapacityProviderConfig=_part(
                "CapacityProviderArn ExecutionEnvironmentMemoryGiBPerVCpu PerExecutionEnvironmentMaxConcurrency"
            ),
        ),
        Code=_part("ImageUri S3Bucket S3Key S3ObjectStorageMode S3ObjectVersion SourceKMSKeyArn ZipFile"),
        DeadLetterConfig=_part("TargetArn"),
        DurableConfig=_part("ExecutionTimeout KMSKeyArn RetentionPeriodInDays"),
        Environment=_part("Variables"),
        EphemeralStorage=_part("Size"),
        FileSystemConfigs=_part("Arn LocalMountPath", S3FilesConfig=_part("DirectS3Read")),
        FunctionScalingConfig=_part("MaxExecutionEnvironments MinExecutionEnvironments"),
        ImageConfig=_part("WorkingDirectory", "Command EntryPoint"),
        LoggingConfig=_part("ApplicationLogLevel LogFormat LogGroup SystemLogLevel"),
        RuntimeManagementConfig=_part("RuntimeVersionArn UpdateRuntimeOn"),
        SnapStart=_part("ApplyOn"),
        SnapStartResponse=_part("ApplyOn OptimizationStatus"),
        Tags=_part("Key Value"),
        TenancyConfig=_part("TenantIsolationMode"),
        TracingConfig=_part("Mode"),
        VpcConfig=_part("Ipv6AllowedForDualStack", "SecurityGroupIds SubnetIds"),
    ),
    "AWS::Lambda::Permission": _schema(
        "permission",
        "Action EventSourceToken FunctionName FunctionUrlAuthType InvokedViaFunctionUrl Principal "
        "PrincipalOrgID SourceAccount SourceArn",
    ),
    "AWS::Lambda::EventSourceMapping": _schema(
        "event source mapping",
        "BatchSize BisectBatchOnFunctionError Enabled EventSourceArn FunctionName KmsKeyArn "
        "MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts "
        "ParallelizationFactor StartingPosition StartingPositionTimestamp TumblingWindowInSeconds",
        "FunctionResponseTypes Queues Topics",
        AmazonManagedKafkaEventSourceConfig=_part(
            "ConsumerGroupId",
            SchemaRegistryConfig=_part(
                "EventRecordFormat SchemaRegistryURI",
                AccessConfigs=_part("Type URI"),
                SchemaValidationConfigs=_part("Attribute"),
            ),
        ),
        DestinationConfig=_part("", OnFailure=_part("Destination")),
        DocumentDBEventSourceConfig=_part("CollectionName DatabaseName FullDocument"),
        FilterCriteria=_part("", Filters=_part("Pattern")),
        LoggingConfig=_part("SystemLogLevel"),
        MetricsConfig=_part("", "Metrics"),
        ProvisionedPollerConfig=_part("MaximumPollers MinimumPollers PollerGroupName"),
        ScalingConfig=_part("MaximumConcurrency"),
        SelfManagedEventSource=_part("", Endpoints=_part("", "KafkaBootstrapServers")),
        SelfManagedKafkaEventSourceConfig=_part(
            "ConsumerGroupId ConsumptionMode",
            SchemaRegistryConfig=_part(
                "EventRecordFormat SchemaRegistryURI",
                AccessConfigs=_part("Type URI"),
                SchemaValidationConfigs=_part("Attribute"),
            ),
        ),
        SourceAccessConfigurations=_part("Type URI"),
        Tags=_part("Key Value"),
    ),
    "AWS::Lambda::EventInvokeConfig": _schema(
        "invoke configuration",
        "FunctionName MaximumEventAgeInSeconds MaximumRetryAttempts Qualifier",
        DestinationConfig=_part("", OnFailure=_part("Destination"), OnSuccess=_part("Destination")),
    ),
    "AWS::Lambda::Url": _schema(
        "function URL",
        "AuthType InvokeMode Qualifier TargetFunctionArn",
        Cors=_part("AllowCredentials MaxAge", "AllowHeaders AllowMethods AllowOrigins ExposeHeaders"),
    ),
    "AWS::Logs::LogGroup": _schema(
        "log group",
        "BearerTokenAuthenticationEnabled DataProtectionPolicy DeletionProtectionEnabled KmsKeyId "
        "LogGroupClass LogGroupName ResourcePolicyDocument RetentionInDays",
        "FieldIndexPolicies",
        Tags=_part("Key Value"),
    ),
    "AWS::SQS::Queue": _schema(
        "queue",
        "ContentBasedDeduplication DeduplicationScope DelaySeconds FifoQueue FifoThroughputLimit "
        "KmsDataKeyReusePeriodSeconds KmsMasterKeyId MaximumMessageSize MessageRetentionPeriod QueueName "
        "ReceiveMessageWaitTimeSeconds RedriveAllowPolicy SqsManagedSseEnabled VisibilityTimeout",
        RedrivePolicy=_part("deadLetterTargetArn maxReceiveCount"),
        Tags=_part("Key Value"),
    ),
    "AWS::IAM::Role": _schema(
        "role",
        "AssumeRolePolicyDocument Description MaxSessionDuration Path PermissionsBoundary RoleName",
        "ManagedPolicyArns",
        Policies=_part("PolicyDocument PolicyName"),
        Tags=_part("Key Value"),
    ),
    "AWS::IAM::Policy": _schema("policy", "PolicyDocument PolicyName", "Groups Roles Users"),
    "AWS::IAM::ManagedPolicy": _schema(
        "policy", "Description ManagedPolicyName Path PolicyDocument", "Groups Roles Users"
    ),
    "AWS::ApiGatewayV2::Integration": _schema(
        "integration",
        "ApiId ConnectionId ConnectionType ContentHandlingStrategy CredentialsArn Description "
        "IntegrationMethod IntegrationSubtype IntegrationType IntegrationUri PassthroughBehavior "
        "PayloadFormatVersion RequestParameters RequestTemplates ResponseParameters "
        "TemplateSelectionExpression TimeoutInMillis",
        TlsConfig=_part("ServerNameToVerify"),
    ),
    "AWS::ApiGateway::Method": _schema(
        "method",
        "ApiKeyRequired AuthorizationType AuthorizerId HttpMethod OperationName RequestModels "
        "RequestParameters RequestValidatorId ResourceId RestApiId",
        "AuthorizationScopes",
        Integration=_part(
            "CacheNamespace ConnectionId ConnectionType ContentHandling Credentials IntegrationHttpMethod "
            "IntegrationTarget PassthroughBehavior RequestParameters RequestTemplates ResponseTransferMode "
            "TimeoutInMillis Type Uri",
            "CacheKeyParameters",
            IntegrationResponses=_part(
                "ContentHandling ResponseParameters ResponseTemplates SelectionPattern StatusCode"
            ),
        ),
        MethodResponses=_part("ResponseModels ResponseParameters StatusCode"),
    ),
    "AWS::ApiGatewayV2::Route": _schema(
        "route",
        "ApiId ApiKeyRequired AuthorizationType AuthorizerId ModelSelectionExpression OperationName "
        "RequestModels RequestParameters RouteKey RouteResponseSelectionExpression Target",
        "AuthorizationScopes",
    ),
    "AWS::Serverless::Function": _schema(
        "function",
        "AssumeRolePolicyDocument AutoPublishAlias AutoPublishAliasAllProperties AutoPublishCodeSha256 "
        "CapacityProviderConfig CodeSigningConfigArn CodeUri Description Events FunctionName Handler "
        "ImageUri InlineCode KmsKeyArn MemorySize PackageType PermissionsBoundary Policies PropagateTags "
        "ProvisionedConcurrencyConfig PublishToLatestPublished RecursiveLoop ReservedConcurrentExecutions "
        "Role RolePath Runtime SourceKMSKeyArn Tags Timeout Tracing VersionDeletionPolicy "
        "VersionDescription",
        "Architectures Layers",
        DeadLetterQueue=_part("TargetArn Type"),
        DeploymentPreference=_part("Alarms Enabled Hooks PassthroughCondition Role TriggerConfigurations Type"),
        DurableConfig=_part("ExecutionTimeout KMSKeyArn RetentionPeriodInDays"),
        Environment=_part("Variables"),
        EphemeralStorage=_part("Size"),
        EventInvokeConfig=_part(
            "MaximumEventAgeInSeconds MaximumRetryAttempts",
            DestinationConfig=_part("", OnFailure=_part("Destination Type"), OnSuccess=_part("Destination Type")),
        ),
        FileSystemConfigs=_part("Arn LocalMountPath", S3FilesConfig=_part("DirectS3Read")),
        FunctionScalingConfig=_part("MaxExecutionEnvironments MinExecutionEnvironments"),
        FunctionUrlConfig=_part(
            "AuthType InvokeMode",
            Cors=_part("AllowCredentials MaxAge", "AllowHeaders AllowMethods AllowOrigins ExposeHeaders"),
        ),
        ImageConfig=_part("WorkingDirectory", "Command EntryPoint"),
        LoggingConfig=_part("ApplicationLogLevel LogFormat LogGroup SystemLogLevel"),
        RuntimeManagementConfig=_part("RuntimeVersionArn UpdateRuntimeOn"),
        SnapStart=_part("ApplyOn"),
        TenancyConfig=_part("TenantIsolationMode"),
        VpcConfig=_part("Ipv6AllowedForDualStack", "SecurityGroupIds SubnetIds"),
    ),
}

EVENTS: Mapping[str, Schema] = {
    "AlexaSkill": _schema("event", "SkillId"),
    "Api": _schema(
        "event", "Auth Method Path RequestModel RequestParameters ResponseTransferMode RestApiId TimeoutInMillis"
    ),
    "CloudWatchEvent": _schema("event", "Enabled EventBusName Input InputPath Pattern State"),
    "CloudWatchLogs": _schema("event", "FilterPattern LogGroupName"),
    "Cognito": _schema("event", "Trigger UserPool"),
    "DocumentDB": _schema(
        "event",
        "BatchSize Cluster CollectionName DatabaseName Enabled FilterCriteria FullDocument KmsKeyArn "
        "MaximumBatchingWindowInSeconds SecretsManagerKmsKeyId SourceAccessConfigurations StartingPosition "
        "StartingPositionTimestamp",
    ),
    "DynamoDB": _schema(
        "event",
        "BatchSize BisectBatchOnFunctionError DestinationConfig Enabled FilterCriteria KmsKeyArn "
        "MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts MetricsConfig "
        "ParallelizationFactor StartingPosition StartingPositionTimestamp Stream TumblingWindowInSeconds",
        "FunctionResponseTypes",
    ),
    "EventBridgeRule": _schema(
        "event", "DeadLetterConfig EventBusName Input InputPath InputTransformer Pattern RetryPolicy RuleName Target"
    ),
    "HttpApi": _schema("event", "ApiId Auth Method Path PayloadFormatVersion RouteSettings TimeoutInMillis"),
    "IoTRule": _schema("event", "AwsIotSqlVersion Sql"),
    "Kinesis": _schema(
        "event",
        "BatchSize BisectBatchOnFunctionError DestinationConfig Enabled FilterCriteria KmsKeyArn "
        "MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts MetricsConfig "
        "ParallelizationFactor StartingPosition StartingPositionTimestamp Stream TumblingWindowInSeconds",
        "FunctionResponseTypes",
    ),
    "MQ": _schema(
        "event",
        "BatchSize Broker DynamicPolicyName Enabled FilterCriteria KmsKeyArn MaximumBatchingWindowInSeconds "
        "SecretsManagerKmsKeyId SourceAccessConfigurations",
        "Queues",
    ),
    "MSK": _schema(
        "event",
        "BatchSize BisectBatchOnFunctionError ConsumerGroupId DestinationConfig Enabled FilterCriteria "
        "KmsKeyArn LoggingConfig MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds "
        "MaximumRetryAttempts MetricsConfig ProvisionedPollerConfig SchemaRegistryConfig "
        "SourceAccessConfigurations StartingPosition StartingPositionTimestamp Stream",
        "Topics FunctionResponseTypes",
    ),
    "S3": _schema("event", "Bucket Events Filter"),
    "SNS": _schema("event", "FilterPolicy FilterPolicyScope Region SqsSubscription Topic"),
    "SQS": _schema(
        "event",
        "BatchSize Enabled FilterCriteria KmsKeyArn MaximumBatchingWindowInSeconds MetricsConfig Queue ScalingConfig",
        "FunctionResponseTypes",
    ),
    "Schedule": _schema("event", "DeadLetterConfig Description Enabled Input Name RetryPolicy Schedule State"),
    "ScheduleV2": _schema(
        "event",
        "DeadLetterConfig Description EndDate FlexibleTimeWindow GroupName Input KmsKeyArn Name OmitName "
        "PermissionsBoundary RetryPolicy RoleArn ScheduleExpression ScheduleExpressionTimezone StartDate "
        "State",
    ),
    "SelfManagedKafka": _schema(
        "event",
        "BatchSize BisectBatchOnFunctionError ConsumerGroupId Enabled FilterCriteria KafkaBootstrapServers "
        "KmsKeyArn LoggingConfig MaximumRecordAgeInSeconds MaximumRetryAttempts MetricsConfig "
        "ProvisionedPollerConfig SchemaRegistryConfig SourceAccessConfigurations StartingPosition "
        "StartingPositionTimestamp",
        "Topics FunctionResponseTypes",
    ),
}
"""Properties of the events of a SAM function, by the type of the event."""

GLOBAL_FUNCTION = frozenset(
    [
        "Architectures",
        "AssumeRolePolicyDocument",
        "AutoPublishAlias",
        "AutoPublishAliasAllProperties",
        "CapacityProviderConfig",
        "CodeSigningConfigArn",
        "CodeUri",
        "DeadLetterQueue",
        "DeploymentPreference",
        "Description",
        "DurableConfig",
        "Environment",
        "EphemeralStorage",
        "EventInvokeConfig",
        "FileSystemConfigs",
        "FunctionScalingConfig",
        "FunctionUrlConfig",
        "Handler",
        "KmsKeyArn",
        "Layers",
        "LoggingConfig",
        "MemorySize",
        "PermissionsBoundary",
        "PropagateTags",
        "ProvisionedConcurrencyConfig",
        "PublishToLatestPublished",
        "RecursiveLoop",
        "ReservedConcurrentExecutions",
        "RolePath",
        "Runtime",
        "RuntimeManagementConfig",
        "SnapStart",
        "SourceKMSKeyArn",
        "Tags",
        "TenancyConfig",
        "Timeout",
        "Tracing",
        "VersionDeletionPolicy",
        "VpcConfig",
    ]
)
"""What `Globals.Function` may hold."""
