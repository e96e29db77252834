"""What expressions of a template evaluate to before deployment: known, partly known, or references to resources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import yamltree


class Ref(NamedTuple):
    """What only deployment knows of a resource: its key, and the attribute (empty for `Ref`)."""

    key: str
    attribute: str


class Free(NamedTuple):
    """Something that isn't known. Equal names mean equal values."""

    name: str


Part: TypeAlias = str | Ref | Free


class Scalar(NamedTuple):
    """A known value. `node` is the text that spells it, None for computed ones; `via` the places it came through."""

    value: str | int | float | bool | None
    span: Span
    node: yamltree.Scalar | None = None
    via: tuple[Span, ...] = ()


class Partial(NamedTuple):
    """A value of which nothing, or only parts of its text, are known."""

    parts: tuple[Part, ...]
    span: Span
    via: tuple[Span, ...] = ()


class Items(NamedTuple):
    """A list. `complete` is False when it may have more members."""

    items: tuple[CfnValue, ...]
    complete: bool
    span: Span
    node: yamltree.Sequence | None = None
    via: tuple[Span, ...] = ()


class Field(NamedTuple):
    """One entry of a mapping: its value, the text of its key, and where it stands (None for generated ones)."""

    value: CfnValue
    key: yamltree.Scalar
    owner: yamltree.Mapping


class Fields(NamedTuple):
    """A mapping. `complete` is False when it may have more entries. `node` is the text that spells it."""

    fields: Mapping[str, Field]
    complete: bool
    span: Span
    node: yamltree.Mapping | None = None
    via: tuple[Span, ...] = ()

    def get(self, name: str) -> CfnValue | None:
        """The value of an entry; None when it is absent or taken back by `AWS::NoValue`."""
        field = self.fields.get(name)
        return None if field is None or isinstance(field.value, Nothing) else field.value


class Nothing(NamedTuple):
    """`AWS::NoValue`: as if the property were not there."""

    span: Span


CfnValue: TypeAlias = Scalar | Partial | Items | Fields | Nothing


def unknown(name: str, span: Span) -> Partial:
    """A value of which nothing is known. `name` identifies it: give equal ones the same name."""
    return Partial((Free(name),), span)


def came_through(value: CfnValue, span: Span) -> CfnValue:
    """The value as seen at a place that refers to it."""
    return value if isinstance(value, Nothing) else value._replace(via=(*value.via, span))


def text_of(value: str | int | float | bool | None) -> str:
    """A scalar as CloudFormation writes it into a string."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def parts_of(value: CfnValue | None) -> tuple[Part, ...] | None:
    """The text of a value as known strings and symbols between them; None for what has no text."""
    if isinstance(value, Scalar):
        return (text_of(value.value),)
    return value.parts if isinstance(value, Partial) else None


def joined(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Parts with neighbouring strings joined and empty ones dropped: equal texts have equal parts."""
    done: list[Part] = []
    for part in parts:
        last = done[-1] if done else None
        if isinstance(part, str) and isinstance(last, str):
            done[-1] = last + part
        elif part != "":
            done.append(part)
    return tuple(done)


def composed(parts: tuple[Part, ...], span: Span) -> Scalar | Partial:
    """The text that parts make together."""
    known = joined(parts)
    if all(isinstance(p, str) for p in known):
        return Scalar("".join(p for p in known if isinstance(p, str)), span)
    return Partial(known, span)


def same(one: CfnValue, other: CfnValue) -> bool | None:
    """Whether two values are equal as texts; None when that isn't known."""
    left, right = parts_of(one), parts_of(other)
    if left is None or right is None:
        return None
    left, right = joined(left), joined(right)
    if left == right:
        return True
    return False if all(isinstance(p, str) for p in (*left, *right)) else None


def refs(value: CfnValue | None) -> tuple[Ref, ...]:
    """The resource attributes in the text of a value."""
    return tuple(p for p in parts_of(value) or () if isinstance(p, Ref))
