"""What a language must be able to say so that values can be written back into its programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from lambdalint.fix import Edit
from lambdalint.frontends.script.values import Call, Fields
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Slot

ROOT = "/@project"
"""The folder of the project in absolute paths (`__dirname` and the like): `/@project/infra/lib`."""


class Aligned(NamedTuple):
    """Where a new property goes, the text before and after its value, and edits that align the others with it."""

    span: Span
    before: str
    after: str
    around: tuple[Edit, ...]


Place: TypeAlias = tuple[Span, str, str] | Aligned


def slot_at(place: Place | None, spell: Callable[[object], str]) -> Slot | None:
    """A slot that writes a new property."""
    if isinstance(place, Aligned):
        return Slot(place.span, place.before, place.after, spell, place.around)
    return Slot(*place, spell) if place is not None else None


class Language(Protocol):
    """How one language writes things. A method gives None where it can't be said in that file."""

    def literal(self, value: object) -> str:
        """A str, int, bool or tuple of str as an argument or property of a construct (Go: `jsii.String("x")`)."""

    def literals(self, file: str) -> Callable[[object], str]:
        """`literal` as one file writes it: with the quotes that it uses most."""

    def member(self, path: str, file: str) -> str | None:
        """A class or constant by the name that a file knows it by: `lambda.Architecture.ARM_64`."""

    def call(self, path: str, arguments: tuple[object, ...], file: str) -> str | None:
        """A call of a static function with literals: `cdk.Duration.seconds(30)`."""

    def constant(self, name: str) -> str:
        """The last name of a constant, as it stands in `Foreign.name`: `ARM_64`."""

    def nested(self, kind: str, name: str, value: object, file: str) -> str | None:
        """An object with one property as a property; `kind` is the path of its class."""

    def addition(self, call: Call, at: int, name: str) -> Place | None:
        """Where the argument of a call that holds properties goes, with one of them, where there is none yet."""

    def written(self, span: Span) -> bytes:
        """The text that stands at a place."""

    def insertion(self, fields: Fields, name: str) -> Place | None:
        """Where a new property goes, and the text before and after its value."""


class Programming(Language, Protocol):
    """A language that has lists of words, and maps that values can be looked up in."""

    def further(self, text: Span, following: Span | None) -> Slot:
        """Where more texts, given as words of a shell, go behind one in a list, and before the one that follows."""

    def mapping(self, name: str, value: str, file: str) -> str | None:
        """A map of texts with one entry, as a property."""

    def package(self, path: str, file: str) -> str | None:
        """The folder of the Go package that a file imports by a path; None where the project doesn't hold it."""
