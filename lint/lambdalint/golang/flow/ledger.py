"""What the packages of one program write and call, all together: answers are made once for each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.golang.flow.index import CallSite, CodeIndex, Source
from lambdalint.golang.flow.places import outermost
from lambdalint.golang.flow.plain import PlainCalls
from lambdalint.model.goast import Call, TypeName
from lambdalint.model.gotypes import Array, Chan, Func, GoType, Map, Named, Pointer, Slice, TypeParameter, bare

_MOST = 100  # parts of one type that are looked at


class Ledger:
    """Look-ups over the tables of a program's packages, in the order of the packages."""

    def __init__(self, index: CodeIndex, plain: PlainCalls, packages: tuple[str, ...]) -> None:
        self.index = index
        self.plain = plain
        self.packages = packages
        self._rank = {package: rank for rank, package in enumerate(packages)}
        self._tables = [index.table(package) for package in packages]
        self._writes: dict[str, tuple[Source, ...]] = {}
        self._calls: dict[str, tuple[CallSite, ...]] = {}
        self._method_calls: dict[str, tuple[CallSite, ...]] = {}
        self._runs: dict[str, bool] = {}
        self._given: frozenset[str] | None = None
        self._bound: frozenset[Named] | None = None
        self.instantiated = frozenset[str]().union(*(table.instantiated for table in self._tables))

    def __contains__(self, package: object) -> bool:
        """True for the program's packages."""
        return package in self._rank

    def writes(self, place: str) -> tuple[Source, ...]:
        """All that is written to a package variable or field by functions that the program may run."""
        known = self._writes.get(place)
        if known is None:
            holders = self._among(self.index.writers.get(place, ()))
            found = [source for rank in holders for source in self._tables[rank].writes[place]]
            known = tuple([source for source in found if self._may_run(source.function)])
            self._writes[place] = known
        return known

    def _may_run(self, function: str) -> bool:
        """False for a function, such as a stand-in for tests, that nothing which runs calls or names."""
        first = outermost(function)
        known = self._runs.get(first)
        if known is None:
            seen, stack, known = {first}, [first], False
            while stack and not known:
                key = stack.pop()
                callers = {outermost(site.function) for site in self.calls(key)}
                known = self._runs.get(key, False) or self._runs_uncalled(key, bool(callers))
                stack.extend(callers - seen)
                seen |= callers
            self._runs.update(dict.fromkeys((first,) if known else seen, known))
        return known

    def _runs_uncalled(self, key: str, called: bool) -> bool:
        """True for what may run without a call by its name; `called`: somebody has one."""
        function = self.index.universe.function(key)
        if function is None or function.receiver is not None or ".var " in key or function.name in {"main", "init"}:
            return True  # methods may be called through interfaces
        if called:
            return key in self._given_away()
        places = self.packages if function.name[:1].isupper() else (function.package,)
        return any(self.index.mentions(package, function.name) for package in places)

    def _given_away(self) -> frozenset[str]:
        """The functions that the program names other than to call them."""
        if self._given is None:
            found: set[str] = set()
            for key in (key for package in self.packages for key in self.index.functions(package)):
                body = self.index.body(key)
                called = {id(call.function) for call, _ in body.calls}
                found.update(n.ref[5:] for n in body.names if n.ref.startswith("func:") and id(n) not in called)
            self._given = frozenset(found)
        return self._given

    def changes(self, place: str) -> bool:
        """True when a package variable or field is given something after it was made."""
        return any(package in self._rank for package in self.index.changers.get(place, ()))

    def calls(self, key: str) -> tuple[CallSite, ...]:
        """The calls of a function by its name."""
        known = self._calls.get(key)
        if known is None:
            holders = self._among(self.index.callers.get(key, ()))
            known = self._calls[key] = tuple(site for rank in holders for site in self._tables[rank].calls[key])
        return known

    def method_calls(self, name: str) -> tuple[CallSite, ...]:
        """The calls of methods with this name, whatever the type."""
        known = self._method_calls.get(name)
        if known is None:
            holders = self._among(self.index.method_callers.get(name, ()))
            known = tuple(site for rank in holders for site in self._tables[rank].method_calls[name])
            self._method_calls[name] = known
        return known

    def type_arguments(self) -> frozenset[Named]:
        """The types that the program puts in the place of type parameters, as far as it says so."""
        if self._bound is None:
            found: set[Named] = set()
            for package in self.packages:
                for key in filter(self._may_run, self.index.functions(package)):
                    for kind in self._kinds(key):
                        _note_arguments(kind, found)
            self._bound = frozenset(found)
        return self._bound

    def _kinds(self, key: str) -> Iterator[GoType | None]:
        """The types that a function names, and those of what it calls and makes."""
        function = self.index.universe.function(key)
        body = self.index.body(key)
        if function is not None:
            yield function.type
        for call, _ in body.calls:
            yield call.type
            yield Named("", "", call.type_arguments or self._inferred(call))
        for composite, _ in body.composites:
            yield composite.type

    def _inferred(self, call: Call) -> tuple[GoType | None, ...]:
        """What functions among a call's arguments take where what is called has type parameters."""
        callee = call.callee
        function = self.index.universe.function(callee.key) if callee is not None else None
        if function is None or not any(map(_is_open, function.type.parameters)):
            return ()
        given = [argument.type for argument in call.arguments if not isinstance(argument, TypeName)]
        return tuple(kind for one in given if isinstance(one, Func) for kind in one.parameters)

    def _among(self, holders: Iterable[str]) -> list[int]:
        """The ranks of those of the packages that are the program's."""
        return sorted(self._rank[package] for package in holders if package in self._rank)


def _note_arguments(kind: GoType | None, found: set[Named]) -> None:
    stack = [kind]
    for _ in range(_MOST):
        if not stack:
            return
        one = stack.pop()
        if isinstance(one, Named):
            stack += one.arguments
            found.update(inner for argument in one.arguments if isinstance(inner := bare(argument), Named))
        elif isinstance(one, (Array, Chan, Map, Pointer, Slice)):
            stack.append(one.element)
        elif isinstance(one, Func):
            stack += (*one.parameters, *one.results)


def _is_open(kind: GoType | None) -> bool:
    """True for a function type with type parameters in place of what it takes."""
    return isinstance(kind, Func) and any(isinstance(bare(one), TypeParameter) for one in kind.parameters)
