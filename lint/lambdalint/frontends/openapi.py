"""OpenAPI documents that describe an API to the gateway: which methods call functions, how, and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from lambdalint.data.defaults import API_TIMEOUT
from lambdalint.model.triggers import ApiIntegration, ApiRoute, Trigger
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Unknown, Value

_METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
_ANY = "x-amazon-apigateway-any-method"
_INTEGRATION = "x-amazon-apigateway-integration"
_AUTH = "x-amazon-apigateway-auth"
_POLICY = "x-amazon-apigateway-policy"


class View(Protocol):
    """A value of a document, as its dialect knows it."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    def entries(self) -> Mapping[str, tuple[Span, View]] | None:
        """The entries of an object, each with the place of its key; None for what isn't one, or not wholly known."""

    def count(self) -> int | None:
        """How many members a list has; None where that isn't known."""

    def text(self) -> Value[str]:
        """A text."""

    def number(self) -> Value[int]:
        """A whole number."""

    def function(self) -> str | None:
        """The key of the function that it refers to."""


class Api(NamedTuple):
    """An API with a document. `closed` is True where something else may limit who can call it, `secured` where
    something else may add authorizers.
    """

    key: str
    label: str
    deployment: str
    kind: str
    closed: bool
    secured: bool


class Described(NamedTuple):
    """What documents say."""

    integrations: tuple[ApiIntegration, ...]
    routes: tuple[ApiRoute, ...]
    triggers: tuple[Trigger, ...]


def read(api: Api, document: View) -> Iterator[tuple[ApiIntegration, ApiRoute, Trigger | None]]:
    """Each method of an API that calls a function: what it calls, who may call it, and the trigger where the function
    gets the request as it is.
    """
    root = document.entries()
    if root is None or "paths" not in root:
        return
    for path, (_, item) in (root["paths"][1].entries() or {}).items():
        for name, (span, operation) in (item.entries() or {}).items():
            inner = operation.entries()
            if name not in _METHODS | {_ANY} or inner is None or _INTEGRATION not in inner:
                continue
            method = "ANY" if name == _ANY else name.upper()
            yield from _operation(api, root, (method, path, span), inner)


def _operation(
    api: Api,
    root: Mapping[str, tuple[Span, View]],
    place: tuple[str, str, Span],
    operation: Mapping[str, tuple[Span, View]],
) -> Iterator[tuple[ApiIntegration, ApiRoute, Trigger | None]]:
    method, path, span = place
    integration = operation[_INTEGRATION][1].entries()
    uri = integration.get("uri") if integration is not None else None
    function = uri[1].function() if uri is not None else None
    if integration is None or function is None:
        return
    head = (f"{api.key}#{method} {path}", f"{method} {path} of {api.label}", span, api.deployment)
    kind = integration["type"][1].text() if "type" in integration else None
    proxy = isinstance(kind, Known) and kind.value.lower() == "aws_proxy"
    wait: Value[int] = Known(API_TIMEOUT[api.kind], span, default=True)
    if "timeoutInMillis" in integration:
        wait = integration["timeoutInMillis"][1].number()
    payload: Value[str] | None = None
    if api.kind == "http-api":
        written = integration.get("payloadFormatVersion")
        payload = written[1].text() if written is not None else Unknown(span, "it is not set")
    made = ApiIntegration(*head, api.kind, function, wait, payload, proxy)
    route = Known(method if api.kind == "rest-api" else f"{method} {path}", span)
    wanted = _authorization(api, root, operation, span)
    closed = api.closed or _POLICY in root
    permitted = "credentials" in integration  # a role with which the API calls
    trigger = Trigger(*head, api.kind, function, api.key, payload, permitted, UNREAD) if proxy else None
    yield made, ApiRoute(*head, api.kind, route, wanted, closed, function), trigger


def _authorization(
    api: Api,
    root: Mapping[str, tuple[Span, View]],
    operation: Mapping[str, tuple[Span, View]],
    span: Span,
) -> Value[str]:
    """What a method demands: its own word, or that of the whole document."""
    auth = operation.get(_AUTH)
    if auth is not None:
        inner = auth[1].entries() or {}
        return inner["type"][1].text() if "type" in inner else Unknown(auth[0], "it isn't understood")
    security = operation.get("security") or root.get("security")
    if api.secured or (security is not None and security[1].count() != 0):
        return Unknown(security[0] if security is not None else span, "it has security requirements")
    return Known("NONE", span, default=True)


def described(found: Iterator[tuple[ApiIntegration, ApiRoute, Trigger | None]]) -> Described:
    """All of it, by kind."""
    rows = list(found)
    return Described(
        tuple(row[0] for row in rows),
        tuple(row[1] for row in rows),
        tuple(row[2] for row in rows if row[2] is not None),
    )
