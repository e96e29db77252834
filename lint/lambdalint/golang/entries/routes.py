"""Functions that a router runs for each request, and the places on a handler path where it is asked to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from lambdalint.data.go_callbacks import BUILDERS, EXECUTORS, RECOVERERS, RECOVERING_FIELDS, REFLECTING, ROUTERS
from lambdalint.data.go_entries import ADAPTERS, STARTERS, under
from lambdalint.golang.flow.bodies import Body, Spot
from lambdalint.golang.flow.origins import Origin
from lambdalint.golang.flow.plain import function_values, is_function
from lambdalint.golang.reach.graph import Graph
from lambdalint.golang.reach.path import Root, Routes
from lambdalint.model.code import Hop
from lambdalint.model.goast import (
    Call,
    Callee,
    Closure,
    Composite,
    Expr,
    Index,
    Name,
    Opaque,
    Selector,
    TypeName,
    Unary,
)
from lambdalint.model.gotypes import CONTEXT, ERROR, Basic, Func, Named, Pointer, Slice, bare
from lambdalint.model.methodsets import Method, methods
from lambdalint.model.satisfaction import has_invoke
from lambdalint.record import NamedTuple
from lambdalint.source import Span

_HANDLER, _HANDLER_FUNC = Named("net/http", "Handler"), Named("net/http", "HandlerFunc")
_WRITER = Named("net/http", "ResponseWriter")
_PASSING = frozenset({"ServeHTTP", "Next"})
_SERVING = frozenset(
    {
        "Proxy",
        "ProxyWithContext",
        "ProxyV2",
        "ProxyWithContextV2",
        "ServeHTTP",
        "Handle",
        "Handler",
        "Invoke",
    }
).union(*EXECUTORS.values())


class Routing(NamedTuple):
    """What a function has to do with routers: calls that may hand them functions, the values that it gives them as
    hooks, and whether it puts a recovering middleware in front of routes.

    A call has its spot, whether it surely is one of a router or adapter, and the arguments that it may hand on.
    """

    calls: tuple[tuple[Call, Spot, bool, tuple[Expr, ...]], ...]
    hooks: tuple[Expr, ...]
    recovers: bool


def registered(graph: Graph, functions: Iterable[str], before: tuple[Hop, ...] = ()) -> tuple[Root, ...]:
    """What the given functions hand to routers and adapters: functions, and the methods of values of the project.

    `before` is the route to the place that serves.
    """
    found: dict[str, Root] = {}
    keys = sorted(functions)
    routing = {key: graph.flow.index.remembered(_routing, key) for key in keys}
    for key, own in routing.items():
        for target, span in _handed(graph, key, own):
            found.setdefault(target, Root(target, span, key, False, before))
    if not found:
        return ()
    for root in tuple(found.values()):
        for target in _wrapped(graph, root.key):
            found.setdefault(target, root._replace(key=target))
    around = graph.flow.index.with_closures((*keys, *(key for key in found if key not in functions)))
    recovered = any(one.recovers for one in routing.values())
    recovered = recovered or any(_recovers_around(graph, key) for key in around)
    return tuple(root._replace(recovered=recovered) for root in found.values())


def _handed(graph: Graph, key: str, routing: Routing) -> Iterator[tuple[str, Span]]:
    """What a function hands to routers and adapters, and where."""
    for call, spot, kept, given in routing.calls:
        if graph.mode.never(spot.conditions, key) or not (kept or _is_abroad(graph, call, key)):
            continue
        for argument in given:
            for target in _targets(graph, argument, key):
                for answer in _answers(graph, call, target):
                    yield answer, argument.span
    for value in routing.hooks:
        for target in _targets(graph, value, key):
            yield target, value.span


def serving(graph: Graph, routes: Routes) -> tuple[Hop, ...] | None:
    """The shortest route to a call that passes the request on to a router or adapter; None where there is none."""
    for state, route in sorted(routes.items(), key=lambda item: len(item[1])):
        for place in graph.node(state.key).places:
            callee = place.call.callee
            if callee is not None and callee.name in _SERVING and _serves(callee):
                return (*route, Hop(place.call.span, state.key, ""))
    return None


def _serves(callee: Callee) -> bool:
    if callee.name in EXECUTORS.get(callee.package, ()):
        return True
    return under(callee.package, ADAPTERS) or (callee.name == "ServeHTTP" and under(callee.package, ROUTERS))


def _routing(body: Body) -> Routing:
    calls: list[tuple[Call, Spot, bool, tuple[Expr, ...]]] = []
    for call, spot in body.calls:
        kept = _keeps(call)
        if kept:
            given = tuple([a for a in _arguments(call) if not _is_plain(a)])
        else:
            given = tuple([a for a in call.arguments if _is_for_requests(a)])
        if given:
            calls.append((call, spot, kept, given))
    hooks = tuple(write.value for write in body.writes if write.value is not None and _is_hook(write.target))
    recovers = any(_recovers(call) for call, _ in body.calls) or any(_lets_recover(w.target) for w in body.writes)
    return Routing(tuple(calls), hooks, recovers)


def _arguments(call: Call) -> tuple[Expr, ...]:
    """What a router or starter is given to run; of a list that is handed over as several, an element."""
    callee = call.callee
    where = STARTERS.get((callee.package, callee.name)) if callee is not None else None
    if callee is not None and where is not None and not _passes_on(callee.package):
        return call.arguments[where : where + 1]  # the others are options
    if not call.spread:
        return call.arguments
    *others, last = call.arguments
    kind = last.type.element if isinstance(last.type, Slice) else None
    return (*others, Index(last.span, last, Opaque(last.span), kind))


def _is_plain(argument: Expr) -> bool:
    """True for texts, numbers, contexts and errors: nothing in them answers a request."""
    kind = argument.type
    return type(kind) is Basic or kind in (CONTEXT, ERROR)


def _keeps(call: Call) -> bool:
    callee = call.callee
    return callee is not None and (_passes_on(callee.package) or (callee.package, callee.name) in STARTERS)


@cache
def _passes_on(package: str) -> bool:
    return under(package, ROUTERS) or under(package, ADAPTERS)


def _is_for_requests(argument: Expr) -> bool:
    """True for a function that can only answer requests of HTTP, or wrap what does: who gets it is a router."""
    kind = argument.type
    if type(kind) is Named:
        return kind == _HANDLER_FUNC
    if type(kind) is not Func or not kind.parameters:
        return False
    return _WRITER in kind.parameters or (kind.parameters == (_HANDLER,) and kind.results == (_HANDLER,))


def _is_abroad(graph: Graph, call: Call, key: str) -> bool:
    """True for a call of a library of which nothing is known."""
    callee = call.callee
    known = callee is not None and (callee.package == "builtin" or callee.package in graph.universe.packages)
    return not known and not graph.targets.of(call, key).targets


def _is_hook(target: Expr) -> bool:
    """True for a field of a router, such as what it calls when a route fails, and for a variable of its package."""
    ref = getattr(target, "ref", "")
    if ref.startswith("var:"):
        return _passes_on(ref[4:].rpartition(".")[0])
    kind = target.operand.type if isinstance(target, Selector) and not target.ref else None
    named = kind.element if isinstance(kind, Pointer) else kind
    return isinstance(named, Named) and under(named.package, ROUTERS)


def _wrapped(graph: Graph, key: str) -> Iterator[str]:
    """What a middleware that a router calls makes: the functions that it returns in place of those it is given."""
    record = graph.universe.function(key)
    made = record.results[0].type if record is not None and record.results else None
    if isinstance(made, Func) or (isinstance(made, Named) and under(made.package, ROUTERS)):
        for statement in graph.flow.index.results(key):
            for value in statement.values[:1]:
                yield from _targets(graph, value, key)


def _answers(graph: Graph, call: Call, key: str) -> Iterator[str]:
    """What a router runs for requests of a function that it is given by a call."""
    if _builds(call):
        yield from _wrapped(graph, key)
    elif call.callee is not None and under(call.callee.package, REFLECTING):
        yield from _answering(graph, key)
    else:
        yield key


def _answering(graph: Graph, key: str) -> tuple[str, ...]:
    """A method, and the methods of what it and they return."""
    found = {key: None}
    stack = [key]
    while stack:
        record = graph.universe.function(stack.pop())
        kind = record.results[0].type if record is not None and record.results else None
        while isinstance(kind, Pointer | Slice):
            kind = kind.element
        if isinstance(kind, Named) and kind.package in graph.flow.ledger:
            exported = methods(graph.universe.types, Pointer(kind)).methods.values()
            more = [m.key for m in exported if m.name[:1].isupper() and m.key not in found]
            found.update(dict.fromkeys(m for m in more if graph.universe.function(m) is not None))
            stack += more
    return tuple(found)


def _builds(call: Call) -> bool:
    """True for a call that runs the functions that it is given once, while routes are registered."""
    callee = call.callee
    return callee is not None and callee.name in BUILDERS.get(callee.package, ())


def _recovers(call: Call) -> bool:
    """True for calls that put a recovering middleware in front of the routes."""
    callee = call.callee
    if callee is not None and (callee.package, callee.name) in RECOVERERS:
        return True
    for argument in call.arguments:
        if isinstance(argument, Selector) and argument.ref:
            package, _, name = argument.ref.partition(":")[2].rpartition(".")
            if (package, name) in RECOVERERS:
                return True
    return False


def _lets_recover(target: Expr) -> bool:
    """True for a field of a router that keeps what deals with panics."""
    if not isinstance(target, Selector) or target.ref:
        return False
    kind = bare(target.operand.type)
    return isinstance(kind, Named) and (kind.package, kind.name, target.name) in RECOVERING_FIELDS


def _recovers_around(graph: Graph, key: str) -> bool:
    """True for a middleware of the program's own that recovers from what it passes the request on to."""
    record = graph.universe.function(key)
    if record is None or not record.parameters:
        return False  # nothing that it could pass on
    if not any(spot.deferred for _, spot in graph.flow.index.body(key).calls):
        return False
    node = graph.node(key)
    if node.recovers_from < 0:
        return False
    given = graph.flow.parameters(key)
    for call in (place.call for place in node.places):
        callee, function = call.callee, call.function
        if callee is not None and callee.name in _PASSING and under(callee.package, ROUTERS):
            return True
        if isinstance(function, Name):  # the next handler, given to the function around
            owner = given.get(graph.flow.index.place(function, key))
            if owner is not None and owner[0] != key:
                return True
    return False


