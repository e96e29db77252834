"""APIs in front of functions: REST, HTTP and WebSocket."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.defaults import API_TIMEOUT
from lambdalint.frontends.cdk.reading import Form, Props, as_text, unknown
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Atom, Call, Items, Member, Thing, construct
from lambdalint.model.triggers import ApiIntegration, ApiRoute, Trigger
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Unknown, Value

_REST = ("apigateway.RestApi", "apigateway.LambdaRestApi")
_HTTP = ("apigatewayv2.HttpApi",)
_TYPES = {"NONE": "NONE", "IAM": "AWS_IAM", "CUSTOM": "CUSTOM", "COGNITO": "COGNITO_USER_POOLS"}
_INTEGRATIONS = {
    "apigateway.LambdaIntegration": "rest-api",
    "apigatewayv2integrations.HttpLambdaIntegration": "http-api",
    "apigatewayv2integrations.LambdaProxyIntegration": "http-api",
    "apigatewayv2integrations.WebSocketLambdaIntegration": "websocket-api",
}
_PAYLOADS = {"VERSION_1_0": "1.0", "VERSION_2_0": "2.0"}


def integrations(survey: Survey) -> Iterator[ApiIntegration]:
    """What the APIs call."""
    for path, kind in _INTEGRATIONS.items():
        for made in survey.each(path):
            function, props = _parts(survey, made, kind)
            yield ApiIntegration(
                f"{survey.key(made)}#integration",
                path.rpartition(".")[2],
                made.head,
                survey.name,
                kind,
                survey.function(function),
                _wait(props, kind),
                _payload(survey, props, made) if kind == "http-api" else None,
                _is_proxy(props),
            )
    for made in survey.each("apigateway.LambdaRestApi"):
        props = survey.props(made)
        head = survey.head(made, "#integration")
        wait = Known(API_TIMEOUT["rest-api"], made.head, default=True)
        yield ApiIntegration(*head, "rest-api", survey.function(props.get("handler")), wait, None, True)


def _parts(survey: Survey, made: Call, kind: str) -> tuple[Thing | None, Props]:
    """The function and the options of an integration."""
    if kind == "rest-api":
        return made.argument(0), survey.options(made, 1)
    if made.path.endswith(".LambdaProxyIntegration"):
        props = survey.options(made, 0)
        return props.get("handler"), props
    return made.argument(1), survey.options(made, 2)


def _wait(props: Props, kind: str) -> Value[int]:
    if props.get("timeout") is None:
        return Known(API_TIMEOUT[kind], props.header, default=True)
    seconds = props.seconds_or("timeout", 29)
    return seconds._replace(value=seconds.value * 1000, slot=None) if isinstance(seconds, Known) else seconds


def _payload(survey: Survey, props: Props, made: Call) -> Value[str]:
    known = props.choice("payloadFormatVersion", Form(survey.language, _PAYLOADS, "apigatewayv2.PayloadFormatVersion"))
    return known or Known("2.0", made.head, default=True)


def _is_proxy(props: Props) -> bool:
    proxy = props.get("proxy")
    return proxy is None or (isinstance(proxy, Atom) and proxy.value is True)


# -- routes ----------------------------------------------------------------------------------------------------------


def routes(survey: Survey) -> Iterator[ApiRoute]:
    """Methods and routes with what they demand of a caller."""
    for call in survey.methods("addMethod", "addProxy"):
        api = _api(call.callee, 30)
        if (
            api is not None
            and api.path in _REST
            and isinstance(call.callee, Member)
            and call.callee.name == "addMethod"
        ):
            yield _method(survey, call, api)
    for made in survey.each("apigateway.LambdaRestApi"):
        props = survey.props(made)
        proxy = props.get("proxy")
        if proxy is None or (isinstance(proxy, Atom) and proxy.value is True):
            head = survey.head(made, "#any")
            method = Known("ANY", made.head, default=True)
            function = survey.function(props.get("handler"))
            wanted = _authorization(survey, made, None)
            yield ApiRoute(*head, "rest-api", method, wanted, _closed(survey, made), function)
    for call in survey.methods("addRoutes"):
        api = construct(call.callee.target) if isinstance(call.callee, Member) else None
        if api is not None and api.path in _HTTP:
            yield from _http_routes(survey, call, api)
    for made in survey.each(*_HTTP):
        props = survey.props(made)
        default = construct(props.get("defaultIntegration"))
        if default is not None:
            target, _ = _parts(survey, default, _INTEGRATIONS.get(default.path, "http-api"))
            method = Known("ANY", made.head, default=True)
            authorization = _http_authorization(props.get("defaultAuthorizer"), made.head)
            head = survey.head(made, "#default")
            yield ApiRoute(*head, "http-api", method, authorization, False, survey.function(target))


def _api(thing: Thing | None, depth: int) -> Call | None:
    """The API that a resource belongs to."""
    if depth == 0 or thing is None:
        return None
    if isinstance(thing, Member):
        return _api(thing.target, depth - 1)
    call = construct(thing)
    if call is None:
        return None
    if isinstance(call.callee, Member):
        return _api(call.callee, depth - 1)
    return call if call.new else None


def _method(survey: Survey, call: Call, api: Call) -> ApiRoute:
    name = call.argument(0)
    method = as_text(name) if name is not None else Unknown(call.head, "it isn't set")
    integration = construct(call.argument(1))
    function = survey.function(integration.argument(0)) if integration is not None else None
    target = call.argument(1)
    if target is None or (isinstance(target, Atom) and target.value is None):
        function = survey.function(survey.props(api).get("handler"))
    options = survey.options(call, 2)
    key_required = options.get("apiKeyRequired")
    guarded = key_required is not None and not (isinstance(key_required, Atom) and key_required.value is False)
    return ApiRoute(
        f"{survey.key(call)}#method",
        f"{method.value if isinstance(method, Known) else 'method'}{_place(call)} of {survey.label(api)}",
        call.head,
        survey.name,
        "rest-api",
        method,
        _authorization(survey, api, options),
        guarded or _closed(survey, api),
        function,
    )


def _place(call: Call) -> str:
    """The path of a method below its API with a space in front, empty where it isn't known."""
    parts: list[str] = []
    thing: Thing | None = call.callee.target if isinstance(call.callee, Member) else None
    while (made := construct(thing)) is not None and isinstance(made.callee, Member) and not _is_root(made.callee):
        first = made.argument(0)
        name = as_text(first) if first is not None and made.callee.name == "addResource" else None
        if not isinstance(name, Known):
            return ""
        parts.append(name.value)
        thing = made.callee.target
    root = made.callee if made is not None else thing
    return f" /{'/'.join(reversed(parts))}" if _is_root(root) else ""


