"""Names that a resource's schema doesn't have, and names used in the wrong shape."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.cloudformation_schemas import EVENTS, GLOBAL_FUNCTION, SCHEMAS, Schema
from lambdalint.fix import Edit
from lambdalint.frontends import iam, spell
from lambdalint.frontends.cfn.evaluate import call_of
from lambdalint.frontends.cfn.names import strange
from lambdalint.frontends.cfn.reading import members
from lambdalint.frontends.cfn.survey import FUNCTIONS, SAM_FUNCTION, Found, Survey
from lambdalint.frontends.cfn.values import Fields
from lambdalint.frontends.cfn.writing import literal
from lambdalint.model.infra import UnknownAttribute
from lambdalint.source import Span
from lambdalint.spelling import near
from lambdalint.syntax.yamltree import Entry, Mapping, Node, Scalar, Sequence
from lambdalint.value import Slot

_DOCUMENTS = {
    "AWS::IAM::Role": "AssumeRolePolicyDocument",
    "AWS::IAM::Policy": "PolicyDocument",
    "AWS::IAM::ManagedPolicy": "PolicyDocument",
    "AWS::SQS::QueuePolicy": "PolicyDocument",
}
_ELSEWHERE = frozenset({"Metadata", "DependsOn", "Condition", "Type"})
"""Names of a resource itself: where one stands among the properties, it is misplaced, not misspelt."""


def unknown_attributes(survey: Survey) -> Iterator[UnknownAttribute]:
    """All of one deployment, each place once."""
    seen: set[Span] = set()
    for found in survey.each(*SCHEMAS):
        walk = _Walk(found)
        properties = found.resource.properties
        if isinstance(properties, Mapping):
            yield from _once(walk.mapping(properties, SCHEMAS[found.resource.kind], ""), seen)
            if found.resource.kind == SAM_FUNCTION:
                yield from _once(walk.events(properties.get("Events")), seen)
        if found.resource.kind == SAM_FUNCTION:
            yield from _once(walk.shared(), seen)
    for found in survey.each(*_DOCUMENTS):
        value = found.config.attribute(_DOCUMENTS[found.resource.kind])
        if value is not None:
            yield from _once(_in_document(found, survey.document(value)), seen)
    for found in survey.each("AWS::IAM::Role", *FUNCTIONS):
        for item in members(found.config.attribute("Policies"))[0]:
            inner = item.get("PolicyDocument") if isinstance(item, Fields) else None
            if isinstance(item, Fields) and inner is None and "Statement" in item.fields:
                inner = item
            if inner is not None:
                yield from _once(_in_document(found, survey.document(inner)), seen)


def _once(found: Iterator[UnknownAttribute], seen: set[Span]) -> Iterator[UnknownAttribute]:
    for attribute in found:
        if attribute.span not in seen:
            seen.add(attribute.span)
            yield attribute


class _Walk:
    """Compares the mappings of one resource with its schema."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.concept = SCHEMAS[found.resource.kind].concept

    def mapping(self, node: Mapping, schema: Schema, parent: str) -> Iterator[UnknownAttribute]:
        if call_of(node) is not None:
            return
        written = [e.key.text for e in node.entries]
        unknown = set(strange(written, schema)) - (_ELSEWHERE if not parent else frozenset())
        for entry in node.entries:
            name = entry.key.text
            if name in unknown and not name.startswith("Fn::"):
                yield self.unknown(entry, schema.names, parent, set(written), schema.lists)
            elif name in schema.lists:
                yield from self.shape(entry, schema, parent)
            elif name in schema.parts:
                yield from self.part(entry.value, schema.parts[name], name)

    def part(self, node: Node, schema: Schema, name: str) -> Iterator[UnknownAttribute]:
        for item in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(item, Mapping):
                yield from self.mapping(item, schema, name)

    def shape(self, entry: Entry, schema: Schema, parent: str) -> Iterator[UnknownAttribute]:
        """A text where a list belongs. CloudFormation takes it for a list of one in some places, SAM in none."""
        value = entry.value
        if isinstance(value, Scalar) and isinstance(value.value, str) and not value.tag and value.style != "block":
            slot = Slot(value.span, "[", "]", spell.as_json if value.style == "json" else spell.yaml)
            yield self.record(value.span, entry.key.text, parent, schema.names, None, "string", slot)

    def events(self, node: Node | None) -> Iterator[UnknownAttribute]:
        for entry in node.entries if isinstance(node, Mapping) else ():
            event = entry.value
            kind = event.get("Type") if isinstance(event, Mapping) else None
            inner = event.get("Properties") if isinstance(event, Mapping) else None
            schema = EVENTS.get(kind.text) if isinstance(kind, Scalar) else None
            if schema is not None and isinstance(inner, Mapping):
                yield from self.mapping(inner, schema, entry.key.text)

    def shared(self) -> Iterator[UnknownAttribute]:
        """Names in `Globals` that SAM refuses."""
        section = self.found.stack.template.section("Globals")
        node = section.get("Function") if section is not None else None
        schema = SCHEMAS[SAM_FUNCTION]
        for entry in node.entries if isinstance(node, Mapping) else ():
            name = entry.key.text
            if name not in GLOBAL_FUNCTION:
                written = {e.key.text for e in node.entries} if isinstance(node, Mapping) else set()
                found = self.unknown(entry, GLOBAL_FUNCTION, "", written, schema.lists)
                yield found._replace(resource="Globals", function=None if name in schema.names else found.function)
            elif name in schema.parts:
                for found in self.part(entry.value, schema.parts[name], name):
                    yield found._replace(resource="Globals")

    def unknown(
        self, entry: Entry, known: frozenset[str], parent: str, written: set[str], lists: frozenset[str]
    ) -> UnknownAttribute:
        close = [n for n in near(entry.key.text, known) if n not in written]
        nearest = close[0] if len(close) == 1 else None
        slot = literal(entry.key) if nearest is not None else None
        found = self.record(entry.key.span, entry.key.text, parent, known, nearest, "", slot)
        return found._replace(reshaped=_listed(entry.value) if nearest in lists else ())

    def record(
        self,
        span: Span,
        name: str,
        parent: str,
        known: frozenset[str],
        nearest: str | None,
        shape: str,
        slot: Slot | None,
    ) -> UnknownAttribute:
        key, label, _, _ = self.found.head
        function = key if self.found.resource.kind in FUNCTIONS else None
        names = tuple(sorted(known))
        return UnknownAttribute(span, name, label, self.concept, parent, names, nearest, shape, slot, False, function)


def _listed(value: Node) -> tuple[Edit, ...]:
    """What makes a text a list."""
    if not isinstance(value, Scalar) or not isinstance(value.value, str) or value.tag or value.style == "block":
        return ()
    return Edit(value.span._replace(end=value.span.start), "["), Edit(value.span._replace(start=value.span.end), "]")


def _in_document(found: Found, node: iam.Node) -> Iterator[UnknownAttribute]:
    for key, known, written, concept in iam.strange_keys(node):
        close = [n for n in near(key.value, known) if n not in written]
        nearest = close[0] if len(close) == 1 else None
        slot = key.slot if nearest is not None else None
        names = tuple(sorted(known))
        yield UnknownAttribute(key.span, key.value, found.head[1], concept, "", names, nearest, "", slot, False, None)
