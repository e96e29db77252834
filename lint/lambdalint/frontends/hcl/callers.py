"""Who calls a function through a permission that doesn't say so, where only one can be meant."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends.cycles import ADDRESS, waits_for
from lambdalint.frontends.hcl.instances import Resource
from lambdalint.frontends.hcl.sources import USER_POOL, is_told
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.frontends.hcl.values import HclValue
from lambdalint.pattern import pattern
from lambdalint.value import Known, Slot, Value

_ARN = "{}.arn"
_EXECUTION = '"${{{}.execution_arn}}/*"'
_STREAM = '"${{{}.arn}}:*"'
_REST = "aws_api_gateway_rest_api"
_HTTP = "aws_apigatewayv2_api"

# principal → resources that call, the attribute that names the function, the attribute that names the source,
# the type of the source, and how its ARN is written
_CALLERS = {
    "events.amazonaws.com": (("aws_cloudwatch_event_target", "arn", "rule", "aws_cloudwatch_event_rule", _ARN),),
    "sns.amazonaws.com": (("aws_sns_topic_subscription", "endpoint", "topic_arn", "aws_sns_topic", _ARN),),
    "apigateway.amazonaws.com": (
        ("aws_api_gateway_integration", "uri", "rest_api_id", _REST, _EXECUTION),
        ("aws_apigatewayv2_integration", "integration_uri", "api_id", _HTTP, _EXECUTION),
    ),
    "logs.amazonaws.com": (
        ("aws_cloudwatch_log_subscription_filter", "destination_arn", "log_group_name", "aws_cloudwatch_log_group",
         _STREAM),
    ),
}  # fmt: skip
_BUCKETS = "s3.amazonaws.com"
_USERS = "cognito-idp.amazonaws.com"
_WAITED_FOR = pattern(rb"depends_on\"?\s*[=:]\s*\[[^\]]*\]")


def source_slot(survey: Survey, permission: Found, principal: Value[str] | None) -> Slot | None:
    """A slot that writes the missing source of a permission, whatever value it is given."""
    function = survey.function(permission.config.attribute("function_name"))
    text = source_text(survey, function, principal, permission)
    return permission.config.slot("source_arn", lambda _: text) if text is not None else None


def source_text(survey: Survey, function: str | None, principal: Value[str] | None, permission: Found) -> str | None:
    """How a permission writes the ARN of the only resource beside it that calls a function for a principal."""
    if function is None or not isinstance(principal, Known):
        return None
    found = set(_sources(survey, function, principal.value))
    if len(found) != 1:
        return None
    key, form = found.pop()
    source = survey.resource(key)
    if source is None or source.resource.instance is not permission.resource.instance:
        return None
    if source.resource.block.body.attributes.keys() & {"count", "for_each"}:
        return None
    if _waits(survey, source, permission):
        return None
    return form.format(_address(source.resource))


def _waits(survey: Survey, source: Found, permission: Found) -> bool:
    """True where a source is made after the permission that would name it."""
    instance = source.resource.instance
    beside = [r for r in survey.realm.resources.values() if r.instance is instance]
    spans = {_address(resource): resource.block.span for resource in beside}
    whole = permission.resource.mode != "module"  # what names an output of a module waits for a part of it

    def text(address: str) -> bytes:
        span = spans[address]
        data = survey.texts.get(span.path, b"")[span.start : span.end]
        return data if whole else b"".join(_WAITED_FOR.findall(data))

    return waits_for(_address(source.resource), _address(permission.resource), spans, text, ADDRESS)


def _address(resource: Resource) -> str:
    return f"module.{resource.name}" if resource.mode == "module" else f"{resource.kind}.{resource.name}"


def _sources(survey: Survey, function: str, principal: str) -> Iterator[tuple[str | None, str]]:
    """The keys of what calls a function (None where it isn't in the deployment) and how the ARN of each is written."""
    for kind, called, source, target, form in _CALLERS.get(principal, ()):
        for found in survey.each(kind):
            if _calls(survey, found.config.attribute(called), function):
                yield survey.target(found.config.attribute(source), target), form
    if principal == _BUCKETS:
        for found in survey.each("aws_s3_bucket_notification"):
            configs = found.config.blocks("lambda_function").configs
            if any(_calls(survey, c.attribute("lambda_function_arn"), function) for c in configs):
                yield survey.target(found.config.attribute("bucket"), "aws_s3_bucket"), _ARN
    if principal == _USERS:
        for found in survey.each(USER_POOL):
            if is_told(survey, found, function):
                yield found.head[0], _ARN


def _calls(survey: Survey, value: HclValue | None, function: str) -> bool:
    return survey.function(value) == function
