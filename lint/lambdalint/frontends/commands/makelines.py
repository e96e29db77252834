"""The text of a makefile in lines: what continues them, what is a comment, and what stands outside of references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.frontends.text import Text, computed, join


def logical(text: Text) -> Iterator[Text]:
    """Lines, with those that continue them."""
    data = text.data
    start = 0
    while start < len(data):
        end = data.find("\n", start)
        while end > 0 and data[end - 1] == "\\" and (end - 2 < start or data[end - 2] != "\\"):
            end = data.find("\n", end + 1)
        if end < 0:
            end = len(data)
        stop = end - 1 if data[end - 1 : end] == "\r" else end
        yield text.cut(start, stop) if stop > start else Text()
        start = end + 1


def joined(line: Text) -> Text:
    """A line outside of recipes: continued lines with one space between, without its comment."""
    parts: list[Text] = []
    at = 0
    for match in re.finditer(r"[ \t]*\\\n[ \t]*", line.data):
        parts.append(line.cut(at, match.start()) if match.start() > at else Text())
        span = line.cut(match.start(), match.end()).place()
        parts.append(computed(" ", span) if span is not None else Text())
        at = match.end()
    if at:
        line = join([*parts, line.cut(at, len(line.data)) if at < len(line.data) else Text()])
    comment = re.search(r"(?<!\\)#", line.data)
    if comment:
        return line.cut(0, comment.start()) if comment.start() else Text()
    return line


def recipe(line: Text) -> Text:
    """A line of a recipe as the shell gets it: the first tab of each of its lines is make's."""
    parts: list[Text] = []
    at = 1
    for match in re.finditer(r"\\\n\t", line.data):
        parts.append(line.cut(at, match.end() - 1))
        at = match.end()
    return (
        join([*parts, line.cut(at, len(line.data)) if at < len(line.data) else Text()])
        if at > 1
        else line.cut(1, max(1, len(line.data)))
    )


def body(lines: list[Text]) -> Text:
    """Lines between `define` and `endef` as one text."""
    parts: list[Text] = []
    for line in lines:
        if line.pieces:
            if parts:
                parts.append(computed("\n", line.pieces[0].span))
            parts.append(line)
    return join(parts)


def top_level(data: str, wanted: str) -> int:
    """Where the first of some characters stands outside of references, -1 for nowhere."""
    level = 0
    for index, character in enumerate(data):
        if character in "({" and (level or data[index - 1 : index] == "$"):
            level += 1
        elif character in ")}" and level:
            level -= 1
        elif character in wanted and level == 0:
            return index
    return -1


def is_top_level(data: str, index: int) -> bool:
    """Whether no reference is open there."""
    return data[:index].count("(") <= data[:index].count(")") and data[:index].count("{") <= data[:index].count("}")
