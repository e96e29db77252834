"""Constructions on a handler path, joined into chains: a configuration, the client made from it, what wraps that."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lambdalint.api import (
    Context,
    GoFunction,
    HandlerPath,
    Hop,
    NamedTuple,
    Origin,
    Provenance,
    Span,
    builds_client,
    given,
    opens_connection,
    provenance,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_CONFIGURATIONS, SDK_WRAPPERS
from lambdalint_rules.lifecycle._ties import heads_of, tied_to


class Construction(NamedTuple):
    """The first construction of a chain, with its route; `more` are the later ones.

    For one in a generated file `expression` is the call that leads there, and `made` the construction itself.
    """

    expression: ast.Expr
    function: GoFunction
    route: tuple[Hop, ...]
    more: tuple[Span, ...]
    made: ast.Expr | None = None


class _Place(NamedTuple):
    expression: ast.Expr
    function: GoFunction
    route: tuple[Hop, ...]


def chains(
    path: HandlerPath, ctx: Context, constructs: Callable[[ast.Expr], bool], literals: bool = False
) -> Iterator[Construction]:
    """The chains on a path that depend on nothing of the invocation, each by its first construction.

    `constructs` tells which expressions build something; `literals` when composite literals are among them.
    """
    places = list(_places(path, constructs, literals))
    if not places:
        return
    spans = {p.expression.span for p in places}
    origins = provenance(ctx.project, path)
    inputs = {p.expression.span: _inputs(origins, p) for p in places}
    before = {
        span: {o.source for o in found if isinstance(o.source, Span) and o.source in spans and o.source != span}
        for span, found in inputs.items()
    }
    own = {span for span, found in inputs.items() if any(_of_invocation(o) for o in found)}
    # what is only wrapped around a client or session says nothing about it
    built = [p.expression for p in places if builds_client(p.expression) or opens_connection(p.expression)]
    links = {expression.span for expression in built if not _wraps(expression)}
    kept = {p.expression.span for p in places if not _configures(p.expression)}
    tied = own | tied_to(before, links, own & links, kept)
    heads = heads_of(before)
    called: set[Span] = set()
    for place in places:
        span = place.expression.span
        if span not in heads or span in tied:
            continue
        later = tuple(sorted(s for s, sources in before.items() if span in sources and s not in tied))
        if place.function.first_party:
            yield Construction(place.expression, place.function, place.route, later)
        elif (caller := _caller(place, ctx)) is not None and caller.expression.span not in called:
            called.add(caller.expression.span)
            yield Construction(*caller, (span, *later), place.expression)


def _caller(place: _Place, ctx: Context) -> _Place | None:
    """The call that leads to a construction in a generated file; None where it stands in no such file."""
    functions = ctx.project.code.functions
    own = {file.path for file in ctx.project.code.files.values() if file.generated and not file.vendored}
    function, route = place.function, place.route
    while route and function.file in own:
        hop, route = route[-1], route[:-1]
        caller = functions.get(hop.caller)
        if caller is None:
            return None
        if caller.first_party:
            call = next((c for c in caller.calls if c.span == hop.span), None)
            return _Place(call, caller, route) if call is not None else None
        function = caller
    return None


def _places(path: HandlerPath, constructs: Callable[[ast.Expr], bool], literals: bool) -> Iterator[_Place]:
    for reached in path.reached:
        if reached.guarded:
            continue
        calls = [site.call for site in reached.sites if not site.guarded and constructs(site.call)]
        found: list[ast.Expr] = [*calls]
        if literals:
            found += [n for n in ast.walk(reached.function.body) if isinstance(n, ast.Composite) and constructs(n)]
        for expression in found:
            if not any(guard.contains(expression.span) for guard in reached.guards):
                yield _Place(expression, reached.function, reached.route)


def _wraps(expression: ast.Expr) -> bool:
    callee = expression.callee if isinstance(expression, ast.Call) else None
    return callee is not None and callee.name in SDK_WRAPPERS.get(callee.package, ())


def _inputs(origins: Provenance, place: _Place) -> frozenset[Origin]:
    expression = place.expression
    parts: list[ast.Expr] = []
    if isinstance(expression, ast.Call):
        parts = [*given(expression)]
        if isinstance(expression.function, ast.Selector) and not expression.function.ref:
            parts.append(expression.function.operand)
    elif isinstance(expression, ast.Composite):
        parts = [e.value for e in expression.elements]
    return frozenset().union(*(origins.of(p, place.function) for p in parts))


def _of_invocation(origin: Origin) -> bool:
    return isinstance(origin.source, str)


def _configures(expression: ast.Expr) -> bool:
    callee = expression.callee if isinstance(expression, ast.Call) else None
    return callee is not None and callee.name in SDK_CONFIGURATIONS.get(callee.package, ())
