"""Who calls a function through a permission that doesn't say so, where only one can be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lambdalint.frontends.cdk.reading import Props
from lambdalint.frontends.cdk.sources import targets
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Call, Member, Thing, construct
from lambdalint.value import Known, Slot, Value

_Source = tuple[Call, str]
"""What calls a function, and the attribute that is its ARN."""


def source_slot(survey: Survey, function: str | None, props: Props, principal: Value[str] | None) -> Slot | None:
    """A slot that writes the missing source of a permission, whatever value it is given."""
    if function is None or survey.program is None or not isinstance(principal, Known) or props.fields is None:
        return None
    find = _FINDERS.get(principal.value)
    found = {id(made): (made, arn) for made, arn in find(survey, function)} if find is not None else {}
    if len(found) != 1:
        return None
    made, arn = next(iter(found.values()))
    text = survey.program.attribute(made, arn, "", props.fields.span)
    return props.slot("sourceArn", lambda _: text or "") if text is not None else None


def _rules(survey: Survey, function: str) -> Iterator[_Source]:
    for rule in survey.each("events.Rule"):
        if any(_calls(survey, target, "eventstargets.LambdaFunction", function) for target in targets(survey, rule)):
            yield rule, "ruleArn"


def _topics(survey: Survey, function: str) -> Iterator[_Source]:
    for call in survey.methods("addSubscription"):
        if _calls(survey, call.argument(0), "snssubscriptions.LambdaSubscription", function):
            yield from _owner(call, "sns.Topic", "topicArn")
    for call in survey.methods("addEventSource"):
        yield from _polled(survey, call, function, "lambdaeventsources.SnsEventSource", "topicArn")


def _buckets(survey: Survey, function: str) -> Iterator[_Source]:
    for call in survey.methods("addEventNotification", "addObjectCreatedNotification", "addObjectRemovedNotification"):
        if any(_calls(survey, a, "s3notifications.LambdaDestination", function) for a in call.arguments[:2]):
            yield from _owner(call, "s3.Bucket", "bucketArn")
    for call in survey.methods("addEventSource"):
        yield from _polled(survey, call, function, "lambdaeventsources.S3EventSource", "bucketArn")


def _groups(survey: Survey, function: str) -> Iterator[_Source]:
    for call in survey.methods("addSubscriptionFilter"):
        destination = survey.options(call, 1).get("destination")
        if _calls(survey, destination, "logsdestinations.LambdaDestination", function):
            yield from _owner(call, "logs.LogGroup", "logGroupArn")


def _calls(survey: Survey, thing: Thing | None, path: str, function: str) -> bool:
    made = construct(thing)
    return made is not None and made.path == path and survey.function(made.argument(0)) == function


def _polled(survey: Survey, call: Call, function: str, path: str, arn: str) -> Iterator[_Source]:
    source, target = construct(call.argument(0)), call.callee.target if isinstance(call.callee, Member) else None
    made = construct(source.argument(0)) if source is not None and source.path == path else None
    if made is not None and made.new and survey.function(target) == function:
        yield made, arn


def _owner(call: Call, path: str, arn: str) -> Iterator[_Source]:
    made = construct(call.callee.target) if isinstance(call.callee, Member) else None
    if made is not None and made.new and made.path == path:
        yield made, arn


_FINDERS: Mapping[str, Callable[[Survey, str], Iterator[_Source]]] = {
    "events.amazonaws.com": _rules,
    "sns.amazonaws.com": _topics,
    "s3.amazonaws.com": _buckets,
    "logs.amazonaws.com": _groups,
}
