"""`check --watch` as somebody sees it who edits files meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

TYPO = '# lambdalint:ignore[unknwn-suppression]\nresource "aws_sqs_queue" "jobs" {}\n'
QUIET = 'resource "aws_sqs_queue" "jobs" {}\n'
# Jobs in the background of a shell are started without SIGINT.
LISTENING = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
LISTENING += "runpy.run_module('lambdalint', run_name='__main__')"
COMMAND = [sys.executable, "-c", LISTENING, "check", "--watch", "--output-format", "concise"]
ENOUGH = 300  # seconds after which a command that says nothing has gone wrong


class Watching:
    """A command that watches, and what it says from one pause to the next."""

    def __init__(self, root: Path, *options: str) -> None:
        self.child = subprocess.Popen(
            [*COMMAND, *options], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._guard = threading.Timer(ENOUGH, self.child.kill)
        self._guard.start()

    def told(self) -> str:
        """All that it says until it waits for changes."""
        assert self.child.stdout is not None
        lines: list[str] = []
        for line in self.child.stdout:
            if line.startswith("watching for changes"):
                return "".join(lines)
            lines.append(line)
        raise AssertionError(f"it ended: {''.join(lines)}")

    def end(self) -> int:
        self.child.send_signal(signal.SIGINT)
        code = self.child.wait()
        self._guard.cancel()
        assert self.child.stdout is not None
        self.child.stdout.close()
        return code


needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="interrupts another process")


@needs_signals
def test_changes_new_files_and_settings(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(TYPO, encoding="utf-8")
    watching = Watching(tmp_path)
    assert "main.tf:1:21: warning LL003" in watching.told()
    (tmp_path / "main.tf").write_text(QUIET, encoding="utf-8")
    assert "LL003" not in watching.told()
    (tmp_path / "new.tf").write_text(TYPO, encoding="utf-8")
    assert "new.tf:1:21: warning LL003" in watching.told()
    (tmp_path / "lambdalint.toml").write_text("selct = []\n", encoding="utf-8")
    assert "did you mean `select`?" in watching.told()
    (tmp_path / "lambdalint.toml").write_text('ignore = ["LL003"]\n', encoding="utf-8")
    assert "LL003" not in watching.told()
    os.remove(tmp_path / "lambdalint.toml")
    assert "new.tf:1:21" in watching.told()
    assert watching.end() == 130


@needs_signals
def test_fixing_while_watching_doesn_t_wake_itself(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(TYPO, encoding="utf-8")
    watching = Watching(tmp_path, "--fix", "--isolated", "--select", "LL003")
    assert "1 finding, none left" in watching.told()
    (tmp_path / "second.tf").write_text(TYPO, encoding="utf-8")
    assert "1 finding, none left" in watching.told(), "not a run of its own after the first fix"
    assert watching.end() == 130
    assert "unknown-suppression" in (tmp_path / "second.tf").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "options",
    [
        ("--output-format", "json"), ("--diff",), ("--fix", "--interactive"), ("--fix", "--verify", "true"),
        ("--stdin-filename", "main.tf"), ("--output-format", "json=x.json"),
    ],
)  # fmt: skip
def test_what_watching_refuses(tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "main.tf").write_text(QUIET, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "lambdalint", "check", "--watch", *options],
        cwd=tmp_path, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "--watch" in done.stderr
