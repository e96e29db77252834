"""Which origins APIs let in, and which resources say themselves who may use them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.resource_policies import CLOUDFORMATION, CLOUDFORMATION_PROPERTIES
from lambdalint.frontends.cfn.reading import Config, as_text, as_texts
from lambdalint.frontends.cfn.samapis import apis_of_events
from lambdalint.frontends.cfn.survey import Survey
from lambdalint.frontends.cfn.values import CfnValue, Fields, Items, Scalar, text_of
from lambdalint.model.access import ApiCors
from lambdalint.source import Span
from lambdalint.value import Known, Value

_ALL = ("*",)


def cors(survey: Survey) -> Iterator[ApiCors]:
    """Settings of HTTP APIs, and of all APIs that SAM makes."""
    for found in survey.each("AWS::ApiGatewayV2::Api"):
        yield from _settings(survey, found.config, found.head, found.key, "CorsConfiguration")
    names = {"AWS::Serverless::HttpApi": "CorsConfiguration", "AWS::Serverless::Api": "Cors"}
    for found in survey.each(*names):
        yield from _settings(survey, found.config, found.head, found.key, names[found.resource.kind])
    seen: set[str] = set()
    for event, key, config in apis_of_events(survey):
        if key not in seen and survey.resource(key) is None:
            seen.add(key)
            _, label, span, deployment = event.head
            name = "Cors" if event.kind == "Api" else "CorsConfiguration"
            yield from _settings(survey, config, (f"{key}#cors", label, span, deployment), key, name)


def _settings(
    survey: Survey, config: Config, head: tuple[str, str, Span, str], api: str, name: str
) -> Iterator[ApiCors]:
    value = config.attribute(name)
    if value is None:
        return
    inner = config.nested(name)
    credentials: Value[bool] = Known(False, value.span, default=True)
    origins = _origins(value, survey)
    if isinstance(value, Fields):
        credentials = inner.flag_or("AllowCredentials", False)
        allowed = inner.attribute("AllowOrigins") or inner.attribute("AllowOrigin")
        if allowed is None:
            return
        origins = _origins(allowed, survey)
    yield ApiCors(*head, api, origins, credentials)


def _origins(value: CfnValue, survey: Survey) -> Value[tuple[str, ...]]:
    """Origins as a list, or as SAM takes them: `true`, or a text in quotes of its own."""
    if isinstance(value, Items):
        return as_texts(value, survey.texts)
    if isinstance(value, Scalar) and text_of(value.value).lower() == "true":
        return Known(_ALL, value.span)
    text = as_text(value)
    return Known((text.value.strip("'"),), text.span) if isinstance(text, Known) else text


def resource_policies(survey: Survey) -> frozenset[str]:
    """The services of which some resource has a policy of its own."""
    found = set()
    for one in survey.each(*CLOUDFORMATION):
        named = CLOUDFORMATION_PROPERTIES.get(one.resource.kind)
        if named is None or one.config.attribute(named) is not None:
            found.add(CLOUDFORMATION[one.resource.kind])
    return frozenset(found)
