"""`lambdalint` and `python -m lambdalint`. The version is answered before anything else is imported."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return the exit code."""
    if sys.argv[1:] in (["--version"], ["version"]):
        from lambdalint import __version__

        sys.stdout.write(f"lambdalint {__version__}\n")
        return 0
    from lambdalint.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
