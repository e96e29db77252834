"""Writing to standard output and standard error so that nothing fails on the way."""

from __future__ import annotations

import os
from typing import TextIO


def say(stream: TextIO, text: str, exact: bool = False) -> None:
    """Write text, with replacements for what the stream can't encode; `exact` is UTF-8 whatever the stream says.

    A reader that has gone away is no reason to complain.
    """
    encoding = "utf-8" if exact else stream.encoding or "utf-8"
    data = text.encode(encoding, "surrogateescape" if exact else "replace")
    try:
        stream.flush()
        binary = getattr(stream, "buffer", None)
        if binary is None:
            stream.write(data.decode(encoding, "replace"))
        else:
            binary.write(data)
        stream.flush()
    except BrokenPipeError:
        _forget(stream)


def _forget(stream: TextIO) -> None:
    """Let what is still to be written to a closed pipe go nowhere, so that leaving doesn't fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def is_terminal(stream: TextIO) -> bool:
    """True when somebody may be looking; a closed stream is none."""
    try:
        return stream.isatty()
    except ValueError:
        return False
