"""Values of the project that libraries are given: which of their methods these call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lambdalint.data.go_entries import under
from lambdalint.data.go_lent import DECODED, ENCODED, KEPT, LENT, NEVER, Lent
from lambdalint.golang.flow.origins import Flow
from lambdalint.golang.flow.places import type_key
from lambdalint.model.goast import Call, Composite, Expr, Literal, TypeName, Unary
from lambdalint.model.gotypes import (
    ERROR,
    Array,
    Func,
    GoType,
    Map,
    Named,
    Pointer,
    Slice,
    Struct,
    Tuple,
    is_of_package,
)
from lambdalint.model.methodsets import method, underlying
from lambdalint.source import Span

DEEPEST = 4  # fields of fields that are looked into
_NEVER_TYPES = frozenset({Func, Tuple})


class Lending:
    """Answers for one program; most have no such methods, and cost nothing."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.universe = flow.universe
        self._names = frozenset[str]().union(*(flow.index.table(package).lent for package in flow.packages))
        self._rows = tuple(row for row in LENT if not self._names.isdisjoint(row.methods))
        self._meant: dict[tuple[str, str], tuple[Lent, ...]] = {}
        self._found: dict[tuple[object, ...], tuple[str, ...]] = {}

    def called(self, call: Call, function: str) -> Iterator[str]:
        """Keys of the methods that a call of a library runs on what it is given."""
        callee = call.callee
        if callee is None or not call.arguments or not self._rows:
            return
        name = (callee.package, callee.name)
        rows = self._meant.get(name)
        if rows is None:
            rows = self._meant[name] = tuple(row for row in self._rows if _is_meant(row, *name))
        for row in rows:
            for argument in _given(call):
                for kind in self._kinds(argument, function):
                    yield from self._methods(kind, row.methods, DEEPEST if row.inside else 0)

    def of_handler(self, kind: Func | None) -> Iterator[str]:
        """Keys of the methods that the runtime client runs to decode an event and to encode an answer."""
        if kind is None or self._names.isdisjoint((*ENCODED, *DECODED)):
            return
        for given in kind.parameters:
            yield from self._methods(given, DECODED, DEEPEST)
        for given in kind.results:
            yield from self._methods(given, ENCODED, DEEPEST)

    def kept(self, functions: Iterable[str]) -> Iterator[tuple[str, str, Span]]:
        """Methods of values that the given functions make and a library keeps: each with the function and the place."""
        names = self._names.intersection(KEPT)
        for key in sorted(functions) if names else ():
            for composite, _ in self.flow.index.body(key).composites:
                for name in names:
                    found = self._own(composite.type, name)
                    if found is not None and _takes(found[1], KEPT[name]):
                        yield found[0], key, composite.span

    def _kinds(self, argument: Expr, function: str) -> Iterator[GoType]:
        """The types that an argument may have."""
        kind = argument.type
        if type(kind) in _NEVER_TYPES or kind == ERROR or isinstance(argument, Literal):
            return
        if kind is not None and not self.flow.is_interface(kind):
            yield kind
            return
        for origin in self.flow.origins(argument, function, self.flow.is_concrete):
            expression = origin.expression
            if not isinstance(expression, TypeName) and expression.type is not None:
                yield expression.type

    def _methods(self, kind: GoType | None, names: Mapping[str, tuple[int, int]], deep: int) -> tuple[str, ...]:
        """Keys of the methods with these names and numbers of parameters that a type has, or what is inside of it."""
        if kind is None:
            return ()
        question = (type(kind), kind, tuple(names), deep)  # records of different classes may be equal
        known = self._found.get(question)
        if known is None:
            self._found[question] = ()
            known = self._found[question] = tuple(dict.fromkeys(self._find(kind, names, deep)))
        return known

    def _find(self, kind: GoType, names: Mapping[str, tuple[int, int]], deep: int) -> Iterator[str]:
        for name, (parameters, results) in names.items():
            found = self._own(kind, name)
            if found is not None and (len(found[1].parameters), len(found[1].results)) == (parameters, results):
                yield found[0]
        if isinstance(kind, Pointer):
            yield from self._methods(kind.element, names, deep)
        inner = underlying(self.universe.types, kind) if deep else None
        if isinstance(inner, (Slice, Array, Map)):
            yield from self._methods(inner.element, names, deep - 1)
        elif isinstance(inner, Struct):
            for field in inner.fields:
                yield from self._methods(field.type, names, deep - 1)

    def _own(self, kind: GoType | None, name: str) -> tuple[str, Func] | None:
        """The key and type of the method of a type of the program's own."""
        owner = kind.element if isinstance(kind, Pointer) else kind
        if not isinstance(owner, Named) or owner.package not in self.flow.ledger:
            return None
        found = method(self.universe.types, Pointer(owner), name)
        if found is None or found.interface or found.type is None or self.universe.function(found.key) is None:
            return None
        return found.key, found.type


def _is_meant(row: Lent, package: str, name: str) -> bool:
    known = under(package, row.packages) if row.packages else not under(package, NEVER)
    return known and (not row.words or any(word in name for word in row.words))


def _given(call: Call) -> Iterator[Expr]:
    """The arguments of a call, and what stands in composite literals of libraries among them."""
    stack = list(reversed(call.arguments))
    while stack:
        node = stack.pop()
        yield node
        inner = node.operand if isinstance(node, Unary) and node.op == "&" else node
        if isinstance(inner, Composite) and type_key(inner.type):
            stack.extend(element.value for element in inner.elements)


def _takes(kind: Func, given: tuple[str, str]) -> bool:
    return any(is_of_package(parameter, *given) for parameter in kind.parameters)
