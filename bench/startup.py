"""How long a start takes, as a ratio to a bare interpreter."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from generate import write_repository
from timing import fastest, seconds

ROUNDS = 15


def main() -> None:
    lambdalint = [sys.executable, "-m", "lambdalint"]
    check = [*lambdalint, "check", ".", "--isolated", "--output-format", "json"]
    with tempfile.TemporaryDirectory() as folder:
        write_repository(Path(folder), functions=2, unreachable=0)
        files = sum(1 for path in Path(folder).rglob("*") if path.is_file())
        measured = fastest(
            {
                "bare interpreter": partial(seconds, [sys.executable, "-c", "pass"]),
                "lambdalint --version": partial(seconds, [*lambdalint, "--version"]),
                "lambdalint rules": partial(seconds, [*lambdalint, "rules"]),
                f"lambdalint check, {files} files": partial(seconds, [*check, "--no-cache"], folder),
                "the same again, nothing changed": partial(seconds, check, folder),
            },
            ROUNDS,
        )
    bare = measured["bare interpreter"]
    for name, taken in measured.items():
        print(f"{name:32} {taken * 1000:7.1f} ms {taken / bare:6.2f} x")


if __name__ == "__main__":
    main()
