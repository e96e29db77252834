"""Where a text stops being YAML: the places of errors in the tree of the parser, in bytes."""

from __future__ import annotations

from typing import Any

from lambdalint.syntax.languages import parser

_LINES = 6  # that are looked at for the one that is wrong


def first_wrong_line(root: Any, data: bytes) -> int:
    """The first line, from where the parser gave up, without which the text before it was right."""
    at = first_error(root, data)
    start = data.rfind(b"\n", 0, at) + 1
    for _ in range(_LINES):
        end = data.find(b"\n", start) + 1 or len(data)
        line = data[start:end]
        if line.strip() and parser("yaml").parse(data[:end]).root_node.has_error:
            return start + len(line) - len(line.lstrip())
        start = end
    return at


def first_error(root: Any, data: bytes) -> int:
    """Where the first thing stands that the parser had to skip."""
    waiting = [root]
    found = len(data)
    while waiting:
        node = waiting.pop()
        if node.is_missing or (node.is_error and (not node.children or node.start_byte > 0)):
            found = min(found, int(node.start_byte))
        elif node.is_error and not any(c.has_error for c in node.children):
            found = min(found, int(node.end_byte))
        waiting += [c for c in node.children if c.has_error or c.is_missing]
    while found > 0 and (found >= len(data) or data[found : found + 1] in b" \r\n\t"):
        found -= 1
    return found
