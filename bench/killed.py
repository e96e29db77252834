"""`check --fix` killed again and again while it writes: `python bench/killed.py [TIMES]`.

Each run is killed (signal 9) at a random moment after writing has begun, each file is looked at, and the command is run
once more to its end.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMAND = [sys.executable, "-m", "lambdalint", "check", "--isolated", "--fix", "--select", "LL003", "--silent"]
TYPO = b'# lambdalint:ignore[unknwn-suppression]\nresource "aws_sqs_queue" "jobs" {}\n'
FILES = 60
FOLDER = ".lambdalint-fix"


def main(times: int) -> None:
    """Kill that many runs and print what was found."""
    seed = random.Random(1)
    counts = {
        "all as before": 0,
        "some written": 0,
        "all written": 0,
        "half a file": 0,
        "not mended": 0,
        "left over": 0,
    }
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        files = [root / f"m{number}" / "main.tf" for number in range(FILES)]
        for file in files:
            file.parent.mkdir()
        reset(files)
        window = written(root, None)
        fixed = files[0].read_bytes()
        for _ in range(times):
            reset(files)
            written(root, seed.uniform(0, window))
            texts = {file.read_bytes() for file in files}
            counts["half a file"] += bool(texts - {TYPO, fixed})
            counts["some written" if len(texts) > 1 else "all written" if fixed in texts else "all as before"] += 1
            subprocess.run(COMMAND, cwd=root, check=True)
            counts["not mended"] += {file.read_bytes() for file in files} != {fixed}
            counts["left over"] += bool(list(root.rglob(".lambdalint*")))
    print(f"{times} runs killed while {FILES} files were written ({window * 1000:.0f} ms)")
    for what, number in counts.items():
        print(f"{what:>14}  {number}")


def reset(files: list[Path]) -> None:
    """Give each file its first text."""
    for file in files:
        file.write_bytes(TYPO)


def written(root: Path, patience: float | None) -> float:
    """Run the command and kill it `patience` seconds after it began to write, or never; how long it wrote."""
    with subprocess.Popen(COMMAND, cwd=root) as child:
        while child.poll() is None and not os.path.lexists(root / FOLDER):
            time.sleep(0.0005)
        start = time.perf_counter()
        if patience is not None:
            time.sleep(patience)
            child.kill()
        child.wait()
        return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
