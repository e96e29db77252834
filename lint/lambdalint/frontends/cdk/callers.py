"""Who calls a function through a permission that doesn't say so, where only one can be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lambdalint.frontends.cdk.raw import told
from lambdalint.frontends.cdk.reading import Props, props_of
from lambdalint.frontends.cdk.sources import targets
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Call, Fields, Items, Member, Thing, construct
from lambdalint.value import Known, Slot, Value

_Source = tuple[Call, str]
"""What calls a function, and the attribute that is its ARN."""

_BUCKETS = "s3.amazonaws.com"
_WAITING = ("addDependency", "addDependsOn")
_STACKS = frozenset({"core.Stack", "core.NestedStack"})
_TOPICS = {"sns.Topic": "topicArn", "sns.CfnTopic": "attrTopicArn"}
_GROUPS = {"logs.LogGroup": "logGroupArn", "logs.CfnLogGroup": "attrArn"}


def source_slot(survey: Survey, function: str | None, props: Props, principal: Value[str] | None) -> Slot | None:
    """A slot that writes the missing source of a permission, whatever value it is given."""
    if function is None or survey.program is None or not isinstance(principal, Known) or props.fields is None:
        return None
    if principal.value == _BUCKETS and any(_notifies(survey, made, function) for made in survey.each("s3.CfnBucket")):
        # a bucket that names the function in its notifications can't be named by the permission that it waits for
        owner = survey.made_function(function)
        account = survey.program.attribute(owner, "stack.account", "", props.fields.span) if owner is not None else None
        return props.slot("sourceAccount", lambda _: account or "") if account is not None else None
    find = _FINDERS.get(principal.value)
    found = {id(made): (made, arn) for made, arn in find(survey, function)} if find is not None else {}
    if len(found) != 1:
        return None
    made, arn = next(iter(found.values()))
    if not _may_name(survey, props.call, made, function):
        return None
    text = survey.program.attribute(made, arn, "", props.fields.span)
    return props.slot("sourceArn", lambda _: text or "") if text is not None else None


def _may_name(survey: Survey, permission: Call, source: Call, function: str) -> bool:
    """False where a source belongs to another stack, or is made after the permission or what belongs to the function.

    What depends on a construct depends on all that is made for it, its permissions too.
    """
    owner = survey.made_function(function)
    if owner is None or _stack(owner) is not _stack(source):
        return False
    around = [permission, owner, *_scopes(owner)]
    waiting = [source, *_scopes(source)]
    seen = {id(made) for made in waiting}
    while waiting:
        made = waiting.pop()
        after = [a for call in survey.methods(*_WAITING) if _waiting(call) is made for a in call.arguments]
        named = [construct(inner) for argument in (*made.arguments[2:], *after) for inner in _inside(argument, 5)]
        if any(construct(argument) is scope for argument in after for scope in around):
            return False
        further = [call for call in named if call is not None and id(call) not in seen]
        seen |= {id(call) for call in further}
        waiting += further
    return True


def _scopes(made: Call) -> Iterator[Call]:
    """The constructs around one, innermost first."""
    outer = construct(made.argument(0))
    for _ in range(50):
        if outer is None:
            return
        yield outer
        outer = construct(outer.argument(0))


def _stack(made: Call) -> Call | None:
    scopes = list(_scopes(made))
    return next((scope for scope in scopes if scope.path in _STACKS), scopes[-1] if scopes else None)


def _waiting(call: Call) -> Call | None:
    """The construct that a call makes wait for others: its own, or that of its node."""
    target = call.callee.target if isinstance(call.callee, Member) else None
    return construct(target.target if isinstance(target, Member) and target.name == "node" else target)


def _inside(thing: Thing, depth: int) -> Iterator[Thing]:
    """A thing, what it belongs to, and what is in it."""
    yield thing
    inner: Sequence[Thing] = ()
    if isinstance(thing, Member):
        inner = (thing.target,)
    elif isinstance(thing, Items):
        inner = thing.items
    elif isinstance(thing, Fields):
        inner = [field.value for field in thing.fields.values()]
    for part in inner if depth else ():
        yield from _inside(part, depth - 1)


def _rules(survey: Survey, function: str) -> Iterator[_Source]:
    for rule in survey.each("events.Rule"):
        if any(_calls(survey, target, "eventstargets.LambdaFunction", function) for target in targets(survey, rule)):
            yield rule, "ruleArn"
    for rule in survey.each("events.CfnRule"):
        listed = survey.props(rule).get("targets")
        if isinstance(listed, Items) and any(_names(survey, item, "arn", function) for item in listed.items):
            yield rule, "attrArn"


def _topics(survey: Survey, function: str) -> Iterator[_Source]:
    for call in survey.methods("addSubscription"):
        if _calls(survey, call.argument(0), "snssubscriptions.LambdaSubscription", function):
            yield from _owner(call, "sns.Topic", "topicArn")
    for call in survey.methods("addEventSource"):
        yield from _polled(survey, call, function, "lambdaeventsources.SnsEventSource", "topicArn")
    for made in survey.each("sns.Subscription", "sns.CfnSubscription"):
        props = survey.props(made)
        if _is_of(survey, props.get("endpoint"), function):
            yield from _target(props.get("topic") or props.get("topicArn"), _TOPICS)


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
    for made in survey.each("logs.CfnSubscriptionFilter"):
        props = survey.props(made)
        if _is_of(survey, props.get("destinationArn"), function):
            yield from _target(props.get("logGroupName"), _GROUPS)


def _pools(survey: Survey, function: str) -> Iterator[_Source]:
    for made in survey.each("cognito.CfnUserPool"):
        if any(_is_of(survey, named, function) for named in told(survey, made)):
            yield made, "attrArn"


def _notifies(survey: Survey, bucket: Call, function: str) -> bool:
    """True for a bucket that CloudFormation itself tells to call the function."""
    given = survey.props(bucket).get("notificationConfiguration")
    settings = given if isinstance(given, Fields) else props_of(given)
    listed = settings.get("lambdaConfigurations") if settings is not None else None
    return isinstance(listed, Items) and any(_names(survey, item, "function", function) for item in listed.items)


def _names(survey: Survey, item: Thing, name: str, function: str) -> bool:
    fields = item if isinstance(item, Fields) else props_of(item)
    return fields is not None and _is_of(survey, fields.get(name), function)


def _is_of(survey: Survey, thing: Thing | None, function: str) -> bool:
    return thing is not None and survey.function(thing) == function


def _target(thing: Thing | None, classes: Mapping[str, str]) -> Iterator[_Source]:
    """The construct that a value is, or is an attribute of."""
    made = construct(thing.target if isinstance(thing, Member) else thing)
    if made is not None and made.new and made.path in classes:
        yield made, classes[made.path]


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
    _BUCKETS: _buckets,
    "logs.amazonaws.com": _groups,
    "cognito-idp.amazonaws.com": _pools,
}
