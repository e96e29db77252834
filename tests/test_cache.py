"""A second run says what the first one said, and anything that changed is seen."""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lambdalint import cache, cli, outcome, runner
from lambdalint.config import Config
from lambdalint.result import Analysis

TERRAFORM = """resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  filename      = "orders.zip"
  handler       = "main"
  runtime       = "go1.x"
  memory_size   = 512
  timeout       = 20

  environment {
    variables = {
      API_TOKEN = "ghp_0123456789abcdefghijABCDEFGHIJ012345"
    }
  }
}
"""
MAKEFILE = "build:\n\tGOOS=linux go build -o main .\n"
TODAY = date(2026, 11, 20)


class Project:
    """A project on disk and a cache folder beside it; counts how often it was really analysed."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = folder / "project"
        self.cache = folder / "cache"
        self.analysed = 0
        self._capsys = capsys
        self.root.mkdir()
        (self.root / "main.tf").write_text(TERRAFORM)
        (self.root / "Makefile").write_text(MAKEFILE)
        monkeypatch.chdir(self.root)
        monkeypatch.delenv("LAMBDALINT_NO_CACHE")
        monkeypatch.setenv("LAMBDALINT_CACHE_DIR", str(self.cache))
        monkeypatch.setattr(runner, "analyse", self._counting(runner.analyse))

    def _counting(self, analyse: Callable[..., Analysis]) -> Callable[..., Analysis]:
        def counted(*given: object, **named: object) -> Analysis:
            self.analysed += 1
            return analyse(*given, **named)

        return counted

    def check(self, *options: str) -> str:
        """What a run prints on standard output."""
        cli.main(["check", "--isolated", *options])
        return self._capsys.readouterr().out

    def entries(self) -> list[Path]:
        return sorted(self.cache.glob("*.lambdalint"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Project:
    return Project(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("name", ["full", "concise", "json", "sarif", "github"])
def test_the_second_run_says_the_same(project: Project, name: str) -> None:
    first = project.check("--output-format", name)
    assert project.check("--output-format", name) == first
    assert project.analysed == 1
    assert "LL301" in first


def test_reports_of_all_formats_share_an_entry(project: Project) -> None:
    fresh = {name: project.check("--no-cache", "--output-format", name) for name in ("json", "sarif", "full")}
    project.analysed = 0
    assert {name: project.check("--output-format", name) for name in fresh} == fresh
    assert project.analysed == 1


def test_display_options_apply_to_what_is_kept(project: Project) -> None:
    (project.root / "main.tf").write_text(TERRAFORM.replace('"go1.x"', '"go1.x" # lambdalint: ignore[LL301] soon'))
    project.check("--include-suppressed", "--output-format", "json")
    shown = json.loads(project.check("--ignore-suppressions", "--output-format", "json"))
    assert "LL301" in {finding["rule"] for finding in shown["findings"]}
    assert project.analysed == 1


@pytest.mark.parametrize("change", ["edited", "added", "removed", "tomorrow", "settings", "tool", "newer file"])
def test_any_change_is_seen(project: Project, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    project.check()
    options = []
    if change == "edited":
        (project.root / "main.tf").write_text(TERRAFORM.replace("go1.x", "provided.al2023"))
    elif change == "added":
        (project.root / "more.tf").write_text(TERRAFORM.replace("orders", "refunds"))
    elif change == "removed":
        (project.root / "Makefile").unlink()
    elif change == "settings":
        options = ["--select", "LL401"]
    elif change == "tool":
        monkeypatch.setattr(cache, "FORMAT", cache.FORMAT + 1)
    elif change == "newer file":
        os.utime(project.root / "main.tf", (time.time() + 60, time.time() + 60))
    if change == "tomorrow":
        config = Config()
        for day in (20, 21):
            outcome.run(outcome.Job(str(project.root), config, f"2027-01-{day}", cache=str(project.cache)))
        assert project.analysed == 3
        return
    project.check(*options)
    assert project.analysed == (1 if change == "newer file" else 2)  # bytes count, times don't
    assert project.check(*options) == project.check("--no-cache", *options)


def test_fixes_are_made_from_a_fresh_look(project: Project) -> None:
    project.check()
    project.check("--fix", "--unsafe-fixes")
    assert "go1.x" not in (project.root / "main.tf").read_text()
    assert "LL301" not in project.check()


def test_no_cache_neither_reads_nor_writes(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.check("--no-cache")
    assert project.entries() == []
    monkeypatch.setenv("LAMBDALINT_NO_CACHE", "1")
    project.check()
    assert project.entries() == []
    assert project.analysed == 2


def test_a_folder_can_be_chosen(project: Project, tmp_path: Path) -> None:
    project.check("--cache-dir", str(tmp_path / "elsewhere"))
    assert project.entries() == []
    assert len(list((tmp_path / "elsewhere").glob("*.lambdalint"))) == 1


def test_the_folder_is_private_and_keeps_out_of_repositories(project: Project) -> None:
    project.check()
    assert stat.S_IMODE(project.cache.stat().st_mode) == 0o700
    assert (project.cache / ".gitignore").read_text() == "*\n"
    assert sorted(path.name for path in project.root.iterdir()) == ["Makefile", "main.tf"]


def test_no_secret_and_no_source_is_kept(project: Project) -> None:
    project.check()
    (entry,) = project.entries()
    assert "ghp_" not in entry.read_text()
    assert "aws_iam_role.orders.arn" not in entry.read_text()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"state": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_entry_is_made_anew(project: Project, damage: bytes) -> None:
    first = project.check("--output-format", "json")
    (entry,) = project.entries()
    whole = entry.read_bytes()
    entry.write_bytes(damage)
    assert project.check("--output-format", "json") == first
    assert entry.read_bytes() == whole


def test_half_an_entry_is_made_anew(project: Project) -> None:
    first = project.check("--output-format", "json")
    (entry,) = project.entries()
    held = json.loads(entry.read_text())
    for name in held["analysis"]:
        partial = {**held, "analysis": {key: value for key, value in held["analysis"].items() if key != name}}
        entry.write_text(json.dumps(partial))
        project.analysed = 0
        assert project.check("--output-format", "json") == first
        assert project.analysed == (0 if name in ("sources", "fixed") else 1), name


def test_a_folder_that_cannot_be_written_is_no_obstacle(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert cli.main(["check", "--isolated", "-v", "--cache-dir", str(tmp_path / "file" / "cache")]) == 1
    assert "the run was not cached: " in capsys.readouterr().err
    assert project.analysed == 1


def test_entries_are_replaced_and_old_ones_forgotten(project: Project) -> None:
    project.check()
    project.check("--select", "LL3")
    old, _ = project.entries()
    os.utime(old, (0, 0))
    (project.root / "main.tf").write_text(TERRAFORM.replace("512", "256"))
    project.check("--select", "LL4")
    assert len(project.entries()) == 2
    assert old not in project.entries()


def test_clean(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.check()
    (project.cache / "notes.json").write_text("{}")
    assert cli.main(["clean"]) == 0
    assert capsys.readouterr().out == "Removed 1 cached report.\n"
    assert sorted(path.name for path in project.cache.iterdir()) == [".gitignore", "notes.json"]
    (project.cache / "notes.json").unlink()
    assert cli.main(["clean"]) == 0
    assert not project.cache.exists()
    assert cli.main(["clean", "--quiet"]) == 0


def test_the_folder_of_each_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    assert cache.folder({}, "linux") == "/home/ann/.cache/lambdalint"
    assert cache.folder({"XDG_CACHE_HOME": "/var/cache/ann"}, "linux") == "/var/cache/ann/lambdalint"
    assert cache.folder({"XDG_CACHE_HOME": "relative"}, "linux") is None
    assert cache.folder({}, "darwin") == "/home/ann/Library/Caches/lambdalint"


def test_a_second_run_loads_no_engine(project: Project) -> None:
    import subprocess
    import sys

    project.check()
    program = (
        "import sys, contextlib, io\n"
        "from lambdalint.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    main(['check', '--isolated', '--output-format', 'json'])\n"
        "print(*sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    engine = ("lambdalint.golang", "lambdalint.frontends", "lambdalint.syntax", "lambdalint.model", "tree_sitter")
    assert [name for name in run.stdout.split() if name.startswith(engine)] == []


def test_a_file_that_becomes_part_of_a_program_is_seen(project: Project) -> None:
    (project.root / "go.mod").write_text("module example.com/app\n\ngo 1.24\n")
    code = project.root / "main.go"
    code.write_text("package main\n\nfunc main() {}\n" + "// more\n" * 1000)
    assert "0 Go programs" in project.check()
    code.write_text(code.read_text() + "// and more\n")
    project.check()
    assert project.analysed == 1  # nobody looks that far
    start = 'package main\n\nimport "github.com/aws/aws-lambda-go/lambda"\n\nfunc main() { lambda.Start(nil) }\n'
    code.write_text(start)
    project.check()
    assert project.analysed == 2
