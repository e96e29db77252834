"""Cost against size: it must grow with the code that Lambda functions reach, and stay flat in all other code."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from generate import write_repository
from timing import fastest, seconds

SIZES = ((125, 0), (250, 0), (500, 0), (1000, 0), (125, 200_000), (125, 400_000))
UNREACHABLE = 1_000_000
CHECK = [sys.executable, "-m", "lambdalint", "check", ".", "--isolated", "--no-cache", "--output-format", "json"]
LIST = """
import os
for folder, folders, names in os.walk("."):
    folders[:] = [name for name in folders if name != ".git"]
    for name in names:
        os.stat(os.path.join(folder, name))
"""


def main() -> None:
    base = 0.0
    print(f"{'functions':>9} {'unreachable lines':>18} {'seconds':>8} {'ratio':>6}")
    for functions, unreachable in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write_repository(Path(folder), functions, unreachable)
            taken = min(seconds(CHECK, folder) for _ in range(3))
        base = base or taken
        print(f"{functions:9} {unreachable:18,} {taken:8.2f} {taken / base:6.2f}")
    for files in (20, 10, 1):
        for git in (False, True):
            against_listing(files, git)


def against_listing(files: int, git: bool) -> None:
    """What code that nothing reaches adds to a run, against going through its files and asking for their size."""
    with tempfile.TemporaryDirectory() as without, tempfile.TemporaryDirectory() as with_it:
        write_repository(Path(without), 10, 0)
        write_repository(Path(with_it), 10, UNREACHABLE, files)
        for folder in (without, with_it) if git else ():
            subprocess.run(["git", "-C", folder, "init", "-q"], check=True)
            subprocess.run(["git", "-C", folder, "add", "."], check=True)
        python = [sys.executable, "-I", "-S", "-c"]
        taken = fastest(
            {
                "without": lambda: seconds(CHECK, without),
                "with": lambda: seconds(CHECK, with_it),
                "start": lambda: seconds([*python, "import os"], with_it),
                "list": lambda: seconds([*python, LIST], with_it),
            },
            rounds=15,
        )
    added, listing = taken["with"] - taken["without"], taken["list"] - taken["start"]
    print(
        f"{UNREACHABLE:,} lines of unreachable Go, {files} files in a package, {'in' if git else 'without'} Git: "
        f"{added:.3f} s more, {added / listing:.2f} x listing their files"
    )


if __name__ == "__main__":
    main()
