"""What is handed to an entry point: the function that Lambda calls, through wrappers, factories and adapters."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.go_entries import (
    ADAPTER_EVENTS,
    ADAPTERS,
    EVENTS_PACKAGE,
    HANDLER_MAKERS,
    PROVIDERS,
    RUNTIME_CLIENT,
    WRAPPERS,
    under,
)
from lambdalint.golang.flow.conditions import is_nil
from lambdalint.golang.flow.origins import Binding, Origin
from lambdalint.golang.flow.places import type_key
from lambdalint.golang.flow.plain import is_function
from lambdalint.golang.reach.graph import Graph
from lambdalint.model.code import Entry, GoFunction, Handler
from lambdalint.model.generics import has_parameters
from lambdalint.model.goast import Call, Composite, Expr, Index, Literal, Name, Opaque, Selector, TypeName
from lambdalint.model.gotypes import CONTEXT, ERROR, Basic, Func, GoType, Named, Pointer, Tuple, TypeParameter
from lambdalint.model.methodsets import method, underlying
from lambdalint.model.satisfaction import has_invoke
from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Found(NamedTuple):
    """A handler and how it was made. `served`: it is an adapter's, and runs the routes that the program registers.

    `used` are the calls of handler makers that were seen through.
    """

    handler: Handler
    binding: Binding
    served: bool
    used: tuple[Span, ...]


class Trail(NamedTuple):
    """What was passed on the way from the entry point to a value, and the static type of the innermost of it."""

    wrapped: bool
    used: tuple[Span, ...]
    depth: int
    passed: GoType | None = None


class HandlerSearch:
    """Finds the handlers of one program's entry points."""

    def __init__(self, graph: Graph, program: str) -> None:
        self.graph = graph
        self.flow = graph.flow
        self.universe = graph.universe
        self.program = program

    def of(self, entries: tuple[Entry, ...]) -> tuple[Found, ...]:
        """The handlers of all entry points, each function once; a maker whose result another entry takes is none."""
        found: list[Found] = []
        for entry in sorted(entries, key=lambda e: e.name in HANDLER_MAKERS):
            if any(entry.call.span in other.used for other in found):
                continue
            for item in self._of_entry(entry):
                same = [other for other in found if other.handler.key.partition("@")[0] == item.handler.key]
                plain = item.handler.function is None
                if any(plain or _is_same(other, item) for other in same):
                    continue
                if same:
                    # One literal of a factory or generic function, made for several handlers: each has its own path.
                    place = entry.call.span
                    item = item._replace(handler=item.handler._replace(key=f"{item.handler.key}@{place.start}"))
                found.append(item)
        return tuple(found)

    def _of_entry(self, entry: Entry) -> Iterator[Found]:
        callee = entry.call.callee
        if callee is not None and (callee.package, callee.name) in PROVIDERS:
            return
        if entry.handler is None:
            yield self._found(entry, Trail(entry.starter, (), 0), kind="unknown", served=entry.starter)
            return
        origin = Origin(entry.handler, entry.function.key)
        found = tuple(self._trace(entry, origin, Trail(entry.starter, (), 0)))
        yield from found or (self._found(entry, Trail(entry.starter, (), 0), kind="unknown", served=entry.starter),)

    def _trace(self, entry: Entry, origin: Origin, trail: Trail) -> Iterator[Found]:
        trail = trail._replace(passed=origin.expression.type)
        for found in self.flow.origins_within(origin, self._stop):
            yield from self._classify(entry, found, trail)

    def _stop(self, expression: Expr) -> bool:
        """True for values whose static type already says what they are."""
        if isinstance(expression, (TypeName, Literal)) or is_nil(expression):
            return True
        kind = expression.type
        if has_invoke(self.universe.types, kind) and not self.flow.is_interface(kind):
            return True
        if isinstance(expression, Call) and kind == ERROR:
            return True
        return self.flow.is_concrete(expression) and not self._is_func(kind)

    def _is_func(self, kind: GoType | None) -> bool:
        return isinstance(underlying(self.universe.types, kind), Func)

    # -- kinds of values ---------------------------------------------------------------------------------------------

    def _classify(self, entry: Entry, origin: Origin, trail: Trail) -> Iterator[Found]:
        node = origin.expression
        if isinstance(node, Call):
            yield from self._from_call(entry, origin, node, trail)
            return
        if is_nil(node):
            # a starter without a handler serves what was registered with net/http itself
            kind = "unknown" if trail.wrapped else "nil"
            yield self._found(entry, trail, kind=kind, binding=origin.binding, served=entry.starter)
            return
        by_type = self._by_type(entry, origin, trail)
        if by_type is not None:
            yield by_type
            return
        resolved = self.graph.targets.of_value(origin)
        if resolved.targets:
            for target in resolved.targets:
                function = self.universe.function(target.key)
                yield self._found(entry, trail, function=function, value=node, binding=self._holders(origin))
        elif resolved.foreign is not None and under(resolved.foreign.package, ADAPTERS):
            yield self._found(entry, trail, kind="func", value=node, binding=origin.binding, served=True)
        else:
            yield self._found(entry, trail, kind="unknown", value=node, binding=origin.binding)

    def _by_type(self, entry: Entry, origin: Origin, trail: Trail) -> Found | None:
        node = origin.expression
        if isinstance(node, TypeName) or is_nil(node):
            return None
        kind = node.type
        if has_invoke(self.universe.types, kind) and not self.flow.is_interface(kind):
            chosen = method(self.universe.types, kind, "Invoke")
            function = self.universe.function(chosen.key) if chosen is not None else None
            binding = self._through(node, origin)
            if function is not None and self._is_func(kind):
                binding = (*binding, (function.key, origin.function, _invocation(node, function)))
            return self._found(entry, trail, function=function, interface=True, binding=binding)
        if trail.wrapped and kind is not None:
            chosen = method(self.universe.types, kind, "ServeHTTP")
            if chosen is not None and self.universe.function(chosen.key) is not None:
                function = self.universe.function(chosen.key)
                return self._found(entry, trail, function=function, value=None, binding=origin.binding, served=True)
            if isinstance(kind, (Named, Pointer)) and not self._is_func(kind):
                return self._found(entry, trail, kind="unknown", binding=origin.binding, served=True)
        word = self._bad_kind(kind)
        return None if word is None else self._found(entry, trail, kind=word, binding=origin.binding)

    def _bad_kind(self, kind: GoType | None) -> str | None:
        """The word for a type that can't be a handler; None where it can be or that isn't known."""
        if kind is None or self.flow.is_interface(kind) or self._is_func(kind):
            return None
        if has_invoke(self.universe.types, kind) is not False:
            return None
        if isinstance(kind, Pointer):
            return "pointer"
        under_type = underlying(self.universe.types, kind)
        if isinstance(under_type, Basic):
            return under_type.name.removeprefix("untyped ")
        return type(under_type).__name__.lower() if under_type is not None else None

    def _from_call(self, entry: Entry, origin: Origin, call: Call, trail: Trail) -> Iterator[Found]:
        callee = call.callee
        if callee is not None and trail.depth < 8:
            inner = None
            used = trail.used
            wrapped = trail.wrapped
            if callee.package == RUNTIME_CLIENT and callee.name in HANDLER_MAKERS:
                inner, used = HANDLER_MAKERS[callee.name], (*used, call.span)
            elif callee.name in WRAPPERS.get(callee.package, {}):
                inner, wrapped = WRAPPERS[callee.package][callee.name], True
            if inner is not None and inner < len(call.arguments):
                argument = Origin(call.arguments[inner], origin.function, origin.binding)
                yield from self._trace(entry, argument, Trail(wrapped, used, trail.depth + 1))
                return
            if under(callee.package, ADAPTERS):
                yield self._found(entry, trail._replace(wrapped=True), value=call, binding=origin.binding, served=True)
                return
            if self._is_foreign(call) and not self._is_no_handler(call.type):
                given = [a for a in call.arguments if self._may_be_handler(a, origin.function)]
                if len(given) == 1:
                    argument = Origin(given[0], origin.function, origin.binding)
                    yield from self._trace(entry, argument, Trail(True, used, trail.depth + 1))
                    return
        if has_invoke(self.universe.types, call.type):
            chosen = method(self.universe.types, call.type, "Invoke")
            function = self.universe.function(chosen.key) if chosen is not None and not chosen.interface else None
            yield self._found(entry, trail, function=function, interface=True, binding=self._through(call, origin))
        elif not trail.wrapped and self._is_no_handler(call.type):
            yield self._found(entry, trail, kind="called", binding=origin.binding)
        else:
            yield self._found(entry, trail, kind="unknown", value=call, binding=origin.binding, served=trail.wrapped)

    def _is_foreign(self, call: Call) -> bool:
        callee = call.callee
        return callee is not None and callee.package not in self.universe.packages and callee.package != "builtin"

    def _may_be_handler(self, argument: Expr, function: str) -> bool:
        """True for function values and for lambda.Handlers: what a library's wrapper wraps."""
        if is_function(self.universe.types, argument):
            return True
        if isinstance(argument, TypeName) or argument.type is None:
            return bool(self.graph.targets.of_expression(argument, function).targets)
        return has_invoke(self.universe.types, argument.type) is True

    def _is_no_handler(self, kind: GoType | None) -> bool:
        if kind == ERROR or isinstance(kind, Tuple):
            return True
        return self._bad_kind(kind) is not None

    # -- results -----------------------------------------------------------------------------------------------------

    def _holders(self, origin: Origin) -> Binding:
        """The calls that made the value a method value is bound to, beside those that made the method value."""
        node = origin.expression
        if isinstance(node, Selector) and not node.ref:
            return self._through(node.operand, origin)
        return origin.binding

    def _through(self, node: Expr, origin: Origin) -> Binding:
        binding = list(origin.binding)
        for maker in self.flow.origins_within(Origin(node, origin.function, origin.binding), None):
            if isinstance(maker.expression, Composite):
                binding.extend(b for b in maker.binding if b[0] not in {known[0] for known in binding})
        return tuple(binding)

    def _found(
        self,
        entry: Entry,
        trail: Trail,
        *,
        function: GoFunction | None = None,
        value: Expr | None = None,
        binding: Binding = (),
        kind: str = "func",
        interface: bool = False,
        served: bool = False,
    ) -> Found:
        place = entry.handler.span if entry.handler is not None else entry.call.span
        span = function.signature if function is not None else place
        made = value.span if value is not None and served else place
        name = function.key if function is not None else f"{made.path}:{made.start}"
        handler = Handler(
            f"{self.program}#{name}",
            self.program,
            span,
            entry,
            function,
            self._instance(self._type(function, value, served), trail.passed),
            interface,
            trail.wrapped or served,
            kind,
        )
        return Found(handler, binding, served, trail.used)

    def _instance(self, declared: Func | None, passed: GoType | None) -> Func | None:
        """The type of a generic function as it was passed."""
        static = underlying(self.universe.types, passed) if has_parameters(declared) else None
        return static if isinstance(static, Func) and not has_parameters(static) else declared

    def _type(self, function: GoFunction | None, value: Expr | None, served: bool) -> Func | None:
        if isinstance(value, Index):
            value = value.operand if value.type is None else value
        kind = underlying(self.universe.types, value.type) if _has_type(value) and value is not None else None
        if function is not None and (value is None or not _is_method_expression(value)):
            if not any(_is_generic(p) for p in (*function.type.parameters, *function.type.results)):
                return function.type
            return kind if isinstance(kind, Func) else function.type
        if isinstance(kind, Func):
            return kind
        if served and isinstance(value, Selector):
            return _adapter_type(value.operand.type, value.name)
        return None


