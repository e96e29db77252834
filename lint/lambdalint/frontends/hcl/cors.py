"""Which origins APIs let in, and which resources say themselves who may use them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.resource_policies import SERVICES, TERRAFORM, TERRAFORM_ATTRIBUTES
from lambdalint.frontends.hcl.reading import Config, as_text, as_texts
from lambdalint.frontends.hcl.survey import Survey
from lambdalint.frontends.hcl.values import Fields
from lambdalint.model.access import ApiCors
from lambdalint.value import Known, Value

_HEADER = "method.response.header.access-control-allow-"


def cors(survey: Survey) -> Iterator[ApiCors]:
    """Settings of HTTP APIs, and the headers that methods of REST APIs answer with."""
    for found in survey.each("aws_apigatewayv2_api"):
        inner, certain = found.config.block_or_none("cors_configuration")
        origins = inner.attribute("allow_origins") if inner is not None else None
        if inner is not None and origins is not None and certain:
            credentials = inner.flag_or("allow_credentials", False)
            yield ApiCors(*found.head, found.resource.key, as_texts(origins), credentials)
    for found in survey.each("aws_api_gateway_integration_response"):
        headers = _headers(found.config)
        api = survey.resource(survey.target(found.config.attribute("rest_api_id"), "aws_api_gateway_rest_api"))
        origin = headers.get("origin")
        if api is not None and isinstance(origin, Known):
            key, _, span, deployment = found.head
            allowed = Known((origin.value,), origin.span, via=origin.via)
            sent = headers.get("credentials")
            credentials = Known(isinstance(sent, Known) and sent.value == "true", sent.span if sent else span)
            yield ApiCors(key, api.head[1], span, deployment, api.resource.key, allowed, credentials)


def _headers(config: Config) -> dict[str, Value[str]]:
    """What a method says about origins, by the last word of each header; values are quoted once more."""
    given = config.attribute("response_parameters")
    fields = given.fields if isinstance(given, Fields) and given.complete else {}
    found: dict[str, Value[str]] = {}
    for name, field in fields.items():
        text = as_text(field.value)
        if name.lower().startswith(_HEADER) and isinstance(text, Known) and text.value[:1] == text.value[-1:] == "'":
            found[name.lower().removeprefix(_HEADER)] = text._replace(value=text.value[1:-1])
    return found


def resource_policies(survey: Survey) -> frozenset[str]:
    """The services of which some resource has a policy of its own."""
    found = {TERRAFORM[f.resource.kind] for f in survey.each(*TERRAFORM)}
    for one in survey.each(*TERRAFORM_ATTRIBUTES):
        if one.config.attribute(TERRAFORM_ATTRIBUTES[one.resource.kind]) is not None:
            found.add(SERVICES[one.resource.kind])
    return frozenset(found)
