"""Which origins APIs let in, and which resources say themselves who may use them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.resource_policies import PULUMI
from lambdalint.frontends.cdk.access import listed
from lambdalint.frontends.pulumi.survey import PREFIX, Survey
from lambdalint.frontends.script.values import Call
from lambdalint.model.access import ApiCors
from lambdalint.value import UNREAD, Value

_MAY = {"sqs.Queue": "sqs", "sns.Topic": "sns", "s3.Bucket": "s3", "secretsmanager.Secret": "secretsmanager"}


def cors(survey: Survey) -> Iterator[ApiCors]:
    """Settings of HTTP APIs."""
    for made in survey.each("apigatewayv2.Api"):
        settings = survey.props(made).nested("corsConfiguration")
        origins = settings.get("allowOrigins") if settings.fields is not None else None
        if origins is not None:
            credentials = settings.flag_or("allowCredentials", False)
            key, label, header, deployment = survey.head(made)
            yield ApiCors(f"{key}#cors", label, header, deployment, key, listed(origins), credentials)


def resource_policies(survey: Survey) -> frozenset[str]:
    """The services of which some resource has a policy of its own."""
    found = {PULUMI[made.path.removeprefix(PREFIX)] for made in survey.each(*PULUMI)}
    return frozenset(
        found | {_MAY[m.path.removeprefix(PREFIX)] for m in survey.each(*_MAY) if survey.props(m).get("policy")}
    )


def binary_types(survey: Survey, api: Call | None) -> Value[tuple[str, ...]]:
    """The media types whose bodies a REST API hands on in base64."""
    thing = survey.props(api).get("binaryMediaTypes") if api is not None else None
    return listed(thing) if thing is not None else UNREAD
