"""Everything that guards this repository, in the order of how fast it says no."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("index", ("python", "-m", "lambdalint.dev", "check")),
    ("layers", ("lint-imports",)),
    ("types", ("mypy",)),
    ("tests", ("pytest",)),
)


def verify(arguments: list[str]) -> int:
    """`verify`: run every check, say which failed, and fail if one did. Further arguments go to pytest."""
    scripts = Path(sysconfig.get_path("scripts"))
    failed = []
    for name, (program, *rest) in CHECKS:
        command = [sys.executable] if program == "python" else [str(scripts / program)]
        command += [*rest, *(arguments if name == "tests" else ())]
        print(f"== {name}", flush=True)
        if subprocess.run(command, check=False).returncode != 0:
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed", flush=True)
    return 1 if failed else 0
