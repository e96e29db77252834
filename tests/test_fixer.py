"""Fixing as a user meets it: what is written, what is left alone, and what is never half done."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lambdalint import fixer
from lambdalint.config import Config
from lambdalint.errors import LambdalintError
from lambdalint.fix import Applicability, Edit, Fix, apply, problem
from lambdalint.source import Span
from lambdalint.syntax.verdict import broken_by
from tests.cases import TODAY

QUEUE = """resource "aws_sqs_queue" "jobs" {
  name                       = "jobs"
  visibility_timeout_seconds = 30
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::111122223333:role/worker"
  s3_bucket     = "packages"
  s3_key        = "worker.zip"
  handler       = "main"
  runtime       = "provided.al2023"
  timeout       = 60

  environment {
    variables = {
      AWS_REGION = "eu-west-1"
      TABLE      = "jobs"
    }
  }
}

resource "aws_lambda_event_source_mapping" "jobs" {
  event_source_arn = aws_sqs_queue.jobs.arn
  function_name    = aws_lambda_function.worker.arn
}
"""
RULES = Config(select=("LL302", "LL401", "LL506"))


def project(folder: Path, text: bytes) -> Path:
    (folder / "main.tf").write_bytes(text)
    (folder / "main.go").write_text("package main\n\nfunc main() {}\n", encoding="utf-8")
    return folder


def fixed(folder: Path, unsafe: bool, config: Config = RULES) -> bytes:
    done = fixer.fix(folder, config, unsafe=unsafe, today=TODAY)
    assert done.problems == ()
    fixer.write(folder, done.changes)
    return (folder / "main.tf").read_bytes()


def test_safe_fixes_alone(tmp_path: Path) -> None:
    text = fixed(project(tmp_path, QUEUE.encode()), unsafe=False)
    assert b'handler       = "bootstrap"' in text
    assert b"AWS_REGION" not in text
    assert b"visibility_timeout_seconds = 30\n" in text, "raising a timeout is not safe"


def test_unsafe_fixes_too(tmp_path: Path) -> None:
    assert b"visibility_timeout_seconds = 360\n" in fixed(project(tmp_path, QUEUE.encode()), unsafe=True)


def test_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    fixed(project(tmp_path, QUEUE.encode()), unsafe=True)
    again = fixer.fix(tmp_path, RULES, unsafe=True, today=TODAY)
    assert (again.changes, again.applied) == ({}, {})


def test_nothing_is_written_before_write(tmp_path: Path) -> None:
    project(tmp_path, QUEUE.encode())
    assert fixer.fix(tmp_path, RULES, unsafe=True, today=TODAY).changes
    assert (tmp_path / "main.tf").read_text(encoding="utf-8") == QUEUE


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    text = fixed(project(tmp_path, b"\xef\xbb\xbf" + QUEUE.replace("\n", "\r\n").encode()), unsafe=True)
    assert text.startswith(b"\xef\xbb\xbfresource")
    assert text.count(b"\n") == text.count(b"\r\n")
    assert b'"bootstrap"\r\n' in text


def test_mode_stays(tmp_path: Path) -> None:
    os.chmod(project(tmp_path, QUEUE.encode()) / "main.tf", 0o640)
    fixed(tmp_path, unsafe=True)
    assert stat.S_IMODE((tmp_path / "main.tf").stat().st_mode) == 0o640


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    fixed(project(tmp_path, QUEUE.encode()), unsafe=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["main.go", "main.tf"]


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    done = fixer.fix(project(tmp_path, QUEUE.encode()), RULES, unsafe=True, today=TODAY)
    (tmp_path / "main.tf").write_text("# mine\n" + QUEUE, encoding="utf-8")
    with pytest.raises(LambdalintError, match="changed while"):
        fixer.write(tmp_path, done.changes)
    assert (tmp_path / "main.tf").read_text(encoding="utf-8").startswith("# mine\n")


def test_all_files_or_none(tmp_path: Path) -> None:
    """One file of several can't be written: the others stay as they were."""
    for name in ("a.tf", "b.tf"):
        (tmp_path / name).write_bytes(b"old")
    changes = {"a.tf": (b"old", b"new"), "b.tf": (b"something else", b"new")}
    with pytest.raises(LambdalintError):
        fixer.write(tmp_path, changes)
    assert ((tmp_path / "a.tf").read_bytes(), (tmp_path / "b.tf").read_bytes()) == (b"old", b"old")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tf", "b.tf"]


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.tf"
    outside.write_bytes(b"old")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "in.tf").symlink_to(outside)
    with pytest.raises(LambdalintError, match="out of the project"):
        fixer.write(tmp_path / "root", {"in.tf": (b"old", b"new")})
    assert outside.read_bytes() == b"old"


def test_unfixable_and_trust_follow_the_configuration(tmp_path: Path) -> None:
    project(tmp_path, QUEUE.encode())
    none = fixer.fix(tmp_path, RULES._replace(unfixable=("LL",)), unsafe=True, today=TODAY)
    assert none.changes == {}
    trusted = RULES._replace(extend_safe_fixes=("LL506",))
    assert fixer.fix(tmp_path, trusted, unsafe=False, today=TODAY).applied["LL506"] == 1
    doubted = RULES._replace(extend_unsafe_fixes=("LL302",))
    assert "LL302" not in fixer.fix(tmp_path, doubted, unsafe=False, today=TODAY).applied


def test_the_command_writes_and_reports(tmp_path: Path) -> None:
    project(tmp_path, QUEUE.encode())
    run = subprocess.run(
        [sys.executable, "-m", "lambdalint", "check", ".", "--isolated", "--select", "LL302,LL401", "--fix"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "2" in run.stdout
    assert b'"bootstrap"' in (tmp_path / "main.tf").read_bytes()


# -- edits -----------------------------------------------------------------------------------------------------------


def edit(start: int, end: int, text: str, path: str = "f") -> Edit:
    return Edit(Span(path, start, end), text)


def test_edits_refer_to_the_text_as_it_was() -> None:
    assert apply("aä c".encode(), [edit(4, 5, "see"), edit(0, 1, "be")]) == "beä see".encode()


@pytest.mark.parametrize(
    ("edits", "word"),
    [
        ((), "no edits"),
        ((edit(0, 99, ""),), "bytes 0..99"),
        ((edit(1, 1, ""),), "changes nothing"),
        ((edit(0, 3, "x"), edit(2, 4, "y")), "overlap"),
        ((edit(0, 1, "x", "other"),), "was not read"),
    ],
)
def test_impossible_fixes_are_told(edits: tuple[Edit, ...], word: str) -> None:
    assert word in (problem(Fix("change it", edits, Applicability.SAFE), {"f": 10}) or "")


def test_a_possible_fix_has_no_problem() -> None:
    assert problem(Fix("change it", (edit(0, 1, "x"), edit(1, 2, "y")), Applicability.SAFE), {"f": 10}) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [('"jobs"', '"jobs'), ("30\n}", "30\n}\n}"), ("30", '30\n}\nresource "x" "y" {')],
    ids=["quote", "brace", "block"],
)
def test_the_parsers_refuse_what_breaks_a_file(old: str, new: str) -> None:
    before = QUEUE.encode()
    start = before.index(old.encode())
    changes = [edit(start, start + len(old), new, "main.tf")]
    assert broken_by("main.tf", before, apply(before, changes), changes) is not None


def test_the_parsers_accept_a_changed_value() -> None:
    before = QUEUE.encode()
    start = before.index(b"30")
    changes = [edit(start, start + 2, "360", "main.tf")]
    assert broken_by("main.tf", before, apply(before, changes), changes) is None
