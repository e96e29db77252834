"""Values that know where they stand, and values that can't be known before deployment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeAlias, TypeVar

from lambdalint.fix import Edit
from lambdalint.record import NamedTuple
from lambdalint.source import Span

T_co = TypeVar("T_co", covariant=True)


class Slot(NamedTuple):
    """Where, and in what words, a front end lets a value be written.

    The text written is `before + spell(value) + after`, in place of `span` (empty: an insertion).
    `spell` renders a str, int, bool or tuple of str as a literal of the language. `around` are edits that go with it:
    they keep what stands beside it aligned.
    """

    span: Span
    before: str
    after: str
    spell: Callable[[object], str]
    around: tuple[Edit, ...] = ()


class Known(NamedTuple, Generic[T_co]):
    """A value that is the same at every deployment.

    `span` is the smallest text that spells it; for a default, the header of the resource that lacks it.
    `slot` is None where the text is computed or generated. `default` is True when nobody wrote it: the
    platform (or the dialect) supplies it. `via` lists the places the value came through (use sites).
    """

    value: T_co
    span: Span
    slot: Slot | None = None
    default: bool = False
    via: tuple[Span, ...] = ()

    def write(self, value: object) -> tuple[Edit, ...]:
        """Edits that make the text say `value`; empty when there is no slot."""
        if self.slot is None:
            return ()
        text = self.slot.before + self.slot.spell(value) + self.slot.after
        return (Edit(self.slot.span, text), *self.slot.around)


class Unknown(NamedTuple):
    """A value that only deployment knows. Never a reason to report anything."""

    span: Span
    reason: str


Value: TypeAlias = Known[T_co] | Unknown

UNREAD = Unknown(Span("", 0, 0), "it isn't read")
"""The default of fields that a front end may have no word for."""


class Secret:
    """Text that must not reach an output, a cache or a log. Its kind may be told, the text may not."""

    __slots__ = ("kind",)

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __repr__(self) -> str:
        return "[REDACTED]"

    __str__ = __repr__
