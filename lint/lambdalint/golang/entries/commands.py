"""Command lines that a handler runs: the functions of their commands are on its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.data.go_callbacks import COMMAND_HOOKS, COMMANDS, SUBCOMMANDS
from lambdalint.golang.flow.plain import function_values
from lambdalint.golang.reach.graph import Graph
from lambdalint.golang.reach.path import Root, Routes
from lambdalint.model.code import Hop
from lambdalint.model.goast import Expr
from lambdalint.model.gotypes import Named


def commanding(graph: Graph, routes: Routes) -> tuple[Hop, ...] | None:
    """The shortest route to a call that runs a command line; None where there is none."""
    for state, route in sorted(routes.items(), key=lambda item: len(item[1])):
        for place in graph.node(state.key).places:
            callee = place.call.callee
            if callee is not None and callee.name in COMMANDS.get((callee.package, callee.receiver), ()):
                return (*route, Hop(place.call.span, state.key, ""))
    return None


def commands(graph: Graph, functions: Iterable[str], before: tuple[Hop, ...]) -> Iterator[Root]:
    """The functions in the fields of the commands that the given functions make, and the hooks that they set.

    `before` is the route to the place that runs them.
    """
    for key in sorted(functions):
        for value in _kept(graph, key):
            for target in graph.targets.of_expression(value, key).targets:
                yield Root(target.key, value.span, key, False, before)


def _kept(graph: Graph, key: str) -> Iterator[Expr]:
    body = graph.flow.index.body(key)
    for composite, spot in body.composites:
        kind = composite.type
        owner = (kind.package, kind.name) if isinstance(kind, Named) else None
        if (owner in COMMANDS or owner in SUBCOMMANDS) and not graph.mode.never(spot.conditions, key):
            for element in composite.elements:
                yield from function_values(graph.universe.types, element.value, nested=False)
    for call, spot in body.calls:
        callee = call.callee
        if callee is not None and (callee.package, callee.name) in COMMAND_HOOKS:
            for argument in call.arguments if not graph.mode.never(spot.conditions, key) else ():
                yield from function_values(graph.universe.types, argument, nested=False)
