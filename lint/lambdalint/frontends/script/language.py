"""What a language must be able to say so that values can be written back into its programs."""

from __future__ import annotations

from typing import Protocol

from lambdalint.frontends.script.values import Fields
from lambdalint.source import Span

ROOT = "/@project"
"""The folder of the project in absolute paths (`__dirname` and the like): `/@project/infra/lib`."""


class Language(Protocol):
    """How one language writes things. A method gives None where it can't be said in that file."""

    def literal(self, value: object) -> str:
        """A str, int, bool or tuple of str as an argument or property of a construct (Go: `jsii.String("x")`)."""

    def member(self, path: str, file: str) -> str | None:
        """A class or constant by the name that a file knows it by: `lambda.Architecture.ARM_64`."""

    def call(self, path: str, arguments: tuple[object, ...], file: str) -> str | None:
        """A call of a static function with literals: `cdk.Duration.seconds(30)`."""

    def constant(self, name: str) -> str:
        """The last name of a constant, as it stands in `Foreign.name`: `ARM_64`."""

    def nested(self, kind: str, name: str, value: object, file: str) -> str | None:
        """An object with one property as a property; `kind` is the path of its class."""

    def insertion(self, fields: Fields, name: str) -> tuple[Span, str, str] | None:
        """Where a new property goes, and the text before and after its value."""
