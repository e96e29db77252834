"""Queues, event source mappings, and everything else that invokes a function."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import defaults
from lambdalint.frontends import filters, iam
from lambdalint.frontends.hcl.reading import Config, Nested, as_number, as_text, members
from lambdalint.frontends.hcl.survey import FUNCTION, SOURCES, Found, Survey
from lambdalint.frontends.hcl.values import Encoded, Fields, HclValue, parts_of, plain
from lambdalint.model.triggers import EventSourceMapping, InvokeConfig, PollingLimit, Queue, Trigger
from lambdalint.value import Known, Unknown, Value

_SERVICES = {
    "sqs": "sqs",
    "kinesis": "kinesis",
    "dynamodb": "dynamodb",
    "kafka": "kafka",
    "mq": "mq",
    "rds": "documentdb",
}
LIMITS = {
    "parallelization_factor": "parallelization",
    "maximum_retry_attempts": "retries",
    "maximum_record_age_in_seconds": "record_age",
    "tumbling_window_in_seconds": "tumbling_window",
}


def queues(survey: Survey) -> Iterator[Queue]:
    """SQS queues; a redrive policy may be a resource of its own."""
    apart: dict[str | None, Config] = {}
    for found in survey.each("aws_sqs_queue_redrive_policy"):
        apart[survey.target(found.config.attribute("queue_url"), "aws_sqs_queue")] = found.config
    for found in survey.each("aws_sqs_queue"):
        config = found.config
        policy = config.attribute("redrive_policy")
        beside = apart.get(found.resource.key)
        if policy is None and beside is not None:
            policy = beside.attribute("redrive_policy")
        redrive: Value[str] | None = as_text(policy) if policy is not None else None
        if redrive is None and (beside is not None or None in apart):
            redrive = Unknown(config.header, "a redrive policy may be for this queue")
        yield Queue(
            *found.head,
            config.text("name") or Unknown(config.header, "it has no fixed name"),
            config.number_or("visibility_timeout_seconds", defaults.VISIBILITY),
            redrive,
            config.flag_or("fifo_queue", False),
            _dead_letters(survey, policy),
        )


def _dead_letters(survey: Survey, policy: HclValue | None) -> str | None:
    """The queue that a redrive policy names."""
    if isinstance(policy, Encoded):
        policy = policy.value
    if isinstance(policy, Fields):
        target = policy.fields.get("deadLetterTargetArn")
        policy = target.value if target is not None else None
    return survey.target(policy, "aws_sqs_queue")


def mappings(survey: Survey) -> Iterator[EventSourceMapping]:
    """Event source mappings."""
    for found in survey.each("aws_lambda_event_source_mapping"):
        config = found.config
        value = config.attribute("event_source_arn")
        kind = source_kind(survey, value) or _kind_by_settings(config)
        size = config.attribute("batch_size")
        batch: Value[int] = Unknown(config.header, "its default depends on the source")
        if size is not None or kind is not None:
            batch = config.number_or("batch_size", defaults.batch(kind))
        yield EventSourceMapping(
            *found.head,
            survey.function(config.attribute("function_name")),
            survey.source(value),
            kind,
            batch,
            config.number_or("maximum_batching_window_in_seconds", 0),
            config.texts_or("function_response_types", ()),
            config.flag_or("enabled", True),
            config.text("starting_position"),
            on_failure(config, "destination_arn"),
            tuple(_limits(config)),
            filters.of_records(_patterns(survey, config)),
            config.blocks("filter_criteria") == Nested((), True),
        )


def _patterns(survey: Survey, config: Config) -> Iterator[iam.Node]:
    """The patterns that select records; one that isn't known for those that may be there."""
    outer = config.blocks("filter_criteria")
    for criteria in outer.configs:
        inner = criteria.blocks("filter")
        yield from (survey.document(one.attribute("pattern")) for one in inner.configs)
        if not inner.complete:
            yield Unknown(config.header, "it may be set")


def invoke_configs(survey: Survey) -> Iterator[InvokeConfig]:
    """Where failed asynchronous invocations go: invoke configurations, and functions' own dead letter queues."""
    for found in survey.each("aws_lambda_function_event_invoke_config"):
        function = survey.function(found.config.attribute("function_name"))
        failure = on_failure(found.config, "destination")
        yield InvokeConfig(*found.head, function, failure)
    for found in survey.each(FUNCTION):
        letters, certain = found.config.block_or_none("dead_letter_config")
        if letters is None and certain:
            continue
        key, label, header, deployment = found.head
        target = letters.text("target_arn") if letters is not None else None
        known = target or Unknown(header, "it may be set")
        yield InvokeConfig(f"{key}#dead_letter_config", label, header, deployment, key, known)


def on_failure(config: Config, name: str) -> Value[str] | None:
    """Where failures go: what `name` is in the block for it."""
    outer, certain = config.block_or_none("destination_config")
    failure: Value[str] | None = None
    if outer is not None:
        inner, sure = outer.block_or_none("on_failure")
        failure = inner.text(name) if inner is not None else None
        certain = certain and sure
    return Unknown(config.header, "it may be set") if failure is None and not certain else failure


def _limits(config: Config) -> Iterator[PollingLimit]:
    inner, certain = config.block_or_none("scaling_config")
    pairs = [(config.attribute(name), limit) for name, limit in LIMITS.items()]
    if inner is not None and certain:
        pairs.append((inner.attribute("maximum_concurrency"), "concurrency"))
    for value, limit in pairs:
        if value is not None:
            yield PollingLimit(limit, as_number(value))


