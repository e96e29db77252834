"""Structs of a Go program and their types."""

from __future__ import annotations

from lambdalint.frontends.go.nodes import FieldType, Type
from lambdalint.frontends.script.scopes import Scope
from lambdalint.frontends.script.values import Closure, Fields, Instance


class GoType:
    """A type of the project. `scope` is where its text is understood, `copying` the methods that get a copy."""

    def __init__(self, name: str, written: Type, scope: Scope | None) -> None:
        self.name = name
        self.written = written
        self.scope = scope
        self.methods: dict[str, Closure] = {}
        self.copying: set[str] = set()

    @property
    def fields(self) -> tuple[FieldType, ...]:
        """The fields of a struct."""
        return self.written.fields


class Record(Instance):
    """A struct of a type of the project. `shared` is True once something points to it, else it is copied."""

    __slots__ = ("shared",)

    def __init__(self, kind: GoType) -> None:
        super().__init__(kind)
        self.shared = False


class Struct(Fields):
    """A struct of a type from elsewhere; its members have the names of TypeScript."""

    __slots__ = ("shared",)
    shared: bool
