"""What of a function says where values go: statements that write, hand on or give back, and calls."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.model import goast
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Node

_VISITED = frozenset({goast.Assign, goast.Range, goast.Return, goast.Send, goast.Switch})
# Statements that hold others.
_HOLDERS = frozenset(
    {
        goast.Block,
        goast.Case,
        goast.For,
        goast.FunctionBody,
        goast.If,
        goast.Labeled,
        goast.Range,
        goast.Select,
        goast.Switch,
    }
)
_STATEMENTS = _HOLDERS | _VISITED


def visited(function: GoFunction) -> Iterator[Node | None]:
    """What is looked at in a function; None for its named results."""
    stack: list[Node] = [] if function.body is None else [function.body]
    while stack:
        node = stack.pop()
        if type(node) in _VISITED:
            yield node
        if type(node) in _HOLDERS:
            stack += [part for part in goast.children(node) if type(part) in _STATEMENTS]
    yield from function.calls
    if any(result.ref for result in function.results):
        yield None
