"""Whether changed text may be written: it must parse as well as it did, and mean the same where nothing was edited.

Terraform has a second judge: python-hcl2 must accept the new text, and every block that no edit touches must have the
same content for it. It is imported only here and where tree-sitter finds a fault.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from typing import Any

from lambdalint.fix import Edit
from lambdalint.syntax.languages import parser

LANGUAGES = {
    ".go": "go",
    ".tf": "hcl",
    ".tofu": "hcl",
    ".hcl": "hcl",
    ".tfvars": "hcl",
    ".json": "json",
    ".sh": "bash",
    ".ts": "typescript",
    ".mts": "typescript",
    ".tsx": "tsx",
    ".py": "python",
    ".js": "javascript",
    ".mjs": "javascript",
    ".cjs": "javascript",
}


def broken_by(path: str, before: bytes, after: bytes, edits: Sequence[Edit]) -> str | None:
    """Why `after` must not be written, or None. `edits` are those that made it of `before`."""
    ending = posixpath.splitext(path)[1]
    if ending in (".yaml", ".yml"):
        from lambdalint.syntax import yamlverdict

        return yamlverdict.broken_by(path, before, after, edits)
    language = LANGUAGES.get(ending)
    if language is None:
        return None
    if _faults(language, after) > _faults(language, before):
        return "the result does not parse"
    if language == "hcl":
        return _terraform_verdict(before, after, edits)
    return None


def _faults(language: str, data: bytes) -> int:
    """How many places the parser could not read."""
    root = parser(language).parse(data).root_node
    if not root.has_error:
        return 0
    count = 0
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            count += 1
        waiting += [child for child in node.children if child.has_error or child.is_missing]
    return max(count, 1)


def _terraform_verdict(before: bytes, after: bytes, edits: Iterable[Edit]) -> str | None:
    old, new = _blocks(before), _blocks(after)
    if old is None:
        return None  # it wasn't readable before: nothing to compare with
    if new is None:
        return "python-hcl2 does not accept the result"
    edits = list(edits)
    bounds = _bounds(before)
    added = _added(bounds, edits)
    if len(old) + sum(added.values()) != len(new):
        return "the number of blocks changed"
    touched = _touched(bounds, [edit for edit in edits if not _adds(bounds, edit)])
    place = 0
    for at, one in enumerate(old):
        if at not in touched and one != new[place]:
            return "a block that was not edited changed its meaning"
        place += 1 + added.get(at, 0)
    return None


def _blocks(data: bytes) -> list[Any] | None:
    """The content of each top-level block or attribute in order, for python-hcl2; None where it refuses the text."""
    import hcl2

    contents = []
    try:
        for start, end in _bounds(data):
            contents.append(hcl2.loads(data[start:end].decode("utf-8-sig", "replace") + "\n"))
    except Exception:  # lark raises many kinds; all of them mean: not accepted
        return None
    return contents


def _bounds(data: bytes) -> list[tuple[int, int]]:
    """Byte ranges of the top-level blocks and attributes of a file."""
    root = parser("hcl").parse(data).root_node
    return [
        (part.start_byte, part.end_byte)
        for body in root.children
        if body.type == "body"
        for part in body.children
        if part.type in ("block", "attribute")
    ]


def _adds(bounds: Sequence[tuple[int, int]], edit: Edit) -> bool:
    """True for an edit that puts blocks behind one that is there."""
    whole = edit.span.start == edit.span.end and edit.text.startswith(("\n", "\r\n")) and edit.text.endswith("}")
    return whole and any(end == edit.span.start for _, end in bounds)


def _added(bounds: Sequence[tuple[int, int]], edits: Iterable[Edit]) -> dict[int, int]:
    """How many blocks follow each block that didn't before."""
    found: dict[int, int] = {}
    for edit in edits:
        if _adds(bounds, edit):
            at = next(at for at, (_, end) in enumerate(bounds) if end == edit.span.start)
            found[at] = found.get(at, 0) + len(_bounds(edit.text.encode()))
    return found


def _touched(bounds: Sequence[tuple[int, int]], edits: Iterable[Edit]) -> set[int]:
    return {
        at
        for edit in edits
        for at, (start, end) in enumerate(bounds)
        if edit.span.start <= end and edit.span.end >= start
    }
