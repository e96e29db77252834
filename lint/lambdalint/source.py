"""Text and places in it: bytes are the truth, lines and columns exist only for people and reports."""

from __future__ import annotations

from bisect import bisect_right

from lambdalint.record import NamedTuple


class Span(NamedTuple):
    """A half-open range of bytes of one file.

    `path` is relative to the project root, with `/` between its parts.
    """

    path: str
    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """True when `other` lies inside this span, in the same file."""
        return self.path == other.path and self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place for people: `line` and `column` are 1-based, `column` counts code points, `utf16` UTF-16 units."""

    line: int
    column: int
    utf16: int


class Source:
    """One file as it was read; its line index is built when first asked for."""

    __slots__ = ("_starts", "data", "path")

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """Byte offset of the start of each line (LF, CRLF and lone CR end a line)."""
        if self._starts is None:
            starts = [0]
            data = self.data
            at = 0
            if b"\r" not in data:
                while (at := data.find(b"\n", at) + 1) > 0:
                    starts.append(at)
            else:
                for line in data.splitlines(keepends=True):
                    at += len(line)
                    if line.endswith((b"\n", b"\r")):
                        starts.append(at)
            self._starts = starts
        return self._starts

    def text(self, start: int, end: int) -> str:
        """The text between two byte offsets, with replacement characters for what is not UTF-8."""
        return self.data[start:end].decode("utf-8", "replace")

    def line_of(self, offset: int) -> int:
        """The 1-based line that holds the byte at `offset`."""
        return bisect_right(self.starts, min(offset, len(self.data)))

    def line_bounds(self, line: int) -> tuple[int, int]:
        """First byte of a 1-based line, and the byte after its last one without the line ending."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.data)
        while end > start and self.data[end - 1 : end] in (b"\n", b"\r"):
            end -= 1
        return start, end

    def position(self, offset: int) -> Position:
        """Line and columns of a byte offset; offsets past the end are the end."""
        offset = max(0, min(offset, len(self.data)))
        line = self.line_of(offset)
        before = self.text(self.starts[line - 1], offset)
        if line == 1 and before.startswith("\ufeff"):
            before = before[1:]
        wide = sum(1 for character in before if ord(character) > 0xFFFF)
        return Position(line, len(before) + 1, len(before) + wide + 1)
