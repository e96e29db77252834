"""`check --watch`: check again whenever a file of the project changes, until interrupted."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from lambdalint import discover
from lambdalint.cli.options import Given
from lambdalint.cli.reports import Plan
from lambdalint.cli.streams import is_terminal, say
from lambdalint.config import FILES, Config
from lambdalint.errors import ConfigError, LambdalintError, UsageError
from lambdalint.report import FOR_PEOPLE

PAUSE = 0.5  # seconds between two looks
CLEAR = "\x1b[2J\x1b[3J\x1b[H"

_State: TypeAlias = Mapping[str, tuple[int, int]]


def watch(root: str, load: Callable[[], Config], check: Callable[[], int], options: Given, plan: Plan) -> int:
    """Check, and check again after each change. Ends with an interrupt only. Raises UsageError."""
    _refuse(options, plan)
    seen: _State | None = None
    while True:
        now = _state(root, load)
        if now != seen:
            if is_terminal(sys.stdout):
                say(sys.stdout, CLEAR)
            _check(check)
            seen = _state(root, load) if options.fix or options.fix_only else now  # its own fixes are no news
            if not options.quiet:
                say(sys.stderr, "watching for changes; Ctrl-C ends this\n")
        time.sleep(PAUSE)


def _refuse(options: Given, plan: Plan) -> None:
    for name in ("diff", "interactive", "verify", "stdin_filename"):
        if getattr(options, name):
            raise UsageError(f"--watch can't be used with --{name.replace('_', '-')}")
    if plan.screen not in FOR_PEOPLE or plan.files:
        raise UsageError("--watch is for people: it works with the formats full and concise, on standard output")


def _check(check: Callable[[], int]) -> None:
    """One run; what stops it is told, and may be mended while it is watched."""
    try:
        check()
    except LambdalintError as error:
        say(sys.stderr, f"lambdalint: {error}\n")


def _state(root: str, load: Callable[[], Config]) -> _State:
    """When each file was changed, and its size; the configuration counts too."""
    try:
        paths: Sequence[str] = discover.inventory(root, load()).paths
    except ConfigError:
        paths = ()
    state = {}
    for path in (*paths, *FILES):
        try:
            found = os.stat(os.path.join(root, path))
        except OSError:
            continue
        state[path] = (found.st_mtime_ns, found.st_size)
    return state