def source_kind(survey: Survey, value: HclValue | None) -> str | None:
    """What kind of source an ARN names: by the resource it comes from, or by its text."""
    known = SOURCES.get(survey.kind(value) or "")
    parts = parts_of(plain(value)) if value is not None else None
    if known is not None or not parts or not isinstance(parts[0], str):
        return known
    pieces = parts[0].split(":")
    return _SERVICES.get(pieces[2]) if pieces[0] == "arn" and len(pieces) > 3 else None


def _kind_by_settings(config: Config) -> str | None:
    if config.attribute("topics") is not None or config.blocks("self_managed_event_source").configs:
        return "kafka"
    if config.attribute("queues") is not None:
        return "mq"
    return "documentdb" if config.blocks("document_db_event_source_config").configs else None


# -- triggers --------------------------------------------------------------------------------------------------------


def triggers(survey: Survey, known: tuple[EventSourceMapping, ...]) -> Iterator[Trigger]:
    """What invokes functions, but for APIs and addresses."""
    for m in known:
        if m.source_kind is not None and m.source_kind != "documentdb":
            head = (m.key, m.label, m.span, m.deployment)
            yield Trigger(*head, m.source_kind, m.function, m.source, filters=m.filters, whole=m.whole)
    yield from _buckets(survey)
    yield from _topics(survey)
    yield from _rules(survey)
    yield from _direct(survey)


def _trigger(
    survey: Survey, found: Found, kind: str, function: HclValue | None, source: str | None = None, suffix: str = ""
) -> Trigger:
    key, label, header, deployment = found.head
    called = survey.function(function)
    return Trigger(key + suffix, label, header, deployment, kind, called, source, permitted=False)


def _buckets(survey: Survey) -> Iterator[Trigger]:
    for found in survey.each("aws_s3_bucket_notification"):
        bucket = survey.target(found.config.attribute("bucket"), "aws_s3_bucket")
        for i, config in enumerate(found.config.blocks("lambda_function").configs):
            names, complete = members(config.attribute("events"))
            trigger = _trigger(survey, found, "s3", config.attribute("lambda_function_arn"), bucket, f"#{i}")
            passing = filters.of_notifications(names) if complete else ()
            whole = all(config.attribute(name) is None for name in ("filter_prefix", "filter_suffix"))
            yield trigger._replace(filters=passing, whole=whole)


def _topics(survey: Survey) -> Iterator[Trigger]:
    for found in survey.each("aws_sns_topic_subscription"):
        protocol = found.config.text("protocol")
        if isinstance(protocol, Known) and protocol.value == "lambda":
            topic = survey.target(found.config.attribute("topic_arn"), "aws_sns_topic")
            whole = found.config.attribute("filter_policy") is None
            yield _trigger(survey, found, "sns", found.config.attribute("endpoint"), topic)._replace(whole=whole)


def _rules(survey: Survey) -> Iterator[Trigger]:
    for found in survey.each("aws_cloudwatch_event_target"):
        function = found.config.attribute("arn")
        if survey.function(function) is None:
            continue
        key = survey.target(found.config.attribute("rule"), "aws_cloudwatch_event_rule")
        rule = survey.resource(key)
        scheduled = rule is not None and rule.config.attribute("schedule_expression") is not None
        off = rule is not None and filters.is_off(rule.config.flag_or("is_enabled", True), rule.config.text("state"))
        trigger = _trigger(survey, found, "schedule" if scheduled else "eventbridge", function, key)._replace(off=off)
        changed = any(found.config.attribute(name) is not None for name in ("input", "input_path"))
        if rule is None or scheduled or changed or found.config.blocks("input_transformer") != Nested((), True):
            yield trigger
        else:
            pattern = survey.document(rule.config.attribute("event_pattern"))
            yield trigger._replace(filters=filters.of_pattern(pattern))
    for found in survey.each("aws_scheduler_schedule"):
        off = filters.is_off(None, found.config.text("state"))
        for config in found.config.blocks("target").configs:
            function = config.attribute("arn")
            if survey.function(function) is not None:
                yield _trigger(survey, found, "schedule", function)._replace(permitted=True, off=off)


USER_POOL = "aws_cognito_user_pool"
_DIRECT = {
    "aws_cloudwatch_log_subscription_filter": ("logs", "", ("destination_arn",)),
    "aws_lb_target_group_attachment": ("alb", "", ("target_id",)),
    "aws_alb_target_group_attachment": ("alb", "", ("target_id",)),
    "aws_iot_topic_rule": ("iot", "lambda", ("function_arn",)),
    USER_POOL: (
        "cognito",
        "lambda_config",
        (
            "create_auth_challenge",
            "custom_message",
            "define_auth_challenge",
            "post_authentication",
            "post_confirmation",
            "pre_authentication",
            "pre_sign_up",
            "pre_token_generation",
            "user_migration",
            "verify_auth_challenge_response",
        ),
    ),
}


def is_told(survey: Survey, pool: Found, function: str) -> bool:
    """True for a user pool that calls a function."""
    _, block, names = _DIRECT[USER_POOL]
    configs = pool.config.blocks(block).configs
    return any(survey.function(config.attribute(name)) == function for config in configs for name in names)


def _direct(survey: Survey) -> Iterator[Trigger]:
    for found in survey.each(*_DIRECT):
        kind, block, names = _DIRECT[found.resource.kind]
        configs = found.config.blocks(block).configs if block else (found.config,)
        for i, config in enumerate(configs):
            for name in names:
                function = config.attribute(name)
                if function is not None and survey.function(function) is not None:
                    yield _trigger(survey, found, kind, function, suffix=f"#{i}.{name}")
