"""Names of the inputs of the public Terraform module `terraform-aws-modules/lambda`.

Source: https://github.com/terraform-aws-modules/terraform-aws-lambda, variables.tf, main.tf and iam.tf of version 8.8.1
(2026-06-19); names that earlier versions had are taken from its history. Checked 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


INPUTS: frozenset[str] = _names(
    """
    allowed_triggers architectures artifacts_dir assume_role_policy_statements attach_async_event_policy
    attach_cloudwatch_logs_policy attach_create_log_group_permission attach_dead_letter_policy attach_network_policy
    attach_policies attach_policy attach_policy_json attach_policy_jsons attach_policy_statements
    attach_tracing_policy authorization_type build_in_docker cloudwatch_logs_deletion_protection_enabled
    cloudwatch_logs_kms_key_id cloudwatch_logs_log_group_class cloudwatch_logs_retention_in_days
    cloudwatch_logs_skip_destroy cloudwatch_logs_tags code_signing_config_arn compatible_architectures
    compatible_runtimes cors create create_async_event_config create_current_version_allowed_triggers
    create_current_version_async_event_config create_function create_lambda_function_url create_layer create_package
    create_role create_sam_metadata create_unqualified_alias_allowed_triggers
    create_unqualified_alias_async_event_config create_unqualified_alias_lambda_function_url dead_letter_target_arn
    description destination_on_failure destination_on_success docker_additional_options docker_build_root
    docker_entrypoint docker_file docker_image docker_pip_cache docker_with_ssh_agent
    durable_config_execution_timeout durable_config_retention_period environment_variables ephemeral_storage_size
    event_source_mapping file_system_arn file_system_local_mount_path function_name function_tags handler hash_extra
    ignore_source_code_hash image_config_command image_config_entry_point image_config_working_directory image_uri
    include_default_tag invoke_mode ipv6_allowed_for_dual_stack kms_key_arn lambda_at_edge
    lambda_at_edge_logs_all_regions lambda_role layer_name layer_skip_destroy layers license_info
    local_existing_package logging_application_log_level logging_log_format logging_log_group
    logging_system_log_level managed_instances_capacity_provider_arn maximum_event_age_in_seconds
    maximum_retry_attempts memory_size number_of_policies number_of_policy_jsons package_type policies policy
    policy_json policy_jsons policy_name policy_statements provisioned_concurrent_executions publish putin_khuylo
    quiet_archive_local_exec recreate_missing_package recursive_loop region replace_security_groups_on_destroy
    replacement_security_group_ids reserved_concurrent_executions role_description role_force_detach_policies
    role_maximum_session_duration role_name role_path role_permissions_boundary role_tags runtime s3_acl s3_bucket
    s3_existing_package s3_kms_key_id s3_object_override_default_tags s3_object_storage_class s3_object_tags
    s3_object_tags_only s3_prefix s3_server_side_encryption skip_destroy snap_start source_path store_on_s3 tags
    tenant_isolation_mode timeout timeouts tracing_mode trigger_on_package_timestamp trusted_entities
    use_existing_cloudwatch_log_group vpc_security_group_ids vpc_subnet_ids
    """
)
"""The inputs of the newest version."""

FORMER: frozenset[str] = _names(
    """
    alias_description alias_function_name alias_function_version alias_name alias_routing_additional_version_weights
    create_alias policy_path
    """
)
"""Inputs that earlier versions had: which version is used may not be known."""

ENTRIES: Mapping[str, frozenset[str]] = {
    "allowed_triggers": _names(
        """
        action arn event_source_token function_url_auth_type principal principal_org_id service source_account
        source_arn statement_id
        """
    ),
    "event_source_mapping": _names(
        """
        amazon_managed_kafka_event_source_config batch_size bisect_batch_on_function_error destination_arn_on_failure
        destination_config document_db_event_source_config enabled event_source_arn filter_criteria
        function_response_types maximum_batching_window_in_seconds maximum_record_age_in_seconds maximum_retry_attempts
        metrics_config parallelization_factor provisioned_poller_config queues scaling_config self_managed_event_source
        self_managed_kafka_event_source_config source_access_configuration starting_position
        starting_position_timestamp tags topics tumbling_window_in_seconds
        """
    ),
    "policy_statements": _names(
        """
        actions condition effect not_actions not_principals not_resources principals resources sid
        """
    ),
}
"""What the module reads of each entry of inputs that are maps or lists of objects; it passes over other names."""
