"""Languages that put texts in quotes of two kinds, and import each other's names: Python, TypeScript, JavaScript."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from lambdalint.fix import Edit
from lambdalint.frontends.script import lists
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.value import Slot


class Quoting(ABC):
    """What programs in one of them write alike. `texts` gives the bytes of a file, `scripts` its tree."""

    usual: str
    """The quotes of a file that has as many of both."""

    def __init__(self, texts: Callable[[str], bytes], scripts: Callable[[str], tree.Script | None]) -> None:
        self._texts = texts
        self._scripts = scripts

    @abstractmethod
    def literal(self, value: object, quote: str = "") -> str:
        """A str, int, bool or tuple of str."""

    @abstractmethod
    def member(self, path: str, file: str) -> str | None:
        """A class or constant by the name that a file knows it by."""

    @abstractmethod
    def literal_slot(self, span: Span) -> Slot:
        """How a literal is written anew: with the quotes it has."""

    def literals(self, file: str) -> Callable[[object], str]:
        """`literal` as one file writes it: with the quotes that it uses most."""
        quote = self.quote(file)
        return lambda value: self.literal(value, quote)

    def quote(self, path: str) -> str:
        """The quotes that a file uses for most of its strings."""
        data, other = self._texts(path), "'" if self.usual == '"' else '"'
        return other if data.count(other.encode()) > data.count(self.usual.encode()) else self.usual

    def call(self, path: str, arguments: tuple[object, ...], file: str) -> str | None:
        """A call of a static function with literals."""
        callee = self.member(path, file)
        return f"{callee}({', '.join(map(self.literals(file), arguments))})" if callee is not None else None

    def constant(self, name: str) -> str:
        """The last name of a constant."""
        return name

    def unused(self, place: Span | None) -> tuple[Edit, ...]:
        """A name that nothing uses does no harm."""
        del place
        return ()

    def written(self, span: Span) -> bytes:
        """The text that stands at a place."""
        return self._texts(span.path)[span.start : span.end]

    def further(self, text: Span, following: Span | None) -> Slot:
        """Where more words go behind a text in a list."""
        return lists.further(self._texts(text.path), text, following, self.literal_slot(text).spell)

    def package(self, path: str, file: str) -> None:
        """Such programs use no packages of Go."""
        del path, file