def _targets(graph: Graph, argument: Expr, key: str) -> Iterator[str]:
    """The functions of the project that a router is given with a value, those that middleware was given among them."""
    stack = [(argument, key)]
    seen: set[Span] = set()
    while stack:
        value, holder = stack.pop()
        if value.span in seen:
            continue
        seen.add(value.span)
        yield from _functions(graph, value, holder)
        for part in _values(value):
            for origin in graph.flow.origins(part, holder, graph.flow.is_concrete):
                if isinstance(origin.expression, Composite) and origin.expression is not part:  # a table of functions
                    yield from _functions(graph, origin.expression, origin.function)
                for one in _function_origins(graph, origin):
                    yield from (target.key for target in graph.targets.of_value(one).targets)
                    stack += ((given, at) for _, at, call in one.binding for given in _wraps(graph, call))
                yield from _serving_methods(graph, origin.expression)
                stack += ((given, at) for _, at, call in origin.binding for given in _wraps(graph, call))


def _function_origins(graph: Graph, origin: Origin) -> tuple[Origin, ...]:
    """What a function value was made by; nothing for other values."""
    expression = origin.expression
    known = not isinstance(expression, TypeName) and graph.flow.is_concrete(expression)
    if not known or not is_function(graph.universe.types, expression):
        return ()
    return graph.flow.origins(expression, origin.function)


