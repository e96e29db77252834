"""Trees of Go files, and where they are broken."""

from __future__ import annotations

from tree_sitter import Node, Tree

from lambdalint.pattern import pattern
from lambdalint.syntax.languages import parser

__all__ = ["Node", "Tree", "errors", "fields", "parse"]

_LIMIT = 20
_NEAR = 400  # bytes before a fault in which its call is looked for
_BUILT_IN = pattern(rb"(?<![\w.])(?:new|make)(?=\()")


def parse(data: bytes) -> Tree:
    """The tree of a file; broken text gives nodes of type `ERROR` and missing ones."""
    return parser("go").parse(data)


def fields(node: Node, *names: str) -> list[Node] | None:
    """The children that fill these fields, None where one is missing; all there can be are named, in order.

    An empty name is for punctuation: nobody is to look at the node in its place.
    """
    children = node.children
    if len(children) == len(names) and not node.has_error:
        return children  # no comment between them: that is what they are
    found = [node.child_by_field_name(name) if name else node for name in names]
    whole = [child for child in found if child is not None]
    return whole if len(whole) == len(names) else None


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
    return [] if found and _calls_own_new(found, data) else found


def _calls_own_new(found: list[tuple[int, int, str]], data: bytes) -> bool:
    """True when the only fault is a call of a function that the package itself named `new` or `make`.

    The grammar knows the built-in ones alone, whose first argument is a type; under another name the call parses.
    """
    renamed = bytearray(data)
    for start, _, _ in found:
        calls = list(_BUILT_IN.finditer(data, max(0, start - _NEAR), start + 1))
        if calls:
            at = calls[-1].end() - 1
            renamed[at : at + 1] = b"_"
    return bytes(renamed) != data and not parse(bytes(renamed)).root_node.has_error


def _error(node: Node, data: bytes) -> tuple[int, int, str]:
    line = data[node.start_byte : node.end_byte].partition(b"\n")[0]
    words = line.decode("utf-8", "replace").strip()
    text = words if len(words) <= 40 else words[:39] + "…"
    end = node.start_byte + len(line.rstrip())
    return node.start_byte, max(end, node.start_byte), f"syntax error near `{text}`" if text else "syntax error"
