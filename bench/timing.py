"""Timing that can be trusted on a busy machine: runs alternate, the fastest of each counts."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence


def seconds(command: Sequence[str], folder: str | None = None) -> float:
    """Wall-clock seconds of one run of a command; its output is dropped."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def fastest(measures: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The least of several measurements, taken in turns so that all see the same machine."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, measure in measures.items():
            taken = measure()
            best[name] = min(taken, best.get(name, taken))
    return best
