"""Places as reports give them: always inside a file, never line 0."""

from __future__ import annotations

from lambdalint.result import Analysis
from lambdalint.source import Position, Source, Span

FIRST = Position(1, 1, 1)


class Places:
    """Lines and columns for the spans of one run."""

    def __init__(self, analysis: Analysis) -> None:
        self._sources = analysis.sources

    def source(self, path: str) -> Source | None:
        """The file as it was read, if it was."""
        return self._sources.get(path)

    def start(self, span: Span) -> Position:
        """Where a span begins; the start of the file for a file that was not read."""
        source = self._sources.get(span.path)
        return FIRST if source is None else source.position(span.start)

    def end(self, span: Span) -> Position:
        """Where a span ends (exclusive)."""
        source = self._sources.get(span.path)
        return FIRST if source is None else source.position(max(span.start, span.end))
