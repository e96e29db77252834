"""Names that a schema doesn't have, and what they may be meant to say."""

from __future__ import annotations

from collections.abc import Container, Iterable

from lambdalint.data.terraform_schemas import META, Schema
from lambdalint.syntax.hcltree import Body


def strange(body: Body, schema: Schema) -> tuple[str, ...]:
    """The names in a body that its schema has neither as attribute nor as block."""
    known = schema.names | META
    written = [*body.attributes, *(b.labels[0] if b.kind == "dynamic" and b.labels else b.kind for b in body.blocks)]
    return tuple(dict.fromkeys(n for n in written if n not in known))


def misspelt(body: Body, schema: Schema) -> frozenset[str]:
    """The names of a schema that unknown names in the body may stand for."""
    return frozenset(n for name in strange(body, schema) for n in close(name, schema.names))


def close(name: str, known: Iterable[str], written: Container[str] = ()) -> tuple[str, ...]:
    """The known names that a misspelt one may stand for, less those that are written too."""
    from lambdalint.spelling import near  # seldom needed

    return tuple(n for n in near(name, known) if n not in written)
