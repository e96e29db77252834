"""Secrets among the values that programs give to variables."""

from __future__ import annotations

from lambdalint.frontends.script.values import Atom, Text, Thing
from lambdalint.secrets import classify
from lambdalint.source import Span
from lambdalint.value import Known, Secret


def masked(name: str, value: Thing, places: list[Span]) -> Known[Secret] | None:
    """A secret as its kind alone, before anything else can see it; `places` gets where it stands. None for others."""
    text = None
    if isinstance(value, Atom) and isinstance(value.value, str):
        text = value.value
    elif isinstance(value, Text):
        text = "".join(str(part.value) if isinstance(part, Atom) else "${…}" for part in value.parts)
    kind = classify(name, text) if text is not None else None
    if kind is None or not isinstance(value, Atom | Text):
        return None
    places.append(value.span)
    return Known(Secret(kind), value.span)
