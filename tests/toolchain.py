"""Where the Go toolchain is: the one that comes with the test dependencies, else the machine's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from functools import cache
from pathlib import Path


class go:  # noqa: N801 - reads as the command it stands for
    """The Go command and its companions."""

    @staticmethod
    @cache
    def command() -> str:
        """Path of `go`. AssertionError where there is none: a test that needs a compiler can't be skipped."""
        packaged = Path(sysconfig.get_path("scripts")) / "go"
        found = str(packaged) if packaged.exists() else shutil.which("go")
        assert found, "no Go toolchain: install the test extra"
        return found

    @staticmethod
    def gofmt() -> str:
        """Path of `gofmt`, which stands beside the compiler."""
        root = subprocess.run(
            [go.command(), "env", "GOROOT"], capture_output=True, text=True, check=True
        ).stdout.strip()
        return str(Path(root, "bin", "gofmt"))

    @staticmethod
    def environment(folder: Path) -> dict[str, str]:
        """An environment in which modules resolve on their own, whatever the user's settings."""
        return {
            **os.environ,
            "GOFLAGS": "-mod=mod",
            "GOWORK": "off",
            "GOTOOLCHAIN": "local",
            "CGO_ENABLED": "0",
            "GOTMPDIR": str(folder),
        }
