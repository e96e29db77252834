"""Names that a resource's schema doesn't have, and names used in the wrong shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.data.terraform_schemas import POLICY_DOCUMENT, PROVIDER, SCHEMAS, Schema
from lambdalint.fix import Edit
from lambdalint.frontends import iam, spell
from lambdalint.frontends.hcl.evaluate import evaluate
from lambdalint.frontends.hcl.names import close, strange
from lambdalint.frontends.hcl.reading import as_text
from lambdalint.frontends.hcl.scope import Scope
from lambdalint.frontends.hcl.survey import FUNCTION, Found, Survey
from lambdalint.frontends.hcl.values import Fields, Scalar, plain
from lambdalint.model.infra import UnknownAttribute
from lambdalint.source import Span
from lambdalint.syntax.hcltree import Block, Body, nested
from lambdalint.value import Known, Slot

_DOCUMENTS = {
    "aws_iam_role": ("assume_role_policy",),
    "aws_iam_role_policy": ("policy",),
    "aws_iam_policy": ("policy",),
    "aws_sqs_queue": ("policy",),
    "aws_sqs_queue_policy": ("policy",),
}


def unknown_attributes(survey: Survey) -> Iterator[UnknownAttribute]:
    """All of one deployment, each place once."""
    seen: set[Span] = set()
    newer = _asks_for_newer(survey)
    for found in survey.each(*SCHEMAS):
        walk = _Walk(found, SCHEMAS[found.resource.kind], newer)
        yield from _once(walk.body(found.resource.block.body, walk.schema, ""), seen)
    for found in survey.each("aws_iam_policy_document", mode="data"):
        walk = _Walk(found, POLICY_DOCUMENT, newer)
        yield from _once(walk.body(found.resource.block.body, walk.schema, ""), seen)
    for found in survey.each(*_DOCUMENTS):
        for name in _DOCUMENTS[found.resource.kind]:
            value = found.config.attribute(name)
            if value is not None:
                yield from _once(_in_document(found, survey.document(value)), seen)
    if any(instance.config.calls for instance in survey.instances):
        from lambdalint.frontends.hcl.strangeinputs import strange_inputs

        yield from _once(strange_inputs(survey), seen)


def _once(found: Iterator[UnknownAttribute], seen: set[Span]) -> Iterator[UnknownAttribute]:
    for attribute in found:
        if attribute.span not in seen:
            seen.add(attribute.span)
            yield attribute


class _Walk:
    """Compares the bodies of one resource with its schema."""

    def __init__(self, found: Found, schema: Schema, newer: bool) -> None:
        self.found = found
        self.schema = schema
        self.newer = newer

    def body(self, body: Body, schema: Schema, parent: str) -> Iterator[UnknownAttribute]:
        concept = schema.concept or self.schema.concept
        places = {a.name: a.name_span for a in body.attributes.values()}
        for block in body.blocks:
            places.setdefault(
                block.labels[0] if block.kind == "dynamic" and block.labels else block.kind, block.kind_span
            )
        meant: dict[str, str] = {}
        for name in strange(body, schema):
            meanings = close(name, schema.names, places)
            slot = None
            if len(meanings) == 1 and self._is_bare(body, name):
                slot = Slot(places[name], "", "", spell.as_json if body.json else spell.bare)
            nearest = meanings[0] if len(meanings) == 1 else None
            meant[name] = nearest or name
            found = self.record(places[name], name, concept, parent, schema.names, nearest, "", slot)
            yield found._replace(reshaped=self.reshaped(body, name, nearest in schema.lists))
        yield from self.shapes(body, schema, parent, concept)
        for block in nested(body):
            inner = schema.blocks.get(meant.get(block.kind, block.kind))
            if inner is not None:
                yield from self.body(block.body, inner, block.kind)
            elif block.kind == "dynamic" and block.labels and block.labels[0] in schema.blocks:
                for content in nested(block.body):
                    yield from self.body(content.body, schema.blocks[block.labels[0]], block.labels[0])

    def reshaped(self, body: Body, name: str, listed: bool) -> tuple[Edit, ...]:
        """What makes a text a list, where the name that is meant takes one."""
        attribute = body.attributes.get(name)
        value = plain(evaluate(attribute.expression, self.scope)) if attribute is not None and listed else None
        if attribute is None or not isinstance(value, Scalar) or not isinstance(value.value, str) or not value.exact:
            return ()
        span = value.span
        if span != attribute.expression.span:
            return ()
        return Edit(span._replace(end=span.start), "["), Edit(span._replace(start=span.end), "]")

    def _is_bare(self, body: Body, name: str) -> bool:
        """True when the name stands there by itself, once."""
        written = body.attributes.get(name)
        blocks = [b for b in body.blocks if b.kind == name]
        return written is not None or (len(blocks) == 1 and not body.json)

    def shapes(self, body: Body, schema: Schema, parent: str, concept: str) -> Iterator[UnknownAttribute]:
        for attribute in body.attributes.values():
            if attribute.name in schema.blocks:
                if body.json:
                    continue
                yield self.record(
                    attribute.name_span, attribute.name, concept, parent, schema.names, None, "attribute", None
                )
            elif attribute.name in schema.lists:
                value = plain(evaluate(attribute.expression, self.scope))
                if isinstance(value, Scalar) and isinstance(value.value, str):
                    slot = None
                    if value.exact and value.span == attribute.expression.span:
                        slot = Slot(value.span, "[", "]", spell.hcl)
                    yield self.record(
                        attribute.expression.span, attribute.name, concept, parent, schema.names, None, "string", slot
                    )
        for block in body.blocks:
            if block.kind in schema.attributes and not block.labels:
                yield self.record(
                    block.kind_span, block.kind, concept, parent, schema.names, None, "block", _map_slot(block)
                )

    @property
    def scope(self) -> Scope:
        return self.found.resource.scope

    def record(
        self,
        span: Span,
        name: str,
        concept: str,
        parent: str,
        known: frozenset[str],
        nearest: str | None,
        shape: str,
        slot: Slot | None,
    ) -> UnknownAttribute:
        resource = self.found.resource
        return UnknownAttribute(
            span,
            name,
            resource.label,
            concept,
            parent,
            tuple(sorted(known)),
            nearest,
            shape,
            slot,
            self.newer and not shape,
            resource.key if resource.kind == FUNCTION else None,
        )


def _map_slot(block: Block) -> Slot:
    """Makes `name {` the map `name = {` whatever name is written."""
    return Slot(block.kind_span, "", " =", spell.bare)


def _in_document(found: Found, node: iam.Node) -> Iterator[UnknownAttribute]:
    for key, known, written, concept in iam.strange_keys(node):
        meanings = close(key.value, known, written)
        nearest = meanings[0] if len(meanings) == 1 else None
        slot = key.slot if nearest is not None else None
        resource = found.resource
        yield UnknownAttribute(
            key.span,
            key.value,
            resource.label,
            concept,
            "",
            tuple(sorted(known)),
            nearest,
            "",
            slot,
            False,
            None,
        )


def _asks_for_newer(survey: Survey) -> bool:
    """True when a provider version is asked for that the schemas may not know."""
    for instance in survey.instances:
        for settings in instance.config.settings:
            for block in nested(settings.body):
                if block.kind != "required_providers" or "aws" not in block.body.attributes:
                    continue
                value = evaluate(block.body.attributes["aws"].expression, Scope(instance))
                version = value.fields.get("version") if isinstance(value, Fields) else None
                text = as_text(version.value if version is not None else value)
                if isinstance(text, Known) and _newest(text.value) > PROVIDER:
                    return True
    return False


def _newest(constraint: str) -> tuple[int, int]:
    found = [(0, 0)]
    for match in re.finditer(r"(<=?|!=)?\s*v?(\d{1,6})(?:\.(\d{1,6}))?", constraint):
        if match[1] is None:
            found.append((int(match[2]), int(match[3] or 0)))
    return max(found)
