"""Templates that Jinja or Go's own templates make: what stands in them whatever is filled in.

Statements are blank, with all that they repeat, choose or leave out. What an expression gives isn't known, but for a
runtime that can only be one of another language; names and folders are known by the expression itself.
"""

from __future__ import annotations

import bisect
import posixpath
import re
from collections.abc import Callable, Collection, Sequence

from lambdalint.frontends.cfn.cookiecutter import Defaults, defaults
from lambdalint.frontends.cfn.writing import MADE
from lambdalint.record import NamedTuple
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Entry, Mapping, Node, Scalar
from lambdalint.syntax.yamltree import Sequence as Listed

_GO = rb"\{\{-?[ \t]*(if|range|with|define|block|end|else|template)\b[^{}\r\n]*\}\}"
_STATEMENT = re.compile(rb"\{#.{0,4000}?#\}|\{%[-+]?\s*(\w+).{0,4000}?%\}|" + _GO, re.DOTALL)
_MOST = 5000  # statements and comments of a template that people write
_BLOCKS = frozenset(
    {b"if", b"for", b"macro", b"call", b"filter", b"with", b"block", b"raw", b"autoescape", b"range", b"define"}
)
_WITHIN = frozenset({b"else", b"elif"})
_ALONE = frozenset({b"include", b"import", b"from", b"extends", b"set", b"do", b"template"})
_TEXT = re.compile(rb"[^\r\n]")
_NEAR = 200
_BEFORE = re.compile(rb"(?:(?:^|[\r\n])[ \t]*(?:-[ \t]+)?|:[ \t]+)\Z")
_AFTER = re.compile(rb"[ \t]*(?:[\r\n#]|\{[%#]|\Z)")
_HOLE = re.compile(rb"\{\{(?!resolve:)([^{}\r\n]+)\}\}")
_NAMING = ("!Ref", "!GetAtt", "!Condition")
_FILLED = "!Filled"
"""The tag of what an expression gives, which no function of CloudFormation has."""


def outside(data: bytes) -> bytes | None:
    """A text without its statements and what they repeat, choose or leave out: blanks stand there, so that all else
    keeps its place. None where they can't be told apart, or make a part of a value.
    """
    blank: list[tuple[int, int]] = []
    depth, start = 0, 0
    if data.count(b"{%") + data.count(b"{#") > _MOST:
        return None
    for found in _STATEMENT.finditer(data):
        word = found[1] or found[2] or b""
        if word in _BLOCKS:
            start = start if depth else found.start()
            depth += 1
        elif word.startswith(b"end"):
            depth -= 1
            if depth < 0:
                return None
            if not depth:
                blank.append((start, found.end()))
        elif not word or word in _ALONE:
            blank.append((found.start(), found.end()))
        elif word not in _WITHIN:
            return None
    if depth:
        return None
    left = bytearray(data)
    for begin, end in blank:
        comment = data.startswith(b"{#", begin)
        if not comment and not (_BEFORE.search(data, max(begin - _NEAR, 0), begin) and _AFTER.match(data, end)):
            return None
        left[begin:end] = _TEXT.sub(b" ", data[begin:end])
    return bytes(left)


class _Hole(NamedTuple):
    """An expression: where it stands, and its words."""

    start: int
    end: int
    words: str


def rendered(
    path: str, data: bytes, look: Callable[[str], bytes | None], folders: Collection[str]
) -> yamltree.Tree | None:
    """What a text says outside of the statements of another tool; None where nothing of it is left out or filled in.

    `folders` are those of the project.
    """
    rest = outside(data)
    if rest is None:
        return None
    holes = [_Hole(m.start(), m.end(), m[1].decode("utf-8", "replace").strip()) for m in _HOLE.finditer(rest)]
    if not holes and rest == data:
        return None
    masked = _HOLE.sub(lambda found: b"x" * len(found[0]), rest)
    tree = yamltree.parse(path, masked)
    if tree.fault is not None or not holes:
        return tree
    return tree._replace(documents=_Filler(path, data, holes, defaults(path, look), folders).documents(tree.documents))


class _Filler:
    """Puts back what was masked."""

    def __init__(
        self, path: str, data: bytes, holes: Sequence[_Hole], known: Defaults, folders: Collection[str]
    ) -> None:
        self._home = posixpath.dirname(path)
        self._data = data
        self._holes = holes
        self._starts = [hole.start for hole in holes]
        self._known = known
        self._folders = folders
        self._done: dict[int, Node] = {}

    def documents(self, nodes: Sequence[Node]) -> tuple[Node, ...]:
        return tuple(self._node(node) for node in nodes)

    def _node(self, node: Node, name: str = "") -> Node:
        """A node with what is filled into it; nodes that aliases share stay shared."""
        if id(node) not in self._done:
            self._done[id(node)] = self._of(node, name)
        return self._done[id(node)]

    def _of(self, node: Node, name: str) -> Node:
        if isinstance(node, Scalar):
            return self._scalar(node, name)
        if isinstance(node, Listed):
            return node._replace(items=tuple(self._node(item) for item in node.items))
        if isinstance(node, Mapping):
            merges = tuple(m for m in map(self._node, node.merges) if isinstance(m, Mapping))
            return node._replace(entries=tuple(map(self._entry, node.entries)), merges=merges)
        return node

    def _entry(self, entry: Entry) -> Entry:
        text = self._named(entry.key)
        key = entry.key if text is None else entry.key._replace(value=text, text=text, style=MADE, exact=False)
        return entry._replace(key=key, value=self._node(entry.value, key.text))

    def _scalar(self, node: Scalar, name: str) -> Scalar:
        text = self._named(node)
        if text is None:
            return node
        made = node._replace(value=text, text=text, style=MADE, exact=False)
        if node.tag in _NAMING:
            return made
        written = self._data[node.content.start : node.content.end].decode("utf-8", "replace")
        if node.tag == "" and posixpath.normpath(posixpath.join(self._home, written)) in self._folders:
            return made._replace(value=written, text=written)
        runtime = self._known.other_runtime(written) if name == "Runtime" else None
        if runtime is not None:
            return made._replace(value=runtime, text=runtime)
        return made._replace(tag=_FILLED)

    def _named(self, node: Scalar) -> str | None:
        """What is filled into a text, as far as that is known by a name; None where nothing is."""
        at = bisect.bisect_left(self._starts, node.span.start)
        inside = [hole for hole in self._holes[at : at + 20] if hole.end <= node.span.end]
        if not inside:
            return None
        parts: list[str] = []
        last = node.content.start
        for hole in inside:
            parts += (self._data[last : hole.start].decode("utf-8", "replace"), self._known.name(hole.words))
            last = hole.end
        return "".join(parts) + self._data[last : node.content.end].decode("utf-8", "replace")
