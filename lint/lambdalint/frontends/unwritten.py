"""Facts of texts that can't be written to: generated files."""

from __future__ import annotations

from typing import Any

from lambdalint.model.functions import EnvironmentEntry, Setting
from lambdalint.source import Span
from lambdalint.value import Slot


def unslotted(thing: Any) -> Any:
    """Facts without any place to write to."""
    if isinstance(thing, Slot):
        return None
    if isinstance(thing, Span) or not isinstance(thing, tuple):
        return thing
    if not hasattr(thing, "_fields"):
        return tuple(map(unslotted, thing))
    made = type(thing)(*map(unslotted, thing))
    if isinstance(made, (EnvironmentEntry, Setting)):
        return made._replace(entry=made.entry._replace(end=made.entry.start), around=())
    return made
