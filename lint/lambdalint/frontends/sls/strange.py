"""Settings of functions that the framework doesn't know: it warns, and leaves them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.data.cloudformation_schemas import Schema
from lambdalint.data.serverless_plugins import ROLES
from lambdalint.data.serverless_schemas import FUNCTION, OF_PLUGINS
from lambdalint.fix import Edit
from lambdalint.frontends.cfn.names import strange
from lambdalint.frontends.cfn.values import Field, Fields
from lambdalint.frontends.cfn.writing import literal
from lambdalint.frontends.sls.events import Event
from lambdalint.frontends.sls.settings import Settings
from lambdalint.model.infra import UnknownAttribute
from lambdalint.spelling import near
from lambdalint.syntax.yamltree import Mapping, Scalar, Sequence

ARCHITECTURE = "architecture"
"""The one name that other dialects have as a list."""


def unknown_attributes(settings: tuple[Settings, ...], events: tuple[Event, ...]) -> Iterator[UnknownAttribute]:
    """Names that nothing reads. Where plugins may read them, only those that are near to a known one."""
    for one in settings:
        yield from _unknown(one, one.config.fields, FUNCTION, "")
        for name, schema in FUNCTION.parts.items():
            inner = one.config.fields.get(name)
            if isinstance(inner, Fields):
                yield from _unknown(one, inner, schema, name)
    for event in events:
        known = event.config.schema
        if known is not None:
            for found in _unknown(event.settings, event.config.fields, known, event.kind):
                if found.nearest is not None:
                    yield found


def _unknown(settings: Settings, fields: Fields, schema: Schema, parent: str) -> Iterator[UnknownAttribute]:
    plugins = settings.service.plugins
    others = plugins is None or ROLES in plugins or not settings.service.is_before_4
    taken = OF_PLUGINS if others and not parent else frozenset()
    for name in strange(fields.fields, schema):
        if name in taken or name.startswith("x-"):
            continue
        close = [n for n in near(name, schema.names) if n not in fields.fields]
        nearest = close[0] if len(close) == 1 else None
        if nearest is not None or plugins == ():
            yield _record(settings, name, fields.fields[name], schema, parent, nearest)


def _record(
    settings: Settings, name: str, field: Field, schema: Schema, parent: str, nearest: str | None
) -> UnknownAttribute:
    slot = literal(field.key) if nearest is not None else None
    reshaped: tuple[Edit, ...] = ()
    if nearest == ARCHITECTURE and isinstance(field.owner.get(name), Sequence):
        reshaped = _unlisted(field.owner, name, settings.config.texts.get(field.key.span.path, b""))
        slot = slot if reshaped else None
    known = tuple(sorted(schema.names))
    return UnknownAttribute(
        field.key.span, name, settings.name, "function", parent, known, nearest, "", slot, False, settings.key, reshaped
    )


def _unlisted(owner: Mapping, name: str, text: bytes) -> tuple[Edit, ...]:
    """What makes a list of one text that text."""
    entry = owner.entry(name)
    value = entry.value if entry is not None else None
    item = value.items[0] if isinstance(value, Sequence) and len(value.items) == 1 else None
    if entry is None or value is None or not isinstance(item, Scalar) or not entry.span.contains(item.span):
        return ()
    before = entry.key.span._replace(start=entry.key.span.end, end=item.span.start)
    after = item.span._replace(start=item.span.end, end=max(entry.span.end, item.span.end))
    if re.search(rb"#|//", text[before.start : before.end] + text[after.start : after.end]):
        return ()
    return (Edit(before, ": "), *((Edit(after, ""),) if after.start < after.end else ()))
