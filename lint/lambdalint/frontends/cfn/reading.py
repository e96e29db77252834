"""A resource's properties as the model wants them: values with places, slots and platform defaults."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from lambdalint.data.cloudformation_schemas import Schema
from lambdalint.frontends import spell
from lambdalint.frontends.cfn import writing
from lambdalint.frontends.cfn.names import misspelt
from lambdalint.frontends.cfn.values import (
    CfnValue,
    Fields,
    Free,
    Items,
    Nothing,
    Partial,
    Ref,
    Scalar,
    text_of,
    unknown,
)
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.value import Known, Slot, Unknown, Value

T = TypeVar("T")
_COLON = pattern(rb"[\"']?[ \t]*:[ \t]*")


class Config:
    """The properties of a resource, or a mapping inside of them.

    `header` is what a missing value is reported at; `target` the mapping in which it is written, inside new ones named
    `within`. `doubtful`: what isn't here may be there all the same.
    """

    def __init__(
        self,
        fields: Fields,
        header: Span,
        texts: Mapping[str, bytes],
        target: yamltree.Mapping | None,
        within: Sequence[str] = (),
        doubtful: bool = False,
        schema: Schema | None = None,
    ) -> None:
        self.fields = fields
        self.header = header
        self.texts = texts
        self.target = target
        self.within = tuple(within)
        self.doubtful = doubtful or not fields.complete
        self.schema = schema
        self._misspelt = misspelt(fields.fields, schema) if schema is not None else frozenset()

    def learn(self, schema: Schema | None) -> None:
        """Tell which names belong here, once that is known."""
        self.schema = schema
        self._misspelt = misspelt(self.fields.fields, schema) if schema is not None else frozenset()

    def attribute(self, name: str) -> CfnValue | None:
        """The value of a property; None when it is not set. Unknown where it may be set after all."""
        value = self.fields.get(name)
        if isinstance(value, Scalar) and value.value is None:
            value = None
        if value is None and (self.doubtful or name in self._misspelt):
            return unknown(f"{name} of a mapping that is not understood", self.header)
        return value

    def nested(self, name: str) -> Config:
        """The mapping that a property holds; an empty one where there is none."""
        value = self.attribute(name)
        schema = self.schema.parts.get(name) if self.schema is not None else None
        if isinstance(value, Fields):
            return Config(value, self.header, self.texts, value.node, (), self.doubtful, schema)
        empty = Fields({}, True, self.header)
        if value is None:
            return Config(empty, self.header, self.texts, self.target, (*self.within, name), self.doubtful, schema)
        return Config(empty, self.header, self.texts, None, (), True, schema)

    def place(self, name: str) -> Span:
        """Where a property is named, else the header."""
        field = self.fields.fields.get(name)
        return field.key.span if field is not None else self.header

    # -- slots -------------------------------------------------------------------------------------------------------

    def slot(self, name: str, spelled: writing.Speller | None = None) -> Slot | None:
        """A slot that adds a property."""
        if self.target is None or self.doubtful:
            return None
        text = self.texts.get(self.target.span.path)
        return writing.insertion(self.target, name, text, self.within, spelled) if text is not None else None

    def own(self, name: str) -> Slot | None:
        """A slot that writes a property here, wherever the value that it has comes from."""
        if self.target is None or self.doubtful or self.within:
            return None
        entry = next((e for e in self.target.entries if e.key.text == name), None)
        text = self.texts.get(self.target.span.path)
        if entry is None or text is None or entry.merged:
            return self.slot(name)
        colon = _COLON.match(text, entry.key.span.end)
        if colon is None or not self.target.span.contains(entry.span) or entry.span.end <= colon.end():
            return None
        span = entry.span._replace(start=colon.end())
        plain = b"\n" not in text[span.start : span.end] and not text.startswith((b"&", b"*"), span.start)
        return Slot(span, "", "", writing.speller_of(self.target.style) or spell.yaml) if plain else None

    def default(self, value: T, name: str) -> Known[T]:
        """What the platform supplies where nobody wrote a value."""
        return Known(value, self.header, self.slot(name), default=True)

    # -- values ------------------------------------------------------------------------------------------------------

    def text(self, name: str) -> Value[str] | None:
        """A text."""
        value = self.attribute(name)
        return None if value is None else as_text(value)

    def text_or(self, name: str, default: str) -> Value[str]:
        """A text with a platform default."""
        value = self.attribute(name)
        return self.default(default, name) if value is None else as_text(value)

    def number_or(self, name: str, default: int) -> Value[int]:
        """A whole number with a platform default."""
        value = self.attribute(name)
        return self.default(default, name) if value is None else as_number(value)

    def flag_or(self, name: str, default: bool) -> Value[bool]:
        """A bool with a platform default."""
        value = self.attribute(name)
        return self.default(default, name) if value is None else as_flag(value)

    def texts_or(self, name: str, default: tuple[str, ...]) -> Value[tuple[str, ...]]:
        """A list of texts with a platform default."""
        value = self.attribute(name)
        return self.default(default, name) if value is None else as_texts(value, self.texts)


# -- conversions -----------------------------------------------------------------------------------------------------


def unknown_value(value: CfnValue) -> Unknown:
    """An unknown value with the reason for people."""
    reason = "it is computed"
    for part in value.parts if isinstance(value, Partial) else ():
        if isinstance(part, Ref) or (isinstance(part, Free) and part.name.startswith("AWS::")):
            reason = "it is known only after deployment"
        elif isinstance(part, Free) and "parameter " in part.name:
            reason = "it is a parameter without a certain value"
    return Unknown(value.span, reason)


def _slot(value: Scalar) -> Slot | None:
    return writing.literal(value.node) if value.node is not None else None


def as_text(value: CfnValue) -> Value[str]:
    """A value as text."""
    if isinstance(value, Scalar) and value.value is not None:
        return Known(text_of(value.value), value.span, _slot(value), via=value.via)
    return unknown_value(value)


def as_number(value: CfnValue) -> Value[int]:
    """A value as a whole number; texts of digits count."""
    if isinstance(value, Scalar) and not isinstance(value.value, bool):
        text = text_of(value.value)
        if re.fullmatch(r"-?\d{1,18}(?:\.0+)?", text):
            return Known(int(text.partition(".")[0]), value.span, _slot(value), via=value.via)
    return unknown_value(value)


def as_flag(value: CfnValue) -> Value[bool]:
    """A value as a bool; the texts `true` and `false` count."""
    if isinstance(value, Scalar):
        word = text_of(value.value).lower()
        if word in ("true", "false"):
            return Known(word == "true", value.span, _slot(value), via=value.via)
    return unknown_value(value)


def as_texts(value: CfnValue, texts: Mapping[str, bytes]) -> Value[tuple[str, ...]]:
    """A value as a list of texts; unknown when a member is. A single member that stands elsewhere is written there."""
    if not isinstance(value, Items) or not value.complete:
        return unknown_value(value)
    known = [i for i in value.items if isinstance(i, Scalar) and i.value is not None]
    if len(known) < len(value.items):
        return unknown_value(value)
    words = tuple(text_of(i.value) for i in known)
    node = value.node
    if len(known) == 1 and known[0].via and known[0].node is not None:
        slot = writing.literal(known[0].node)
        if slot is not None:
            slot = slot._replace(spell=_of_single(slot.spell))
        return Known(words, known[0].span, slot, via=(*known[0].via, *value.via))
    text = texts.get(value.span.path)
    literal = node is not None and all(i.node is not None and node.span.contains(i.span) for i in known)
    found = writing.listing(node, text) if node is not None and text is not None and literal else None
    span = known[0].span if len(known) == 1 and literal and known[0].node is not None else value.span
    return Known(words, span, found, via=value.via)


def _of_single(spell: writing.Speller) -> writing.Speller:
    return lambda value: spell(value[0] if isinstance(value, tuple) and len(value) == 1 else value)


def members(value: CfnValue | None) -> tuple[tuple[CfnValue, ...], bool]:
    """The members of a list (a single value counts as one), and whether those are all."""
    if value is None or isinstance(value, Nothing):
        return (), True
    if isinstance(value, Items):
        return value.items, value.complete
    if isinstance(value, Scalar | Fields):
        return (value,), True
    return (value,), False
