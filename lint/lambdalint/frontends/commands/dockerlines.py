"""The text of a Dockerfile as instructions: continued lines, comments and heredocs."""

from __future__ import annotations

import re

from lambdalint.frontends.text import Text, computed, join
from lambdalint.record import NamedTuple
from lambdalint.source import Span

INSTRUCTIONS = 2000
"""So many instructions of a file are read."""


class Instruction(NamedTuple):
    """One instruction. `text` is what stands behind its word, `whole` its place; `bodies` are its heredocs."""

    word: str
    text: Text
    whole: Span
    bodies: tuple[Text, ...]


def instructions(text: Text) -> list[Instruction]:
    """The instructions of a Dockerfile in order. Comments are left out, continued lines joined."""
    found: list[Instruction] = []
    lines = _Lines(text)
    while len(found) < INSTRUCTIONS and (line := lines.next()) is not None:
        match = re.match(r"\s*([A-Za-z]+)\s+", line.data)
        if match is None or line.data.lstrip().startswith("#"):
            continue
        parts = [line.cut(match.end(), len(line.data))]
        last = line
        while parts[-1].data.rstrip().endswith("\\"):
            following = lines.next()
            if following is None:
                break
            if following.data.lstrip().startswith("#") or not following.data.strip():
                continue
            parts.append(following)
            last = following
        joined = _glued(parts)
        start, end = line.cut(match.start(1), match.end(1)).place(), last.place()
        if start is None or end is None:
            continue
        bodies = []
        if match[1].upper() in ("RUN", "COPY", "ADD"):
            for name in re.findall(r"<<-?[\"']?(\w+)[\"']?", joined.data):
                bodies.append(lines.until(name))
        found.append(Instruction(match[1].upper(), joined, Span(start.path, start.start, end.end), tuple(bodies)))
    return found


class _Lines:
    """The lines of a text, one after another."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._at = 0

    def next(self) -> Text | None:
        """The next line without its end, None behind the last."""
        data = self._text.data
        if self._at >= len(data):
            return None
        end = data.find("\n", self._at)
        end = len(data) if end < 0 else end
        line = self._text.cut(self._at, end) if end > self._at else Text()
        self._at = end + 1
        return line

    def until(self, name: str) -> Text:
        """The lines before the one that holds only a name."""
        start = self._at
        end = start
        while (line := self.next()) is not None and line.data.strip() != name:
            end = self._at
        return self._text.cut(start, min(end, len(self._text.data))) if end > start else Text()


def _glued(parts: list[Text]) -> Text:
    """Continued lines as the shell gets them."""
    found: list[Text] = []
    for part in parts:
        if found and part.pieces:
            found.append(computed("\n", part.pieces[0].span))
        end = len(part.data.rstrip())
        found.append(part.cut(0, end) if end else Text())
    return join(found)
