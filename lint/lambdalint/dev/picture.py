"""The picture of real output that the readme shows."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path

PROJECT = "testdata/projects/sign-in"
SHOWN = "LL201,LL305,LL403"
WIDTH = 100


def write(arguments: list[str]) -> int:
    """`picture`: run the tool on a project of testdata and draw what it prints."""
    from rich.console import Console
    from rich.text import Text

    del arguments
    command = [sys.executable, "-m", "lambdalint", "check", ".", "--isolated", "--select", SHOWN, "--color", "always"]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(f"$ lambdalint check .\n{run.stdout}"))
    svg = console.export_svg(title="lambdalint", unique_id="lambdalint")
    Path("docs/check.svg").write_text(svg, encoding="utf-8")
    return 0
