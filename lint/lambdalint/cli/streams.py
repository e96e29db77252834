"""Standard output and standard error: writing so that nothing fails on the way, and what they can show."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from typing import TextIO

LINKING = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION")
LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper")
DRAWN = "…→│"
PATIENCE = 0.5  # seconds before a progress line appears
ERASE = "\r\x1b[2K"


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


def colour(choice: str, environment: Mapping[str, str], terminal: bool) -> bool:
    """Whether a stream gets colour. `choice` is what `--color` says."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0") or environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def links(coloured: bool, environment: Mapping[str, str], terminal: bool) -> bool:
    """Whether a stream gets hyperlinks: only terminals that are known to have them, never in CI."""
    if not coloured or not terminal or environment.get("NO_COLOR") or environment.get("CI"):
        return False
    if environment.get("TERM_PROGRAM") in LINKING_PROGRAMS or any(environment.get(name) for name in LINKING):
        return True
    return environment.get("VTE_VERSION", "0").isdecimal() and int(environment.get("VTE_VERSION", "0")) >= 5000


def draws(encoding: str | None) -> bool:
    """Whether an encoding has the characters that frames are drawn with."""
    try:
        DRAWN.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def shows_progress(environment: Mapping[str, str], terminal: bool) -> bool:
    """Whether there is somebody to look at a progress line."""
    return (
        terminal
        and not any(environment.get(name) for name in ("CI", "PRE_COMMIT"))
        and environment.get("TERM") != "dumb"
    )


class Progress:
    """A line that tells how far a run has come, for runs that take longer than half a second."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._start = clock()
        self._shown = False

    def __call__(self, what: str, done: int, all_: int) -> None:
        """Tell what is being done now, and that `done` of `all_` steps lie behind."""
        if self._clock() - self._start < PATIENCE:
            return
        self._stream.write(f"{ERASE}[{done}/{all_}] {what}")
        self._stream.flush()
        self._shown = True

    def erase(self) -> None:
        """Take the line away, if there is one."""
        if self._shown:
            self._stream.write(ERASE)
            self._stream.flush()
            self._shown = False
