"""A piece of a file with the places that matter marked under it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lambdalint.record import NamedTuple
from lambdalint.report.line import Line, width, window
from lambdalint.report.paint import Paint
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import fold
from lambdalint.source import Source, Span

CONTEXT = 2  # lines shown above the primary place
GAP = 2  # unmarked lines between two marked ones that are shown rather than left out


class Label(NamedTuple):
    """A marked place; `text` may be empty. The primary one has carets in the style of its severity."""

    span: Span
    text: str
    style: str
    primary: bool


class Frames:
    """Draws frames for one report."""

    def __init__(self, redaction: Redaction, paint: Paint, unicode: bool, columns: int) -> None:
        self._redaction = redaction
        self._paint = paint
        self._ellipsis = "…" if unicode else "..."
        self._columns = columns

    def draw(self, source: Source, labels: Sequence[Label], gutter: int) -> list[str]:
        """Lines of the file with labels; `gutter` is the width of the largest line number of the finding."""
        marked: dict[int, list[Label]] = {}
        for label in labels:
            marked.setdefault(source.line_of(label.span.start), []).append(label)
        numbers = shown_lines(source, labels)
        drawn = []
        before = None
        for number in numbers:
            near = marked[number][0].span.start if number in marked else 0
            line = Line(source, number, self._redaction, near)
            if before is None and number not in marked and line.blank:
                continue
            if before is not None and number > before + 1:
                drawn.append(self._paint("gutter", "..."))
            before = number
            drawn += self._marked(line, marked.get(number, []), gutter)
        return drawn

    def _marked(self, line: Line, labels: list[Label], gutter: int) -> list[str]:
        available = self._columns - gutter - 3
        ranges = [_cells(line, label) for label in labels]
        first, last = ranges[0] if ranges else (0, 0)
        begin, end = window(line, first, last, available)
        text = line.cut(begin, end, self._ellipsis).rstrip()
        bar = self._paint("gutter", f"{line.number:>{gutter}} |")
        drawn = [f"{bar} {text}".rstrip() if text else bar]
        shift = width(self._ellipsis) - begin if begin or line.clipped[0] else 0
        under = self._paint("gutter", " " * gutter + " |")
        for label, (start, stop) in zip(labels, ranges, strict=True):
            left = min(max(start, begin), end) + shift
            long = max(1, min(stop, end) - max(start, begin))
            sign = ("^" if label.primary else "-") * long
            beside = bool(label.text) and left + long + 1 + width(label.text) <= available
            note = f" {label.text}" if beside else ""
            drawn.append(f"{under} {' ' * left}{self._paint(label.style, sign + note)}")
            if label.text and not beside:
                back = max(0, min(left, available - width(label.text)))
                drawn.append(f"{under} {' ' * back}{self._paint(label.style, label.text)}")
        return drawn


def _cells(line: Line, label: Label) -> tuple[int, int]:
    """The cells a label covers on its first line: to the end of the text if it goes on in the next."""
    end = label.span.end
    if end > line.end:
        end = max(line.content(), label.span.start)
    return line.columns(min(label.span.start, line.end), end)


def shown_lines(source: Source, labels: Sequence[Label]) -> list[int]:
    """Numbers of the lines to show: marked ones, those above the primary, and short gaps."""
    marked = sorted({source.line_of(label.span.start) for label in labels})
    wanted = set(marked)
    for label in labels:
        if label.primary:
            number = source.line_of(label.span.start)
            wanted.update(range(max(1, number - CONTEXT), number))
    ordered = sorted(wanted)
    for left, right in pairwise(ordered):
        if right - left - 1 <= GAP:
            wanted.update(range(left, right))
    return sorted(wanted)


def label_text(source: Source, span: Span, text: str) -> str:
    """A label, with the last line of a place that spans several."""
    last = source.line_of(max(span.start, span.end - 1))
    beyond = f"to line {last}" if last > source.line_of(span.start) else ""
    return ", ".join(part for part in (fold(text), beyond) if part)
