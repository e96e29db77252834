"""A text whose comments are told apart."""

from __future__ import annotations

from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

_NOT_NEWLINE = pattern(rb"[^\n]")


class Comment(NamedTuple):
    """A comment from marker to end, and what stands between its markers."""

    start: int
    end: int
    body_start: int
    body_end: int


class Lexed(NamedTuple):
    """A text told apart.

    `code` is as long as the text: comments are blank in it, strings are filled with quotes. `content` are pieces that
    look like comments where `#` is content.
    """

    code: bytes
    comments: tuple[Comment, ...]
    content: tuple[Comment, ...] = ()


def mask(data: bytes, comments: list[Comment], strings: list[tuple[int, int]]) -> bytes:
    """The text with blank comments (their line ends stay) and filled strings."""
    code = bytearray(data)
    for comment in comments:
        code[comment.start : comment.end] = _NOT_NEWLINE.sub(b" ", data[comment.start : comment.end])
    for start, end in strings:
        code[start:end] = b'"' * (end - start)
    if code.startswith(b"\xef\xbb\xbf"):
        code[:3] = b"   "
    return bytes(code)
