"""Who may call a function, at which address, and what becomes of calls that fail."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.source_services import RESOURCES, of_arn
from lambdalint.frontends.cfn.callers import source_slot
from lambdalint.frontends.cfn.reading import Config, as_flag, as_text, as_texts
from lambdalint.frontends.cfn.sources import failures
from lambdalint.frontends.cfn.survey import FUNCTION, FUNCTIONS, SAM_FUNCTION, Survey
from lambdalint.frontends.cfn.twins import twin_slot
from lambdalint.frontends.cfn.values import CfnValue, Fields, parts_of
from lambdalint.model.access import FunctionUrl, Permission
from lambdalint.model.triggers import InvokeConfig
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value


def urls(survey: Survey) -> Iterator[FunctionUrl]:
    """Function URLs."""
    for found in survey.each("AWS::Lambda::Url"):
        function = survey.function(found.config.attribute("TargetFunctionArn"))
        yield _url(survey, found.config, found.head, function)._replace(permitted=False)
    for found in survey.each(SAM_FUNCTION):
        value = found.config.attribute("FunctionUrlConfig")
        if isinstance(value, Fields):
            key, label, _, deployment = found.head
            config = found.config.nested("FunctionUrlConfig")
            place = found.config.place("FunctionUrlConfig")
            url = _url(survey, config, (f"{key}#url", label, place, deployment), key)
            public = isinstance(url.authorization, Known) and url.authorization.value == "NONE"
            yield url._replace(permitted=public if isinstance(url.authorization, Known) else None)


def _url(survey: Survey, config: Config, head: tuple[str, str, Span, str], function: str | None) -> FunctionUrl:
    cors = config.nested("Cors")
    origins = cors.attribute("AllowOrigins")
    known: Value[tuple[str, ...]] | None = as_texts(origins, survey.texts) if origins is not None else None
    return FunctionUrl(
        *head,
        function,
        config.text("AuthType") or Unknown(config.header, "it is not set"),
        config.text_or("InvokeMode", "BUFFERED"),
        known,
        cors.flag_or("AllowCredentials", False),
    )


def permissions(survey: Survey) -> Iterator[Permission]:
    """Statements of functions' resource policies."""
    for found in survey.each("AWS::Lambda::Permission"):
        config = found.config
        missing = Unknown(config.header, "it is not set")
        principal = config.text("Principal")
        through = config.attribute("InvokedViaFunctionUrl")
        yield Permission(
            *found.head,
            survey.function(config.attribute("FunctionName")),
            config.text("Action") or missing,
            principal or missing,
            config.text("SourceArn"),
            config.text("SourceAccount"),
            config.text("PrincipalOrgID"),
            config.text("FunctionUrlAuthType"),
            as_flag(through) if through is not None else None,
            source_slot(survey, found, principal),
            twin_slot(survey, found, principal),
            _source_service(survey, config.attribute("SourceArn")),
        )
    for found in survey.each("AWS::Lambda::ResourcePolicy"):
        unread = Unknown(found.config.header, "a whole policy isn't read")
        function = survey.function(found.config.attribute("ResourceArn"))
        yield Permission(*found.head, function, unread, unread, unread, unread, unread, unread)


def _source_service(survey: Survey, arn: CfnValue | None) -> str | None:
    parts = parts_of(arn) or ()
    if parts and isinstance(parts[0], str) and parts[0].startswith("arn:"):
        return of_arn("".join(p if isinstance(p, str) else "${}" for p in parts))
    return RESOURCES.get(survey.kind(arn) or "")


def invoke_configs(survey: Survey) -> Iterator[InvokeConfig]:
    """Where failed asynchronous invocations go: invoke configurations, and functions' own dead letter queues."""
    for found in survey.each("AWS::Lambda::EventInvokeConfig"):
        function = survey.function(found.config.attribute("FunctionName"))
        yield InvokeConfig(*found.head, function, failures(found.config))
    for found in survey.each(*FUNCTIONS):
        key, label, header, deployment = found.head
        if found.config.attribute("EventInvokeConfig") is not None and found.resource.kind == SAM_FUNCTION:
            config = found.config.nested("EventInvokeConfig")
            yield InvokeConfig(f"{key}#invoke", label, header, deployment, key, failures(config))
        name = "DeadLetterConfig" if found.resource.kind == FUNCTION else "DeadLetterQueue"
        value = found.config.attribute(name)
        if value is not None:
            target = found.config.nested(name).attribute("TargetArn")
            known = as_text(target) if target is not None else Unknown(header, "it may be set")
            yield InvokeConfig(f"{key}#dead letters", label, header, deployment, key, known)
