"""What calls run as far as the text alone says: the same in every program, and found once for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.golang.flow.bodies import Spot
from lambdalint.golang.flow.index import CodeIndex
from lambdalint.golang.lowering.body import new
from lambdalint.model.goast import (
    Call,
    Callee,
    Closure,
    Composite,
    Expr,
    Literal,
    Name,
    Opaque,
    Selector,
    TypeName,
    Unary,
)
from lambdalint.model.gotypes import (
    ANY,
    ERROR,
    Array,
    Basic,
    Chan,
    Func,
    GoType,
    Interface,
    Map,
    Named,
    Pointer,
    Slice,
    Struct,
    Tuple,
    TypeParameter,
)
from lambdalint.model.methodsets import Types, method, underlying
from lambdalint.record import NamedTuple

_OPEN = frozenset({type(None), Interface, TypeParameter})
_NO_FUNCTION = frozenset({Literal, Opaque, TypeName})
_NO_FUNCTION_TYPE = frozenset({type(None), Array, Basic, Chan, Map, Pointer, Slice, Struct, Tuple})


class Target(NamedTuple):
    """A function of the project that a call may run. `once`: the value called runs it only the first time."""

    key: str
    once: bool = False


class Resolved(NamedTuple):
    """What a call may run. `foreign` is the one library function or method it turns out to be, if so."""

    targets: tuple[Target, ...]
    foreign: Callee | None = None


NOTHING = Resolved(())


class PlainCall(NamedTuple):
    """A call in a body. `runs` is what it runs, None where that takes the program to tell.

    `values` are the function values among its arguments, each with the argument's position; in composite literals too
    where it is a library that gets them.
    """

    call: Call
    spot: Spot
    runs: Resolved | None
    values: tuple[tuple[int, Expr], ...]


class PlainCalls:
    """Reads calls, for all programs."""

    def __init__(self, index: CodeIndex) -> None:
        self.index = index
        self.universe = index.universe
        self._bodies: dict[str, tuple[PlainCall, ...]] = {}
        self._named: dict[str, Resolved] = {}

    def of(self, key: str) -> tuple[PlainCall, ...]:
        """The calls of a function."""
        known = self._bodies.get(key)
        if known is None:
            known = tuple(self._read(call, spot) for call, spot in self.index.body(key).calls)
            self._bodies[key] = known
        return known

    def _read(self, call: Call, spot: Spot) -> PlainCall:
        runs = self.runs(call)
        abroad = runs is not None and not runs.targets
        values = handed(self.universe.types, call, abroad)
        return new(PlainCall, (call, spot, runs, values))

    def runs(self, call: Call) -> Resolved | None:
        """What a call runs in any program; None where values decide, or the types that a program makes."""
        node, callee = call.function, call.callee
        if isinstance(node, Closure):
            return self._function(node.function)
        if callee is not None:
            if callee.package == "builtin":
                return NOTHING
            if callee.package in self.universe.packages:
                found = self.universe.function(callee.key)
                if found is not None and (found.body is not None or not callee.receiver):
                    return self._function(callee.key)
        if isinstance(node, Selector) and not node.ref:
            kind = node.operand.type
            if is_interface(self.universe.types, kind):
                return None
            promoted = method(self.universe.types, kind, node.name)
            if promoted is not None and promoted.interface:
                return None
            if promoted is not None and self.universe.function(promoted.key) is not None:
                return self._function(promoted.key)
            if calls_itself(self.universe.types, kind):
                return None
        elif callee is not None and isinstance(node, (Name, Selector)) and node.ref.startswith(("var:", "local:")):
            return None
        return None if callee is None else NOTHING

    def _function(self, key: str) -> Resolved:
        known = self._named.get(key)
        if known is None:
            known = self._named[key] = Resolved((Target(key),))
        return known


def handed(types: Types, call: Call, nested: bool) -> tuple[tuple[int, Expr], ...]:
    """The function values among the arguments of a call; `nested`: also those in composite literals."""
    found: list[tuple[int, Expr]] = []
    for position, argument in enumerate(call.arguments):
        form = type(argument)
        if form is Unary or form is Composite:
            found += [(position, value) for value in function_values(types, argument, nested)]
        elif is_function(types, argument):
            found.append((position, argument))
    return tuple(found)


def function_values(types: Types, argument: Expr, nested: bool) -> Iterator[Expr]:
    """The function values in an argument; `nested`: also those in composite literals."""
    stack = [argument]
    while stack:
        node = stack.pop()
        if isinstance(node, Unary) and node.op == "&":
            stack.append(node.operand)
        elif isinstance(node, Composite):
            if nested:
                stack.extend(element.value for element in reversed(node.elements))
        elif is_function(types, node):
            yield node


def is_function(types: Types, expression: Expr) -> bool:
    """True when an expression is a function value, as far as its type or its form shows."""
    form = type(expression)
    if form in _NO_FUNCTION:
        return False
    if form is Closure or (isinstance(expression, (Name, Selector)) and expression.ref.startswith("func:")):
        return True
    if type(expression.type) in _NO_FUNCTION_TYPE:
        return False
    return isinstance(underlying(types, expression.type), Func)


def may_call(types: Types, kind: GoType | None) -> bool:
    """True for function types and for the empty interface, which a handler is handed around as."""
    return kind == ANY or isinstance(underlying(types, kind), Func) or underlying(types, kind) == ANY


def calls_itself(types: Types, kind: GoType | None) -> bool:
    """True for a library's function type with methods, such as http.HandlerFunc: they call the function."""
    return type(kind) is Named and isinstance(underlying(types, kind), Func)


def is_interface(types: Types, kind: GoType | None) -> bool:
    """True for interface types (type parameters included) and for types that aren't known."""
    form = type(kind)
    if form is Named:
        under = underlying(types, kind)
        return under is None or isinstance(under, Interface) or under == ANY
    return form in _OPEN or kind in (ANY, ERROR)
