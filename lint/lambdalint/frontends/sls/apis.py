"""REST, HTTP and WebSocket APIs that the framework makes for functions, and the functions' own addresses."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.defaults import API_TIMEOUT
from lambdalint.frontends.cfn.reading import Config, as_flag, as_text, as_texts
from lambdalint.frontends.cfn.values import CfnValue, Fields, Scalar, parts_of, text_of
from lambdalint.frontends.sls.events import Event
from lambdalint.frontends.sls.services import Service
from lambdalint.frontends.sls.settings import Settings
from lambdalint.model.access import ApiCors, FunctionUrl, closed
from lambdalint.model.triggers import ApiIntegration, ApiRoute, InvokeConfig, Trigger
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Unknown, Value

_KINDS = {"http": "rest-api", "httpApi": "http-api", "websocket": "websocket-api"}
_PROXIES = frozenset({"lambda-proxy", "lambda_proxy", "aws-proxy", "aws_proxy"})
_OPEN = "NONE"


class Apis(NamedTuple):
    """All that the API events of a service make."""

    routes: tuple[ApiRoute, ...]
    integrations: tuple[ApiIntegration, ...]
    triggers: tuple[Trigger, ...]


def apis(found: tuple[Event, ...]) -> Apis:
    """Routes, integrations and triggers of API events."""
    routes: list[ApiRoute] = []
    integrations: list[ApiIntegration] = []
    triggers: list[Trigger] = []
    for event in found:
        kind = _KINDS.get(event.kind)
        if kind is None:
            continue
        integration = _integration(event, kind)
        key, _, span, deployment = event.head
        function = event.settings.key
        routes.append(_route(event, kind))
        integrations.append(integration)
        if integration.proxy:
            label = integration.label
            api = event.settings.service.key(kind)
            types = _binary_types(event.settings.service) if kind == "rest-api" else UNREAD
            payload = integration.payload
            triggers.append(Trigger(key, label, span, deployment, kind, function, api, payload, True, types))
    return Apis(tuple(routes), tuple(integrations), tuple(triggers))


def _integration(event: Event, kind: str) -> ApiIntegration:
    key, _, span, deployment = event.head
    payload: Value[str] | None = None
    if kind == "http-api":
        settings = event.settings.service.provider.nested("httpApi")
        payload = settings.text("payload") or Known("2.0", span, default=True)
    if kind == "http-api":
        limit: Value[int] = Known(API_TIMEOUT["http-api"], span, default=True)
    else:
        limit = event.config.number_or("timeoutInMillis", API_TIMEOUT["rest-api"])
    return ApiIntegration(key, _label(event), span, deployment, kind, event.settings.key, limit, payload, _proxy(event))


def _binary_types(service: Service) -> Value[tuple[str, ...]]:
    """The media types whose bodies come in base64."""
    gateway = service.provider.nested("apiGateway")
    value = gateway.attribute("binaryMediaTypes")
    if gateway.attribute("restApiId") is not None:
        return UNREAD
    return as_texts(value, gateway.texts) if value is not None else Known((), service.header, default=True)


def cors(service: Service, found: tuple[Event, ...]) -> Iterator[ApiCors]:
    """Which origins the APIs of a service let in: an HTTP API has one setting, the methods of a REST API their own."""
    shared = service.provider.nested("httpApi")
    value = shared.attribute("cors")
    if value is not None:
        key = service.key("http-api")
        yield from _cors((f"{key}#cors", service.label, value.span, service.path), key, value, shared.nested("cors"))
    for event in found:
        value = event.config.attribute("cors") if event.kind == "http" else None
        if value is not None:
            key, _, _, deployment = event.head
            head = (f"{key}#cors", _label(event), value.span, deployment)
            yield from _cors(head, service.key("rest-api"), value, event.config.nested("cors"))


def _cors(head: tuple[str, str, Span, str], api: str, value: CfnValue, config: Config) -> Iterator[ApiCors]:
    flag = as_flag(value)
    no: Value[bool] = Known(False, value.span, default=True)
    if isinstance(flag, Known) and flag.value:
        yield ApiCors(*head, api, Known(("*",), value.span), no)
    elif isinstance(value, Fields):
        names = ("allowedOrigins", "origins", "origin")
        named = next((v for n in names if (v := config.attribute(n)) is not None), None)
        origins: Value[tuple[str, ...]] = Known(("*",), value.span, default=True)
        if isinstance(named, Scalar):
            origins = Known((text_of(named.value),), named.span)
        elif named is not None:
            origins = as_texts(named, config.texts)
        yield ApiCors(*head, api, origins, config.flag_or("allowCredentials", False))


def _proxy(event: Event) -> bool:
    """True when the function gets the request as it is."""
    written = event.config.attribute("integration") if event.kind == "http" else None
    return written is None or (isinstance(written, Scalar) and text_of(written.value).lower() in _PROXIES)


# -- routes ----------------------------------------------------------------------------------------------------------


def _words(event: Event) -> tuple[CfnValue | None, CfnValue | None]:
    """Method and path of an event; both stand in one text where it has no settings."""
    value = event.value
    if isinstance(value, Fields):
        return event.config.attribute("method"), event.config.attribute("path")
    if isinstance(value, Scalar) and isinstance(value.value, str):
        method, _, path = value.value.strip().partition(" ")
        if not path:
            return Scalar("*", value.span), Scalar(method, value.span)
        return Scalar(method, value.span), Scalar(path.strip(), value.span)
    return None, None


def _label(event: Event) -> str:
    if event.kind == "websocket":
        return _shown(event.named("route"))
    method, path = _words(event)
    word = _shown(method).upper() if method is not None else "ANY"
    shown = _shown(path)
    return f"{'ANY' if word == '*' else word} {shown if shown.startswith(('/', '*', '$')) else '/' + shown}"


def _shown(value: CfnValue | None) -> str:
    return "".join(p if isinstance(p, str) else "${…}" for p in parts_of(value) or ())


def _route(event: Event, kind: str) -> ApiRoute:
    key, _, span, deployment = event.head
    method, _ = _words(event)
    shown: Value[str]
    if kind == "websocket-api":
        value = event.named("route")
        shown = as_text(value) if value is not None else Unknown(span, "it is not set")
    elif method is not None:
        known = as_text(method)
        shown = (
            known._replace(value="ANY" if known.value == "*" else known.value) if isinstance(known, Known) else known
        )
    else:
        shown = Known("ANY", span, default=True)
    service = event.settings.service
    closed = kind == "rest-api" and (_needs_key(event) or _is_closed(service))
    closed = closed or (kind == "http-api" and service.provider.nested("httpApi").attribute("id") is not None)
    return ApiRoute(
        key, _label(event), span, deployment, kind, shown, _authorization(event), closed, event.settings.key
    )


def _authorization(event: Event) -> Value[str]:
    """Who may call: `NONE` for everybody."""
    place = event.value.span if isinstance(event.value, Scalar) and event.value.value is not None else event.span
    value = event.config.attribute("authorizer")
    if isinstance(event.value, Fields | Scalar) and value is None:
        return Known(_OPEN, place, default=True)
    if isinstance(value, Fields):
        return Known("CUSTOM", value.span)
    text = as_text(value) if value is not None else Unknown(place, "it is computed")
    return text._replace(value=text.value.upper()) if isinstance(text, Known) else text


def _needs_key(event: Event) -> bool:
    flag = event.config.flag_or("private", False)
    return not (isinstance(flag, Known) and not flag.value)


def _is_closed(service: Service) -> bool:
    """True when a REST API isn't, or may not be, open to everyone."""
    provider = service.provider
    gateway = provider.nested("apiGateway")
    if gateway.attribute("resourcePolicy") is not None or provider.attribute("resourcePolicy") is not None:
        return True
    if gateway.attribute("restApiId") is not None:
        return True
    kind = provider.attribute("endpointType")
    return kind is not None and not (isinstance(kind, Scalar) and text_of(kind.value).upper() != "PRIVATE")


