"""Who may call a function, and at which address."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.source_services import RESOURCES, of_arn
from lambdalint.frontends.hcl.callers import source_slot
from lambdalint.frontends.hcl.reading import Config, as_flag, as_text, as_texts
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.frontends.hcl.values import HclValue
from lambdalint.model.access import FunctionUrl, Permission
from lambdalint.value import UNREAD, Known, Slot, Unknown, Value

BY_URL = "lambda:InvokeFunctionUrl"


def urls(survey: Survey) -> Iterator[FunctionUrl]:
    """Function URLs."""
    for found in survey.each("aws_lambda_function_url"):
        config = found.config
        cors, certain = config.block_or_none("cors")
        origins = cors.attribute("allow_origins") if cors is not None else None
        known = as_texts(origins) if origins is not None else None
        if not certain:
            known = Unknown(config.header, "it may be set")
        authorization = config.text("authorization_type") or Unknown(config.header, "it is not set")
        credentials = cors.flag_or("allow_credentials", False) if cors is not None else None
        yield FunctionUrl(
            *found.head,
            survey.function(config.attribute("function_name")),
            authorization,
            config.text_or("invoke_mode", "BUFFERED"),
            known,
            credentials if credentials is not None and certain else UNREAD,
            _permitted(survey, authorization),
        )


def _permitted(survey: Survey, authorization: Value[str]) -> bool | None:
    """The version that knows the flag is also the first to make all permissions of a public address with it."""
    if isinstance(authorization, Known) and authorization.value == "NONE":
        from lambdalint.frontends.hcl.provider import is_older
        from lambdalint.frontends.hcl.twins import FLAG_SINCE

        older = is_older(survey, FLAG_SINCE)
        return None if older is None else not older
    return False if isinstance(authorization, Known) else None


def permissions(survey: Survey) -> Iterator[Permission]:
    """Statements of functions' resource policies."""
    for found in survey.each("aws_lambda_permission"):
        config = found.config
        missing = Unknown(config.header, "it is not set")
        yield Permission(
            *found.head,
            survey.function(config.attribute("function_name")),
            config.text("action") or missing,
            config.text("principal") or missing,
            config.text("source_arn"),
            config.text("source_account"),
            config.text("principal_org_id"),
            config.text("function_url_auth_type"),
            _through_url(config),
            source_slot(survey, found, config.text("principal")),
            _twin_slot(survey, found),
            _source_service(survey, config.attribute("source_arn")),
        )
    for found in survey.each("aws_lambda_resource_policy"):
        unread = Unknown(found.config.header, "a whole policy isn't read")
        function = survey.function(found.config.attribute("resource_arn"))
        yield Permission(*found.head, function, unread, unread, unread, unread, unread, unread)


def _twin_slot(survey: Survey, permission: Found) -> Slot | None:
    """Writes a second permission; calls through another way than the function's own address need none."""
    action = permission.config.text("action")
    if isinstance(action, Known) and action.value != BY_URL and _through_url(permission.config) is None:
        return None
    from lambdalint.frontends.hcl.twins import twin_slot

    return twin_slot(survey, permission, permission.config.text("principal"))


def _source_service(survey: Survey, arn: HclValue | None) -> str | None:
    text = as_text(arn) if arn is not None else None
    return of_arn(text.value) if isinstance(text, Known) else RESOURCES.get(survey.kind(arn) or "")


def _through_url(config: Config) -> Value[bool] | None:
    value = config.attribute("invoked_via_function_url")
    return as_flag(value) if value is not None else None
