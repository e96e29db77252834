"""Cost against size: it must grow with the code that Lambda functions reach, and stay flat in all other code."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from generate import write_repository
from timing import seconds

SIZES = ((125, 0), (250, 0), (500, 0), (1000, 0), (125, 200_000), (125, 400_000))


def main() -> None:
    base = 0.0
    print(f"{'functions':>9} {'unreachable lines':>18} {'seconds':>8} {'ratio':>6}")
    for functions, unreachable in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write_repository(Path(folder), functions, unreachable)
            command = [sys.executable, "-m", "lambdalint", "check", ".", "--isolated", "--output-format", "json"]
            taken = min(seconds(command, folder) for _ in range(3))
        base = base or taken
        print(f"{functions:9} {unreachable:18,} {taken:8.2f} {taken / base:6.2f}")


if __name__ == "__main__":
    main()
