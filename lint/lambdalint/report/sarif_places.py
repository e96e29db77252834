"""Places of one run as SARIF locations."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from lambdalint.report.fingerprint import line_hashes
from lambdalint.report.place import Places
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import unpaired
from lambdalint.result import Analysis
from lambdalint.source import Source, Span

BASE = "%SRCROOT%"
CONTEXT = 2
SNIPPET_LINES = 30
SNIPPET_BYTES = 4_000

Object = dict[str, Any]


def uri(path: str) -> str:
    """A path as a relative URI reference: percent-encoded, without scheme or leading dot."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/-._~!$&'()*+,;=@")


class Locations:
    """Makes locations; each file's line hashes are computed once, when first asked for."""

    def __init__(self, analysis: Analysis, redaction: Redaction) -> None:
        self._prefix = analysis.prefix
        self._places = Places(analysis)
        self._redaction = redaction
        self._hashes: dict[str, list[str]] = {}

    def artifact(self, path: str) -> Object:
        """The file, relative to the root of the repository."""
        return {"uri": uri(self._prefix + path), "uriBaseId": BASE}

    def line(self, span: Span) -> int:
        """The line on which a span begins."""
        return self._places.start(span).line

    def region(self, span: Span) -> Object:
        """Lines and UTF-16 columns of a span; the end is the place after its last character."""
        start, end = self._places.start(span), self._places.end(span)
        return {"startLine": start.line, "startColumn": start.utf16, "endLine": end.line, "endColumn": end.utf16}

    def physical(self, span: Span) -> Object:
        """File, region with its text, and the lines around it."""
        region = self.region(span)
        location = {"artifactLocation": self.artifact(span.path), "region": region}
        source = self._places.source(span.path)
        if source is None:
            return location
        if span.end - span.start <= SNIPPET_BYTES:
            region["snippet"] = {"text": self._snippet(source, span.start, max(span.start, span.end))}
        context = self._context(source, region["startLine"], region["endLine"])
        return location if context is None else {**location, "contextRegion": context}

    def hash(self, span: Span) -> str | None:
        """GitHub's hash of the line on which a span begins."""
        source = self._places.source(span.path)
        if source is None:
            return None
        if span.path not in self._hashes:
            self._hashes[span.path] = line_hashes(source.data)
        hashes = self._hashes[span.path]
        line = source.line_of(span.start)
        return hashes[line - 1] if line <= len(hashes) else None

    def _context(self, source: Source, first: int, last: int) -> Object | None:
        """Whole lines around a region; None where there are none, or too many."""
        count = len(source.starts) - (source.starts[-1] == len(source.data) and len(source.starts) > 1)
        begin, end = max(1, first - CONTEXT), min(count, last + CONTEXT)
        if (begin == first and end <= last) or end - begin >= SNIPPET_LINES:
            return None
        start, stop = source.line_bounds(begin)[0], source.line_bounds(end)[1]
        if stop - start > SNIPPET_BYTES:
            return None
        return {"startLine": begin, "endLine": end, "snippet": {"text": self._snippet(source, start, stop)}}

    def _snippet(self, source: Source, start: int, end: int) -> str:
        text = unpaired(self._redaction.excerpt(source, start, end))
        return text.removeprefix("\ufeff") if start == 0 else text
