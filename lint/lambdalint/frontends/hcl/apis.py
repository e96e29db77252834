"""REST, HTTP and WebSocket APIs: routes, what they call, and who may call them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.defaults import API_TIMEOUT
from lambdalint.frontends.hcl.reading import Config, members
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.frontends.hcl.values import HclValue, identity, is_null, parts_of, plain
from lambdalint.model.triggers import ApiIntegration, ApiRoute, Trigger
from lambdalint.value import UNREAD, Known, Unknown, Value

APIS = {"aws_api_gateway_rest_api": "rest-api", "aws_apigatewayv2_api": "http-api"}
"""Resources that a document may describe, with the kind of their API."""

_PROXIES = frozenset({"AWS_PROXY"})


def integrations(survey: Survey) -> Iterator[ApiIntegration]:
    """What APIs call."""
    for found in survey.each("aws_api_gateway_integration"):
        config = found.config
        yield ApiIntegration(
            *found.head,
            "rest-api",
            called(survey, config.attribute("uri")),
            config.number_or("timeout_milliseconds", API_TIMEOUT["rest-api"]),
            None,
            _is_proxy(config.text("type")),
        )
    for found in survey.each("aws_apigatewayv2_integration"):
        config = found.config
        kind = _kind(survey, config.attribute("api_id"))
        yield ApiIntegration(
            *found.head,
            kind,
            called(survey, config.attribute("integration_uri")),
            config.number_or("timeout_milliseconds", API_TIMEOUT[kind]),
            config.text_or("payload_format_version", "1.0") if kind == "http-api" else None,
            _is_proxy(config.text("integration_type")),
        )
    for found in survey.each("aws_apigatewayv2_api"):
        function = survey.function(found.config.attribute("target"))
        if function is not None:
            key, label, header, deployment = found.head
            payload: Value[str] = Known("2.0", header, default=True)
            limit: Value[int] = Known(API_TIMEOUT["http-api"], header, default=True)
            yield ApiIntegration(f"{key}#target", label, header, deployment, "http-api", function, limit, payload, True)


def _is_proxy(kind: Value[str] | None) -> bool:
    return isinstance(kind, Known) and kind.value in _PROXIES


def called(survey: Survey, uri: HclValue | None) -> str | None:
    """The function behind an integration's address: its ARN, or an address that holds it."""
    direct = survey.function(uri)
    if direct is not None or uri is None:
        return direct
    for part in parts_of(plain(uri)) or ():
        if isinstance(part, str) and ":function:" in part:
            name = part.split(":function:", 1)[1].split("/")[0].split(":")[0]
            return survey.names.get(name)
    return None


def _kind(survey: Survey, api: HclValue | None) -> str:
    found = survey.resource(survey.target(api, "aws_apigatewayv2_api"))
    protocol = found.config.text("protocol_type") if found is not None else None
    return "websocket-api" if isinstance(protocol, Known) and protocol.value == "WEBSOCKET" else "http-api"


# -- routes ----------------------------------------------------------------------------------------------------------


def routes(survey: Survey, known: tuple[ApiIntegration, ...]) -> Iterator[ApiRoute]:
    """Methods of REST APIs and routes of HTTP and WebSocket APIs."""
    behind = {i.key: i.function for i in known}
    yield from _methods(survey, behind)
    for found in survey.each("aws_apigatewayv2_route"):
        config = found.config
        target = survey.target(config.attribute("target"), "aws_apigatewayv2_integration")
        yield ApiRoute(
            *found.head,
            _kind(survey, config.attribute("api_id")),
            config.text("route_key") or Unknown(config.header, "it is not set"),
            config.text_or("authorization_type", "NONE"),
            _needs_key(config),
            behind.get(target or ""),
        )
    for found in survey.each("aws_apigatewayv2_api"):
        key, label, header, deployment = found.head
        if f"{key}#target" in behind:
            method = found.config.text_or("route_key", "$default")
            open_to_all = Known("NONE", header, default=True)
            function = behind[f"{key}#target"]
            yield ApiRoute(f"{key}#route", label, header, deployment, "http-api", method, open_to_all, False, function)


