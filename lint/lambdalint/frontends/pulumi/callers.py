"""Who calls a function through a permission that doesn't say so, where only one can be meant."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends.pulumi.survey import Survey
from lambdalint.frontends.script.values import Call, Fields, Items
from lambdalint.value import Known, Slot, Value

# principal → resources that call, the property that names the function, the property that names the source, the type
# of the source, the attribute that is its ARN and what follows that
_CALLERS = {
    "events.amazonaws.com": (("cloudwatch.EventTarget", "arn", "rule", "cloudwatch.EventRule", "arn", ""),),
    "sns.amazonaws.com": (("sns.TopicSubscription", "endpoint", "topic", "sns.Topic", "arn", ""),),
    "apigateway.amazonaws.com": (
        ("apigateway.Integration", "uri", "restApi", "apigateway.RestApi", "executionArn", "/*"),
        ("apigatewayv2.Integration", "integrationUri", "apiId", "apigatewayv2.Api", "executionArn", "/*"),
    ),
    "logs.amazonaws.com": (
        ("cloudwatch.LogSubscriptionFilter", "destinationArn", "logGroup", "cloudwatch.LogGroup", "arn", ":*"),
    ),
}
_BUCKETS = "s3.amazonaws.com"
_USERS = "cognito-idp.amazonaws.com"

_Source = tuple[Call | None, str, str]
"""What calls a function (None where the program doesn't make it), the attribute of its ARN and what follows that."""


def source_slot(survey: Survey, permission: Call, principal: Value[str] | None) -> Slot | None:
    """A slot that writes the missing source of a permission, whatever value it is given."""
    props = survey.props(permission)
    function = survey.function(props.get("function"))
    if function is None or survey.program is None or not isinstance(principal, Known) or props.fields is None:
        return None
    found = {id(source[0]): source for source in _sources(survey, function, principal.value)}
    if len(found) != 1:
        return None
    made, attribute, suffix = next(iter(found.values()))
    text = survey.program.attribute(made, attribute, suffix, props.fields.span) if made is not None else None
    return props.slot("sourceArn", lambda _: text or "") if text is not None else None


def _sources(survey: Survey, function: str, principal: str) -> Iterator[_Source]:
    for kind, called, source, target, attribute, suffix in _CALLERS.get(principal, ()):
        for made in survey.each(kind):
            props = survey.props(made)
            if survey.function(props.get(called)) == function:
                yield survey.target(props.get(source), target), attribute, suffix
    if principal == _BUCKETS:
        for made in survey.each("s3.BucketNotification"):
            props = survey.props(made)
            listed = props.get("lambdaFunctions")
            items = [i for i in listed.items if isinstance(i, Fields)] if isinstance(listed, Items) else []
            if any(survey.function(i.get("lambdaFunctionArn")) == function for i in items):
                yield survey.target(props.get("bucket"), "s3.Bucket", "s3.BucketV2"), "arn", ""
    if principal == _USERS:
        for made in survey.each("cognito.UserPool"):
            told = survey.props(made).get("lambdaConfig")
            fields = told.fields.values() if isinstance(told, Fields) else ()
            if any(survey.function(field.value) == function for field in fields):
                yield made, "arn", ""
