"""The columns of comments behind Go code as gofmt sets them, so that files which were formatted stay so.

Source: go/printer and text/tabwriter of Go 1.26: comments behind the code of lines that follow each other, at one
indentation, stand in one column; a line without one ends it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.gofix import NOISE
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

_INDENT = pattern(rb"[ \t]*")


class _Line(NamedTuple):
    """A line with code and a comment behind it: where it starts, how far it is indented, where the code ends and the
    comment starts, and how many letters the code has.
    """

    begin: int
    indent: bytes
    end: int
    comment: int
    width: int


def kept(path: str, before: bytes, after: bytes) -> bytes:
    """`after`, with the comments behind its code in columns again if it is Go and those of `before` were."""
    formatted = path.endswith(".go") and aligned(before) == before
    return aligned(after) if formatted else after


def aligned(data: bytes) -> bytes:
    """The same text with the comments behind the code of lines that follow each other in one column."""
    parts: list[bytes] = []
    at = 0
    for run in _runs(data):
        column = max(line.width for line in run) + 1
        for line in run:
            parts += (data[at : line.end], b" " * (column - line.width))
            at = line.comment
    return b"".join((*parts, data[at:]))


def _runs(data: bytes) -> Iterator[list[_Line]]:
    run: list[_Line] = []
    for line in _lines(data):
        if run and (data.find(b"\n", run[-1].comment) + 1 != line.begin or line.indent != run[-1].indent):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _lines(data: bytes) -> Iterator[_Line]:
    for token in NOISE.finditer(data):
        if not token[0].startswith(b"//"):
            continue
        begin = data.rfind(b"\n", 0, token.start()) + 1
        code = data[begin : token.start()].rstrip(b" \t")
        indent = _INDENT.match(code)
        if code and indent is not None and indent.end() < len(code):
            inner = code[indent.end() :].decode("utf-8", "replace")
            yield _Line(begin, indent[0], begin + len(code), token.start(), len(inner))
