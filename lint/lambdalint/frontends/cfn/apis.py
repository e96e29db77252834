"""REST, HTTP and WebSocket APIs: routes, what they call, and who may call them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.defaults import API_TIMEOUT
from lambdalint.frontends.cfn.reading import Config, as_text
from lambdalint.frontends.cfn.survey import Found, Survey
from lambdalint.frontends.cfn.values import CfnValue, Scalar, refs, text_of
from lambdalint.model.triggers import ApiIntegration, ApiRoute, Trigger
from lambdalint.value import UNREAD, Known, Unknown, Value

_PROXIES = frozenset({"AWS_PROXY"})


def integrations(survey: Survey) -> Iterator[ApiIntegration]:
    """What APIs call."""
    for found in survey.each("AWS::ApiGateway::Method"):
        inner = found.config.nested("Integration")
        if found.config.attribute("Integration") is not None:
            yield ApiIntegration(
                *found.head,
                "rest-api",
                survey.function(inner.attribute("Uri")),
                inner.number_or("TimeoutInMillis", API_TIMEOUT["rest-api"]),
                None,
                _is_proxy(inner.text("Type")),
            )
    for found in survey.each("AWS::ApiGatewayV2::Integration"):
        config = found.config
        kind = _kind(survey, config.attribute("ApiId"))
        yield ApiIntegration(
            *found.head,
            kind,
            survey.function(config.attribute("IntegrationUri")),
            config.number_or("TimeoutInMillis", API_TIMEOUT[kind]),
            config.text("PayloadFormatVersion") if kind == "http-api" else None,
            _is_proxy(config.text("IntegrationType")),
        )
    for found in survey.each("AWS::ApiGatewayV2::Api"):
        function = survey.function(found.config.attribute("Target"))
        if function is not None:
            key, label, header, deployment = found.head
            payload: Value[str] = Known("2.0", header, default=True)
            limit: Value[int] = Known(API_TIMEOUT["http-api"], header, default=True)
            yield ApiIntegration(f"{key}#target", label, header, deployment, "http-api", function, limit, payload, True)


def _is_proxy(kind: Value[str] | None) -> bool:
    return isinstance(kind, Known) and kind.value in _PROXIES


def _kind(survey: Survey, api: CfnValue | None) -> str:
    found = survey.resource(survey.target(api, "AWS::ApiGatewayV2::Api"))
    protocol = found.config.text("ProtocolType") if found is not None else None
    return "websocket-api" if isinstance(protocol, Known) and protocol.value == "WEBSOCKET" else "http-api"


# -- routes ----------------------------------------------------------------------------------------------------------


def routes(survey: Survey, known: tuple[ApiIntegration, ...]) -> Iterator[ApiRoute]:
    """Methods of REST APIs and routes of HTTP and WebSocket APIs."""
    behind = {i.key: i.function for i in known}
    for found in survey.each("AWS::ApiGateway::Method"):
        config = found.config
        api = survey.resource(survey.target(config.attribute("RestApiId"), *REST_APIS))
        yield ApiRoute(
            *found.head,
            "rest-api",
            config.text("HttpMethod") or Unknown(config.header, "it is not set"),
            config.text_or("AuthorizationType", "NONE"),
            api is None or is_closed(api.config) or _needs_key(config),
            behind.get(found.key),
        )
    for found in survey.each("AWS::ApiGatewayV2::Route"):
        config = found.config
        target = next((r.key for r in refs(config.attribute("Target")) if r.key in behind), None)
        yield ApiRoute(
            *found.head,
            _kind(survey, config.attribute("ApiId")),
            config.text("RouteKey") or Unknown(config.header, "it is not set"),
            config.text_or("AuthorizationType", "NONE"),
            _needs_key(config),
            behind.get(target or ""),
        )
    for found in survey.each("AWS::ApiGatewayV2::Api"):
        key, label, header, deployment = found.head
        if f"{key}#target" in behind:
            method = found.config.text_or("RouteKey", "$default")
            everybody = Known("NONE", header, default=True)
            function = behind[f"{key}#target"]
            yield ApiRoute(f"{key}#route", label, header, deployment, "http-api", method, everybody, False, function)


REST_APIS = ("AWS::ApiGateway::RestApi", "AWS::Serverless::Api")


def _needs_key(config: Config) -> bool:
    flag = config.flag_or("ApiKeyRequired", False)
    return not (isinstance(flag, Known) and not flag.value)


def is_closed(config: Config) -> bool:
    """True when an API isn't, or may not be, open to everyone: private, or with a policy of its own."""
    if config.attribute("Policy") is not None:
        return True
    endpoint = config.attribute("EndpointConfiguration")
    if isinstance(endpoint, Scalar):
        return text_of(endpoint.value).upper() == "PRIVATE"
    if endpoint is None:
        return False
    inner = config.nested("EndpointConfiguration")
    types = inner.texts_or("Types", ())
    kind = inner.attribute("Type")
    named = as_text(kind) if kind is not None else Known("", config.header)
    if not isinstance(types, Known) or not isinstance(named, Known):
        return True
    return "PRIVATE" in {word.upper() for word in (*types.value, named.value)}


# -- triggers --------------------------------------------------------------------------------------------------------


def triggers(survey: Survey, known: tuple[ApiIntegration, ...]) -> Iterator[Trigger]:
    """Functions that an API calls as they are."""
    for i in known:
        if i.function is None or not i.proxy:
            continue
        found = survey.resource(i.key.removesuffix("#target"))
        source = _api_of(found, survey)
        with_role = found is not None and _has_role(found.config)
        types = binary_types(survey.resource(source))
        yield Trigger(i.key, i.label, i.span, i.deployment, i.kind, i.function, source, i.payload, with_role, types)


def _has_role(config: Config) -> bool:
    """True where an API calls with a role: that takes no permission."""
    inner = config.nested("Integration").attribute("Credentials")
    return inner is not None or config.attribute("CredentialsArn") is not None


def binary_types(api: Found | None) -> Value[tuple[str, ...]]:
    """The media types whose bodies a REST API hands on in base64. Its own template language escapes slashes."""
    if api is None or api.resource.kind not in REST_APIS:
        return UNREAD
    if any(api.config.attribute(n) is not None for n in ("Body", "BodyS3Location", "DefinitionBody", "DefinitionUri")):
        return UNREAD
    types = api.config.texts_or("BinaryMediaTypes", ())
    return types._replace(value=tuple(t.replace("~1", "/") for t in types.value)) if isinstance(types, Known) else types


def _api_of(found: Found | None, survey: Survey) -> str | None:
    if found is None:
        return None
    if found.resource.kind == "AWS::ApiGatewayV2::Api":
        return found.key
    value = found.config.attribute("RestApiId") or found.config.attribute("ApiId")
    return survey.target(value, *REST_APIS, "AWS::ApiGatewayV2::Api")
