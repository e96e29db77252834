"""Which parts of a value are in what is printed of it."""

from __future__ import annotations

from lambdalint.data.go_responses import EVENTS
from lambdalint.model.gotypes import Array, Basic, GoType, Map, Named, Pointer, Slice, Struct, is_of_package
from lambdalint.model.methodsets import Types, methods, underlying

# Methods by which a value says itself what is printed of it.
_OWN_WORDS = frozenset(
    {
        "Error", "Format", "GoString", "LogValue", "MarshalJSON", "MarshalLogObject", "MarshalText",
        "MarshalZerologObject", "String",
    }
)  # fmt: skip
_HIDDEN = 'json:"-"'


def is_shown(types: Types, kind: GoType | None, steps: tuple[str, ...], as_text: bool) -> bool:
    """True where the part of a value that the steps (fields, `[…]`) lead to is in the value's text.

    `as_text`: printed by the verbs of fmt, which follow no pointers below the value itself and know no tags; else as
    JSON. False for what isn't known: a type of a library, one that prints itself.
    """
    for at, step in enumerate(steps):
        if isinstance(kind, Pointer):
            if as_text and at:
                return False
            kind = kind.element
        if _prints_itself(types, kind):
            return False
        under = underlying(types, kind)
        if isinstance(under, Slice | Array | Map) and step.startswith("["):
            kind = under.element
            continue
        fields = under.fields if isinstance(under, Struct) else ()
        field = next((f for f in fields if f.name == step), None)
        if field is None or not (as_text or (step[:1].isupper() and _HIDDEN not in field.tag)):
            return False
        kind = field.type
    return _is_readable(types, kind, as_text)


def _is_readable(types: Types, kind: GoType | None, as_text: bool) -> bool:
    """True for the part itself: an address says nothing, nor do the numbers of bytes."""
    if isinstance(kind, Pointer):
        return not as_text and _is_readable(types, kind.element, as_text)
    if is_of_package(kind, EVENTS) or is_of_package(kind, "encoding/json", "RawMessage"):
        return not (as_text and _is_bytes(types, kind))
    return not _is_bytes(types, kind) and not _prints_itself(types, kind)


def _prints_itself(types: Types, kind: GoType | None) -> bool:
    if not isinstance(kind, Named):
        return False
    own = methods(types, Pointer(kind))
    return not own.complete or not own.methods.keys().isdisjoint(_OWN_WORDS)


def _is_bytes(types: Types, kind: GoType | None) -> bool:
    if is_of_package(kind, "encoding/json", "RawMessage"):
        return True
    under = underlying(types, kind)
    return isinstance(under, Slice) and under.element in (Basic("byte"), Basic("uint8"))
