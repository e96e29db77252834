"""Who may call SST's functions, and what these may do: their addresses and their roles."""

from __future__ import annotations

from lambdalint.frontends.cdk.reading import as_text, unknown
from lambdalint.frontends.script.values import Atom, Fields, Items, Thing
from lambdalint.frontends.sst import additions
from lambdalint.frontends.sst.cors import credentials, origins
from lambdalint.frontends.sst.functions import Place
from lambdalint.frontends.sst.wishes import Components, Wish, first, own_properties
from lambdalint.model.access import FunctionUrl, Policy, Role, Statement, closed
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Unknown, Value

_BEFORE = ("Router", "Cdn", "Distribution", "NextjsSite", "Nextjs", "StaticSite")
"""Components that may stand before an address, and then may call it."""


def url(components: Components, wish: Wish, key: str, place: Place) -> FunctionUrl | None:
    """A function's own address: `url: true`, or an object."""
    thing, props = first(wish, "url")
    if thing is None or props is None or (isinstance(thing, Atom) and not thing.value):
        return None
    place_of = (
        props.fields.fields["url"].name if props.fields is not None and "url" in props.fields.fields else wish.span
    )
    authorization: Value[str] = Known("NONE", place_of, default=True)
    if isinstance(thing, Fields):
        written = thing.get("authorization") or thing.get("authorizer")
        if isinstance(written, Atom) and isinstance(written.value, str):
            authorization = Known("AWS_IAM" if written.value == "iam" else "NONE", written.span)
        elif written is not None or not thing.complete:
            authorization = unknown(written)
    elif not isinstance(thing, Atom):
        authorization = unknown(thing)
    mode = _mode(wish, thing, place_of, components.version)
    routed = any(True for _ in components.made(*_BEFORE))
    shared = thing.get("cors") if isinstance(thing, Fields) else None
    return FunctionUrl(
        f"{key}#url",
        wish.label,
        place_of,
        place.deployment,
        key,
        authorization,
        mode,
        origins(shared) if shared is not None else Unknown(place_of, "SST chooses it"),
        credentials(shared) if shared is not None else UNREAD,
        permitted=routed or not closed(authorization),
    )


def _mode(wish: Wish, address: Thing, span: Span, version: int) -> Value[str]:
    """Version 2 says it of the address, version 3 of the function."""
    streaming, own = first(wish, "streaming")[0], own_properties(wish)
    slot = own.slot("streaming", _streams) if own is not None else None
    if version == 2:
        streaming, slot = (address.get("streaming") if isinstance(address, Fields) else None), None
    if streaming is None:
        return Known("BUFFERED", span, slot, default=True)
    if isinstance(streaming, Atom) and isinstance(streaming.value, bool):
        written = streaming.slot
        slot = written._replace(spell=_streams) if written is not None else None
        return Known("RESPONSE_STREAM" if streaming.value else "BUFFERED", streaming.span, slot)
    return unknown(streaming)


def _streams(mode: object) -> str:
    return "true" if mode == "RESPONSE_STREAM" else "false"


def role(components: Components, wish: Wish, key: str, place: Place) -> Role | None:
    """The role that SST makes, with the permissions that the program names. Links add more: it is never complete."""
    if first(wish, "role")[0] is not None:
        return None
    statements = []
    given = [props.get("permissions") for props in wish.props]
    for things in (*given, *additions.permissions(components, wish)):
        for item in things.items if isinstance(things, Items) else [things]:
            if isinstance(item, Fields):
                statements.append(_statement(item))
            elif isinstance(item, Atom) and isinstance(item.value, str) and components.version == 2:
                statements.append(_granted(item, item.value))
    policy = Policy(f"{key}#policy", wish.label, wish.span, tuple(statements), False)
    name = Unknown(wish.span, "its name is made up at deployment")
    head = (f"{key}#role", wish.label, wish.span, place.deployment)
    return Role(*head, name, None, (policy,), (), False)


def _statement(item: Fields) -> Statement:
    actions, resources = (_texts(item.get(name)) for name in ("actions", "resources"))
    allowed = Known("Allow", item.span, default=True)
    whole = item.complete
    return Statement(item.span, allowed, actions, (), resources, (), (), (), item.get("conditions") is not None, whole)


def _granted(item: Atom, word: str) -> Statement:
    """Version 2 takes names: of an action, of a service for all of its actions, `*` for everything there is."""
    action = word if ":" in word or word == "*" else f"{word}:*"
    allowed, everything = Known("Allow", item.span, default=True), Known("*", item.span)
    return Statement(item.span, allowed, (Known(action, item.span),), (), (everything,), (), (), (), False, True)


def _texts(thing: Thing | None) -> tuple[Value[str], ...]:
    return tuple(as_text(item) for item in thing.items) if isinstance(thing, Items) else ()
