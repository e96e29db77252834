"""What CloudFormation's own constructs invoke: rules, schedules, topics, buckets, user pools."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends import filters
from lambdalint.frontends.cdk.reading import Props, as_text, props_of
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Atom, Call, Fields, Items, Thing
from lambdalint.model.triggers import Filter, Trigger
from lambdalint.value import Known


def triggers(survey: Survey) -> Iterator[Trigger]:
    """The triggers that they are."""
    yield from _rules(survey)
    for made in survey.each("scheduler.CfnSchedule"):
        off = filters.is_off(None, survey.props(made).text("state"))
        for named in _named(survey.props(made).get("target"), "arn"):
            yield from (t._replace(off=off) for t in _called(survey, made, "schedule", named))
    for made in survey.each("sns.CfnSubscription"):
        yield from _called(survey, made, "sns", survey.props(made).get("endpoint"))
    for made in survey.each("s3.CfnBucket"):
        for settings in _objects(survey.props(made).get("notificationConfiguration")):
            for named in _named(settings.get("lambdaConfigurations"), "function"):
                yield from _called(survey, made, "s3", named)
    for made in survey.each("cognito.CfnUserPool"):
        for named in told(survey, made):
            yield from _called(survey, made, "cognito", named)


def told(survey: Survey, pool: Call) -> Iterator[Thing]:
    """What a user pool calls."""
    for settings in _objects(survey.props(pool).get("lambdaConfig")):
        yield from (field.value for field in settings.fields.values())


def trigger(survey: Survey, made: Call, kind: str, function: Thing | None) -> Trigger:
    """A construct, or a method, as what invokes a function."""
    return Trigger(f"{survey.key(made)}#{kind}", label(made), made.head, survey.name, kind, survey.function(function))


def label(made: Call) -> str:
    """What a construct is called, or its class."""
    name = made.argument(1) if made.new else None
    if isinstance(name, Atom) and isinstance(name.value, str):
        return name.value
    return made.path.rpartition(".")[2] or "addEventSourceMapping"


def let_through(rule: Props, detail_type: str) -> tuple[Filter, ...]:
    """What the pattern of a rule lets through, as far as it lists it."""
    pattern = rule.nested("eventPattern")
    found = []
    for field, name in (("source", "source"), ("detail-type", detail_type)):
        thing = pattern.get(name)
        texts = [as_text(item) for item in thing.items] if isinstance(thing, Items) and thing.complete else []
        known = tuple(text for text in texts if isinstance(text, Known))
        if known and len(known) == len(texts):
            found.append(Filter(field, known))
    return tuple(found)


def _rules(survey: Survey) -> Iterator[Trigger]:
    for rule in survey.each("events.CfnRule"):
        props = survey.props(rule)
        kind = "eventbridge" if props.get("eventPattern") is not None else "schedule"
        off = filters.is_off(None, props.text("state") if props.get("state") is not None else None)
        for target in _objects(props.get("targets")):
            as_sent = not any(name.startswith("input") for name in target.fields)
            passing = let_through(props, "detail-type") if as_sent and target.complete else ()
            for found in _called(survey, rule, kind, target.get("arn")):
                yield found._replace(filters=passing, off=off)


def _called(survey: Survey, made: Call, kind: str, function: Thing | None) -> Iterator[Trigger]:
    if function is not None and survey.function(function) is not None:
        yield trigger(survey, made, kind, function)


def _objects(thing: Thing | None) -> Iterator[Fields]:
    """An object, or those of a list, as such or handed to a class of properties."""
    for item in thing.items if isinstance(thing, Items) else (thing,):
        fields = item if isinstance(item, Fields) else props_of(item)
        if fields is not None:
            yield fields


def _named(thing: Thing | None, name: str) -> Iterator[Thing]:
    for fields in _objects(thing):
        value = fields.get(name)
        if value is not None:
            yield value
