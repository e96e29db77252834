"""Where a piece of a function's text stands: the statements and expressions around it."""

from __future__ import annotations

from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Node, children
from lambdalint.source import Span


def around(function: GoFunction, span: Span) -> list[Node]:
    """The nodes that hold a span, outermost first, the node of the span itself last; empty where it isn't found."""
    if function.body is None:
        return []
    chain: list[Node] = [function.body]
    while True:
        inner = next((child for child in children(chain[-1]) if child.span.contains(span)), None)
        if inner is None:
            return chain if chain[-1].span == span else []
        chain.append(inner)
        if inner.span == span and not any(child.span.contains(span) for child in children(inner)):
            return chain
