"""The branches of a piece of work, in whichever form they are written."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import goast as ast

_OPPOSITE = {"==": "!=", "!=": "=="}


def forks(body: ast.Block) -> Iterator[ast.If]:
    """Each `if`, the `else` of a comparison as the branch of the opposite one, and each case of a `switch` without a
    value as an `if`.
    """
    for node in ast.walk(body):
        if isinstance(node, ast.If):
            yield node
            yield from _turned(node)
        elif isinstance(node, ast.Switch) and node.tag is None and not node.types:
            for case in node.cases:
                if len(case.values) == 1:
                    yield ast.If(node.span, node.init, case.values[0], case.body, None)


def _turned(node: ast.If) -> Iterator[ast.If]:
    condition = node.condition
    if isinstance(condition, ast.Binary) and condition.op in _OPPOSITE and isinstance(node.otherwise, ast.Block):
        yield node._replace(
            condition=condition._replace(op=_OPPOSITE[condition.op]), then=node.otherwise, otherwise=node.then
        )
