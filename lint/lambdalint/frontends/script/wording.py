"""What a program calls the things it makes, so that text written into it can speak of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol

from lambdalint.frontends.script.copies import Copy, renamed
from lambdalint.frontends.script.values import Atom, Call
from lambdalint.frontends.script.visible import name_of, parts
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.value import Slot


class Writer(Protocol):
    """How a language speaks of things."""

    def attribute(self, owner: str, name: str, suffix: str, file: str) -> str | None:
        """An attribute of what a file calls `owner`, followed by a text; None where that can't be said there."""

    def copied(self, node: tree.Call, copy: Copy) -> Slot | None:
        """A slot that makes a resource once more, after the statement that makes it."""


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
        counts = Counter(call.span for call in calls)
        self._repeated = [span for span, count in counts.items() if count > 1]

    def attribute(self, made: Call, name: str, suffix: str, at: Span) -> str | None:
        """How a place says an attribute of a construct, followed by a text; None where it can't.

        What runs more than once may mean another construct each time.
        """
        if made.span.path != at.path or any(span.contains(made.span) or span.contains(at) for span in self._repeated):
            return None
        owner = name_of(made.span, at, self._body(at.path), self._text(at.path))
        return self._writer.attribute(owner, name, suffix, at.path) if owner is not None else None

    def copied(self, made: Call, copy: Copy) -> Slot | None:
        """A slot that makes a resource once more, with some of its properties replaced; None where that isn't plain."""
        name = made.argument(copy.place)
        if made.span in self._repeated or not isinstance(name, Atom) or not isinstance(name.value, str):
            return None
        others = [other.value for call in self._calls if isinstance(other := call.argument(copy.place), Atom)]
        body = self._body(made.span.path)
        node = next((n for n in parts(body, made.span) if isinstance(n, tree.Call) and n.span == made.span), None)
        return self._writer.copied(node, copy) if node is not None and renamed(name.value) not in others else None
