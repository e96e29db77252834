"""Settings of functions that the framework doesn't know: it warns, and leaves them out."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.cloudformation_schemas import Schema
from lambdalint.data.serverless_plugins import ROLES
from lambdalint.data.serverless_schemas import FUNCTION
from lambdalint.frontends.cfn.names import strange
from lambdalint.frontends.cfn.values import Field, Fields
from lambdalint.frontends.cfn.writing import literal
from lambdalint.frontends.nearness import near
from lambdalint.frontends.sls.events import Event
from lambdalint.frontends.sls.settings import Settings
from lambdalint.model.infra import UnknownAttribute

_OF_ROLES = frozenset({"iamRoleStatements", "iamRoleStatementsInherit", "iamRoleStatementsName"})


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
    taken = _OF_ROLES if plugins is None or ROLES in plugins else frozenset()
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
    return UnknownAttribute(
        field.key.span,
        name,
        settings.name,
        "function",
        parent,
        tuple(sorted(schema.names)),
        nearest,
        "",
        literal(field.key) if nearest is not None else None,
        False,
        settings.key,
    )
