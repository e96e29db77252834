"""Lines a second, and analysis against bare parsing of the same files, for Go and Terraform."""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lambdalint.config import Config
from lambdalint.discover import inventory
from lambdalint.frontends import terraform
from lambdalint.golang import analyse as go_code
from lambdalint.reader import Reader
from lambdalint.syntax.languages import parser

ROUNDS = 5


def measured(run: Callable[[], object]) -> float:
    """Processor seconds of the fastest of several runs."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    gc.set_threshold(50_000)  # as in a run
    root = Path(sys.argv[1])
    paths = inventory(root, Config()).paths
    for name, ends, analyse in (("go", ".go", go_code.analyse), ("hcl", ".tf", terraform.read)):
        probe = Reader(root)
        analyse(probe, paths)
        read = {path: probe(path) or b"" for path in probe.read_paths() if path.endswith(ends)}
        lines = sum(data.count(b"\n") for data in read.values())
        bare = measured(lambda: [parser(name).parse(data) for data in read.values()])  # noqa: B023
        whole = measured(lambda: analyse(Reader(root, read), paths))  # noqa: B023
        print(f"{name:4} {len(read):5} files {lines:8,} lines  parse {lines / bare:10,.0f} lines/s  ", end="")
        print(f"analyse {lines / whole:10,.0f} lines/s  {whole / bare:5.2f} x parsing")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
