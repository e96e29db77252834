"""APIs that a template describes with an OpenAPI document in place."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lambdalint.frontends import openapi
from lambdalint.frontends.cfn.apis import is_closed
from lambdalint.frontends.cfn.evaluate import evaluate
from lambdalint.frontends.cfn.events import events
from lambdalint.frontends.cfn.reading import as_number, as_text
from lambdalint.frontends.cfn.survey import Found, Survey
from lambdalint.frontends.cfn.templates import local_path
from lambdalint.frontends.cfn.values import CfnValue, Fields, Items
from lambdalint.model.triggers import ApiIntegration, ApiRoute, Trigger
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.value import Value

_APIS = {
    "AWS::ApiGateway::RestApi": ("rest-api", "Body"),
    "AWS::Serverless::Api": ("rest-api", "DefinitionBody"),
    "AWS::ApiGatewayV2::Api": ("http-api", "Body"),
    "AWS::Serverless::HttpApi": ("http-api", "DefinitionBody"),
}
_EVENTS = {"AWS::Serverless::Api": ("Api", "RestApiId"), "AWS::Serverless::HttpApi": ("HttpApi", "ApiId")}
_INCLUDE = "AWS::Include"


class CfnView:
    """A value of a template as a part of a document."""

    def __init__(self, survey: Survey, value: CfnValue) -> None:
        self._survey = survey
        self._value = value

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self._value.span

    def entries(self) -> Mapping[str, tuple[Span, openapi.View]] | None:
        """The entries of a mapping."""
        if not isinstance(self._value, Fields) or not self._value.complete:
            return None
        return {n: (f.key.span, CfnView(self._survey, f.value)) for n, f in self._value.fields.items()}

    def count(self) -> int | None:
        """How many members a list has."""
        known = isinstance(self._value, Items) and self._value.complete
        return len(self._value.items) if known and isinstance(self._value, Items) else None

    def text(self) -> Value[str]:
        """A text."""
        return as_text(self._value)

    def number(self) -> Value[int]:
        """A whole number."""
        return as_number(self._value)

    def function(self) -> str | None:
        """The key of the function that it refers to."""
        return self._survey.function(self._value)


def described(survey: Survey) -> openapi.Described:
    """What all documents say of the APIs they describe."""
    return openapi.described(row for found in survey.each(*_APIS) for row in _rows(survey, found))


def _rows(survey: Survey, found: Found) -> Iterator[tuple[ApiIntegration, ApiRoute, Trigger | None]]:
    kind, name = _APIS[found.resource.kind]
    document = _document(survey, found, name)
    if document is None:
        return
    config = found.config
    secured = config.attribute("Auth") is not None or config.doubtful
    key, label, _, deployment = found.head
    closed = is_closed(config) or config.doubtful
    api = openapi.Api(key, label, deployment, kind, closed, secured)
    told = _told_by_events(survey, found)
    for row in openapi.read(api, CfnView(survey, document)):
        if row[0].function not in told:
            yield row


def _told_by_events(survey: Survey, found: Found) -> frozenset[str]:
    """The functions with events of this API: what SAM makes of those is known already."""
    if found.resource.kind not in _EVENTS:
        return frozenset()
    kind, name = _EVENTS[found.resource.kind]
    return frozenset(
        event.found.key
        for event in events(survey)
        if event.kind == kind and survey.target(event.config.attribute(name), found.resource.kind) == found.key
    )


def _document(survey: Survey, found: Found, name: str) -> CfnValue | None:
    """The document: written in place, or in a file that is put there at deployment."""
    written = found.resource.properties
    node = written.get(name) if isinstance(written, yamltree.Mapping) else None
    path = _included(found, node)
    if path is None:
        return found.config.attribute(name)
    data = survey.reader(path)
    tree = yamltree.parse(path, data) if data is not None else None
    if data is None or tree is None or tree.fault is not None or len(tree.documents) != 1:
        return None
    return evaluate(tree.documents[0], found.stack)


def _included(found: Found, node: yamltree.Node | None) -> str | None:
    """The file that `Fn::Transform` puts in place of itself."""
    inner = node.get("Fn::Transform") if isinstance(node, yamltree.Mapping) else None
    if isinstance(node, yamltree.Mapping) and node.tag == "!Transform":
        inner = node
    name = inner.get("Name") if isinstance(inner, yamltree.Mapping) else None
    given = inner.get("Parameters") if isinstance(inner, yamltree.Mapping) else None
    place = given.get("Location") if isinstance(given, yamltree.Mapping) else None
    if not isinstance(name, yamltree.Scalar) or name.text != _INCLUDE or not isinstance(place, yamltree.Scalar):
        return None
    path = local_path(found.stack.template, place.text) if not place.tag else None
    return posixpath.normpath(path) if path is not None else None
