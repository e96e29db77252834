"""Which origins SST's APIs and addresses let in, where the program says it."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends.cdk.access import listed
from lambdalint.frontends.cdk.reading import as_flag, unknown
from lambdalint.frontends.script.values import Atom, Fields, Thing
from lambdalint.frontends.sst.wishes import APIS, Components
from lambdalint.model.access import ApiCors
from lambdalint.value import Known, Value


def cors(components: Components, deployment: str) -> Iterator[ApiCors]:
    """Settings of APIs."""
    for made, _ in components.made(*APIS):
        thing = components.props(made).get("cors")
        if thing is not None:
            label = components.label(made)
            key = f"{deployment}:api {label}"
            yield ApiCors(f"{key}#cors", label, made.head, deployment, key, origins(thing), credentials(thing))


def origins(thing: Thing) -> Value[tuple[str, ...]]:
    """`cors: true` lets everybody in, `cors: false` nobody; an object without origins means this or that by version."""
    if isinstance(thing, Fields):
        named = thing.get("allowOrigins")
        return listed(named) if named is not None else unknown(thing)
    if isinstance(thing, Atom) and isinstance(thing.value, bool):
        return Known(("*",) if thing.value else (), thing.span)
    return unknown(thing)


def credentials(thing: Thing) -> Value[bool]:
    """Not unless it is said."""
    if isinstance(thing, Fields):
        named = thing.get("allowCredentials")
        if named is not None:
            return as_flag(named)
    if isinstance(thing, Atom) or (isinstance(thing, Fields) and thing.complete):
        return Known(False, thing.span, default=True)
    return unknown(thing)
