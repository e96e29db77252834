"""The variables in a text: where they begin and end, and what they ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

_LONGEST = 20_000
_NESTING = 20
_ASKED = pattern(r"\s*(?P<source>[A-Za-z]\w*)(?:\((?P<argument>[^()]*)\))?(?::(?P<address>(?!:).*))?\s*$", re.DOTALL)
_PSEUDO = pattern(r"#\{(AWS::\w+)\}")


class Plain(NamedTuple):
    """Text that stands for itself, from `at` on."""

    text: str
    at: int


class Hole(NamedTuple):
    """A variable: the alternatives between its braces, each a run of texts and variables."""

    alternatives: tuple[tuple[Piece, ...], ...]
    at: int
    end: int


Piece: TypeAlias = Plain | Hole


class Asked(NamedTuple):
    """What one alternative asks for: `source(argument):address`."""

    source: str
    argument: str
    address: str | None


def pieces(text: str) -> tuple[Piece, ...]:
    """The variables of a text, and what stands between them. `${AWS::Region}` and the like are plain text."""
    text = _PSEUDO.sub(r"${\1}", text) if "#{" in text else text
    if "${" not in text or len(text) > _LONGEST:
        return (Plain(text, 0),)
    return tuple(_joined(_run(text, 0, len(text), 0)))


def asked(text: str) -> Asked | None:
    """What a text between braces asks for; None for a literal."""
    match = _ASKED.match(text)
    if match is None or (match["argument"] is None and match["address"] is None):
        return None
    return Asked(match["source"], (match["argument"] or "").strip(), match["address"])


def _run(text: str, start: int, end: int, depth: int) -> Iterator[Piece]:
    at = start
    while (hole := text.find("${", at, end)) >= 0:
        close = _close(text, hole + 2, end)
        if close is None or depth > _NESTING:
            break
        if hole > at:
            yield Plain(text[at:hole], at)
        if re.match(r"[A-Za-z]\w*(?:\(|:(?!:))", text[hole + 2 : hole + 200]):
            parts = tuple(tuple(_run(text, a, b, depth + 1)) for a, b in _alternatives(text, hole + 2, close))
            yield Hole(parts, hole, close + 1)
        else:
            yield Plain(text[hole : close + 1], hole)
        at = close + 1
    if at < end:
        yield Plain(text[at:end], at)


def _joined(run: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbouring plain texts as one."""
    last: Piece | None = None
    for piece in run:
        if isinstance(piece, Plain) and isinstance(last, Plain):
            last = last._replace(text=last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _close(text: str, start: int, end: int) -> int | None:
    """The brace that closes a variable."""
    depth = 1
    quote = ""
    for at in range(start, end):
        character = text[at]
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
            if depth == 0:
                return at
    return None


def _alternatives(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places between the commas of a variable."""
    depth = 0
    quote = ""
    begin = start
    for at in range(start, end):
        character = text[at]
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character in "{(":
            depth += 1
        elif character in "})":
            depth -= 1
        elif character == "," and depth == 0:
            yield begin, at
            begin = at + 1
    yield begin, end
