"""Who calls a function through a permission that doesn't say so, where only one can be meant."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from lambdalint.frontends import spell
from lambdalint.frontends.cfn.survey import Found, Survey
from lambdalint.frontends.cfn.values import CfnValue, Fields, Items
from lambdalint.frontends.cfn.writing import key_of
from lambdalint.frontends.cycles import WORD, waits_for
from lambdalint.value import Known, Slot, Value

_BUCKETS = "s3.amazonaws.com"
_EXECUTION = "arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{{}}}/*"


def source_slot(survey: Survey, permission: Found, principal: Value[str] | None) -> Slot | None:
    """A slot that writes the missing source of a permission, whatever value it is given."""
    function = survey.function(permission.config.attribute("FunctionName"))
    if not isinstance(principal, Known) or principal.default or permission.resource.repeated:
        return None
    style = permission.config.target.style if permission.config.target is not None else "block"
    if principal.value == _BUCKETS:
        # a bucket that names the function in its notifications can't be named by the permission that it waits for
        account = _written("Ref", "AWS::AccountId", style)
        return permission.config.slot("SourceAccount", lambda _: account)
    found = set(_sources(survey, function, principal.value)) if function is not None else set()
    if len(found) != 1:
        return None
    key, call, form = found.pop()
    source = survey.resource(key)
    if (
        source is None
        or source.stack is not permission.stack
        or not source.certain
        or _waits(survey, source, permission)
    ):
        return None
    text = _written(call, form.format(source.resource.name), style)
    return permission.config.slot("SourceArn", lambda _: text)


def _waits(survey: Survey, source: Found, permission: Found) -> bool:
    """True where a source is made after the permission that would name it."""
    resources = source.stack.template.resources
    data = survey.texts.get(source.stack.template.path, b"")
    spans = {name: resource.body.span for name, resource in resources.items()}
    return waits_for(
        source.resource.name,
        permission.resource.name,
        resources,
        lambda name: data[spans[name].start : spans[name].end],
        WORD,
    )


def _written(call: str, argument: str, style: str) -> str:
    """An intrinsic function as mappings of a style write it."""
    if style in ("block", "flow"):
        return f"!{call} {argument}" if style == "block" or call != "Sub" else f'!Sub "{argument}"'
    name = "Ref" if call == "Ref" else f"Fn::{call}"
    value: object = argument.split(".") if call == "GetAtt" else argument
    return (
        json.dumps({name: value}) if style == "json" else f"{{ {key_of(name, style)}{spell.script(value, style[-1])} }}"
    )


_Source = tuple[str | None, str, str]
"""The key of what calls a function, and the intrinsic function and its argument that give its ARN."""


def _sources(survey: Survey, function: str, principal: str) -> Iterator[_Source]:
    find = _FINDERS.get(principal)
    if find is not None:
        yield from find(survey, function)


def _schedules(survey: Survey, function: str) -> Iterator[_Source]:
    for found in survey.each("AWS::Events::Rule"):
        if any(_calls(survey, i.get("Arn"), function) for i in _each(found.config.attribute("Targets"))):
            yield found.key, "GetAtt", "{}.Arn"


def _topics(survey: Survey, function: str) -> Iterator[_Source]:
    for found in survey.each("AWS::SNS::Topic"):
        if any(_calls(survey, i.get("Endpoint"), function) for i in _each(found.config.attribute("Subscription"))):
            yield found.key, "Ref", "{}"
    for found in survey.each("AWS::SNS::Subscription"):
        if _calls(survey, found.config.attribute("Endpoint"), function):
            yield survey.target(found.config.attribute("TopicArn"), "AWS::SNS::Topic"), "Ref", "{}"


def _filters(survey: Survey, function: str) -> Iterator[_Source]:
    for found in survey.each("AWS::Logs::SubscriptionFilter"):
        if _calls(survey, found.config.attribute("DestinationArn"), function):
            yield survey.target(found.config.attribute("LogGroupName"), "AWS::Logs::LogGroup"), "GetAtt", "{}.Arn"


def _apis(survey: Survey, function: str) -> Iterator[_Source]:
    for found in survey.each("AWS::ApiGateway::Method"):
        if _calls(survey, found.config.nested("Integration").attribute("Uri"), function):
            api = survey.target(found.config.attribute("RestApiId"), "AWS::ApiGateway::RestApi")
            yield api, "Sub", _EXECUTION
    for found in survey.each("AWS::ApiGatewayV2::Integration"):
        if _calls(survey, found.config.attribute("IntegrationUri"), function):
            api = survey.target(found.config.attribute("ApiId"), "AWS::ApiGatewayV2::Api")
            yield api, "Sub", _EXECUTION


def _pools(survey: Survey, function: str) -> Iterator[_Source]:
    for found in survey.each("AWS::Cognito::UserPool"):
        value = found.config.attribute("LambdaConfig")
        if isinstance(value, Fields) and any(_calls(survey, field.value, function) for field in value.fields.values()):
            yield found.key, "GetAtt", "{}.Arn"


def _each(value: CfnValue | None) -> tuple[Fields, ...]:
    items = value.items if isinstance(value, Items) else (value,)
    return tuple(i for i in items if isinstance(i, Fields))


def _calls(survey: Survey, value: CfnValue | None, function: str) -> bool:
    return survey.function(value) == function


_FINDERS: Mapping[str, Callable[[Survey, str], Iterator[_Source]]] = {
    "events.amazonaws.com": _schedules,
    "sns.amazonaws.com": _topics,
    "logs.amazonaws.com": _filters,
    "apigateway.amazonaws.com": _apis,
    "cognito-idp.amazonaws.com": _pools,
}
