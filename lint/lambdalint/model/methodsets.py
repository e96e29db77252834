"""Questions about Go types: underlying types, fields, method sets and what satisfies what.

`types` is the mapping of the project's type declarations (`Code.types`). A few foreign types are known from tables:
the events of the Lambda runtime client, and interfaces of the standard library. Where a piece isn't known the answer is
None, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lambdalint.model.code import TypeDeclaration
from lambdalint.model.gotypes import Func, GoType

Types = Mapping[str, TypeDeclaration]


class Method(NamedTuple):
    """A method of a type. `owner` is the key of the type that declares it (`<import path>.<Name>`, or of the interface).

    `pointer`: only the pointer has it. `key` is that of the GoFunction for a method of the project's own types:
    `<owner>.<name>`.
    """

    name: str
    type: Func | None
    pointer: bool
    owner: str
    interface: bool

    @property
    def key(self) -> str:
        """Key of the function that implements it, where the owner is a type of the project."""
        return f"{self.owner}.{self.name}"


class MethodSet(NamedTuple):
    """Methods by name, promoted ones included, also those that only a pointer has.

    `complete` is False when there may be more of them (something embedded isn't known).
    """

    methods: Mapping[str, Method]
    complete: bool


class FoundField(NamedTuple):
    """A field found by name. `owner` is the type that declares it, embedded structs resolved."""

    type: GoType | None
    owner: GoType | None
    embedded: bool


def underlying(types: Types, kind: GoType | None) -> GoType | None:
    """The underlying type, type arguments substituted; None where it isn't known."""
    raise NotImplementedError


def methods(types: Types, kind: GoType | None) -> MethodSet:
    """The method set of a type or of what it points to; of an interface, its methods."""
    raise NotImplementedError


def method(types: Types, kind: GoType | None, name: str) -> Method | None:
    """One method by name (also where it needs the address of the value)."""
    raise NotImplementedError


def field(types: Types, kind: GoType | None, name: str) -> FoundField | None:
    """A field of a struct or of what a pointer points to, promoted ones included."""
    raise NotImplementedError


def implements(types: Types, kind: GoType | None, interface: GoType | None) -> bool | None:
    """Whether a value of this type satisfies the interface (pointer receivers respected)."""
    raise NotImplementedError


def implements_error(types: Types, kind: GoType | None) -> bool | None:
    """Whether a value of this type is an `error`."""
    raise NotImplementedError


def is_context(types: Types, kind: GoType | None) -> bool | None:
    """Whether the type is an interface with exactly the methods of `context.Context`."""
    raise NotImplementedError


def has_invoke(types: Types, kind: GoType | None) -> bool | None:
    """Whether a value of this type is a `lambda.Handler`: `Invoke(context.Context, []byte) ([]byte, error)`."""
    raise NotImplementedError


def implementers(types: Types, interface: GoType | None) -> tuple[GoType, ...]:
    """The project's types that satisfy an interface: `Named`, or `Pointer` to it where methods need a pointer."""
    raise NotImplementedError
