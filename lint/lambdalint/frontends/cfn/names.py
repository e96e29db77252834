"""Names that a schema doesn't have, and what they may be meant to say."""

from __future__ import annotations

from collections.abc import Iterable

from lambdalint.data.cloudformation_schemas import Schema
from lambdalint.spelling import near


def strange(names: Iterable[str], schema: Schema) -> tuple[str, ...]:
    """The names that a schema doesn't have."""
    return tuple(n for n in names if n not in schema.names)


def misspelt(names: Iterable[str], schema: Schema) -> frozenset[str]:
    """The names of a schema that unknown names may stand for."""
    return frozenset(n for name in strange(names, schema) for n in near(name, schema.names))
