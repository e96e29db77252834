"""What Terraform expressions evaluate to before deployment: known, partly known, or references to resources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Ref(NamedTuple):
    """An attribute of a resource that only deployment knows: the resource's key and the attribute's name."""

    key: str
    attribute: str


class Free(NamedTuple):
    """Something that isn't known. Equal names mean equal values. `word` describes a computed hash, else empty."""

    name: str
    word: str = ""


Part: TypeAlias = str | Ref | Free


class Scalar(NamedTuple):
    """A known string, number, bool or null. `exact`: the text of `span` spells it and may be replaced.

    `via` are the places it came through, nearest to the literal first. `ref` is set where it was read from a resource.
    """

    value: str | int | float | bool | None
    span: Span
    exact: bool = False
    via: tuple[Span, ...] = ()
    ref: Ref | None = None


class Partial(NamedTuple):
    """A value of which nothing, or only parts of its text, are known."""

    parts: tuple[Part, ...]
    span: Span
    via: tuple[Span, ...] = ()
    ref: Ref | None = None


class Failed(NamedTuple):
    """An expression that Terraform itself would refuse, such as a missing attribute (`try` and `can` see it)."""

    span: Span


class Items(NamedTuple):
    """A list, set or tuple. `complete` is False when it may have more members. `unordered` for sets."""

    items: tuple[HclValue, ...]
    complete: bool
    span: Span
    via: tuple[Span, ...] = ()
    unordered: bool = False


class Field(NamedTuple):
    """One entry of an object or map: where its key stands, its value, and the text of the whole entry."""

    key: Span
    key_exact: bool
    value: HclValue
    entry: Span


class Fields(NamedTuple):
    """An object or map. `complete` is False when it may have more entries, or other values for those it has.

    `parts` are the objects that it was merged from.
    """

    fields: Mapping[str, Field]
    complete: bool
    span: Span
    via: tuple[Span, ...] = ()
    parts: tuple[Span, ...] = ()


class Encoded(NamedTuple):
    """The JSON text of a value (`jsonencode`)."""

    value: HclValue
    span: Span
    via: tuple[Span, ...] = ()


class Hollow(NamedTuple):
    """A string with interpolations whose own text has a structure (JSON in a heredoc).

    `body` is the byte range of its text in the file of `span`, `holes` the byte ranges of the interpolations and
    `fillings` their values.
    """

    parts: tuple[Part, ...]
    span: Span
    body: tuple[int, int]
    holes: tuple[tuple[int, int], ...]
    fillings: tuple[HclValue, ...]
    via: tuple[Span, ...] = ()


class Handle(NamedTuple):
    """A whole resource, data source or module instance, by its key."""

    key: str
    span: Span
    via: tuple[Span, ...] = ()


HclValue: TypeAlias = Scalar | Partial | Failed | Items | Fields | Encoded | Hollow | Handle


def unknown(name: str, span: Span) -> Partial:
    """A value of which nothing is known. `name` identifies it: give equal ones the same name."""
    return Partial((Free(name),), span)


def came_through(value: HclValue, span: Span) -> HclValue:
    """The value as seen at a place that refers to it."""
    if isinstance(value, Failed):
        return value
    return value._replace(via=(*value.via, span))


def moved(value: HclValue, span: Span) -> HclValue:
    """The value with its place set to `span`, as the result of a computation there."""
    if isinstance(value, Scalar):
        return Scalar(value.value, span, ref=value.ref)
    if isinstance(value, Partial):
        return Partial(value.parts, span, ref=value.ref)
    return value


def text_of(value: str | int | float | bool | None) -> str:
    """A scalar as Terraform writes it into a string; null is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def parts_of(value: HclValue) -> tuple[Part, ...] | None:
    """The text of a value as known strings and symbols between them; None for what has no text."""
    if isinstance(value, Scalar):
        return (text_of(value.value),)
    if isinstance(value, Partial | Hollow):
        return value.parts
    return None


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


def identity(value: HclValue) -> str | None:
    """A name for a value such that equal names mean equal values; None for collections."""
    parts = parts_of(value)
    if parts is None:
        return None
    return "".join(p if isinstance(p, str) else "\0" + "\1".join(p) + "\2" for p in joined(parts))


def is_null(value: HclValue) -> bool:
    """True for a known null."""
    return isinstance(value, Scalar) and value.value is None


def is_known(value: HclValue) -> bool:
    """True when nothing about the value itself is unknown; members of collections are not looked at."""
    return isinstance(value, Scalar) or (isinstance(value, Items | Fields) and value.complete)


def plain(value: HclValue) -> HclValue:
    """A text all of whose parts are known, as a Scalar; any other value as it is."""
    if isinstance(value, Hollow | Partial) and all(isinstance(p, str) for p in value.parts):
        return Scalar("".join(p for p in value.parts if isinstance(p, str)), value.span, via=value.via)
    return value


def handles_of(value: HclValue) -> Iterator[Handle]:
    """What stands for resources and modules in a value: itself, or its members."""
    if isinstance(value, Handle):
        yield value
    elif isinstance(value, Items):
        yield from (i for i in value.items if isinstance(i, Handle))
    elif isinstance(value, Fields):
        yield from (f.value for f in value.fields.values() if isinstance(f.value, Handle))


def only_handle(value: HclValue) -> HclValue | None:
    """What a collection of resources holds, of which the number isn't known."""
    if isinstance(value, Items) and len(value.items) == 1 and isinstance(value.items[0], Handle):
        return value.items[0]
    return None
