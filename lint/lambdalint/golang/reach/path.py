"""What a handler reaches at each invocation, and what runs before the first one: walks over the call graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lambdalint.golang.lowering.body import new
from lambdalint.golang.reach.graph import Graph
from lambdalint.model.code import Handler, HandlerPath, Hop, Program, Reached, Site
from lambdalint.record import NamedTuple
from lambdalint.source import Span


class State(NamedTuple):
    """A way in which a function is reached."""

    key: str
    guarded: bool
    recovered: bool
    spawned: bool


class Root(NamedTuple):
    """A function a walk starts from.

    `span` is where `holder` hands it to a library, None for the handler itself; `before` is the route to the call that
    makes the library run it.
    """

    key: str
    span: Span | None
    holder: str
    recovered: bool = False
    before: tuple[Hop, ...] = ()


Routes = dict[State, tuple[Hop, ...]]


def startup(graph: Graph, roots: Iterable[str]) -> frozenset[str]:
    """Keys of all functions that run before the handler: what `main`, `init` and package variables reach."""
    seen: set[str] = set()
    stack = list(roots)
    while stack:
        key = stack.pop()
        if key in seen:
            continue
        seen.add(key)
        stack.extend(graph.reached(key))
    return frozenset(seen)


def walk(graph: Graph, roots: Iterable[Root]) -> Routes:
    """Every way in which functions are reached from the roots, each with its shortest route."""
    routes: Routes = {}
    level: list[State] = []
    for root in roots:
        state = State(root.key, False, root.recovered, False)
        if state not in routes:
            routes[state] = _start(root)
            level.append(state)
    while level:
        following: list[State] = []
        for state in level:
            _follow(graph, state, routes, following)
        level = following
    return routes


def _start(root: Root) -> tuple[Hop, ...]:
    if root.span is None:
        return ()
    if not root.before:
        return (Hop(root.span, root.holder, root.key),)
    return (*root.before[:-1], root.before[-1]._replace(callee=root.key))


def _follow(graph: Graph, state: State, routes: Routes, following: list[State]) -> None:
    node = graph.node(state.key)
    route = routes[state]
    for edge in node.edges:
        own = 0 <= node.recovers_from < edge.at
        spawned = state.spawned or edge.spawned
        # Nobody but a goroutine itself recovers from its panics.
        recovered = edge.recovered or ((state.recovered or own) and not edge.spawned)
        reached = new(State, (edge.target, state.guarded or edge.guarded, recovered, spawned))
        if reached not in routes:
            routes[reached] = (*route, new(Hop, (edge.span, state.key, edge.target)))
            following.append(reached)


def handler_path(graph: Graph, handler: Handler, program: Program, routes: Routes) -> HandlerPath:
    """The path of a handler, functions in order of their distance from it; `routes` are those of its walk."""
    ways: dict[str, list[State]] = {}
    for state in routes:
        ways.setdefault(state.key, []).append(state)
    reached: list[Reached] = []
    for key, states in ways.items():
        record = _reached(graph, key, states, routes)
        if record is not None:
            reached.append(record)
    reached.sort(key=lambda r: len(r.route))
    return HandlerPath(handler, program, tuple(reached), _by_name(reached))


def _reached(graph: Graph, key: str, states: list[State], routes: Routes) -> Reached | None:
    function = graph.universe.function(key)
    if function is None:
        return None
    guarded = all(state.guarded for state in states)
    recovered = all(state.recovered for state in states)
    spawned = all(state.spawned for state in states)
    best = min(states, key=lambda s: (s.guarded, len(routes[s])))
    route = routes[best]
    node = graph.node(key)
    sites: list[Site] = []
    for call, own_guard, own_spawned in node.places:
        saved = (recovered or 0 <= node.recovers_from < call.span.start) and not own_spawned
        sites.append(new(Site, (call, function, route, guarded or own_guard, saved, spawned or own_spawned)))
    return Reached(function, route, guarded, recovered, spawned, tuple(sites), node.guards, node.means)


def _by_name(reached: Iterable[Reached]) -> Mapping[tuple[str, str], tuple[Site, ...]]:
    found: dict[tuple[str, str], list[Site]] = {}
    for record in reached:
        for site in record.sites:
            callee = site.call.callee
            if callee is not None:
                found.setdefault((callee.package, callee.name), []).append(site)
    return {name: tuple(sites) for name, sites in found.items()}
