"""Trees of Go files, and where they are broken."""

from __future__ import annotations

from tree_sitter import Node, Tree

from lambdalint.syntax.languages import parser

__all__ = ["Node", "Tree", "errors", "parse"]

_LIMIT = 20


def parse(data: bytes) -> Tree:
    """The tree of a file; broken text gives nodes of type `ERROR` and missing ones."""
    return parser("go").parse(data)


def errors(tree: Tree, data: bytes) -> list[tuple[int, int, str]]:
    """Where a tree is broken: bytes and a message, outermost places only, at most twenty."""
    found: list[tuple[int, int, str]] = []
    if not tree.root_node.has_error:
        return found
    stack = [tree.root_node]
    while stack and len(found) < _LIMIT:
        node = stack.pop()
        if node.is_missing:
            found.append((node.start_byte, node.end_byte, f"syntax error: missing `{node.type}`"))
        elif node.type == "ERROR":
            found.append(_error(node, data))
        elif node.has_error:
            stack += reversed(node.children)
    return found


def _error(node: Node, data: bytes) -> tuple[int, int, str]:
    line = data[node.start_byte : node.end_byte].partition(b"\n")[0]
    words = line.decode("utf-8", "replace").strip()
    text = words if len(words) <= 40 else words[:39] + "…"
    end = node.start_byte + len(line.rstrip())
    return node.start_byte, max(end, node.start_byte), f"syntax error near `{text}`" if text else "syntax error"
