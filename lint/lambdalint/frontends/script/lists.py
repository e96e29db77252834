"""Words of a command that are the items of a list."""

from __future__ import annotations

import shlex
from collections.abc import Callable

from lambdalint.source import Span
from lambdalint.value import Slot


def further(data: bytes, item: Span, following: Span | None, spell: Callable[[object], str]) -> Slot:
    """A slot that takes words of a shell as one text and writes each behind an item, laid out as the next one is."""
    between = data[item.end : following.start] if following is not None else b""
    apart = between.decode() if between.strip() == b"," and b"\n" in between else ", "
    return Slot(item._replace(start=item.end), apart, "", lambda words: apart.join(map(spell, shlex.split(str(words)))))