def _wraps(graph: Graph, call: Call) -> Iterator[Expr]:
    """What a middleware that was made by a call is given to run: `logged(logger)(h.create)`."""
    if call.callee is None:
        yield from (a for a in call.arguments if a.type == _HANDLER or is_function(graph.universe.types, a))


def _serving_methods(graph: Graph, value: Expr) -> Iterator[str]:
    if isinstance(value, TypeName | Closure) or not graph.flow.is_concrete(value):
        return
    for method in _called(graph, value):
        if graph.universe.function(method.key) is not None:
            yield method.key


def _functions(graph: Graph, value: Expr, key: str) -> Iterator[str]:
    """The functions that a value is, or that stand in the composite literals in it."""
    for inner in function_values(graph.universe.types, value, nested=True):
        for target in graph.targets.of_expression(inner, key).targets:
            yield target.key


def _called(graph: Graph, value: Expr) -> list[Method]:
    """The methods of a value that a library may call: that of an http.Handler or lambda.Handler, else all exported."""
    exported = methods(graph.universe.types, value.type).methods
    serve = exported.get("ServeHTTP")
    if serve is not None and serve.type is not None and len(serve.type.parameters) == 2:
        return [serve]
    if has_invoke(graph.universe.types, value.type):
        return [exported["Invoke"]]
    return [method for name, method in exported.items() if name[:1].isupper()]


def _values(argument: Expr) -> Iterator[Expr]:
    """An argument and the values in composite literals in it."""
    stack = [argument]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Unary) and node.op == "&":
            stack.append(node.operand)
        elif isinstance(node, Composite):
            stack.extend(element.value for element in node.elements)
