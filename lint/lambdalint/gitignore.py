"""What a `.gitignore` file says about one entry of a folder, as Git reads it."""

from __future__ import annotations

import codecs
import os
import re

from lambdalint.record import NamedTuple

_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": " \\t",
    "digit": "0-9",
    "lower": "a-z",
    "punct": "!-.:-@\\[-`{-~",
    "space": " \\t-\\r",
    "upper": "A-Z",
    "word": "0-9A-Za-z_",
    "xdigit": "0-9A-Fa-f",
}

STAR = "[^/]*"
FOLDERS = "(?:.*/)?"
MOST = 4  # of `**/` in one pattern: each lets the time grow with the depth of the path


class _Line(NamedTuple):
    """`whole`: the pattern is about the path from its file's folder; otherwise about names at any depth."""

    ignores: bool
    folders: bool
    whole: bool
    shape: re.Pattern[str]


class Ignores:
    """The patterns of one file, given as its bytes: Git compares byte by byte."""

    def __init__(self, data: bytes) -> None:
        text = data.removeprefix(codecs.BOM_UTF8).decode("latin-1")
        lines = (_line(raw.removesuffix("\r")) for raw in text.split("\n"))
        self._lines = [line for line in lines if line is not None]

    def says(self, path: str, folder: bool) -> bool | None:
        """True: ignored, False: taken back by `!`, None: not mentioned.

        `path` is seen from the file's folder. Whoever asks has asked for the folders above before: Git never looks
        into an ignored folder.
        """
        path = os.fsencode(path).decode("latin-1")
        name = path.rpartition("/")[2]
        for line in reversed(self._lines):
            if (folder or not line.folders) and line.shape.fullmatch(path if line.whole else name):
                return line.ignores
        return None


def _line(text: str) -> _Line | None:
    """One pattern; None for comments, empty lines and patterns that match nothing."""
    if text.startswith("#"):
        return None
    text = _without_spaces(text)
    negated = text.startswith("!")
    text = text[negated:]
    folders = text.endswith("/")
    text = text[: len(text) - folders]
    if not text:
        return None
    try:
        shape = re.compile(_expression(text.removeprefix("/")), re.DOTALL)
    except re.error:  # an unclosed or impossible set
        return None
    return _Line(not negated, folders, "/" in text, shape)


def _without_spaces(text: str) -> str:
    """Trailing spaces don't count unless there is a backslash before the last of them."""
    bare = text.rstrip(" ")
    escaped = (len(bare) - len(bare.rstrip("\\"))) % 2 == 1
    return bare + " " if escaped and bare != text else bare


def _expression(pattern: str) -> str:
    """The regular expression of a pattern. Raises re.error for one that matches nothing.

    Of the stars in one part of a path only the last may try again: the time stays short whatever the pattern.
    """
    found: list[str] = []
    at, star = 0, -1
    while at < len(pattern):
        end = at + len(pattern[at:]) - len(pattern[at:].lstrip("*"))
        if end > at:
            text, at = _stars(pattern, at, end)
            if text == STAR:
                if star >= 0:
                    found[star] = "(?>[^/]*?"
                    found.append(")")
                star = len(found)
        elif pattern[at] == "[":
            text, at = _set(pattern, at + 1)
        elif pattern[at] == "?":
            text, at = "[^/]", at + 1
        elif pattern[at] == "\\":
            text, at = _escaped(pattern, at + 1)
        else:
            star = -1 if pattern[at] == "/" else star
            text, at = re.escape(pattern[at]), at + 1
        if text != FOLDERS or found[-1:] != [FOLDERS]:
            found.append(text)
    if found.count(FOLDERS) > MOST:
        raise re.error("more than anybody writes")
    return "".join(found)


def _stars(pattern: str, start: int, end: int) -> tuple[str, int]:
    """Two stars or more that are a whole part of a path stand for any number of folders."""
    alone = end - start > 1 and (start == 0 or pattern[start - 1] == "/")
    if alone and end == len(pattern):
        return (".+" if start else ".*"), end
    if alone and pattern[end] == "/":
        return FOLDERS, end + 1
    return STAR, end


def _escaped(pattern: str, at: int) -> tuple[str, int]:
    if at == len(pattern):
        raise re.error("nothing behind the backslash")
    return re.escape(pattern[at]), at + 1


def _set(pattern: str, at: int) -> tuple[str, int]:
    """A set in brackets; it never matches a slash."""
    negated = pattern[at : at + 1] in ("!", "^")
    at += negated
    parts: list[str] = []
    while True:
        named = re.compile(r"\[:(\w+):\]").match(pattern, at)
        if named:
            if named[1] not in _CLASSES:
                raise re.error("no such class")
            parts.append(_CLASSES[named[1]])
            at = named.end()
        elif pattern[at : at + 1] == "]" and parts:
            break
        else:
            low, at = _member(pattern, at)
            if pattern[at : at + 1] == "-" and pattern[at + 1 : at + 2] not in ("", "]"):
                high, at = _member(pattern, at + 1)
                parts.append(low + (f"{low}-{high}" if low <= high else ""))
            else:
                parts.append(low)
    inner = "".join(parts)
    if not inner:
        return ("[^/]" if negated else "(?!)"), at + 1
    return f"(?!/)[{'^' * negated}{inner}]", at + 1


def _member(pattern: str, at: int) -> tuple[str, int]:
    at += pattern[at : at + 1] == "\\"
    if at >= len(pattern):
        raise re.error("a set that is not closed")
    return re.escape(pattern[at]), at + 1
