"""The call graph of one program: which functions a function may run, under which guard, in which goroutine."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.go_callbacks import BUILDERS, KEEPERS, ONCE_MAKERS, ONCE_METHODS, ROUTERS, SPAWNERS
from lambdalint.data.go_entries import ADAPTERS, STARTERS, WRAPPERS, under
from lambdalint.golang.flow.bodies import Spot
from lambdalint.golang.flow.lent import Lending
from lambdalint.golang.flow.origins import Flow
from lambdalint.golang.flow.places import outermost
from lambdalint.golang.flow.plain import NOTHING, Resolved, Target, handed
from lambdalint.golang.flow.targets import Targets
from lambdalint.golang.lowering.body import new
from lambdalint.golang.reach.guards import Guards
from lambdalint.golang.reach.mode import Mode
from lambdalint.golang.reach.recovery import Recovery
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Call, Closure, Composite, Expr, Name, Selector, TypeName, Unary
from lambdalint.model.gotypes import Map, Named, Slice
from lambdalint.model.methodsets import methods
from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Edge(NamedTuple):
    """One function may run another. `guarded` and `spawned` (by `go`) as for sites.

    `recovered`: a function between the two, which is handed the other, recovers from its panics.
    """

    span: Span
    target: str
    guarded: bool
    spawned: bool
    at: int
    recovered: bool = False


class Place(NamedTuple):
    """A call in a function: what it calls where that took more than the text to see, and how it runs."""

    call: Call
    guarded: bool
    spawned: bool


class Node(NamedTuple):
    """A function in the graph.

    `recovers_from` is the offset after which its own defer recovers, or -1. `guards` are composite literals that are
    guarded, or never made in Lambda. `means` as for reached functions.
    """

    edges: tuple[Edge, ...]
    places: tuple[Place, ...]
    recovers_from: int
    guards: tuple[Span, ...] = ()
    means: tuple[tuple[Span, int, str], ...] = ()


class Site(NamedTuple):
    """A call that Lambda may come to. `handed` are the functions among its arguments that run while it runs: the value,
    its position and what it may be.
    """

    call: Call
    spot: Spot
    targets: tuple[Target, ...]
    handed: tuple[tuple[Expr, int, tuple[Target, ...]], ...]


class Use(NamedTuple):
    """How a function runs a parameter while it is running itself. `recovered`: from all its panics."""

    guarded: bool
    spawned: bool
    recovered: bool = False


class Graph:
    """Answers for one program, made lazily function by function."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.universe = flow.universe
        self.targets = Targets(flow)
        self.recovery = Recovery(flow, self.targets)
        self.mode = Mode(flow, self.targets)
        self.guards = Guards(flow, self.targets)
        self.lending = Lending(flow)
        self.plain = flow.ledger.plain
        self._sites: dict[str, tuple[Site, ...]] = {}
        self._nodes: dict[str, Node] = {}
        self._uses: dict[tuple[str, int], Use | None] = {}
        self._immediate: dict[str, bool] = {}
        self._judging = False

    def judge(self, startup: frozenset[str], handlers: frozenset[str] = frozenset()) -> None:
        """Tell guards from now on: that takes to know what runs at start-up, and what an invocation starts with. Until
        then nothing counts as guarded.
        """
        self.guards.know(startup, handlers)
        self._judging = True
        self._uses.clear()

    def _guarded(self, spot: Spot, key: str) -> bool:
        return self._judging and self.guards.guarded(spot.conditions, key)

    def reached(self, key: str) -> Iterator[str]:
        """The functions that a function may run."""
        for site in self._sites_of(key):
            for target in site.targets:
                yield target.key
            for _, _, targets in site.handed:
                for target in targets:
                    yield target.key
            yield from self._on_values(site, key)
        for composite, spot in self.flow.index.body(key).composites:
            if self._may_lend(composite) and not self.mode.never(spot.conditions, key):
                for edge in self._lent(composite, key, False):
                    yield edge.target

    def _sites_of(self, key: str) -> tuple[Site, ...]:
        known = self._sites.get(key)
        if known is None:
            known = self._sites[key] = tuple(self._find_sites(key))
        return known

    def _find_sites(self, key: str) -> Iterator[Site]:
        never = self.mode.never
        for call, spot, runs, values in self.plain.of(key):
            if spot.conditions and never(spot.conditions, key):
                continue
            if runs is not None:
                targets = runs.targets
            else:
                resolved = self._targets(call, key)
                targets = resolved.targets
                if resolved.foreign is not None:
                    call = call._replace(callee=resolved.foreign)
                if not targets:
                    values = handed(self.universe.types, call, nested=True)
            given = tuple(self._handed(call, key, values, targets)) if values else ()
            yield new(Site, (call, spot, targets, given))

    def node(self, key: str) -> Node:
        """A function's edges and calls once guards can be told; code that never runs in Lambda is left out."""
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = self._make(key)
        return node

    def _make(self, key: str) -> Node:
        edges: list[Edge] = []
        places: list[Place] = []
        means: list[tuple[Span, int, str]] = []
        recovers = -1
        for site in self._sites_of(key):
            call, spot, targets, given = site
            guarded = bool(spot.conditions) and self._guarded(spot, key)
            places.append(new(Place, (call, guarded, spot.spawned)))
            span = call.span
            saved = self.recovery.saved([t.key for t in targets]) if len(targets) > 1 else ()
            for target in targets:
                once = guarded or target.once
                edges.append(new(Edge, (span, target.key, once, spot.spawned, span.start, target.key in saved)))
                if call.callee is None:
                    means.append((span, -1, target.key))
            for value, position, functions in given:
                use = self._use_of_argument(call, key, position, targets) or Use(False, False)
                place = value.span if isinstance(value, Closure) else span
                for target in functions:
                    once, spawned = guarded or use.guarded or target.once, spot.spawned or use.spawned
                    edges.append(Edge(place, target.key, once, spawned, span.start, use.recovered))
                    means.append((span, position, target.key))
            edges += [Edge(span, method, guarded, spot.spawned, span.start) for method in self._on_values(site, key)]
            if spot.deferred and recovers < 0 and self.recovery.catches(call, targets):
                recovers = span.start
        guards: list[Span] = []
        for composite, spot in self.flow.index.body(key).composites:
            never = guarded = False
            if spot.conditions:
                never, guarded = self.mode.never(spot.conditions, key), self._guarded(spot, key)
            if not never and self._may_lend(composite):
                edges.extend(self._lent(composite, key, guarded))
            if never or guarded:
                guards.append(composite.span)
        return Node(tuple(edges), tuple(places), recovers, tuple(guards), tuple(means))

    # -- direct calls --------------------------------------------------------------------------------------------

    def _targets(self, call: Call, key: str) -> Resolved:
        return NOTHING if self._runs_parameter(call.function, key) else self.targets.of(call, key)

    def _runs_parameter(self, node: Expr, key: str) -> bool:
        """True for a call of a parameter by the function that has it: who hands it over has the edge."""
        if not isinstance(node, Name) or not node.ref.startswith("local:"):
            return False
        owner = self.flow.parameters(key).get(self.flow.index.place(node, key))
        if owner is None or owner[1] < 0:
            return False
        inner: str | None = key
        while inner is not None and inner != owner[0]:
            if not self._is_immediate(inner):
                return False
            record = self.universe.function(inner)
            inner = record.parent if record is not None else None
        return True

    # -- functions handed over -----------------------------------------------------------------------------------

    def _handed(
        self, call: Call, key: str, values: tuple[tuple[int, Expr], ...], targets: tuple[Target, ...]
    ) -> Iterator[tuple[Expr, int, tuple[Target, ...]]]:
        """The functions among the arguments that the called function runs while it runs."""
        for position, value in values:
            use = self._use_of_argument(call, key, position, targets)
            if use is not None and not self._runs_parameter(value, key):
                yield value, position, self.targets.of_expression(value, key).targets

    def _use_of_argument(self, call: Call, key: str, index: int, targets: tuple[Target, ...]) -> Use | None:
        if targets:
            return _join([self.parameter_use(target.key, index) for target in targets])
        callee = call.callee
        if callee is None:
            return Use(False, False)
        name = (callee.package, callee.receiver, callee.name)
        if callee.package == "builtin" or name in ONCE_MAKERS:
            return None
        if name in ONCE_METHODS:
            holder = call.function.operand if isinstance(call.function, Selector) else None
            return Use(holder is not None and self._lasting(holder, key), False)
        if callee.name in BUILDERS.get(callee.package, ()):
            return Use(False, False)
        if under(callee.package, ROUTERS) or under(callee.package, KEEPERS) or under(callee.package, ADAPTERS):
            return None
        if callee.package in WRAPPERS or (callee.package, callee.name) in STARTERS:
            return None
        return Use(False, name in SPAWNERS)

    def _lasting(self, holder: Expr, key: str) -> bool:
        """Whether a `sync.Once` outlives the invocation."""
        while isinstance(holder, Unary):
            holder = holder.operand
        return self.guards.lasting(holder, key)

    def parameter_use(self, key: str, index: int) -> Use | None:
        """How a function runs one of its parameters before it returns; None where it doesn't (it may keep it)."""
        memo = (key, index)
        if memo not in self._uses:
            self._uses[memo] = None
            self._uses[memo] = self._find_use(key, index)
        return self._uses[memo]

    def _find_use(self, key: str, index: int) -> Use | None:
        function = self.universe.function(key)
        if function is None or not function.parameters:
            return None
        index = min(index, len(function.parameters) - 1)
        ref = function.parameters[index].ref
        if not ref:
            return None
        places = {f"{outermost(key)}|{ref}"}
        uses: list[Use | None] = []
        for inner, apart in self._running(function):
            body = self.flow.index.body(inner)
            for write in body.writes:
                if write.value is not None and self.flow.index.place(write.value, inner) in places:
                    alias = self.flow.index.place(write.target, inner)
                    if "|local:" in alias:
                        places.add(alias)
            for call, spot in body.calls:
                use = self._use_in_call(call, inner, places)
                if use is not None:
                    guarded = use.guarded or self._guarded(spot, inner)
                    spawned = use.spawned or spot.spawned
                    saved = use.recovered or (not spawned and self._recovers_before(inner, call))
                    uses.append(Use(guarded, spawned or apart, saved))
        return _join(uses)

    def _recovers_before(self, key: str, place: Call) -> bool:
        """Whether a function has deferred a recovery where it comes to a call of its own."""
        return any(
            spot.deferred
            and call.span.start < place.span.start
            and self.recovery.catches(call, self.targets.of(call, key).targets)
            for call, spot in self.flow.index.body(key).calls
        )

    def _use_in_call(self, call: Call, key: str, places: set[str]) -> Use | None:
        if self.flow.index.place(call.function, key) in places:
            return Use(False, False)
        found: list[Use | None] = []
        for position, argument in enumerate(call.arguments):
            if isinstance(argument, Name) and self.flow.index.place(argument, key) in places:
                found.append(self._use_of_argument(call, key, position, self.targets.of(call, key).targets))
        return _join(found)

    def _running(self, function: GoFunction, apart: bool = False) -> Iterator[tuple[str, bool]]:
        """A function and those of its literals that run while it runs, each with whether in a goroutine of its own."""
        yield function.key, apart
        for closure in function.closures:
            inner = self.universe.function(closure)
            if inner is not None and self._is_immediate(closure):
                yield from self._running(inner, apart or self._is_spawned(closure, function.key))

    def _is_spawned(self, closure: str, parent: str) -> bool:
        """True for a function literal that a `go` statement calls, or a library in a goroutine."""
        for call, spot in self.flow.index.body(parent).calls:
            if isinstance(call.function, Closure) and call.function.function == closure:
                return spot.spawned
            for index, argument in enumerate(call.arguments):
                if isinstance(argument, Closure) and argument.function == closure:
                    use = self._use_of_argument(call, parent, index, self.targets.of(call, parent).targets)
                    return use is not None and use.spawned
        return False

    def _is_immediate(self, closure: str) -> bool:
        """True when a function literal runs only while the function it stands in runs."""
        known = self._immediate.get(closure)
        if known is None:
            self._immediate[closure] = False
            known = self._immediate[closure] = self._decide_immediate(closure)
        return known

    def _decide_immediate(self, closure: str) -> bool:
        record = self.universe.function(closure)
        if record is None or record.parent is None:
            return False
        parent = record.parent
        body = self.flow.index.body(parent)
        for call, _ in body.calls:
            if isinstance(call.function, Closure) and call.function.function == closure:
                return True
            for index, argument in enumerate(call.arguments):
                if isinstance(argument, Closure) and argument.function == closure:
                    targets = self.targets.of(call, parent).targets
                    return self._use_of_argument(call, parent, index, targets) is not None
        for write in body.writes:
            if isinstance(write.value, Closure) and write.value.function == closure:
                place = self.flow.index.place(write.target, parent)
                return "|local:" in place and not self._returned(place, parent)
        return False

    def _returned(self, place: str, key: str) -> bool:
        index = self.flow.index
        return any(index.place(value, key) == place for statement in index.results(key) for value in statement.values)

    # -- values handed to libraries as one of their interfaces -----------------------------------------------------

    def _on_values(self, site: Site, key: str) -> Iterator[str]:
        """The methods of values of the project that a call of a library runs."""
        if not site.targets:
            yield from self.lending.called(site.call, key)

    def _may_lend(self, composite: Composite) -> bool:
        """True for maps and slices of a type of a library that isn't a struct of ours."""
        kind = composite.type
        element = kind.element if isinstance(kind, (Map, Slice)) else None
        if not isinstance(element, Named) or not element.package or element.package in self.flow.ledger:
            return False
        return f"{element.package}.{element.name}" not in self.universe.types

    def _lent(self, composite: Composite, key: str, guarded: bool) -> Iterator[Edge]:
        """Methods of project values that stand where a library's own interface is asked for: it may call them."""
        for element in composite.elements:
            for origin in self.flow.origins(element.value, key, self.flow.is_concrete):
                kind = origin.expression.type if not isinstance(origin.expression, (TypeName, Closure)) else None
                if kind is None or self.flow.is_interface(kind):
                    continue
                for method in methods(self.universe.types, kind).methods.values():
                    if method.name[:1].isupper() and self.universe.function(method.key) is not None:
                        yield Edge(element.span, method.key, guarded, False, element.span.start)


def _join(uses: list[Use | None]) -> Use | None:
    found = [use for use in uses if use is not None]
    if not found:
        return None
    return Use(*(all(column) for column in zip(*found, strict=True)))
