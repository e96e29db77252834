"""What the names in an expression stand for, and what working it out may cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from lambdalint.frontends.hcl.values import Handle, HclValue
from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Budget:
    """What one deployment's evaluation may cost; values beyond it are unknown.

    `choices` are places of values that others chose, with the places of those.
    """

    __slots__ = ("choices", "depth", "left")

    def __init__(self, steps: int) -> None:
        self.left = steps
        self.depth = 0
        self.choices: dict[Span, dict[Span, None]] = {}

    def spend(self, steps: int = 1) -> bool:
        """False when there is nothing left."""
        self.left -= steps
        return self.left > 0


class Surroundings(Protocol):
    """What the names of a module instance stand for."""

    key: str
    budget: Budget

    def variable(self, name: str, span: Span) -> HclValue: ...
    def local(self, name: str, span: Span) -> HclValue: ...
    def resource(self, mode: str, kind: str, name: str, span: Span) -> HclValue: ...
    def module(self, name: str, span: Span) -> HclValue: ...
    def path(self, name: str, span: Span) -> HclValue: ...
    def attribute(self, handle: Handle, name: str, span: Span) -> HclValue: ...
    def absolute(self, path: str) -> str: ...
    def file(self, path: str) -> str | None: ...
    def files(self, folder: str, wanted: str) -> list[str] | None: ...
    def template(self, path: str) -> tuple[str, bytes] | None: ...
    def data(self, path: str) -> HclValue | None: ...


class Scope(NamedTuple):
    """A module instance and the names bound around an expression (`each`, `count`, loop variables)."""

    instance: Surroundings
    names: Mapping[str, HclValue] = {}