def _is_same(one: Found, other: Found) -> bool:
    return set(one.binding) == set(other.binding) and one.handler.type == other.handler.type


def _invocation(node: Expr, function: GoFunction) -> Call:
    """The call that the runtime client makes of a function type's `Invoke`: on the function that the value is."""
    selector = Selector(node.span, node, function.name, node.span, "", None)
    return Call(node.span, selector, (Opaque(node.span),) * len(function.parameters), False, None, None)


def _has_type(value: Expr | None) -> bool:
    return value is not None and not isinstance(value, TypeName)


def _is_method_expression(value: Expr) -> bool:
    if not isinstance(value, Selector) or value.ref:
        return False
    operand = value.operand
    return isinstance(operand, TypeName) or (isinstance(operand, (Name, Selector)) and operand.ref.startswith("type:"))


def _is_generic(kind: GoType | None) -> bool:
    if isinstance(kind, TypeParameter):
        return True
    if isinstance(kind, Named):
        return any(_is_generic(argument) for argument in kind.arguments)
    return _is_generic(getattr(kind, "element", None)) if kind is not None else False


def _adapter_type(kind: GoType | None, name: str) -> Func | None:
    """The function type of an adapter's method: which event it takes shows in its type's name, or in its own."""
    adapter = type_key(kind).rpartition(".")[2]
    plain = name.removesuffix("V2")
    adapter += name.removeprefix(plain) if adapter else ""
    for suffix, (event, answer) in reversed(ADAPTER_EVENTS.items()):
        if adapter.endswith(suffix) and adapter and plain in {"Proxy", "ProxyWithContext"}:
            first = (CONTEXT,) if plain == "ProxyWithContext" else ()
            return Func((*first, Named(EVENTS_PACKAGE, event)), (Named(EVENTS_PACKAGE, answer), ERROR))
    return None