def _is_root(thing: Thing | None) -> bool:
    return isinstance(thing, Member) and thing.name == "root"


def _authorization(survey: Survey, api: Call, options: Props | None) -> Value[str]:
    """What a method demands: its own options, or those that the API gives to all methods."""
    form = Form(survey.language, _TYPES, "apigateway.AuthorizationType")
    for props in (options, survey.props(api).nested("defaultMethodOptions")):
        if props is None:
            continue
        chosen = props.choice("authorizationType", form)
        if chosen is not None:
            return chosen
        if props.get("authorizer") is not None:
            return Unknown(props.header, "it has an authorizer")
    header = options.header if options is not None else api.head
    return Known("NONE", header, default=True)


def _closed(survey: Survey, api: Call) -> bool:
    """True when an API isn't, or may not be, open to everyone."""
    props = survey.props(api)
    if not props.complete or props.get("policy") is not None:
        return True
    defaults = props.nested("defaultMethodOptions").get("apiKeyRequired")
    if defaults is not None:
        return True
    if any(survey.done(api, "addToResourcePolicy")):
        return True
    types = props.get("endpointTypes") or props.nested("endpointConfiguration").get("types")
    known = [getattr(item, "path", "?") for item in getattr(types, "items", ())]
    return types is not None and (not known or any("PRIVATE" in name or name == "?" for name in known))


def _http_routes(survey: Survey, call: Call, api: Call) -> Iterator[ApiRoute]:
    props = survey.options(call, 0)
    integration = construct(props.get("integration"))
    function: Thing | None = None
    if integration is not None:
        function, _ = _parts(survey, integration, _INTEGRATIONS.get(integration.path, "http-api"))
    own = props.get("authorizer")
    authorizer = own if own is not None else survey.props(api).get("defaultAuthorizer")
    path = props.text("path")
    label = path.value if isinstance(path, Known) else "route"
    names = [getattr(item, "path", "").rpartition(".")[2] for item in getattr(props.get("methods"), "items", ())]
    method = Known(names[0], call.head) if names else Known("ANY", call.head, default=True)
    yield ApiRoute(
        f"{survey.key(call)}#route",
        f"{label} of {survey.label(api)}",
        call.head,
        survey.name,
        "http-api",
        method if names != [""] else Unknown(call.head, "it isn't known"),
        _http_authorization(authorizer, call.head),
        False,
        survey.function(function),
    )


def _http_authorization(authorizer: Thing | None, header: Span) -> Value[str]:
    if authorizer is None:
        return Known("NONE", header, default=True)
    if isinstance(authorizer, Call) and authorizer.path.endswith("HttpNoneAuthorizer"):
        return Known("NONE", authorizer.span)
    return unknown(authorizer)


def triggers(survey: Survey, known: tuple[ApiIntegration, ...]) -> Iterator[Trigger]:
    """Functions that an API calls as they are."""
    types = _binary_types(survey)
    for found in known:
        if found.function is not None and found.proxy:
            head = (found.key, found.label, found.span, found.deployment)
            binary = types if found.kind == "rest-api" else UNREAD
            yield Trigger(*head, found.kind, found.function, None, found.payload, True, binary)


def _binary_types(survey: Survey) -> Value[tuple[str, ...]]:
    """The media types whose bodies come in base64, where there is one REST API."""
    apis = list(survey.each(*_REST))
    thing = survey.props(apis[0]).get("binaryMediaTypes") if len(apis) == 1 else None
    if not isinstance(thing, Items) or not thing.complete:
        return UNREAD
    texts = [as_text(item) for item in thing.items]
    words = tuple(text.value for text in texts if isinstance(text, Known))
    return Known(words, thing.span) if len(words) == len(texts) else UNREAD
