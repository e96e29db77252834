"""One line of a file as a terminal shows it: expanded, harmless, masked, and measured in cells."""

from __future__ import annotations

from lambdalint.record import NamedTuple
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import sanitize
from lambdalint.source import Source

TAB = 4
LONG = 20_000  # bytes of a line that are looked at


def width(text: str) -> int:
    """How many cells a terminal uses for `text`."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


class Glyph(NamedTuple):
    """What is shown for bytes `start`..`end`: `text`, `cells` wide."""

    start: int
    end: int
    text: str
    cells: int


class Line:
    """A line of a file and where its bytes are on the screen."""

    def __init__(self, source: Source, number: int, redaction: Redaction, near: int = 0) -> None:
        """Line `number` of a file. Of a very long one only what stands around the byte `near` is taken."""
        self.number = number
        whole = source.line_bounds(number)
        self.start, self.end = _around(source.data, *whole, near)
        self.clipped = (self.start > whole[0], self.end < whole[1])
        self.glyphs: list[Glyph] = []
        column = 0
        for piece in redaction.pieces(source, self.start, self.end):
            if piece.masked:
                shown = sanitize(piece.text.replace("\n", " ").replace("\t", " "))
                self.glyphs.append(Glyph(piece.start, piece.end, shown, width(shown)))
                column += self.glyphs[-1].cells
                continue
            at = piece.start
            for character in source.data[piece.start : piece.end].decode("utf-8", "surrogateescape"):
                if " " <= character <= "~":
                    self.glyphs.append(Glyph(at, at + 1, character, 1))
                    column += 1
                    at += 1
                    continue
                size = len(character.encode("utf-8", "surrogateescape"))
                shown = " " * (TAB - column % TAB) if character == "\t" else sanitize(character)
                if at == 0 and character == "\ufeff":
                    shown = ""
                self.glyphs.append(Glyph(at, at + size, shown, width(shown)))
                column += self.glyphs[-1].cells
                at += size

    @property
    def blank(self) -> bool:
        """True when nothing but space would be shown."""
        return not self.text.strip()

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def cells(self) -> int:
        """Width of the whole line."""
        return sum(glyph.cells for glyph in self.glyphs)

    def columns(self, start: int, end: int) -> tuple[int, int]:
        """Cells covered by a byte range: first, and the one after the last; at least one wide."""
        first = last = None
        column = 0
        for glyph in self.glyphs:
            if first is None and glyph.end > start:
                first = column
            column += glyph.cells
            if glyph.start < end:
                last = column
        first = column if first is None else first
        return first, max(first + 1, last or 0)

    def content(self) -> int:
        """Byte after the last character that is not white space."""
        return max((glyph.end for glyph in self.glyphs if glyph.text.strip()), default=self.start)

    def cut(self, first: int, last: int, ellipsis: str) -> str:
        """The cells from `first` to `last`, with an ellipsis at each end where something is left out."""
        shown = []
        column = 0
        for glyph in self.glyphs:
            if column >= first and column + glyph.cells <= last:
                shown.append(glyph.text)
            elif column < last and column + glyph.cells > first:
                shown.append(" " * (min(column + glyph.cells, last) - max(column, first)))
            column += glyph.cells
        text = "".join(shown)
        before = ellipsis if first > 0 or self.clipped[0] else ""
        return before + text + (ellipsis if column > last or self.clipped[1] else "")


def _around(data: bytes, start: int, end: int, near: int) -> tuple[int, int]:
    """A range inside `start`..`end` of at most LONG bytes around `near`, cut between characters."""
    if end - start <= LONG:
        return start, end
    first = max(start, min(near, end) - LONG // 2)
    last = min(end, first + LONG)
    while first < last and data[first] & 0xC0 == 0x80:
        first += 1
    while last > first and last < end and data[last] & 0xC0 == 0x80:
        last -= 1
    return first, last


def window(line: Line, first: int, last: int, available: int) -> tuple[int, int]:
    """Which cells of a line to show so that `first`..`last` (its beginning, if it is too long) is among them."""
    if line.cells <= available and not any(line.clipped):
        return 0, line.cells
    room = available - 2 * 3
    before = max(0, (room - (last - first)) // 2)
    begin = max(0, min(first - before, line.cells - room))
    return begin, begin + room
