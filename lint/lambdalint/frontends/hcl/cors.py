"""Which origins APIs let in, and which resources say themselves who may use them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.resource_policies import SERVICES, TERRAFORM, TERRAFORM_ATTRIBUTES
from lambdalint.frontends.hcl.reading import as_texts
from lambdalint.frontends.hcl.survey import Survey
from lambdalint.model.access import ApiCors


def cors(survey: Survey) -> Iterator[ApiCors]:
    """Settings of HTTP APIs."""
    for found in survey.each("aws_apigatewayv2_api"):
        inner, certain = found.config.block_or_none("cors_configuration")
        origins = inner.attribute("allow_origins") if inner is not None else None
        if inner is not None and origins is not None and certain:
            credentials = inner.flag_or("allow_credentials", False)
            yield ApiCors(*found.head, found.resource.key, as_texts(origins), credentials)


def resource_policies(survey: Survey) -> frozenset[str]:
    """The services of which some resource has a policy of its own."""
    found = {TERRAFORM[f.resource.kind] for f in survey.each(*TERRAFORM)}
    for one in survey.each(*TERRAFORM_ATTRIBUTES):
        if one.config.attribute(TERRAFORM_ATTRIBUTES[one.resource.kind]) is not None:
            found.add(SERVICES[one.resource.kind])
    return frozenset(found)
