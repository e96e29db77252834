"""Secrets kept out of what is printed: known ones by place, copies of them and token shapes by their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lambdalint.record import NamedTuple
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
        self._regions: dict[str, list[Piece]] = {}
        self._texts: dict[str, str] = {}  # the same messages and labels come again and again
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
        shown = self._texts.get(text)
        if shown is None:
            shown = text
            for literal in self._literals:
                if literal in shown:
                    shown = shown.replace(literal, TOKEN)
            shown = self._texts[text] = mask(shown)
        return shown

    def excerpt(self, source: Source, start: int, end: int) -> str:
        """The text between two byte offsets as it may be shown."""
        return "".join(piece.text for piece in self.pieces(source, start, end))

    def pieces(self, source: Source, start: int, end: int) -> list[Piece]:
        """The bytes from `start` to `end` in order, cut where masked text begins and ends."""
        found: list[Piece] = []
        at = start
        for region in self._masked(source):
            if region.end <= at or region.start >= end:
                continue
            first, last = max(region.start, at), min(region.end, end)
            if first > at:
                found.append(Piece(at, first, source.text(at, first), False))
            whole = (first, last) == (region.start, region.end)
            found.append(Piece(first, last, region.text if whole else TOKEN, True))
            at = last
        if at < end:
            found.append(Piece(at, end, source.text(at, end), False))
        return found

    def _masked(self, source: Source) -> list[Piece]:
        """The regions of a file that must not be shown, in order; found once for each file."""
        regions = self._regions.get(source.path)
        if regions is None:
            known = [_stand_in(source, span) for span in self._spans.get(source.path, ())]
            regions = sorted([*known, *self._shapes(source)], key=lambda piece: (piece.start, -piece.end))
            self._regions[source.path] = regions
        return regions

    def _shapes(self, source: Source) -> Iterator[Piece]:
        """What `text` changes in a file, by place; the file is judged whole, since a key may span lines."""
        raw = source.data.decode("utf-8", "replace")
        shown = self.text(raw)
        del self._texts[raw]
        if shown == raw:
            return
        from difflib import SequenceMatcher

        starts = [0]
        lines = source.data.split(b"\n")
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        old, new, plain = raw.split("\n"), shown.split("\n"), self._lines_without_known(source)
        for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            if j - i == m - k:
                for n in range(j - i):
                    if len(plain) == len(old) and plain[i + n] == new[k + n]:
                        continue  # the known ones are all there is, each at its own place
                    yield _difference(starts[i + n], lines[i + n], old[i + n], new[k + n])
            else:
                yield Piece(starts[i], max(starts[i], starts[j] - 1), "\n".join(new[k:m]), True)

    def _lines_without_known(self, source: Source) -> list[str]:
        """The lines of a file in which the known secrets are replaced where they stand."""
        data = source.data
        for piece in reversed([_stand_in(source, span) for span in self._spans.get(source.path, ())]):
            data = data[: piece.start] + piece.text.encode() + data[piece.end :]
        return data.decode("utf-8", "replace").split("\n")


def _stand_in(source: Source, span: Span) -> Piece:
    """What stands for a known secret; its quotes stay."""
    opening = source.text(span.start, span.start + 1)
    quoted = opening in QUOTES and span.end - span.start > 1 and source.text(span.end - 1, span.end) == opening
    return Piece(span.start, span.end, f"{opening}{TOKEN}{opening}" if quoted else TOKEN, True)


def _difference(start: int, line: bytes, raw: str, shown: str) -> Piece:
    """The part of a line that differs; the whole line where bytes and text don't correspond."""
    if "\ufffd" in raw:
        return Piece(start, start + len(line), shown, True)
    head = _common(raw, shown)
    tail = _common(raw[head:][::-1], shown[head:][::-1])
    first = start + len(raw[:head].encode("utf-8"))
    last = start + len(line) - len(raw[len(raw) - tail :].encode("utf-8"))
    return Piece(first, last, shown[head : len(shown) - tail], True)


def _common(left: str, right: str) -> int:
    """Length of the longest common beginning."""
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
