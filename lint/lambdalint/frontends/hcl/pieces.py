"""Which parts of a text stand in the file as they are, and which an interpolation made."""

from __future__ import annotations

import re

from lambdalint.model.infra import ScriptPiece
from lambdalint.source import Span

HOLES = 20
"""A line with more interpolations isn't taken apart."""

_PLAIN = re.compile(rb"\$\{")
_ESCAPED = re.compile(rb"\$\{|\\(?:u[0-9A-Fa-f]{4}|.)")
_STRANGE = re.compile(rb"%\{|\$\$\{|%%\{")  # directives and escapes: what stands there isn't what comes out


def pieces_in(data: bytes, span: Span, text: str) -> tuple[ScriptPiece, ...]:
    """The pieces of `text`, which the string or heredoc at `span` comes out as; none where these can't be told."""
    literal = data[span.start : span.end]
    if literal[:1] == b'"':
        return _line(literal[1:-1], Span(span.path, span.start + 1, span.end - 1), text, _ESCAPED)
    first = literal.find(b"\n") + 1
    if literal[:2] != b"<<" or first == 0:
        return ()
    raws = literal[first:].split(b"\n")
    lines = text.split("\n")
    if raws[-1] == b"":
        raws.pop()
    if len(raws) != len(lines) or lines[-1]:  # the last of them is the mark that ends the heredoc
        return ()
    found: list[ScriptPiece] = []
    at = span.start + first
    for raw, line in zip(raws[:-1], lines, strict=False):
        body = raw.removesuffix(b"\r")
        cut = max(_width(body) - _width(line.encode()), 0)
        place = Span(span.path, at + cut, at + len(body))
        found += _line(body[cut:], place, line) or (ScriptPiece(line, place, False),)
        found.append(ScriptPiece("\n", Span(span.path, place.end, place.end), False))
        at += len(raw) + 1
    return tuple(found)


def _width(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" \t"))


def _line(raw: bytes, span: Span, text: str, mark: re.Pattern[bytes] = _PLAIN) -> tuple[ScriptPiece, ...]:
    """The pieces of one line; none where it isn't sure which interpolation, or escape, made what."""
    holes = _holes(raw, mark)
    if holes is None:
        return ()
    edges = [0, *(edge for hole in holes for edge in hole), len(raw)]
    fixed = [raw[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    starts = _starts(fixed, text.encode())
    if starts is None:
        return ()
    found: list[ScriptPiece] = []
    done = 0
    for i, (part, start) in enumerate(zip(fixed, starts, strict=True)):
        if start > done:
            hole = Span(span.path, span.start + holes[i - 1][0], span.start + holes[i - 1][1])
            found.append(ScriptPiece(text.encode()[done:start].decode("utf-8", "replace"), hole, False))
        if part:
            at = span.start + edges[2 * i]
            found.append(ScriptPiece(part.decode("utf-8", "replace"), Span(span.path, at, at + len(part)), True))
        done = start + len(part)
    return tuple(found)


def _starts(fixed: list[bytes], text: bytes) -> list[int] | None:
    """Where parts that follow one another stand in a text of which they are first and last; None unless only there."""
    if sum(map(len, fixed)) > len(text) or not (text.startswith(fixed[0]) and text.endswith(fixed[-1])):
        return None
    if len(fixed) == 1:
        return [0] if fixed[0] == text else None
    last = len(text) - len(fixed[-1])
    first, behind = [0], len(fixed[0])
    for part in fixed[1:-1]:
        first.append(text.find(part, behind, last))
        behind = first[-1] + len(part)
    latest, before = [last], last
    for part in reversed(fixed[1:-1]):
        latest.append(text.rfind(part, len(fixed[0]), before))
        before = latest[-1]
    first.append(last)
    latest.append(0)
    return first if first == latest[::-1] and -1 not in first else None


def _holes(raw: bytes, mark: re.Pattern[bytes]) -> list[tuple[int, int]] | None:
    """What starts with a mark: interpolations and escapes. None where there is more than text and whole ones."""
    if _STRANGE.search(raw) or len(mark.findall(raw)) > HOLES:
        return None
    found: list[tuple[int, int]] = []
    at = mark.search(raw)
    while at is not None:
        end, depth = at.end(), int(at[0] == b"${")
        while depth and end < len(raw):
            depth += {b"{": 1, b"}": -1}.get(raw[end : end + 1], 0)
            end += 1
        if depth:
            return None
        start = found.pop()[0] if found and found[-1][1] == at.start() else at.start()
        found.append((start, end))
        at = mark.search(raw, end)
    return found