def _methods(survey: Survey, behind: dict[str, str | None]) -> Iterator[ApiRoute]:
    places: dict[tuple[str | None, ...], str | None] = {}
    for found in survey.each("aws_api_gateway_integration"):
        places[_place(found.config)] = behind.get(found.resource.key)
    guarded = _guarded_apis(survey)
    for found in survey.each("aws_api_gateway_method"):
        config = found.config
        api = survey.target(config.attribute("rest_api_id"), "aws_api_gateway_rest_api")
        yield ApiRoute(
            *found.head,
            "rest-api",
            config.text("http_method") or Unknown(config.header, "it is not set"),
            config.text("authorization") or Unknown(config.header, "it is not set"),
            api is None or api in guarded or _needs_key(config) or _closed(survey.resource(api)),
            places.get(_place(config)),
        )


def _place(config: Config) -> tuple[str | None, ...]:
    """Which method of which resource of which API this is about."""
    names = []
    for attribute in ("rest_api_id", "resource_id", "http_method"):
        value = config.attribute(attribute)
        names.append(identity(plain(value)) if value is not None else f"{config.header}")
    return tuple(names)


def _needs_key(config: Config) -> bool:
    flag = config.flag_or("api_key_required", False)
    return not (isinstance(flag, Known) and not flag.value)


def _guarded_apis(survey: Survey) -> frozenset[str]:
    found = (
        survey.target(f.config.attribute("rest_api_id"), "aws_api_gateway_rest_api")
        for f in survey.each("aws_api_gateway_rest_api_policy")
    )
    return frozenset(key for key in found if key is not None)


def closed(survey: Survey, api: Found) -> bool:
    """True when something beside its methods limits, or may limit, who can call a REST API."""
    return api.resource.key in _guarded_apis(survey) or _closed(api)


def _closed(api: Found | None) -> bool:
    """True when an API isn't, or may not be, open to everyone: private, or with a policy of its own."""
    if api is None:
        return True
    policy = api.config.attribute("policy")
    if (policy is not None and not is_null(policy)) or api.config.doubtful("policy"):
        return True
    nested = api.config.blocks("endpoint_configuration")
    if not nested.complete:
        return True
    for config in nested.configs:
        types, complete = members(config.attribute("types"))
        if not complete or any(not isinstance(t, Known) or t.value == "PRIVATE" for t in types):
            return True
    return False


# -- triggers --------------------------------------------------------------------------------------------------------

_ROLES = ("credentials", "credentials_arn")
"""What names a role with which an API calls: it then takes no permission."""


def triggers(survey: Survey, known: tuple[ApiIntegration, ...]) -> Iterator[Trigger]:
    """Functions that an API calls as they are."""
    for found in known:
        if found.function is None or not found.proxy:
            continue
        resource = survey.resource(found.key.removesuffix("#target"))
        config = resource.config if resource is not None else None
        source: str | None = found.key.removesuffix("#target") if found.key.endswith("#target") else None
        if config is not None and source is None:
            value = config.attribute("rest_api_id") or config.attribute("api_id")
            source = survey.target(value, "aws_api_gateway_rest_api", "aws_apigatewayv2_api")
        yield Trigger(
            found.key,
            found.label,
            found.span,
            found.deployment,
            found.kind,
            found.function,
            source,
            found.payload,
            config is not None and any(config.attribute(name) is not None for name in _ROLES),
            _binary_types(survey.resource(source)),
        )


def _binary_types(api: Found | None) -> Value[tuple[str, ...]]:
    """The media types whose bodies come in base64."""
    if api is None or api.resource.kind != "aws_api_gateway_rest_api" or api.config.attribute("body") is not None:
        return UNREAD
    return api.config.texts_or("binary_media_types", ())
