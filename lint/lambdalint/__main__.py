"""`lambdalint` and `python -m lambdalint`. The version is answered before anything else is imported."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the command line and return the exit code."""
    if sys.argv[1:] in (["--version"], ["version"]):
        from lambdalint import __version__

        sys.stdout.write(f"lambdalint {__version__}\n")
        return 0
    from lambdalint.cli import main as run

    return run(sys.argv[1:])


def process() -> None:
    """Be the process of one command.

    Cyclic garbage is looked for seldom, for most of what a run makes it keeps. Nothing is taken down in the end: that
    would take as long as starting twice.
    """
    gc.set_threshold(1_000_000)
    code = main()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    process()
