"""Lines a second, and analysis against bare parsing of the same files, for Go and Terraform."""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lambdalint.config import Config
from lambdalint.discover import inventory
from lambdalint.frontends import terraform
from lambdalint.golang import analyse as go_code
from lambdalint.golang.source.opening import openings
from lambdalint.reader import Reader
from lambdalint.syntax.languages import parser

ROUNDS = 5


def measured(run: Callable[[], object]) -> float:
    """Processor seconds of the fastest of several runs, each on a clean heap."""
    best = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def go(reader: Reader, paths: Sequence[str]) -> object:
    """As in a run: of files that nothing reaches only the opening is read."""
    return go_code.analyse(reader, paths, openings(reader.start, reader.look))


def main() -> None:
    gc.disable()  # as in an analysis
    root = Path(sys.argv[1])
    paths = inventory(root, Config()).paths
    for name, ends, analyse in (("go", ".go", go), ("hcl", ".tf", terraform.read)):
        reader = Reader(root)
        analyse(reader, paths)  # from now on nothing is read from disk
        read = [reader(path) or b"" for path in reader.read_paths() if path.endswith(ends)]
        if not read:
            continue
        lines = sum(data.count(b"\n") for data in read)
        bare = measured(lambda: [parser(name).parse(data) for data in read])  # noqa: B023
        whole = measured(lambda: analyse(reader, paths))  # noqa: B023
        print(f"{name:4} {len(read):5} files {lines:8,} lines  parse {lines / bare:10,.0f} lines/s  ", end="")
        print(f"analyse {lines / whole:10,.0f} lines/s  {whole / bare:5.2f} x parsing the files that were read whole")
        begun = [reader.look(path) or b"" for path, _ in reader.starts() if path.endswith(ends)]
        if begun:
            opened = bare + measured(lambda: [parser(name).parse(data) for data in begun])  # noqa: B023
            print(f"{'':4} {len(read) + len(begun):5} files opened, {whole / opened:5.2f} x parsing of all of them")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
