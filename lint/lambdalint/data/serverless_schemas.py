"""Names of settings in a `serverless.yml` that belong to a function.

Source: the configuration schema of the Serverless Framework 4 (`lib/plugins/aws/provider.js` and the event plugins
beside it), which holds all names of version 3 too. Checked 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.data.cloudformation_schemas import Schema


def _schema(concept: str, names: str, /, **parts: Schema) -> Schema:
    return Schema(concept, frozenset(names.split()) | parts.keys(), frozenset(), parts)


PACKAGE = _schema("", "artifact artifactsS3KeyDirname deploymentBucket exclude excludeDevDependencies include "
                      "individually path patterns")  # fmt: skip

_LOGS = _schema("", "applicationLogLevel logFormat logGroup systemLogLevel")

FUNCTION = _schema(
    "function",
    "architecture awsKmsKeyArn build capacityProvider condition dependsOn description disableLogs durableConfig "
    "environment ephemeralStorageSize events fileSystemConfig handler httpApi iam image kmsKeyArn layers "
    "logDataProtectionPolicy logRetentionInDays maximumEventAge maximumRetryAttempts memorySize name onError "
    "provisionedConcurrency recursiveLoop reservedConcurrency role runtime runtimeManagement snapStart tags tenancy "
    "timeout tracing url versionFunction vpc",
    destinations=_schema("", "onSuccess onFailure"),
    logs=_LOGS,
    package=PACKAGE,
)
"""What a function may be given."""

EVENTS: Mapping[str, Schema] = {
    "sqs": _schema(
        "",
        "arn batchSize enabled filterPatterns functionResponseType maximumBatchingWindow maximumConcurrency "
        "kmsKeyArn metricsConfig provisionedPollerConfig",
    ),
    "stream": _schema(
        "",
        "arn batchSize batchWindow bisectBatchOnFunctionError consumer destinations enabled filterPatterns "
        "functionResponseType kmsKeyArn maximumRecordAgeInSeconds maximumRetryAttempts parallelizationFactor "
        "startingPosition startingPositionTimestamp tumblingWindowInSeconds type metricsConfig",
    ),
}
"""What an event source mapping may be given, by event."""
