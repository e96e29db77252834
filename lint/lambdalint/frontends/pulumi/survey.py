"""The resources of a Pulumi program, their names, and what refers to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from lambdalint.fix import Edit
from lambdalint.frontends.cdk.reading import Props, as_text
from lambdalint.frontends.pulumi import handed
from lambdalint.frontends.script.language import Language
from lambdalint.frontends.script.places import local_path
from lambdalint.frontends.script.values import Atom, Call, Member, Thing, construct
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Unknown, Value

PREFIX = handed.PREFIX
FUNCTION = "lambda.Function"
CALLBACK = handed.CALLBACK


class Program(Protocol):
    """The text of a program, as far as what is written into it speaks of resources that it makes."""

    def attribute(self, made: Call, name: str, suffix: str, at: Span) -> str | None:
        """How the properties at a place say an attribute of a resource, followed by a text; None where they can't."""

    def assigned(self, target: Span) -> tuple[Span, tuple[Edit, ...]]:
        """What removes an assignment to a member at a place; an empty text where that isn't possible."""

    def twin(self, permission: Call, principal: str) -> Slot | None:
        """A slot that makes a permission once more, for the action it is given and calls to the function's address."""


class Survey:
    """The trace of one program. `folder` is where it runs, relative to the project root.

    `others` gives the key of a function that is made by something else than the provider's own class.
    """

    def __init__(
        self,
        calls: Sequence[Call],
        language: Language,
        folder: str,
        name: str,
        program: Program | None = None,
        others: Callable[[Call], str | None] = lambda _: None,
    ) -> None:
        self._subscribed = dict(handed.subscribed(calls))
        self.calls = [*calls, *self._subscribed.values(), *handed.routed(calls)]
        self.language = language
        self.program = program
        self.others = others
        self.folder = folder
        self.name = name
        self.secrets: list[Span] = []
        self._keys: dict[int, str] = {}
        self._taken: set[str] = set()

    def each(self, *kinds: str) -> Iterator[Call]:
        """The resources of these classes, in the order in which they are made."""
        for call in self.calls:
            if call.new and call.path.startswith(PREFIX) and call.path.removeprefix(PREFIX) in kinds:
                yield call

    def props(self, made: Call) -> Props:
        """The properties of a resource."""
        return Props(made, made.argument(1), self.language, 1)

    def label(self, made: Call) -> str:
        """A resource's name, or its class."""
        name = made.argument(0)
        return str(name.value) if isinstance(name, Atom) else made.path.rpartition(".")[2]

    def key(self, made: Call) -> str:
        """The key of a resource."""
        known = self._keys.get(id(made))
        if known is None:
            known = base = f"{self.name}:{made.path.removeprefix(PREFIX)}/{self.label(made)}"
            count = 1
            while known in self._taken:
                count += 1
                known = f"{base}#{count}"
            self._taken.add(known)
            self._keys[id(made)] = known
        return known

    def head(self, made: Call) -> tuple[str, str, Span, str]:
        """Key, label, header and deployment of a resource."""
        return self.key(made), self.label(made), made.head, self.name

    def target(self, thing: Thing | None, *kinds: str) -> Call | None:
        """The resource of one of these classes that something is, or is an attribute of."""
        call = _behind(thing)
        known = call is not None and call.new and call.path.removeprefix(PREFIX) in kinds
        return call if known else None

    def function(self, thing: Thing | None) -> str | None:
        """The key of the function that something names."""
        made = self.target(thing, FUNCTION, CALLBACK)
        if made is None:
            alias = self.target(thing, "lambda.Alias")
            thing = self.props(alias).get("functionName") if alias is not None else thing
            made = self.target(thing, FUNCTION, CALLBACK)
        if made is not None:
            return self.key(made)
        other = _behind(thing)
        return self.others(other) if other is not None else None

    def subscribed(self, call: Call) -> str | None:
        """The key of the function that a subscription makes of code that it is given."""
        made = self._subscribed.get(id(call))
        return self.key(made) if made is not None else None

    def path(self, thing: Thing | None) -> Value[str] | None:
        """A path of the project."""
        value = as_text(thing) if thing is not None else None
        if not isinstance(value, Known):
            return value
        path = local_path(value.value, self.folder)
        return value._replace(value=path) if path is not None else Unknown(value.span, "it is outside of the project")


def _behind(thing: Thing | None) -> Call | None:
    """The construct that something is, or is an attribute of."""
    for _ in range(8):
        if not isinstance(thing, Member):
            break
        thing = thing.target
    return construct(thing)
