"""A baseline as a project lives with it: made once, quiet about the old, loud about the new."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FUNCTION = """resource "aws_lambda_function" "{name}" {{
  function_name = "{name}"
  role          = "arn:aws:iam::111122223333:role/worker"
  s3_bucket     = "packages"
  s3_key        = "worker.zip"
  handler       = "main"
  runtime       = "go1.x"
}}
"""
FILE = "lambdalint-baseline.json"


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lambdalint", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def check(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run(root, "check", "--output-format", "concise", *options)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with old findings, all of them in the baseline."""
    (tmp_path / "lambdalint.toml").write_text('select = ["LL301", "LL401", "LL003"]\n', encoding="utf-8")
    (tmp_path / "main.tf").write_text(FUNCTION.format(name="one") + FUNCTION.format(name="two"), encoding="utf-8")
    (tmp_path / "main.go").write_text("package main\n\nfunc main() {}\n", encoding="utf-8")
    assert check(tmp_path).stdout.count("LL301") == 2
    made = run(tmp_path, "baseline", "create")
    assert (made.returncode, made.stdout, made.stderr) == (0, "", f"wrote 2 findings to {FILE}\n")
    return tmp_path


def test_what_is_known_is_quiet(root: Path) -> None:
    done = check(root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "LL301" not in done.stdout
    assert "2 in the baseline." in done.stdout
    assert check(root, "--no-baseline").returncode == 1
    assert check(root, "--baseline", FILE).returncode == 0


def test_the_file_merges_well(root: Path) -> None:
    text = (root / FILE).read_text(encoding="utf-8")
    entries = json.loads(text)["findings"]
    assert [(one["rule"], one["path"], one["count"]) for one in entries] == [("LL301", "main.tf", 1)] * 2
    assert text.endswith("}\n")
    assert len([line for line in text.splitlines() if "LL301" in line]) == 2
    run(root, "baseline", "update")
    assert (root / FILE).read_text(encoding="utf-8") == text
    assert str(root) not in text


def test_lines_above_don_t_matter(root: Path) -> None:
    lines = (root / "main.tf").read_text(encoding="utf-8").splitlines(keepends=True)
    padded = "".join("# note\n" * 100 + line if "runtime" in line else line for line in lines)
    (root / "main.tf").write_text(padded, encoding="utf-8")
    done = check(root)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_moved_file_is_still_known(root: Path) -> None:
    (root / "main.tf").rename(root / "functions.tf")
    done = check(root)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_copy_is_new(root: Path) -> None:
    shutil.copytree(root, root / "second", ignore=shutil.ignore_patterns("*.json", "*.toml", "second"))
    done = check(root)
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines() if "LL301" in line] == ["second/main.tf"] * 2


def test_a_new_finding_is_told_alone(root: Path) -> None:
    with (root / "main.tf").open("a", encoding="utf-8") as file:
        file.write(FUNCTION.format(name="three"))
    done = check(root)
    assert done.returncode == 1
    assert [line.split(":")[1] for line in done.stdout.splitlines() if "LL301" in line] == ["23"]


def test_stale_entries(root: Path) -> None:
    text = (root / "main.tf").read_text(encoding="utf-8")
    (root / "main.tf").write_text(text.replace("go1.x", "provided.al2023", 1), encoding="utf-8")
    done = check(root)
    assert done.returncode == 0
    assert done.stderr == "1 entry of the baseline match nothing any more; `lambdalint baseline prune` removes them\n"
    assert check(root, "--strict-baseline").returncode == 1
    assert check(root, "--ignore", "LL301", "--strict-baseline").returncode == 0, "that rule did not run"
    assert check(root, "main.go", "--strict-baseline").returncode == 0, "not the whole project"
    assert run(root, "baseline", "prune").stderr == f"removed 1 stale entry from {FILE}\n"
    assert check(root, "--strict-baseline").returncode == 0
    assert run(root, "baseline", "show").stdout.count("LL301") == 1


def test_pruning_takes_nothing_in(root: Path) -> None:
    with (root / "main.tf").open("a", encoding="utf-8") as file:
        file.write(FUNCTION.format(name="three"))
    assert run(root, "baseline", "prune").returncode == 0
    assert check(root).returncode == 1
    assert run(root, "baseline", "update").returncode == 0
    assert check(root).returncode == 0


def test_another_place(root: Path) -> None:
    (root / FILE).rename(root / "known.json")
    assert check(root).returncode == 1
    (root / "ci").mkdir()
    (root / "ci" / "strict.toml").write_text('baseline = "../known.json"\nselect = ["LL301"]\n', encoding="utf-8")
    assert check(root, "--config", "ci/strict.toml").returncode == 0
    assert check(root, "--baseline", "known.json").returncode == 0
    missing = check(root, "--baseline", "nowhere.json")
    assert missing.returncode == 2
    assert missing.stderr == "lambdalint: the baseline nowhere.json can't be read: No such file or directory\n"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 9, "findings": []}', '{"version": 1, "findings": [{}]}'])
def test_a_broken_baseline_is_not_no_baseline(root: Path, text: str) -> None:
    (root / FILE).write_text(text, encoding="utf-8")
    done = check(root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("lambdalint: ")
    assert done.stderr.count("\n") == 1


def test_creating_twice_and_updating_nothing_are_mistakes(root: Path) -> None:
    assert "update" in run(root, "baseline", "create").stderr
    (root / FILE).unlink()
    for action in ("update", "prune", "show"):
        done = run(root, "baseline", action)
        assert done.returncode == 2
        assert "`lambdalint baseline create` makes one" in done.stderr


def test_no_secret_is_kept(root: Path) -> None:
    (root / "main.tf").write_text(
        '# lambdalint:ignore[AKIAQWERTYUIOPASDFGH] token = "opensesame"\nresource "aws_sqs_queue" "q" {}\n',
        encoding="utf-8",
    )
    run(root, "baseline", "update")
    assert "QWERTY" not in (root / FILE).read_text(encoding="utf-8")
    assert check(root).returncode == 0
