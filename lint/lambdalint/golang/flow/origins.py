"""Where values come from: from a use back through variables, fields, parameters and results to what made them.

Order and conditions don't count: a variable comes from everything that is ever written to it in the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from lambdalint.data.go_callbacks import PASSING
from lambdalint.golang.flow.index import CallSite, Source, given_by, parameter_at
from lambdalint.golang.flow.ledger import Ledger
from lambdalint.golang.flow.places import elements_key
from lambdalint.golang.flow.plain import is_interface, may_call
from lambdalint.golang.lowering.body import new
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import (
    Assertion,
    Call,
    Closure,
    Composite,
    Conversion,
    Expr,
    Index,
    Name,
    Opaque,
    Return,
    Selector,
    Slicing,
    TypeName,
    Unary,
)
from lambdalint.model.gotypes import Func, GoType, Map, Slice, bare
from lambdalint.model.methodsets import underlying
from lambdalint.record import NamedTuple

ELEMENT = -2  # what is wanted of a holder: any of its elements, not the result with a number
BUDGET = 3000  # steps of one search; what is left then isn't known
DEEPEST = 8  # parts of parts that are wanted at once
SEVERAL = 8  # functions that a variable may hold and a search still tells apart

Binding = tuple[tuple[str, str, Call], ...]


class Origin(NamedTuple):
    """An expression a value was made by, and the function it stands in.

    `binding` lists the calls that the value was made through: (function called, caller, call).
    """

    expression: Expr
    function: str
    binding: Binding = ()


class _Step(NamedTuple):
    expression: Expr
    function: str
    wants: tuple[int, ...]
    binding: Binding


Stop = Callable[[Expr], bool]
_Places: TypeAlias = set[tuple[object, ...]]


class Flow:
    """Answers for one program: only its packages count, and `binding` says by which calls factories were entered."""

    def __init__(self, ledger: Ledger, binding: Binding = ()) -> None:
        self.ledger = ledger
        self.index = ledger.index
        self.universe = ledger.index.universe
        self.packages = ledger.packages
        self.binding = binding
        self.parameters = ledger.index.parameters
        self.called: Callable[[Call, str], tuple[str, ...]] = lambda *_: ()
        self.skipped: Callable[[CallSite], bool] | None = None  # for calls that Lambda never comes to
        self._memo: dict[tuple[object, ...], tuple[Origin, ...]] = {}
        self._callers: dict[str, tuple[CallSite, ...]] = {}
        self._taken: dict[str, tuple[tuple[Expr, str], ...]] = {}

    # -- look-ups over the program's packages ----------------------------------------------------------------------

    def writes(self, place: str) -> Sequence[Source]:
        """All that the program writes to a place."""
        holder, bar, _ = place.partition("|")
        return self.index.local_writes(holder).get(place, ()) if bar else self.ledger.writes(place)

    def calls_of(self, key: str) -> tuple[CallSite, ...]:
        """The calls of a function by its name, and calls of interface methods that may be it."""
        known = self._callers.get(key)
        if known is None:
            known = (*self.ledger.calls(key), *self._through_interfaces(key), *self._through_variables(key))
            if self.skipped is not None:
                known = tuple(site for site in known if not self.skipped(site))
            self._callers[key] = known
        return known

    def _through_variables(self, key: str) -> Iterator[CallSite]:
        """The calls of variables that hold a function literal which is handed functions, and of what gives one."""
        function = self.universe.function(key) if "$" in key else None
        types = self.universe.types
        if function is None or not any(may_call(types, parameter.type) for parameter in function.parameters):
            return
        if function.parent is not None and any(_gives(one, key) for one in self.index.results(function.parent)):
            yield from self.ledger.calls(given_by(function.parent))
            for site in self.ledger.calls(function.parent):
                for place in self.index.kept_in(site.call, site.function):
                    yield from self.index.local_calls(place)
        for place in self.index.held_in(key):
            yield from self.index.local_calls(place) if "|" in place else self.ledger.calls(place)

    def _through_interfaces(self, key: str) -> Iterator[CallSite]:
        function = self.universe.function(key)
        if function is None or function.receiver is None:
            return
        for site in self.ledger.method_calls(function.name):
            operand = site.call.function.operand if isinstance(site.call.function, Selector) else None
            if operand is not None and self.is_interface(operand.type):
                yield site

    def instantiated(self, name: str) -> bool:
        """True when the program makes a value of a type (`<import path>.<Name>`)."""
        return name in self.ledger.instantiated

    def is_interface(self, kind: GoType | None) -> bool:
        """True for interface types (type parameters included) and for types that aren't known."""
        return is_interface(self.universe.types, kind)

    def is_concrete(self, expression: Expr) -> bool:
        """True when the static type of an expression is a known type that is no interface."""
        kind = expression.type if not isinstance(expression, TypeName) else None
        return kind is not None and not self.is_interface(kind)

    # -- origins -----------------------------------------------------------------------------------------------------

    def origins(self, expression: Expr, function: str, stop: Stop | None = None) -> tuple[Origin, ...]:
        """What made the value of an expression. An `Opaque` among the answers: there may be more.

        `stop` ends the search at expressions for which it is true.
        """
        return tuple(self.each_origin(expression, function, stop))

    def each_origin(self, expression: Expr, function: str, stop: Stop | None = None) -> Iterator[Origin]:
        """As `origins`, but sought one after the other: who has seen enough needs no more of them."""
        key = self._question(expression, function, stop)
        if key is None:
            return iter((Origin(expression, function, self.binding),))
        known = self._memo.get(key)
        return (
            iter(known) if known is not None else self._seek(key, _Step(expression, function, (), self.binding), stop)
        )

    def _question(self, expression: Expr, function: str, stop: Stop | None) -> tuple[object, ...] | None:
        """What two searches share that find the same; None where the expression itself is the answer."""
        form = type(expression)
        if form not in _WAYS or (stop is not None and stop(expression)):
            return None
        if form is Name or form is Selector:
            place = self.index.place(expression, function)
            if not place:
                return None
            if self.writes(place) or self._is_handed(place, function):  # it isn't the answer itself, wherever it stands
                return (place, function if "|" in place else "", stop)
        return expression.span, form, function, stop

    def _is_handed(self, place: str, function: str) -> bool:
        """True for a parameter of a function that the program calls."""
        owner = self.parameters(function).get(place) if "|" in place else None
        return owner is not None and bool(self.calls_of(owner[0]))

    def _seek(self, key: tuple[object, ...], first: _Step, stop: Stop | None) -> Iterator[Origin]:
        self._memo[key] = ()  # what asks for them again meanwhile finds none
        found: list[Origin] = []
        try:
            for origin in self._search(first, stop):
                found.append(origin)
                yield origin
        except GeneratorExit:
            del self._memo[key]
            raise
        self._memo[key] = tuple(found)

    def origins_within(self, origin: Origin, stop: Stop | None) -> Iterator[Origin]:
        """As `each_origin`, for an expression that was itself reached through calls."""
        binding = (*origin.binding, *(b for b in self.binding if all(b[0] != own[0] for own in origin.binding)))
        return self._search(_Step(origin.expression, origin.function, (), binding), stop)

    def _search(self, first: _Step, stop: Stop | None) -> Iterator[Origin]:
        stack = [first]
        seen: set[tuple[object, ...]] = set()
        places: set[tuple[object, ...]] = set()
        budget = BUDGET
        while stack:
            step = stack.pop()
            expression, function, wants, binding = step
            _, start, end = expression.span
            mark = (start, end, type(expression), function, wants, len(binding))
            if mark in seen:
                continue
            seen.add(mark)
            budget -= 1
            if budget < 0 or len(wants) > DEEPEST:
                yield Origin(Opaque(expression.span), function)
                if budget < 0:
                    return
                continue  # a composite that holds others of its kind: what else there is
            if stop is not None and not wants and stop(expression):
                yield Origin(expression, function, binding)
                continue
            way = _WAYS.get(type(expression))
            further = way(self, step, expression, places) if way is not None else None
            if further is None:
                yield Origin(expression, function, binding)
            else:
                stack += reversed(further)

    # The ways back give the expressions one step back; None where the value is made here or comes from outside.
    # `places` are those whose writes the search has followed already.

    def _from_operand(self, step: _Step, node: Any, _: _Places) -> list[_Step] | None:
        return [_Step(node.operand, step.function, step.wants, step.binding)]

    def _from_unary(self, step: _Step, node: Unary, _: _Places) -> list[_Step] | None:
        if node.op == "<-":
            return [_Step(node.operand, step.function, (*step.wants, ELEMENT), step.binding)]
        return [_Step(node.operand, step.function, step.wants, step.binding)] if node.op in {"&", "*"} else None

    def _from_index(self, step: _Step, node: Index, _: _Places) -> list[_Step] | None:
        whole = isinstance(node.key, TypeName) or _names_function(node.operand)
        wants = step.wants if whole else (*step.wants, ELEMENT)
        return [_Step(node.operand, step.function, wants, step.binding)]

    def _from_composite(self, step: _Step, node: Composite, _: _Places) -> list[_Step] | None:
        if not step.wants or step.wants[-1] != ELEMENT:
            return None
        return [_Step(e.value, step.function, step.wants[:-1], step.binding) for e in node.elements]

    def _from_place(self, step: _Step, node: Name | Selector, places: _Places) -> list[_Step] | None:
        place = self.index.place(node, step.function)
        if not place:
            return None
        owner = self.parameters(step.function).get(place)
        if owner is not None:
            arguments = self._arguments(owner[0], owner[1], step)
            found = [*(arguments or ()), *self._written(place, step, node)]
            return found if found or arguments is not None else None
        mark = (place, step.wants, len(step.binding))
        if mark in places:
            return []
        found = self._written(place, step, node)
        if found:
            places.add(mark)
        return found or None

    def _written(self, place: str, step: _Step, node: Expr) -> list[_Step]:
        """What is written to a place, and to what it holds where that is asked for."""
        found = [_source_step(source, step) for source in self.writes(place)]
        wants = step.wants
        kind = elements_key(node.type) if wants and wants[-1] == ELEMENT and isinstance(node, Name | Selector) else ""
        while wants and wants[-1] == ELEMENT:
            place += "[]"
            kind = kind and kind + "[]"
            wants = wants[:-1]
            inner = _Step(node, step.function, wants, step.binding)
            found += [_source_step(source, inner) for source in self.writes(place)]
            if kind:
                found += [_source_step(source, inner) for source in self.writes(kind)]
        return found

    def _arguments(self, owner: str, index: int, step: _Step) -> list[_Step] | None:
        function = self.universe.function(owner)
        if function is None:
            return None
        for called, caller, call in step.binding:
            if called == owner:
                left = tuple(b for b in step.binding if b[0] != owner)
                return self._bound(function, CallSite(caller, call), index, step._replace(binding=left))
        found: list[_Step] = []
        sites = list(self.calls_of(owner))
        for site in sites:
            found.extend(self._bound(function, site, index, step))
        if index < 0 and not sites:
            found += [_Step(value, at, step.wants, step.binding) for value, at in self._methods_taken(function)]
        return found if sites or found else None

    def _methods_taken(self, function: GoFunction) -> tuple[tuple[Expr, str], ...]:
        """The tables and functions with a type of their own whose method is handed over: `table{…}.Resolve`; each with
        the function that it stands in.
        """
        known = self._taken.get(function.key)
        if known is None:
            receiver = bare(function.receiver.type) if function.receiver is not None else None
            plain = not isinstance(underlying(self.universe.types, receiver), (Map, Slice, Func))
            packages = () if plain else [p for p in self.packages if self.index.mentions(p, function.name)]
            known = self._taken[function.key] = tuple(
                (node.operand, key)
                for package in packages
                for key in self.index.functions(package)
                for node in self.index.body(key).names
                if isinstance(node, Selector) and node.name == function.name and bare(node.operand.type) == receiver
            )
        return known

    def _bound(self, function: GoFunction, site: CallSite, index: int, step: _Step) -> list[_Step]:
        arguments = parameter_at(function, site.call, index)
        if not arguments and index >= 0 and len(site.call.arguments) == 1 and len(function.parameters) > 1:
            inner = site.call.arguments[0]
            return [_Step(inner, site.function, (*step.wants, index), step.binding)]
        wants = step.wants
        last = function.type.variadic and index == len(function.parameters) - 1
        if last and not site.call.spread and wants and wants[-1] == ELEMENT:
            wants = wants[:-1]
        return [_Step(argument, site.function, wants, step.binding) for argument in arguments]

    def _from_call(self, step: _Step, call: Call, _: _Places) -> list[_Step] | None:
        callee = call.callee
        if callee is not None and callee.package == "builtin":
            if callee.name == "append" and step.wants and step.wants[-1] == ELEMENT and call.arguments:
                whole, *added = call.arguments
                inner = step.wants if call.spread else step.wants[:-1]
                return [step._replace(expression=whole)] + [
                    step._replace(expression=argument, wants=inner) for argument in added
                ]
            return None
        if callee is not None and callee.name in PASSING.get(callee.package, ()) and call.arguments:
            return [step._replace(expression=call.arguments[0])]
        targets = self.called(call, step.function)
        if not targets or not any(self._has_body(target) for target in targets):
            return None
        position, wants = 0, step.wants
        if wants and wants[-1] >= 0:
            position, wants = wants[-1], wants[:-1]
        # Of several functions that a variable holds, such as middleware, each was called with what stands here.
        one, by_value = len(targets) == 1, callee is None and len(targets) <= SEVERAL
        found: list[_Step] = []
        for target in targets:
            binding = step.binding
            if (one or by_value) and all(b[0] != target for b in binding) and len(binding) < 12:
                binding = ((target, step.function, call), *binding)
            for statement in self.index.results(target):
                found.extend(self._returned(statement, target, position, wants, binding))
        return found

    def _has_body(self, key: str) -> bool:
        function = self.universe.function(key)
        return function is not None and function.body is not None

    def _returned(
        self, statement: Return, target: str, position: int, wants: tuple[int, ...], binding: Binding
    ) -> Iterator[_Step]:
        values = statement.values
        function = self.universe.function(target)
        if function is None:
            return
        if not values:
            if position < len(function.results) and function.results[position].ref:
                result = function.results[position]
                yield _Step(Name(result.span, result.name, result.ref, result.type), target, wants, binding)
        elif len(values) == 1 and len(function.results) > 1:
            yield _Step(values[0], target, (*wants, position), binding)
        elif position < len(values):
            yield _Step(values[position], target, wants, binding)


_WAYS: dict[type, Callable[[Flow, _Step, Any, _Places], list[_Step] | None]] = {
    Assertion: Flow._from_operand,
    Call: Flow._from_call,
    Composite: Flow._from_composite,
    Conversion: Flow._from_operand,
    Index: Flow._from_index,
    Name: Flow._from_place,
    Selector: Flow._from_place,
    Slicing: Flow._from_operand,
    Unary: Flow._from_unary,
}


def _source_step(source: Source, step: _Step) -> _Step:
    wants = step.wants
    if source.element:
        wants = (*wants, ELEMENT)
    elif source.position >= 0:
        # The second of two values of an index, an assertion or a receive is a flag, never what is looked for.
        plain = isinstance(source.expression, (Index, Assertion, Unary))
        wants = wants if plain else (*wants, source.position)
    return new(_Step, (source.expression, source.function, wants, step.binding))


def _gives(statement: Return, closure: str) -> bool:
    return any(isinstance(value, Closure) and value.function == closure for value in statement.values)


def _names_function(node: Expr) -> bool:
    return isinstance(node, (Name, Selector)) and node.ref.startswith("func:")
