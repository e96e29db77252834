"""What invokes functions."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends import filters
from lambdalint.frontends.cdk.reading import Props, as_texts
from lambdalint.frontends.pulumi.access import node_of
from lambdalint.frontends.pulumi.cors import binary_types
from lambdalint.frontends.pulumi.survey import PREFIX, Survey
from lambdalint.frontends.script.values import Call, Items, Member, construct
from lambdalint.model.triggers import ApiIntegration, EventSourceMapping, Trigger
from lambdalint.value import UNREAD, Value

_BUCKETS = ("s3.Bucket", "s3.BucketV2")
# resources that name a function: the kind of trigger, an object or list of them among the properties, the names there
_DIRECT = {
    "cloudwatch.LogSubscriptionFilter": ("logs", "", ("destinationArn",)),
    "lb.TargetGroupAttachment": ("alb", "", ("targetId",)),
    "alb.TargetGroupAttachment": ("alb", "", ("targetId",)),
    "iot.TopicRule": ("iot", "lambdas", ("functionArn",)),
    "cognito.UserPool": (
        "cognito",
        "lambdaConfig",
        (
            "createAuthChallenge",
            "customMessage",
            "defineAuthChallenge",
            "postAuthentication",
            "postConfirmation",
            "preAuthentication",
            "preSignUp",
            "preTokenGeneration",
            "userMigration",
            "verifyAuthChallengeResponse",
        ),
    ),
}
# methods of resources that make a trigger, and the permission for it
_METHODS = {
    ("s3.Bucket", "onObjectCreated"): "s3",
    ("s3.Bucket", "onObjectRemoved"): "s3",
    ("s3.Bucket", "onEvent"): "s3",
    ("s3.BucketV2", "onObjectCreated"): "s3",
    ("s3.BucketV2", "onObjectRemoved"): "s3",
    ("s3.BucketV2", "onEvent"): "s3",
    ("sns.Topic", "onEvent"): "sns",
    ("cloudwatch.LogGroup", "onEvent"): "logs",
    ("cloudwatch.EventRule", "onEvent"): "eventbridge",
}
_SCHEDULING = PREFIX + "cloudwatch.onSchedule"


def triggers(
    survey: Survey, polled: tuple[EventSourceMapping, ...], called: tuple[ApiIntegration, ...]
) -> Iterator[Trigger]:
    """All triggers: those of mappings and integrations, and what calls functions by itself."""
    for mapping in polled:
        if mapping.source_kind is not None and mapping.function is not None:
            head = (f"{mapping.key}#trigger", mapping.label, mapping.span, mapping.deployment)
            yield Trigger(*head, mapping.source_kind, mapping.function, mapping.source, whole=mapping.whole)
    for found in called:
        if found.function is not None and found.proxy:
            head = (f"{found.key}#trigger", found.label, found.span, found.deployment)
            source, types, with_role = _api_of(survey, found)
            yield Trigger(*head, found.kind, found.function, source, found.payload, with_role, types)
    yield from _buckets(survey)
    yield from _topics(survey)
    yield from _rules(survey)
    yield from _direct(survey)
    yield from _methods(survey)


def _buckets(survey: Survey) -> Iterator[Trigger]:
    for made in survey.each("s3.BucketNotification"):
        props = survey.props(made)
        bucket = survey.target(props.get("bucket"), *_BUCKETS)
        listed = props.get("lambdaFunctions")
        for i, item in enumerate(listed.items if isinstance(listed, Items) else ()):
            one = Props(made, item, survey.language)
            function = survey.function(one.get("lambdaFunctionArn"))
            if function is None:
                continue
            names, complete = as_texts(one.get("events"))
            key, label, header, deployment = survey.head(made)
            yield Trigger(
                f"{key}#{i}",
                label,
                header,
                deployment,
                "s3",
                function,
                survey.key(bucket) if bucket is not None else None,
                permitted=False,
                filters=filters.of_notifications(names) if complete else (),
                whole=one.get("filterPrefix") is None and one.get("filterSuffix") is None,
            )


def _topics(survey: Survey) -> Iterator[Trigger]:
    for made in survey.each("sns.TopicSubscription"):
        function = survey.function(survey.props(made).get("endpoint"))
        if function is not None:
            yield Trigger(*survey.head(made), "sns", function, permitted=False)


def _rules(survey: Survey) -> Iterator[Trigger]:
    for made in survey.each("cloudwatch.EventTarget"):
        props = survey.props(made)
        rule = survey.target(props.get("rule"), "cloudwatch.EventRule")
        if rule is not None and survey.function(props.get("arn")) is not None:
            ruling = survey.props(rule)
            kind = "schedule" if ruling.get("scheduleExpression") is not None else "eventbridge"
            changed = any(props.get(name) is not None for name in ("input", "inputPath", "inputTransformer"))
            pattern = node_of(ruling.get("eventPattern"), survey.language) if not changed else None
            off = filters.is_off(ruling.flag_or("isEnabled", True), ruling.text("state"))
            passing = filters.of_pattern(pattern)
            function = survey.function(props.get("arn"))
            yield Trigger(*survey.head(made), kind, function, permitted=False, filters=passing, off=off)
    for made in survey.each("scheduler.Schedule"):
        function = survey.function(survey.props(made).nested("target").get("arn"))
        if function is not None:
            off = filters.is_off(None, survey.props(made).text("state"))
            yield Trigger(*survey.head(made), "schedule", function, permitted=True, off=off)


def _direct(survey: Survey) -> Iterator[Trigger]:
    for made in survey.each(*_DIRECT):
        kind, name, slots = _DIRECT[made.path.removeprefix(PREFIX)]
        props = survey.props(made)
        inner = props.get(name) if name else None
        items = inner.items if isinstance(inner, Items) else [inner]
        places = [Props(made, item, survey.language) for item in items] if name else [props]
        for i, place in enumerate(places):
            for slot in slots:
                function = survey.function(place.get(slot))
                if function is not None:
                    key, label, header, deployment = survey.head(made)
                    yield Trigger(f"{key}#{i}.{slot}", label, header, deployment, kind, function, permitted=False)


def _methods(survey: Survey) -> Iterator[Trigger]:
    """`topic.onEvent("name", function)` and its like: each makes the permission too."""
    for call in survey.calls:
        at, kind, source = 1, None, None
        if isinstance(call.callee, Member):
            source = construct(call.callee.target)
            if source is not None:
                kind = _METHODS.get((source.path.removeprefix(PREFIX), call.callee.name))
                scheduled = kind == "eventbridge" and survey.props(source).get("scheduleExpression") is not None
                kind = "schedule" if scheduled else kind
        elif call.path == _SCHEDULING:
            at, kind = 2, "schedule"
        function = survey.function(call.argument(at)) or survey.subscribed(call) if kind is not None else None
        if kind is not None and function is not None:
            yield _made(survey, call, kind, function, source)


def _made(survey: Survey, call: Call, kind: str, function: str, source: Call | None) -> Trigger:
    key = f"{survey.name}:{kind}/{call.span.path}@{call.span.start}"
    known = survey.key(source) if source is not None else None
    return Trigger(key, survey.label(call), call.head, survey.name, kind, function, known, permitted=True)


def _api_of(survey: Survey, found: ApiIntegration) -> tuple[str | None, Value[tuple[str, ...]], bool]:
    """The API that an integration belongs to, its binary media types, and whether it calls with a role."""
    for made in survey.each("apigateway.Integration", "apigatewayv2.Integration"):
        if survey.key(made) == found.key:
            props = survey.props(made)
            rest = survey.target(props.get("restApi"), "apigateway.RestApi")
            api = rest or survey.target(props.get("apiId"), "apigatewayv2.Api")
            with_role = props.get("credentials") is not None or props.get("credentialsArn") is not None
            return survey.key(api) if api is not None else None, binary_types(survey, rest), with_role
    return None, UNREAD, False
