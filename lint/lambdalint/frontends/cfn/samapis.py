"""Routes and integrations that SAM makes of the API events of functions, and who may call them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.defaults import API_TIMEOUT
from lambdalint.frontends.cfn.apis import is_closed
from lambdalint.frontends.cfn.events import Event, events, method_of, path_of
from lambdalint.frontends.cfn.reading import Config, as_text
from lambdalint.frontends.cfn.survey import Found, Survey
from lambdalint.frontends.cfn.values import CfnValue, Fields, refs
from lambdalint.model.triggers import ApiIntegration, ApiRoute, Trigger
from lambdalint.record import NamedTuple
from lambdalint.value import UNREAD, Known, Unknown, Value

_KINDS = {"Api": "rest-api", "HttpApi": "http-api"}
_APIS = {
    "Api": ("RestApiId", "AWS::Serverless::Api", "ServerlessRestApi"),
    "HttpApi": ("ApiId", "AWS::Serverless::HttpApi", "ServerlessHttpApi"),
}
NOBODY = "NONE"


class Api(NamedTuple):
    """The API of an event: its resource, or the settings of the one that SAM makes by itself. None: not understood."""

    key: str | None
    config: Config | None


def integrations(survey: Survey) -> Iterator[ApiIntegration]:
    """What the APIs of events call."""
    for event in events(survey):
        if event.kind in _KINDS:
            limit = API_TIMEOUT["rest-api" if event.kind == "Api" else "http-api"]
            payload = _payload(event, _api(survey, event))
            timeout = event.config.number_or("TimeoutInMillis", limit)
            yield ApiIntegration(*event.head, _KINDS[event.kind], event.found.key, timeout, payload, True)


def _payload(event: Event, api: Api) -> Value[str] | None:
    """The payload format of an HTTP API; a document that describes the API may tell another one."""
    if event.kind != "HttpApi":
        return None
    if api.config is None and event.config.attribute("PayloadFormatVersion") is None:
        return Unknown(event.config.header, "a document may describe it")
    return event.config.text_or("PayloadFormatVersion", "2.0")


def triggers(survey: Survey) -> Iterator[Trigger]:
    """The API events as triggers."""
    for event in events(survey):
        if event.kind in _KINDS:
            api = _api(survey, event)
            payload = _payload(event, api)
            types: Value[tuple[str, ...]] = UNREAD
            if api.config is not None and event.kind == "Api":
                types = api.config.texts_or("BinaryMediaTypes", ())
            if isinstance(types, Known):
                types = types._replace(value=tuple(t.replace("~1", "/") for t in types.value))
            yield Trigger(*event.head, _KINDS[event.kind], event.found.key, api.key, payload, True, types)


def apis_of_events(survey: Survey) -> Iterator[tuple[Event, str, Config]]:
    """Each API event with the key and the settings of its API, where those are understood."""
    for event in events(survey):
        api = _api(survey, event) if event.kind in _KINDS else Api(None, None)
        if api.key is not None and api.config is not None:
            yield event, api.key, api.config


def routes(survey: Survey) -> Iterator[ApiRoute]:
    """Methods and routes that events make."""
    for event in events(survey):
        if event.kind not in _KINDS:
            continue
        api = _api(survey, event)
        yield ApiRoute(
            *event.head,
            _KINDS[event.kind],
            _route_key(event),
            _authorization(event, api),
            api.config is None or _is_restricted(event, api.config),
            event.found.key,
        )


def _route_key(event: Event) -> Value[str]:
    """The method, and for HTTP APIs the path too."""
    method = method_of(event.config)
    if event.kind == "Api":
        return method
    if event.config.attribute("Path") is None:
        return Known("$default", event.config.header, default=True)
    path = path_of(event.config)
    if isinstance(path, Known) and isinstance(method, Known):
        return Known(method.value if method.value == "OPTIONS" else f"{method.value} {path.value}", path.span)
    return path if isinstance(path, Unknown) else method


def _api(survey: Survey, event: Event) -> Api:
    named, kind, implicit = _APIS[event.kind]
    value = event.config.attribute(named)
    if value is None:
        return Api(event.found.stack.key(implicit), _implicit(survey, event))
    key = survey.target(value, kind)
    found = survey.resource(key)
    if found is None:
        own = event.found.stack.key(implicit)
        return Api(own, _implicit(survey, event)) if any(r.key == own for r in refs(value)) else Api(None, None)
    return Api(key, found.config if not _has_definition(found) else None)


def _has_definition(found: Found) -> bool:
    """True where an OpenAPI document may say who can call what."""
    return any(found.config.attribute(n) is not None for n in ("DefinitionBody", "DefinitionUri"))


def _implicit(survey: Survey, event: Event) -> Config | None:
    """The settings in `Globals` of the API that SAM makes by itself."""
    stack = event.found.stack
    value = survey.globals_of(stack, event.kind)
    empty = Fields({}, stack.template.parsed, event.config.header)
    if value is not None and not isinstance(value, Fields):
        return None
    return Config(value or empty, event.config.header, survey.texts, None)


def _authorization(event: Event, api: Api) -> Value[str]:
    """Who may call a route: the event's authorizer, else the API's default."""
    auth = event.config.nested("Auth")
    own = auth.attribute("Authorizer")
    if own is not None:
        return as_text(own)
    if event.config.attribute("Auth") is not None and auth.doubtful:
        return Unknown(event.config.header, "it may be set")
    default: CfnValue | None = None
    if api.config is not None:
        shared = api.config.nested("Auth")
        default = shared.attribute("DefaultAuthorizer")
        if default is None and shared.attribute("EnableIamAuthorizer") is not None and shared.doubtful:
            return Unknown(event.config.header, "it may be set")
    return as_text(default) if default is not None else Known(NOBODY, event.config.header, default=True)


def _is_restricted(event: Event, api: Config) -> bool:
    """True where an API key, a resource policy or a private endpoint may limit access."""
    own, shared = event.config.nested("Auth"), api.nested("Auth")
    for config in (own, shared):
        flag = config.flag_or("ApiKeyRequired", False)
        if config.attribute("ResourcePolicy") is not None or config.doubtful:
            return True
        if not isinstance(flag, Known):
            return True
    keys = [c.flag_or("ApiKeyRequired", False) for c in (own, shared)]
    explicit = own.attribute("ApiKeyRequired") is not None
    needed = keys[0] if explicit else keys[1]
    return (isinstance(needed, Known) and needed.value) or is_closed(api)
