"""APIs that a configuration describes with an OpenAPI document in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.frontends import openapi
from lambdalint.frontends.hcl.apis import APIS, called, closed
from lambdalint.frontends.hcl.reading import as_number, as_text
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.frontends.hcl.values import Encoded, Fields, HclValue, Items
from lambdalint.model.triggers import ApiIntegration, ApiRoute, Trigger
from lambdalint.source import Span
from lambdalint.value import Value


class HclView:
    """A value of a configuration as a part of a document."""

    def __init__(self, survey: Survey, value: HclValue) -> None:
        self._survey = survey
        self._value = value.value if isinstance(value, Encoded) else value

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self._value.span

    def entries(self) -> Mapping[str, tuple[Span, openapi.View]] | None:
        """The entries of an object."""
        if not isinstance(self._value, Fields) or not self._value.complete:
            return None
        return {n: (f.key, HclView(self._survey, f.value)) for n, f in self._value.fields.items()}

    def count(self) -> int | None:
        """How many members a list has."""
        return len(self._value.items) if isinstance(self._value, Items) and self._value.complete else None

    def text(self) -> Value[str]:
        """A text."""
        return as_text(self._value)

    def number(self) -> Value[int]:
        """A whole number."""
        return as_number(self._value)

    def function(self) -> str | None:
        """The key of the function that it refers to."""
        return called(self._survey, self._value)


def described(survey: Survey) -> openapi.Described:
    """What all documents say of the APIs they describe."""
    return openapi.described(row for found in survey.each(*APIS) for row in _rows(survey, found))


def _rows(survey: Survey, found: Found) -> Iterator[tuple[ApiIntegration, ApiRoute, Trigger | None]]:
    body = found.config.attribute("body")
    document: openapi.View | None = None
    if isinstance(body, Encoded):
        document = HclView(survey, body)
    elif body is not None:
        from lambdalint.frontends.hcl.documents import filled

        document = filled(survey, found)
    if document is not None:
        kind = APIS[found.resource.kind]
        guarded = kind == "rest-api" and closed(survey, found)
        key, label, _, deployment = found.head
        api = openapi.Api(key, label, deployment, kind, guarded, False)
        yield from openapi.read(api, document)
