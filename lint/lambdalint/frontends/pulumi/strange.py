"""Properties that a resource of a program in YAML doesn't have: no compiler looks at those before they are deployed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lambdalint.data.cloudformation_schemas import Schema
from lambdalint.data.pulumi_schemas import SCHEMAS
from lambdalint.fix import Edit
from lambdalint.frontends.cfn.names import strange
from lambdalint.frontends.pulumi.survey import PREFIX
from lambdalint.frontends.script.values import Atom, Call, Field, Fields, Items, Opaque, Thing
from lambdalint.model.infra import UnknownAttribute
from lambdalint.spelling import near


def unknown_attributes(calls: Sequence[Call]) -> Iterator[tuple[Call, UnknownAttribute]]:
    """Those of all resources, each with its resource. What a misspelt name may stand for isn't known from then on."""
    for made in calls:
        schema = SCHEMAS.get(made.path.removeprefix(PREFIX)) if made.path.startswith(PREFIX) else None
        if schema is not None:
            name = made.argument(0)
            label = str(name.value) if isinstance(name, Atom) else made.path.rpartition(".")[2]
            for found in _unknown(made.argument(1), schema, ""):
                yield made, found._replace(resource=label, concept=schema.concept)


def _unknown(thing: Thing | None, schema: Schema, parent: str) -> Iterator[UnknownAttribute]:
    if isinstance(thing, Items):
        for item in thing.items:
            yield from _unknown(item, schema, parent)
    if not isinstance(thing, Fields):
        return
    for name, part in schema.parts.items():
        yield from _unknown(thing.get(name), part, name)
    written = frozenset(thing.fields)
    known = tuple(sorted(schema.names))
    for name in strange(sorted(written), schema):
        field = thing.fields[name]
        close = [n for n in near(name, schema.names) if n not in written]
        nearest = close[0] if len(close) == 1 else None
        slot = field.name_slot if nearest is not None else None
        reshaped = _listed(field.value) if nearest in schema.lists else ()
        yield UnknownAttribute(field.name, name, "", "", parent, known, nearest, "", slot, True, None, reshaped)
        nowhere = field.name._replace(end=field.name.start)
        for other in close:
            thing.fields[other] = Field(field.name, None, Opaque(field.name, "its name is misspelt"), nowhere)


def _listed(thing: Thing) -> tuple[Edit, ...]:
    """What makes a text a list."""
    if not isinstance(thing, Atom) or thing.slot is None or not isinstance(thing.value, str):
        return ()
    span = thing.span
    return Edit(span._replace(end=span.start), "["), Edit(span._replace(start=span.end), "]")
