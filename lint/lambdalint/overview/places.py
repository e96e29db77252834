"""Spans as paths and lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from lambdalint.source import Source, Span

Object: TypeAlias = dict[str, Any]


class Places:
    """Where things are, for people."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def at(self, span: Span) -> Object:
        """`path` and `line` of a span; line 1 of a file that was not read."""
        source = self._sources.get(span.path)
        return {"path": span.path, "line": source.line_of(span.start) if source is not None else 1}
