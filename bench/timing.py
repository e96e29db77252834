"""Timing that can be trusted on a busy machine: processor time, of runs that alternate; the least of each counts."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Callable, Mapping, Sequence

# As installed: with byte code that the first run leaves for the others.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: Sequence[str], folder: str | None = None) -> float:
    """Processor seconds of one run of a command and what it starts; its output is dropped."""
    before = _spent()
    subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return _spent() - before


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def fastest(measures: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The least of several measurements, taken in turns so that all see the same machine."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, measure in measures.items():
            taken = measure()
            best[name] = min(taken, best.get(name, taken))
    return best
