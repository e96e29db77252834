"""What a program that describes infrastructure evaluates to, as far as that is known without running it.

Names of foreign things and of their members are the same whatever the language: see `Foreign` and `Call`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from lambdalint.fix import Edit
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Slot

Scalar: TypeAlias = str | int | float | bool | None


class Atom(NamedTuple):
    """A known string, number, bool or null. `slot` is None where no text spells it by itself.

    `via` are the places it came through, nearest to the literal first. `parts` are what a text was joined from.
    """

    value: Scalar
    span: Span
    slot: Slot | None = None
    via: tuple[Span, ...] = ()
    parts: tuple[Atom, ...] = ()


class Text(NamedTuple):
    """A text of which only parts are known: strings, and things between them."""

    parts: tuple[Thing, ...]
    span: Span


class Opaque(NamedTuple):
    """Something that isn't known, and why."""

    span: Span
    reason: str


class Items:
    """A list, which the program may still change. `complete` is False when it may have other members.

    `slot` writes all members anew, where a language has a way of its own for that.
    """

    __slots__ = ("complete", "items", "slot", "span")

    def __init__(self, items: Iterable[Thing], span: Span, complete: bool = True, slot: Slot | None = None) -> None:
        self.items = list(items)
        self.span = span
        self.complete = complete
        self.slot = slot


class Field(NamedTuple):
    """An entry of an object: where its name stands, how to write another one, its value, what to remove.

    `entry` is the text whose removal removes it, empty where it can't be removed; `around` are edits that go with it.
    """

    name: Span
    name_slot: Slot | None
    value: Thing
    entry: Span
    around: tuple[Edit, ...] = ()


class Fields:
    """An object, map or struct, which the program may still change.

    Members of props have the names of TypeScript (`memorySize`); keys of maps are as written. `complete` is False when
    there may be others, or other values for these. `literal` is whatever the language needs to insert an entry.
    """

    __slots__ = ("complete", "fields", "literal", "span")

    def __init__(
        self, fields: Mapping[str, Field], span: Span, complete: bool = True, literal: object | None = None
    ) -> None:
        self.fields = dict(fields)
        self.span = span
        self.complete = complete
        self.literal = literal

    def get(self, name: str) -> Thing | None:
        """The value of an entry; None where it isn't there (ask `complete` what that means)."""
        field = self.fields.get(name)
        return field.value if field is not None else None


class Foreign(NamedTuple):
    """Something of a package that isn't in the project.

    CDK paths are `<module>.<Class>[.<member>]` with the module's name free of `aws`, `cdk`, `alpha` and separators:
    `lambda.Function`, `lambdaeventsources.SqsEventSource`, `lambdago.GoFunction`, `core.Duration.seconds`,
    `lambda.Runtime.PROVIDED_AL2` (constants too, also where a language makes them calls). `name` is the text of the
    last name alone.
    """

    path: str
    span: Span
    name: Span


class Member(NamedTuple):
    """A member of a symbolic thing: `queue.queueArn`, `api.root`. Names as in TypeScript."""

    target: Thing
    name: str
    span: Span


class Call:
    """A call that can't be followed, and the thing it gives. The calls of a run in order are its trace.

    A construct is a `Call` of its class with `new` True and the arguments scope, id, props; a method call is one of a
    `Member`; one of a member `=` sets a property (arguments name and value). `head` is the text a reader looks for
    (`new lambda.Function(this, "Api"`), `certain` False where it may not happen: `doubts` then identify the
    conditions. `shared` are literals among its arguments that other constructs use too. `rounds` are the members of
    literals that the loops around it are at (`State.rounds`). Two calls are the same only when identical.
    """

    __slots__ = ("arguments", "callee", "certain", "doubts", "head", "new", "rounds", "shared", "span")

    def __init__(
        self,
        callee: Foreign | Member,
        arguments: Iterable[Thing],
        span: Span,
        head: Span,
        new: bool,
        certain: bool,
        doubts: tuple[int, ...] = (),
    ) -> None:
        self.callee = callee
        self.arguments = tuple(arguments)
        self.span = span
        self.head = head
        self.new = new
        self.certain = certain
        self.doubts = doubts
        self.shared: frozenset[Span] = frozenset()
        self.rounds: tuple[Span, ...] = ()

    def always_with(self, other: Call) -> bool:
        """True when this happens wherever the other does."""
        return self.certain or (bool(self.doubts) and self.doubts == other.doubts[: len(self.doubts)])

    @property
    def path(self) -> str:
        """The path of what is called: empty for a method of a thing."""
        return self.callee.path if isinstance(self.callee, Foreign) else ""

    def argument(self, at: int) -> Thing | None:
        """An argument by its place."""
        return self.arguments[at] if at < len(self.arguments) else None


class Instance:
    """An object of a class of the project. `base` is the foreign construct that it extends, once that is made."""

    __slots__ = ("base", "fields", "kind")

    def __init__(self, kind: Any) -> None:
        self.kind = kind
        self.fields: dict[str, Thing] = {}
        self.base: Call | None = None


class Closure(NamedTuple):
    """A function or class of the project, as its evaluator needs it."""

    code: Any
    scope: Any
    this: Any
    span: Span


Thing: TypeAlias = Atom | Text | Opaque | Items | Fields | Foreign | Member | Call | Instance | Closure


def span_of(thing: Thing) -> Span | None:
    """Where a thing stands; None for objects of the project's classes."""
    return None if isinstance(thing, Instance) else thing.span


def construct(thing: Thing | None) -> Call | None:
    """The foreign thing behind a value: itself, or what an object of the project's classes extends."""
    if isinstance(thing, Instance):
        return thing.base
    return thing if isinstance(thing, Call) else None


def via(thing: Thing, span: Span) -> Thing:
    """A thing as seen where a name refers to it."""
    return thing._replace(via=(*thing.via, span)) if isinstance(thing, Atom) else thing
