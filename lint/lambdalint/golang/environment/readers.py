"""Calls that may read the environment, picked out once for all programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from lambdalint.data.go_environment import DUMPERS, READERS, STRUCT_FUNCTIONS, STRUCT_READERS
from lambdalint.golang.flow.index import CodeIndex
from lambdalint.model.goast import Call, Closure, Expr, Selector
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

# What the methods of a library that looks variables up by name are called, as far as they matter.
_REGISTRY = ("AllSettings", "BindEnv", "Get", "IsSet", "Unmarshal")
_VERSION = pattern(r"/v\d+$")
_NAMES = frozenset((*READERS, *DUMPERS))
_WORDS = tuple(sorted({name.encode() for _, name in _NAMES}))
# What is called that no table has counts as a function, what is only named as a variable.
_REFS = frozenset(f"{word}:{package}.{name}" for package, name in _NAMES for word in ("func", "var"))


@cache
def library(package: str) -> str | None:
    """How a library that fills structs from the environment does it, by the import path of its package."""
    return STRUCT_READERS.get(_VERSION.sub("", package))


class Naming(NamedTuple):
    """What one package names. `calls` are calls of known readers, each with its function.

    `values`: a reader may be among the package's values, since it names one without a call. `objects`: what it imports
    has methods that read.
    """

    calls: tuple[tuple[Call, str], ...]
    values: bool
    objects: bool


class EnvironmentCalls:
    """Finds the calls of each package when they are first asked for."""

    def __init__(self, index: CodeIndex) -> None:
        self._index = index
        self._naming: dict[str, Naming] = {}
        self._any: dict[str, tuple[tuple[Call, str], ...]] = {}
        self._words: dict[str, tuple[bytes, ...]] = {}
        packages = index.universe.packages.values()
        self._libraries = any(library(path) is not None for record in packages for path in record.imports)

    def of(self, packages: Iterable[str]) -> Iterator[tuple[Call, str]]:
        """The calls of a program that may read, each with the function it stands in: those of values only where a
        reader may be one.
        """
        found = [(package, self._of(package)) for package in packages]
        values = any(naming.values for _, naming in found)
        objects = any(naming.objects for _, naming in found)
        for package, naming in found:
            if values:
                yield from self._with_values(package)
            elif objects:
                yield from ((call, key) for call, key in self._with_values(package) if _reads(call) or _by_name(call))
            else:
                yield from naming.calls

    def _of(self, package: str) -> Naming:
        known = self._naming.get(package)
        if known is None:
            known = self._naming[package] = self._find(package)
        return known

    def _find(self, package: str) -> Naming:
        record = self._index.universe.packages.get(package)
        if record is None:
            return Naming((), False, False)
        values = False
        calls: list[tuple[Call, str]] = []
        for key in self._index.with_closures([key for key in record.functions if self._may_read(key)]):
            body = self._index.body(key)
            found = [call for call, _ in body.calls if _reads(call)]
            calls += [(call, key) for call in found]
            named = sum(_is_reader(name.ref) for name in body.names)
            values = values or named > sum(1 for call in found if call.callee is not None and not call.callee.receiver)
        return Naming(tuple(calls), values, any(library(path) is not None for path in record.imports))

    def _may_read(self, key: str) -> bool:
        """A cheap look first: the text of a function has the name of a reader, or libraries may read anywhere."""
        if self._libraries:
            return True
        function = self._index.universe.function(key)
        if function is None:
            return False
        path, start, end = function.span
        words = self._words.get(path)
        data = self._index.universe.data[path]
        if words is None:
            words = self._words[path] = tuple(word for word in _WORDS if word in data)
        return any(data.find(word, start, end) >= 0 for word in words) if words else False

    def _with_values(self, package: str) -> tuple[tuple[Call, str], ...]:
        """The calls of known readers, and of what only the program can tell."""
        known = self._any.get(package)
        if known is None:
            known = self._any[package] = tuple(
                (call, key)
                for key in self._index.functions(package)
                for call, _ in self._index.body(key).calls
                if _reads(call) or (call.callee is None and (_by_name(call) or _of_value(call)))
            )
        return known


@cache
def _is_reader(ref: str) -> bool:
    """True for the name of a known reader or of a library's function."""
    word, _, path = ref.partition(":")
    return ref in _REFS or (word in ("func", "var") and library(path.rpartition(".")[0]) is not None)


def _of_value(call: Call) -> bool:
    """True for calls of what a variable or a field holds, or another call gives."""
    node = call.function
    return not isinstance(node, Closure) and not _is_method(node)


def _by_name(call: Call) -> bool:
    """True for calls of methods of a value that nothing is known of, with the name of a library's method."""
    node = call.function
    if call.callee is not None or not isinstance(node, Selector) or not _is_method(node):
        return False
    return node.name in STRUCT_FUNCTIONS or node.name.startswith(_REGISTRY)


def _is_method(node: Expr) -> bool:
    return isinstance(node, Selector) and not node.ref and node.field_of is None


def _reads(call: Call) -> bool:
    return _is_known(call) or (call.callee is not None and library(call.callee.package) is not None)


def _is_known(call: Call) -> bool:
    return call.callee is not None and (call.callee.package, call.callee.name) in _NAMES
