"""Log groups and how functions use them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.defaults import CDK_LOG_DAYS
from lambdalint.frontends.cdk.kinds import FUNCTIONS, RAW
from lambdalint.frontends.cdk.reading import Form, Props, as_number, unknown
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Atom, Call, Foreign, Member, Text, Thing
from lambdalint.model.functions import Logging, LogGroup
from lambdalint.value import Known, Unknown, Value

FORMATS = {"JSON": "JSON", "TEXT": "Text"}
MANAGED = "@aws-cdk/aws-lambda:useCdkManagedLogGroup"
_DAYS = {
    "ONE_DAY": 1, "THREE_DAYS": 3, "FIVE_DAYS": 5, "ONE_WEEK": 7, "TWO_WEEKS": 14, "ONE_MONTH": 30, "TWO_MONTHS": 60,
    "THREE_MONTHS": 90, "FOUR_MONTHS": 120, "FIVE_MONTHS": 150, "SIX_MONTHS": 180, "ONE_YEAR": 365,
    "THIRTEEN_MONTHS": 400, "EIGHTEEN_MONTHS": 545, "TWO_YEARS": 731, "THREE_YEARS": 1096, "FIVE_YEARS": 1827,
    "SIX_YEARS": 2192, "SEVEN_YEARS": 2557, "EIGHT_YEARS": 2922, "NINE_YEARS": 3288, "TEN_YEARS": 3653, "INFINITE": 0,
}  # fmt: skip
_PREFIX = "/aws/lambda/"


def logging(survey: Survey, made: Call, props: Props) -> Logging:
    """Where and how a function logs."""
    words = _raw_format(props) if made.path == RAW else _format(props)
    group = props.get("logGroup")
    if group is not None:
        direct = survey.made(group, "logs.LogGroup")
        key = survey.key(direct) if direct is not None else None
        return Logging(words, Unknown(made.head, "its name isn't known"), key, True)
    if props.get("logRetention") is not None or MANAGED in survey.flags:
        return Logging(words, None, survey.key(made) + "#logs", True)
    return Logging(words, _own_group(survey, made, props), _named_after(survey, made))


def _format(props: Props) -> Value[str]:
    form = Form(props.language, FORMATS, "lambda.LoggingFormat")
    name = "loggingFormat" if props.get("loggingFormat") is not None or props.get("logFormat") is None else "logFormat"
    known = props.choice(name, form) if name == "loggingFormat" else props.text(name)
    return known or props.default("Text", "loggingFormat", form)


def _raw_format(props: Props) -> Value[str]:
    return props.inner("loggingConfig", "logFormat", "Text", "lambda.CfnFunction.LoggingConfigProperty")


def _own_group(survey: Survey, made: Call, props: Props) -> Value[str]:
    """The group that Lambda makes for a function. A name that nobody wrote is like no other in the project."""
    name = props.text("functionName")
    if name is None:
        return Known(f"{_PREFIX}<{survey.key(made)}>", made.head, default=True)
    if isinstance(name, Known):
        return Known(_PREFIX + name.value, made.head, default=True)
    return Unknown(made.head, "the function's name isn't known")


def _named_after(survey: Survey, made: Call) -> str | None:
    """The group whose name is made of the function's own: `/aws/lambda/${fn.functionName}`."""
    for group in survey.each("logs.LogGroup"):
        name = survey.props(group).get("logGroupName")
        parts = name.parts if isinstance(name, Text) else ()
        if len(parts) == 2 and isinstance(parts[0], Atom) and parts[0].value == _PREFIX:
            last = parts[1]
            if isinstance(last, Member) and last.name == "functionName" and survey.function_call(last) is made:
                return survey.key(group)
    return None


def log_groups(survey: Survey) -> Iterator[LogGroup]:
    """Log groups, also those that functions ask for."""
    for made in survey.each("logs.LogGroup"):
        props = survey.props(made)
        name = props.text("logGroupName") or Known("", made.head, default=True)
        yield LogGroup(*survey.head(made), name, _days(props.get("retention")) or _standard(made))
    for made in survey.each("logs.CfnLogGroup"):
        props = survey.props(made)
        days = props.get("retentionInDays")
        name = props.text("logGroupName") or Known("", made.head, default=True)
        yield LogGroup(*survey.head(made), name, as_number(days) if days is not None else None)
    for made in survey.each("logs.LogRetention"):
        props = survey.props(made)
        name = props.text("logGroupName") or Unknown(made.head, "it isn't set")
        yield LogGroup(*survey.head(made), name, _days(props.get("retention")))
    for made in survey.each(*sorted(FUNCTIONS)):
        retention = survey.props(made).get("logRetention")
        if retention is not None or MANAGED in survey.flags:
            name = Known("", made.head, default=True)
            yield LogGroup(*survey.head(made, "#logs"), name, _days(retention) or _standard(made))


def _standard(made: Call) -> Value[int]:
    return Known(CDK_LOG_DAYS, made.head, default=True)


def _days(thing: Thing | None) -> Value[int] | None:
    if thing is None:
        return None
    if isinstance(thing, Foreign) and thing.path.startswith("logs.RetentionDays."):
        days = _DAYS.get(thing.path.rpartition(".")[2])
        return Known(days, thing.span) if days is not None else unknown(thing)
    return as_number(thing)
