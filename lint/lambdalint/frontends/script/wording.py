"""What a program calls the things it makes, so that text written into it can speak of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol

from lambdalint.fix import Edit
from lambdalint.frontends.script.copies import Copy, renamed
from lambdalint.frontends.script.members import Held
from lambdalint.frontends.script.values import Atom, Call
from lambdalint.frontends.script.visible import Names
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.value import Slot


class Writer(Protocol):
    """How a language speaks of things."""

    def attribute(self, owner: str, name: str, suffix: str, file: str) -> str | None:
        """An attribute of what a file calls `owner`, followed by a text; None where that can't be said there."""

    def unused(self, place: Span | None) -> tuple[Edit, ...] | None:
        """Edits that a name needs that nothing uses any more, declared at a place; None where there are none.

        Without a place it isn't known where it is declared, and whether it is used.
        """

    def copied(self, node: tree.Call, copy: Copy) -> Slot | None:
        """A slot that makes a resource once more, after the statement that makes it."""

    def taken_out(self, held: Held) -> tuple[Span, tuple[Edit, ...]]:
        """The text of a member of a literal, and edits that go with its removal; empty where it can't be removed."""


class Wording:
    """One program. `calls` is its trace, `body` gives the statements of a file, `text` its bytes."""

    def __init__(
        self,
        calls: Sequence[Call],
        writer: Writer,
        body: Callable[[str], Sequence[tree.Statement]],
        text: Callable[[str], bytes],
    ) -> None:
        self._calls = calls
        self._writer = writer
        self._body = body
        self._text = text
        self._files: dict[str, Names] = {}
        counts = Counter(call.span for call in calls)
        self._repeated = [span for span, count in counts.items() if count > 1]

    def attribute(self, made: Call, name: str, suffix: str, at: Span) -> str | None:
        """How a place says an attribute of a construct, or one of an attribute's (`a.b`), followed by a text.

        None where it can't. What runs more than once may mean another construct each time.
        """
        if made.span.path != at.path or any(span.contains(made.span) or span.contains(at) for span in self._repeated):
            return None
        owner = self.names(at.path).of(made.span, at)
        *through, last = name.split(".")
        for part in through:
            owner = self._writer.attribute(owner, part, "", at.path) if owner is not None else None
        return self._writer.attribute(owner, last, suffix, at.path) if owner is not None else None

    def names(self, path: str) -> Names:
        """The names of a file."""
        if path not in self._files:
            self._files[path] = Names(self._body(path), self._text(path))
        return self._files[path]

    def copied(self, made: Call, copy: Copy) -> Slot | None:
        """A slot that makes a resource once more, with some of its properties replaced; None where that isn't plain."""
        name = made.argument(copy.place)
        if made.span in self._repeated or not isinstance(name, Atom) or not isinstance(name.value, str):
            return None
        others = [other.value for call in self._calls if isinstance(other := call.argument(copy.place), Atom)]
        node = self.names(made.span.path).call(made.span)
        return self._writer.copied(node, copy) if node is not None and renamed(name.value) not in others else None
