"""The opening of a Go file: of what nothing reaches, no more is read and looked at than what it imports."""

from __future__ import annotations

from collections.abc import Callable

from lambdalint.pattern import pattern

Reader = Callable[[str], bytes | None]
Start = Callable[[str, int], bytes | None]

_SIZE = 4_096  # bytes; the imports of most files end before that
_DECLARATION = pattern(rb"\n(?:const|func|type|var)\b")


def openings(start: Start, whole: Reader) -> Reader:
    """What gives the text of a file as far as its imports go, at least.

    `start` gives the first bytes of a file, at most as many as asked for, or all of them; `whole` gives all.
    """
    known: dict[str, bytes | None] = {}

    def opening(path: str) -> bytes | None:
        if path not in known:
            data = start(path, _SIZE)
            known[path] = data if data is None else _cut(data) or (whole(path) if len(data) == _SIZE else data)
        return known[path]

    return opening


def _cut(data: bytes) -> bytes:
    """What stands before the first declaration that can't be in a comment, imports aside; empty where there is none."""
    found = _DECLARATION.search(data)
    if found is None:
        return b""
    opened = data.rfind(b"/*", 0, found.start())
    closed = opened < 0 or data.rfind(b"*/", opened + 2, found.start()) >= 0
    return data[: found.start()] if closed else b""
