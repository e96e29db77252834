"""The columns of `=` as `terraform fmt` sets them, so that files which were formatted stay so.

Source: hclwrite/format.go of github.com/hashicorp/hcl v2: lines that follow each other and hold `name = value` form a
chain, whose `=` stand in one column; a value that opens a bracket and doesn't close it in its line takes no part, and
ends the chain; so do blank lines and comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lambdalint.record import NamedTuple
from lambdalint.syntax.languages import parser

ENDINGS = (".tf", ".tofu", ".tfvars", ".hcl")
_HOLDERS = ("attribute", "object_elem")


class _Line(NamedTuple):
    """A line that holds `name = value`.

    `first` and `last` row (0-based), the bytes between name and `=`, and the columns of all that stands before them.
    """

    first: int
    last: int
    start: int
    end: int
    width: int


def kept(path: str, before: bytes, after: bytes) -> bytes:
    """`after`, with its `=` in columns again if it is HCL and those of `before` were."""
    formatted = path.endswith(ENDINGS) and aligned(before) == before
    return aligned(after) if formatted else after


def aligned(data: bytes) -> bytes:
    """The same text with the `=` of each chain in one column. What doesn't parse is returned as it is."""
    tree = parser("hcl").parse(data)
    if tree.root_node.has_error:
        return data
    parts: list[bytes] = []
    at = 0
    for chain in _chains(sorted(_lines(tree.root_node, data))):
        column = max(line.width for line in chain) + 1
        for line in chain:
            parts += (data[at : line.start], b" " * (column - line.width))
            at = line.end
    return b"".join((*parts, data[at:]))


def _chains(lines: list[_Line]) -> Iterator[list[_Line]]:
    chain: list[_Line] = []
    for line in lines:
        if chain and line.first != chain[-1].last + 1:
            yield chain
            chain = []
        chain.append(line)
    if chain:
        yield chain


def _lines(root: Any, data: bytes) -> Iterator[_Line]:
    """Lines that take part, in no order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type in _HOLDERS:
            line = _line(node, data)
            if line is not None:
                yield line
        waiting += node.named_children


def _line(node: Any, data: bytes) -> _Line | None:
    sign = next((child for child in node.children if child.type == "="), None)
    begin = data.rfind(b"\n", 0, node.start_byte) + 1
    if sign is None or data[begin : node.start_byte].strip():
        return None
    lead = data[begin : sign.start_byte].rstrip(b" \t")
    value = data[sign.end_byte : node.end_byte].lstrip()
    first, last = node.start_point[0], node.end_point[0]
    if last > first and not value.startswith(b"<<"):
        return None
    if value.startswith(b"<<") and node.end_point[1] == 0:
        last -= 1
    width = len(lead.decode("utf-8", "replace"))
    return _Line(first, last, begin + len(lead), sign.start_byte, width)
