"""What an expression runs: its calls, and those in the functions of the project that it calls."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.model import goast
from lambdalint.model.code import Code
from lambdalint.model.goast import Call


def calls_within(code: Code, value: goast.Node) -> Iterator[Call]:
    """The calls in something, and in the functions and literals of the project that it reaches, each body once."""
    left: list[goast.Node | None] = [value]
    seen: set[str] = set()
    while left:
        for node in goast.walk(left.pop()):
            key = node.function if isinstance(node, goast.Closure) else ""
            if isinstance(node, Call):
                yield node
                callee = node.callee
                key = callee.key if callee is not None else ""
            if key in code.functions and key not in seen:
                seen.add(key)
                left.append(code.functions[key].body)
