"""Templates that Jinja makes: what stands in them whatever its statements decide."""

from __future__ import annotations

import re

_STATEMENT = re.compile(rb"\{#.*?#\}|\{%[-+]?\s*(\w+).*?%\}", re.DOTALL)
_BLOCKS = frozenset({b"if", b"for", b"macro", b"call", b"filter", b"with", b"block", b"raw", b"autoescape"})
_WITHIN = frozenset({b"else", b"elif"})
_ALONE = frozenset({b"include", b"import", b"from", b"extends", b"set", b"do"})
_TEXT = re.compile(rb"[^\r\n]")
_NEAR = 200
_BEFORE = re.compile(rb"(?:(?:^|[\r\n])[ \t]*(?:-[ \t]+)?|:[ \t]+)\Z")
_AFTER = re.compile(rb"[ \t]*(?:[\r\n#]|\{[%#]|\Z)")


def outside(data: bytes) -> bytes | None:
    """A text without its statements and what they repeat, choose or leave out: blanks stand there, so that all else
    keeps its place. None where there are no statements, they can't be told apart, or make a part of a value.
    """
    blank: list[tuple[int, int]] = []
    depth, start = 0, 0
    for found in _STATEMENT.finditer(data):
        word = found[1] or b""
        if word in _BLOCKS:
            start = start if depth else found.start()
            depth += 1
        elif word.startswith(b"end"):
            depth -= 1
            if depth < 0:
                return None
            if not depth:
                blank.append((start, found.end()))
        elif not word or word in _ALONE:
            blank.append((found.start(), found.end()))
        elif word not in _WITHIN:
            return None
    if depth or not blank:
        return None
    left = bytearray(data)
    for begin, end in blank:
        comment = data.startswith(b"{#", begin)
        if not comment and not (_BEFORE.search(data, max(begin - _NEAR, 0), begin) and _AFTER.match(data, end)):
            return None
        left[begin:end] = _TEXT.sub(b" ", data[begin:end])
    return bytes(left)
