"""Property names of Pulumi resources that belong to a function.

Source: inputs of the classes in @pulumi/aws 7.48.0 (lambda/*.d.ts and types/input.d.ts). Checked 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.data.cloudformation_schemas import Schema


def _schema(concept: str, names: str, lists: str = "", /, **parts: Schema) -> Schema:
    return Schema(concept, frozenset(f"{names} {lists}".split()) | parts.keys(), frozenset(lists.split()), parts)


def _part(names: str, lists: str = "", /, **parts: Schema) -> Schema:
    return _schema("", names, lists, **parts)


SCHEMAS: Mapping[str, Schema] = {
    "lambda.Function": _schema(
        "function",
        "capacityProviderConfig code codeSha256 codeSigningConfigArn description handler imageUri kmsKeyArn memorySize "
        "name packageType publish publishTo region replaceSecurityGroupsOnDestroy reservedConcurrentExecutions role "
        "runtime s3Bucket s3Key s3ObjectVersion skipDestroy sourceCodeHash sourceKmsKeyArn tags timeout "
        "useResourceTimeoutForPropagation",
        "architectures layers replacementSecurityGroupIds",
        deadLetterConfig=_part("targetArn"),
        durableConfig=_part("executionTimeout retentionPeriod"),
        environment=_part("variables"),
        ephemeralStorage=_part("size"),
        fileSystemConfig=_part("arn localMountPath"),
        imageConfig=_part("workingDirectory", "commands entryPoints"),
        loggingConfig=_part("applicationLogLevel logFormat logGroup systemLogLevel"),
        snapStart=_part("applyOn optimizationStatus"),
        tenancyConfig=_part("tenantIsolationMode"),
        tracingConfig=_part("mode"),
        vpcConfig=_part("ipv6AllowedForDualStack vpcId", "securityGroupIds subnetIds"),
    ),
    "lambda.Permission": _schema(
        "permission",
        "action eventSourceToken function functionUrlAuthType invokedViaFunctionUrl principal principalOrgId qualifier "
        "region sourceAccount sourceArn statementId statementIdPrefix",
    ),
    "lambda.FunctionUrl": _schema(
        "function URL",
        "authorizationType functionName invokeMode qualifier region",
        cors=_part("allowCredentials maxAge", "allowHeaders allowMethods allowOrigins exposeHeaders"),
    ),
    "lambda.EventSourceMapping": _schema(
        "event source mapping",
        "amazonManagedKafkaEventSourceConfig batchSize bisectBatchOnFunctionError documentDbEventSourceConfig enabled "
        "eventSourceArn functionName kmsKeyArn maximumBatchingWindowInSeconds maximumRecordAgeInSeconds "
        "maximumRetryAttempts metricsConfig parallelizationFactor provisionedPollerConfig queues region "
        "selfManagedEventSource selfManagedKafkaEventSourceConfig sourceAccessConfigurations startingPosition "
        "startingPositionTimestamp tags tumblingWindowInSeconds useResourceTimeoutForPropagation",
        "functionResponseTypes topics",
        destinationConfig=_part("", onFailure=_part("destinationArn")),
        filterCriteria=_part("", filters=_part("pattern")),
        scalingConfig=_part("maximumConcurrency"),
    ),
    "lambda.FunctionEventInvokeConfig": _schema(
        "invoke configuration",
        "functionName maximumEventAgeInSeconds maximumRetryAttempts qualifier region",
        destinationConfig=_part("", onFailure=_part("destination"), onSuccess=_part("destination")),
    ),
}
"""What each class takes, by its path in the library."""
