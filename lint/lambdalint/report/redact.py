"""Secrets kept out of what is printed: known spans by place, token shapes and copies by text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lambdalint.secrets import mask
from lambdalint.source import Source, Span

TOKEN = "[REDACTED]"
QUOTES = "\"'`"
SHORTEST = 6  # a copy of a shorter text elsewhere is more likely a word than a secret


class Piece(NamedTuple):
    """Some text of a file as it may be shown: bytes `start`..`end` appear as `text`."""

    start: int
    end: int
    text: str
    masked: bool


class Redaction:
    """Everything that must not be shown, for one run."""

    def __init__(self, secrets: Iterable[Span], sources: Mapping[str, Source]) -> None:
        self._spans: dict[str, list[Span]] = {}
        literals: set[str] = set()
        for span in sorted(set(secrets)):
            source = sources.get(span.path)
            if source is None:
                continue
            self._spans.setdefault(span.path, []).append(span)
            literal = source.text(span.start, span.end).strip().strip(QUOTES)
            if len(literal) >= SHORTEST:
                literals.add(literal)
        self._literals = sorted(literals, key=lambda literal: (-len(literal), literal))

    def text(self, text: str) -> str:
        """`text` without copies of known secrets and without token shapes."""
        for literal in self._literals:
            if literal in text:
                text = text.replace(literal, TOKEN)
        return mask(text)

    def touched(self, span: Span) -> bool:
        """True when the span overlaps a known secret."""
        return any(s.start < span.end and span.start < s.end for s in self._spans.get(span.path, ()))

    def excerpt(self, source: Source, start: int, end: int) -> str:
        """The text between two byte offsets as it may be shown."""
        return "".join(piece.text for piece in self.pieces(source, start, end))

    def pieces(self, source: Source, start: int, end: int) -> list[Piece]:
        """The bytes from `start` to `end` in order, cut where masked text begins and ends."""
        found: list[Piece] = []
        at = start
        for span in self._spans.get(source.path, ()):
            if span.end <= at or span.start >= end:
                continue
            first, last = max(span.start, at), min(span.end, end)
            found += self._plain(source, at, first)
            found.append(Piece(first, last, _masked(source, span, first, last), True))
            at = last
        return found + self._plain(source, at, end)

    def _plain(self, source: Source, start: int, end: int) -> list[Piece]:
        """Text outside known spans: what `text` changes in it becomes one masked piece."""
        if start >= end:
            return []
        raw = source.text(start, end)
        shown = self.text(raw)
        if shown == raw:
            return [Piece(start, end, raw, False)]
        head = _common(raw, shown)
        tail = _common(raw[head:][::-1], shown[head:][::-1])
        first = start + len(raw[:head].encode("utf-8", "surrogateescape"))
        last = end - len(raw[len(raw) - tail :].encode("utf-8", "surrogateescape"))
        if not start <= first <= last <= end or "\ufffd" in raw:  # bytes and text don't correspond
            return [Piece(start, end, shown, True)]
        whole = (
            Piece(start, first, raw[:head], False),
            Piece(first, last, shown[head : len(shown) - tail], True),
            Piece(last, end, raw[len(raw) - tail :], False),
        )
        return [piece for piece in whole if piece.text or piece.end > piece.start]


def _masked(source: Source, span: Span, first: int, last: int) -> str:
    """What stands for a secret, or for the line of it that is shown; its quotes stay."""
    opening = source.text(span.start, span.start + 1)
    quoted = opening in QUOTES and span.end - span.start > 1 and source.text(span.end - 1, span.end) == opening
    before = opening if quoted and first == span.start else ""
    after = opening if quoted and last == span.end else ""
    return before + TOKEN + after


def _common(left: str, right: str) -> int:
    """Length of the longest common beginning."""
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
