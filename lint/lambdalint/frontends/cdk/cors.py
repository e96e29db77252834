"""Which origins APIs let in, and which resources say themselves who may use them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.resource_policies import CONSTRUCTS
from lambdalint.frontends.cdk.access import listed
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Member, construct
from lambdalint.model.access import ApiCors

_PREFLIGHT = {
    "apigateway.RestApi": ("defaultCorsPreflightOptions", "allowOrigins"),
    "apigateway.LambdaRestApi": ("defaultCorsPreflightOptions", "allowOrigins"),
    "apigatewayv2.HttpApi": ("corsPreflight", "allowOrigins"),
    "apigatewayv2.CfnApi": ("corsConfiguration", "allowOrigins"),
}


def cors(survey: Survey) -> Iterator[ApiCors]:
    """Settings of REST and HTTP APIs."""
    for made in survey.each(*_PREFLIGHT):
        outer, inner = _PREFLIGHT[made.path]
        settings = survey.props(made).nested(outer)
        origins = settings.get(inner) if settings.fields is not None else None
        if origins is not None:
            credentials = settings.flag_or("allowCredentials", False)
            yield ApiCors(*survey.head(made, "#cors"), survey.key(made), listed(origins), credentials)


def resource_policies(survey: Survey) -> frozenset[str]:
    """The services of which some resource has a policy of its own."""
    found = {"kms"} if any(survey.each("kms.Key")) else set()
    for call in survey.methods("addToResourcePolicy", "addPermission"):
        target = construct(call.callee.target) if isinstance(call.callee, Member) else None
        service = target.path.partition(".")[0] if target is not None else ""
        found |= {CONSTRUCTS[service]} if service in CONSTRUCTS else set(CONSTRUCTS.values())
    for call in survey.calls:
        service, _, name = call.path.partition(".")
        if call.new and name.endswith(("Policy", "CfnPermission")) and service in CONSTRUCTS:
            found.add(CONSTRUCTS[service])
    return frozenset(found)
