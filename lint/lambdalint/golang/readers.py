"""Calls that may read the environment, picked out once for all programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from lambdalint.data.go_environment import DUMPERS, READERS, STRUCT_READERS
from lambdalint.golang.index import CodeIndex
from lambdalint.model.goast import Call
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

_VERSION = pattern(r"/v\d+$")
_NAMES = frozenset((*READERS, *DUMPERS))
# What is called that no table has counts as a function, what is only named as a variable.
_REFS = frozenset(f"{word}:{package}.{name}" for package, name in _NAMES for word in ("func", "var"))


@cache
def library(package: str) -> str | None:
    """How a library that fills structs from the environment does it, by the import path of its package."""
    return STRUCT_READERS.get(_VERSION.sub("", package))


class ReaderCalls(NamedTuple):
    """What one package calls. `named` are calls of known readers, each with its function; `calls` also those of values.

    `values`: a reader may be among these values, since the package names one without a call, or imports a library.
    """

    named: tuple[tuple[Call, str], ...]
    calls: tuple[tuple[Call, str], ...]
    values: bool


class EnvironmentCalls:
    """Finds the calls of each package when they are first asked for."""

    def __init__(self, index: CodeIndex) -> None:
        self._index = index
        self._packages: dict[str, ReaderCalls] = {}

    def of(self, packages: Iterable[str]) -> Iterator[tuple[Call, str]]:
        """The calls of a program that may read, each with the function it stands in."""
        found = [self._of(package) for package in packages]
        values = any(one.values for one in found)
        for one in found:
            yield from one.calls if values else one.named

    def _of(self, package: str) -> ReaderCalls:
        known = self._packages.get(package)
        if known is None:
            known = self._packages[package] = self._find(package)
        return known

    def _find(self, package: str) -> ReaderCalls:
        record = self._index.universe.packages.get(package)
        values = record is not None and any(library(path) is not None for path in record.imports)
        named: list[tuple[Call, str]] = []
        calls: list[tuple[Call, str]] = []
        for key in self._index.functions(package):
            body = self._index.body(key)
            called = 0
            for call, _ in body.calls:
                callee = call.callee
                if callee is None:
                    calls.append((call, key))
                elif (callee.package, callee.name) in _NAMES or library(callee.package) is not None:
                    calls.append((call, key))
                    named.append((call, key))
                    called += (callee.package, callee.name) in _NAMES
            values = values or sum(name.ref in _REFS for name in body.names) > called
        return ReaderCalls(tuple(named), tuple(calls), values)
