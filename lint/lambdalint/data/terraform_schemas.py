"""Attribute and block names of Terraform resources that belong to a function.

Source: the AWS provider's generated schema at 6.25.0, and names that later versions added (provider 7.48 era SDKs).
Checked 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.record import NamedTuple

PROVIDER = (6, 25)
"""The provider version the names come from; a newer major version may have others."""

META = frozenset({"count", "for_each", "depends_on", "provider", "lifecycle", "provisioner", "connection", "dynamic"})
"""What every resource may hold beside its own names."""


class Schema(NamedTuple):
    """What a body may hold. `concept` names the resource for people, `lists` are attributes that take a list."""

    concept: str
    attributes: frozenset[str]
    blocks: Mapping[str, Schema] = {}
    lists: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """All names."""
        return self.attributes | self.blocks.keys()


def _schema(concept: str, attributes: str, lists: str = "", **blocks: Schema) -> Schema:
    return Schema(concept, frozenset(f"{attributes} {lists}".split()), blocks, frozenset(lists.split()))


def _block(attributes: str, lists: str = "", **blocks: Schema) -> Schema:
    return _schema("", attributes, lists, **blocks)


_TIMEOUTS = _block("create read update delete")

SCHEMAS: Mapping[str, Schema] = {
    "aws_lambda_function": _schema(
        "function",
        "code_signing_config_arn code_sha256 description filename function_name handler id image_uri kms_key_arn "
        "memory_size package_type publish publish_to region replace_security_groups_on_destroy "
        "reserved_concurrent_executions role runtime s3_bucket s3_key s3_object_version skip_destroy source_code_hash "
        "source_kms_key_arn tags tags_all timeout use_resource_timeout_for_propagation",
        "architectures layers replacement_security_group_ids",
        capacity_provider_config=_block(
            "",
            lambda_managed_instances_capacity_provider_config=_block(
                "capacity_provider_arn execution_environment_memory_gib_per_vcpu "
                "per_execution_environment_max_concurrency"
            ),
        ),
        dead_letter_config=_block("target_arn"),
        durable_config=_block("execution_timeout retention_period"),
        environment=_block("variables"),
        ephemeral_storage=_block("size"),
        file_system_config=_block("arn local_mount_path"),
        image_config=_block("working_directory", "command entry_point"),
        logging_config=_block("log_format application_log_level system_log_level log_group"),
        snap_start=_block("apply_on"),
        tenancy_config=_block("tenant_isolation_mode"),
        timeouts=_TIMEOUTS,
        tracing_config=_block("mode"),
        vpc_config=_block("ipv6_allowed_for_dual_stack", "subnet_ids security_group_ids"),
    ),
    "aws_lambda_permission": _schema(
        "permission",
        "action event_source_token function_name function_url_auth_type id invoked_via_function_url principal "
        "principal_org_id qualifier region source_account source_arn statement_id statement_id_prefix",
    ),
    "aws_lambda_event_source_mapping": _schema(
        "event source mapping",
        "batch_size bisect_batch_on_function_error enabled event_source_arn function_name id kms_key_arn "
        "maximum_batching_window_in_seconds maximum_record_age_in_seconds maximum_retry_attempts "
        "parallelization_factor region starting_position starting_position_timestamp tags tags_all "
        "tumbling_window_in_seconds",
        "function_response_types queues topics",
        amazon_managed_kafka_event_source_config=_block(
            "consumer_group_id",
            schema_registry_config=_block(
                "event_record_format schema_registry_uri",
                access_config=_block("type uri"),
                schema_validation_config=_block("attribute"),
            ),
        ),
        destination_config=_block("", on_failure=_block("destination_arn")),
        document_db_event_source_config=_block("collection_name database_name full_document"),
        filter_criteria=_block("", filter=_block("pattern")),
        logging_config=_block("system_log_level"),
        metrics_config=_block("", "metrics"),
        provisioned_poller_config=_block("maximum_pollers minimum_pollers poller_group_name"),
        scaling_config=_block("maximum_concurrency"),
        self_managed_event_source=_block("endpoints"),
        self_managed_kafka_event_source_config=_block(
            "consumer_group_id",
            schema_registry_config=_block(
                "event_record_format schema_registry_uri",
                access_config=_block("type uri"),
                schema_validation_config=_block("attribute"),
            ),
        ),
        source_access_configuration=_block("type uri"),
    ),
    "aws_lambda_function_event_invoke_config": _schema(
        "invoke configuration",
        "function_name id maximum_event_age_in_seconds maximum_retry_attempts qualifier region",
        destination_config=_block("", on_failure=_block("destination"), on_success=_block("destination")),
    ),
    "aws_lambda_function_url": _schema(
        "function URL",
        "authorization_type function_name id invoke_mode qualifier region",
        cors=_block("allow_credentials max_age", "allow_headers allow_methods allow_origins expose_headers"),
        timeouts=_TIMEOUTS,
    ),
    "aws_cloudwatch_log_group": _schema(
        "log group",
        "bearer_token_authentication_enabled deletion_protection_enabled id kms_key_id log_group_class name "
        "name_prefix region retention_in_days skip_destroy tags tags_all",
    ),
    "aws_sqs_queue": _schema(
        "queue",
        "content_based_deduplication deduplication_scope delay_seconds fifo_queue fifo_throughput_limit id "
        "kms_data_key_reuse_period_seconds kms_master_key_id max_message_size message_retention_seconds name "
        "name_prefix policy receive_wait_time_seconds redrive_allow_policy redrive_policy region "
        "sqs_managed_sse_enabled tags tags_all visibility_timeout_seconds",
        timeouts=_TIMEOUTS,
    ),
    "aws_iam_role": _schema(
        "role",
        "assume_role_policy description force_detach_policies id max_session_duration name name_prefix path "
        "permissions_boundary tags tags_all",
        "managed_policy_arns",
        inline_policy=_block("name policy"),
    ),
    "aws_iam_role_policy": _schema("role policy", "id name name_prefix policy role"),
    "aws_iam_policy": _schema(
        "policy", "delay_after_policy_creation_in_ms description id name name_prefix path policy tags tags_all"
    ),
    "aws_iam_role_policy_attachment": _schema("policy attachment", "id policy_arn role"),
    "aws_apigatewayv2_integration": _schema(
        "integration",
        "api_id connection_id connection_type content_handling_strategy credentials_arn description id "
        "integration_method integration_subtype integration_type integration_uri passthrough_behavior "
        "payload_format_version region request_parameters request_templates template_selection_expression "
        "timeout_milliseconds",
        response_parameters=_block("mappings status_code"),
        tls_config=_block("server_name_to_verify"),
    ),
}

_CONDITION = _block("test variable", "values")
_PRINCIPALS = _block("type", "identifiers")

POLICY_DOCUMENT = _schema(
    "policy document",
    "id json minified_json override_json override_policy_documents policy_id region source_json "
    "source_policy_documents version",
    statement=_schema(
        "policy statement",
        "effect sid",
        "actions not_actions not_resources resources",
        condition=_CONDITION,
        principals=_PRINCIPALS,
        not_principals=_PRINCIPALS,
    ),
)
"""The data source `aws_iam_policy_document`."""
