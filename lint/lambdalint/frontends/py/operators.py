"""Python's operators on values of which some aren't known."""

from __future__ import annotations

import posixpath

from lambdalint.frontends.script import operators
from lambdalint.frontends.script.values import Atom, Fields, Foreign, Items, Opaque, Text, Thing
from lambdalint.source import Span


def truth(thing: Thing) -> bool | None:
    """Whether a value counts as true: empty lists and dictionaries don't."""
    if isinstance(thing, Items):
        return bool(thing.items) if thing.items or thing.complete else None
    if isinstance(thing, Fields):
        return bool(thing.fields) if thing.fields or thing.complete else None
    return operators.truth(thing)


def binary(sign: str, left: Thing, right: Thing, span: Span) -> Thing:
    """`left sign right`."""
    if sign in ("in", "not in"):
        held = _holds(right, left)
        return Atom(held == (sign == "in"), span) if held is not None else Opaque(span, "it isn't computed here")
    if sign == "+" and isinstance(left, Items) and isinstance(right, Items):
        return Items([*left.items, *right.items], span, left.complete and right.complete)
    if sign == "|" and isinstance(left, Fields) and isinstance(right, Fields):
        return merged((left, right), span)
    if isinstance(left, Atom) and isinstance(right, Atom) and type(left.value) is type(right.value):
        if sign == "/" and isinstance(left.value, str) and isinstance(right.value, str):
            return Atom(posixpath.normpath(posixpath.join(left.value, right.value)), span)
        if sign in ("//", "%") and isinstance(left.value, int) and isinstance(right.value, int) and right.value:
            return Atom(left.value // right.value if sign == "//" else left.value % right.value, span)
    if sign == "+" and not _may_be_added(left, right):
        return Opaque(span, "it isn't computed here")
    return operators.binary(sign, left, right, span)


def _may_be_added(left: Thing, right: Thing) -> bool:
    """False where Python would refuse, or do something else than join texts."""
    texts = [isinstance(t, Text) or (isinstance(t, Atom) and isinstance(t.value, str)) for t in (left, right)]
    numbers = [isinstance(t, Atom) and isinstance(t.value, int | float) for t in (left, right)]
    return not (any(texts) and any(numbers)) and not any(isinstance(t, Items | Fields) for t in (left, right))


def _holds(container: Thing, thing: Thing) -> bool | None:
    """Whether a list, dictionary or text holds something."""
    if isinstance(container, Fields) and isinstance(thing, Atom):
        return str(thing.value) in container.fields if container.complete else None
    if isinstance(container, Atom) and isinstance(thing, Atom):
        known = isinstance(container.value, str) and isinstance(thing.value, str)
        return str(thing.value) in str(container.value) if known else None
    if not isinstance(container, Items):
        return None
    same = [_same(item, thing) for item in container.items]
    if True in same:
        return True
    return False if container.complete and None not in same else None


def _same(one: Thing, other: Thing) -> bool | None:
    if isinstance(one, Atom) and isinstance(other, Atom):
        return one.value == other.value
    if isinstance(one, Foreign) and isinstance(other, Foreign) and one.path == other.path:
        return True
    return None


def merged(parts: tuple[Fields, ...], span: Span) -> Fields:
    """Dictionaries merged, later ones over earlier ones."""
    made = Fields({}, span)
    for part in parts:
        if not part.complete:
            hidden = Opaque(part.span, "a value that isn't known is merged in after it")
            made.fields = {name: field._replace(value=hidden) for name, field in made.fields.items()}
            made.complete = False
        made.fields |= part.fields
    return made