# -- addresses -------------------------------------------------------------------------------------------------------


def urls(settings: tuple[Settings, ...]) -> Iterator[FunctionUrl]:
    """Addresses of functions."""
    for one in settings:
        value = one.config.attribute("url")
        if value is None:
            continue
        flag = as_flag(value)
        if isinstance(flag, Known) and not flag.value:
            continue
        key, name, _, deployment = one.head
        place = one.config.place("url")
        config = one.config.nested("url")
        head = (f"{key}/url", f"the URL of {name}", place, deployment)
        if not isinstance(value, Fields) and not isinstance(flag, Known):
            missing = Unknown(place, "it is computed")
            yield FunctionUrl(*head, key, missing, missing, missing)
            continue
        credentials = config.nested("cors").flag_or("allowCredentials", False)
        address = _address(config, place, isinstance(value, Fields), one)
        yield FunctionUrl(*head, key, *address, credentials, not closed(address[0]))


def _address(
    config: Config, place: Span, written: bool, settings: Settings
) -> tuple[Value[str], Value[str], Value[tuple[str, ...]] | None]:
    """Authorization, invoke mode and origins of an address."""
    everybody: Value[str] = Known(_OPEN, place, default=True)
    buffered: Value[str] = Known("BUFFERED", place, default=True)
    if not written:
        return everybody, buffered, None
    authorizer = config.text("authorizer")
    if isinstance(authorizer, Known):
        everybody = authorizer._replace(value=authorizer.value.upper())
    elif authorizer is not None:
        everybody = authorizer
    cors = config.attribute("cors")
    origins: Value[tuple[str, ...]] | None = None
    flag = as_flag(cors) if cors is not None else None
    if isinstance(flag, Known):
        origins = Known(("*",), flag.span) if flag.value else None
    elif isinstance(cors, Fields):
        allowed = cors.get("allowedOrigins")
        origins = as_texts(allowed, settings.config.texts) if allowed is not None else Known(("*",), cors.span)
    return everybody, config.text_or("invokeMode", "BUFFERED"), origins


def invoke_configs(settings: tuple[Settings, ...]) -> Iterator[InvokeConfig]:
    """Where failed asynchronous invocations go."""
    for one in settings:
        key, name, header, deployment = one.head
        for place, value in (
            ("destinations", one.config.nested("destinations").attribute("onFailure")),
            ("onError", one.config.attribute("onError")),
            ("deadLetter", one.config.attribute("deadLetter")),  # of a plugin
        ):
            if value is not None:
                target = as_text(value) if not isinstance(value, Fields) else Unknown(value.span, "it is computed")
                yield InvokeConfig(f"{key}/{place}", name, one.config.place(place), deployment, key, target)
        if one.config.doubtful:
            yield InvokeConfig(f"{key}/", name, header, deployment, key, Unknown(header, "it may be set"))
