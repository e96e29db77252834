"""OpenAPI documents in files that Terraform fills in: `templatefile`, the data source `template_file`, `file`."""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.frontends import openapi
from lambdalint.frontends.hcl.apis import called
from lambdalint.frontends.hcl.evaluate import evaluate
from lambdalint.frontends.hcl.reading import as_number, as_text, refs
from lambdalint.frontends.hcl.scope import Scope
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.frontends.hcl.values import Fields, HclValue, Part, Partial, Scalar, parts_of, plain, text_of, unknown
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.hcltree import Attribute, Call
from lambdalint.value import Value

_HOLE = pattern(r"\$\{\s*([^{}]*?)\s*\}")
_DIRECTIVE = b"%{"


class FilledView:
    """A value of a file as a part of a document. `names` are what its interpolations stand for."""

    def __init__(self, survey: Survey, node: yamltree.Node, names: Mapping[str, HclValue]) -> None:
        self._survey = survey
        self._node = node
        self._names = names

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self._node.span

    def entries(self) -> Mapping[str, tuple[Span, openapi.View]] | None:
        """The entries of a mapping."""
        if not isinstance(self._node, yamltree.Mapping) or not self._node.complete:
            return None
        return {e.key.text: (e.key.span, FilledView(self._survey, e.value, self._names)) for e in self._node.entries}

    def count(self) -> int | None:
        """How many members a list has."""
        return len(self._node.items) if isinstance(self._node, yamltree.Sequence) else None

    def text(self) -> Value[str]:
        """A text."""
        return as_text(self._value())

    def number(self) -> Value[int]:
        """A whole number."""
        return as_number(self._value())

    def function(self) -> str | None:
        """The key of the function that it refers to."""
        return called(self._survey, self._value())

    def _value(self) -> HclValue:
        """What a text says once it is filled in."""
        node = self._node
        if not isinstance(node, yamltree.Scalar):
            return unknown(f"{node.span}", node.span)
        if not isinstance(node.value, str) or "${" not in node.value:
            return Scalar(node.value, node.span)
        parts: list[Part] = []
        at = 0
        for match in _HOLE.finditer(node.value):
            value = self._names.get(match[1])
            inner = parts_of(plain(value)) if value is not None else None
            parts += (node.value[at : match.start()], *(inner or (unknown(match[1], node.span).parts)))
            at = match.end()
        return plain(Partial((*parts, node.value[at:]), node.span))


def filled(survey: Survey, found: Found) -> openapi.View | None:
    """The document of an API that a file holds; None where there is none."""
    attribute = found.resource.block.body.attributes.get("body")
    place = _place(attribute, found.resource.scope)
    if place is None:
        for ref in refs(found.config.attribute("body")):
            other = survey.resource(ref.key)
            if other is not None and (other.resource.mode, other.resource.kind) == ("data", "template_file"):
                place = _template_file(other)
    if place is None:
        return None
    path, names = place
    realm = survey.realm
    whole = realm.place(path)
    data = realm.reader(whole)
    if data is None or _DIRECTIVE in data:
        return None
    tree = yamltree.parse(whole, data)
    known = tree.fault is None and len(tree.documents) == 1
    return FilledView(survey, tree.documents[0], names) if known else None


def _place(attribute: Attribute | None, scope: Scope) -> tuple[str, Mapping[str, HclValue]] | None:
    """The file that `file` or `templatefile` names, and what it is filled in with."""
    expression = attribute.expression if attribute is not None else None
    if not isinstance(expression, Call) or not expression.arguments:
        return None
    wanted = {"file": 1, "templatefile": 2}.get(expression.name)
    arguments = [evaluate(argument, scope) for argument in expression.arguments]
    path = plain(arguments[0])
    if len(arguments) != wanted or not isinstance(path, Scalar):
        return None
    return text_of(path.value), _names(arguments[1] if wanted == 2 else None)


def _template_file(found: Found) -> tuple[str, Mapping[str, HclValue]] | None:
    place = _place(found.resource.block.body.attributes.get("template"), found.resource.scope)
    return (place[0], _names(found.config.attribute("vars"))) if place is not None else None


def _names(value: HclValue | None) -> Mapping[str, HclValue]:
    return {name: field.value for name, field in value.fields.items()} if isinstance(value, Fields) else {}
