"""What gofmt aligns when a literal of several lines becomes one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.fix import Edit
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span

_FIELD = pattern(rb'([ \t]*)((?:"[^"\n]*"|\w+):)([ \t]+)')
_ENDED = pattern(rb"\},[ \t]*\r?\n")


class _Row(NamedTuple):
    """A field on one line: how wide its key is, and the space behind that."""

    width: int
    start: int
    end: int


def emptied(data: bytes, path: str, opening: int, closing: int) -> tuple[Edit, ...] | None:
    """Edits that align a field with its neighbours once nothing stands between the brackets of its value.

    `opening` is the place behind the first bracket, `closing` that of the last. None where it can't be told.
    """
    line = data.rfind(b"\n", 0, opening) + 1
    own = _FIELD.match(data, line)
    if own is None:
        return ()
    rest = _ENDED.match(data, closing)
    if rest is None:
        return None
    above, below = list(_above(data, line, own[1])), list(_below(data, rest.end(), own[1]))
    if None in above or None in below:
        return None
    rows = [row for row in (*above, _row(own), *below) if row is not None]
    width = max(row.width for row in rows)
    spaced = [(row, " " * (width - row.width + 1)) for row in rows]
    return tuple(Edit(Span(path, row.start, row.end), gap) for row, gap in spaced if row.end - row.start != len(gap))


def _row(found: re.Match[bytes]) -> _Row:
    return _Row(len(found[2].decode("utf-8", "replace")), found.start(3), found.end(3))


def _above(data: bytes, line: int, indent: bytes) -> Iterator[_Row | None]:
    while line > 0:
        end = line - 1
        line = data.rfind(b"\n", 0, end) + 1
        if not _is_field(data, line, end, indent):
            return
        yield _read(data, line, end)


def _below(data: bytes, line: int, indent: bytes) -> Iterator[_Row | None]:
    while (end := data.find(b"\n", line)) >= 0 and _is_field(data, line, end, indent):
        yield _read(data, line, end)
        line = end + 1


def _is_field(data: bytes, line: int, end: int, indent: bytes) -> bool:
    """True for a line that gofmt aligns with its neighbours: a field and all of its value."""
    found = _FIELD.match(data, line, end)
    return found is not None and found[1] == indent and not data[line:end].rstrip().endswith((b"{", b"("))


def _read(data: bytes, line: int, end: int) -> _Row | None:
    """A field; None for one with a comment, which may be aligned too."""
    found = _FIELD.match(data, line, end)
    return _row(found) if found is not None and data[line:end].rstrip().endswith(b",") else None
