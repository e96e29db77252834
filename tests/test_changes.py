"""Only what is new: findings that touch changed lines, against a real repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lambdalint.changes import checkout, parse

TYPO = "# lambdalint:ignore[unknwn-suppression]\n"
QUEUE = 'resource "aws_sqs_queue" "{name}" {{}}\n'
OPTIONS = ("--isolated", "--select", "LL003", "--output-format", "concise", "--quiet")


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "core.autocrlf=false")
    return subprocess.run(["git", *identity, *arguments], cwd=root, capture_output=True, text=True, check=True).stdout


def check(root: Path, *options: str) -> tuple[int, list[str], str]:
    """Exit code, the places of findings, standard error."""
    command = [sys.executable, "-m", "lambdalint", "check", *OPTIONS, *options]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.returncode, [":".join(line.split(":")[:2]) for line in done.stdout.splitlines()], done.stderr


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with an old finding in each of two files, on the branch `main`."""
    git(tmp_path, "init", "-q", "-b", "main")
    for name in ("a.tf", "sub folder/b.tf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TYPO + QUEUE.format(name="old") + "\n" * 5, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "start")
    return tmp_path


def test_nothing_has_changed(root: Path) -> None:
    assert check(root, "--new-from-rev", "HEAD") == (0, [], "")
    assert check(root)[0] == 1


def test_a_changed_line_and_a_new_file(root: Path) -> None:
    with (root / "sub folder" / "b.tf").open("a", encoding="utf-8") as file:
        file.write(TYPO + QUEUE.format(name="new"))
    (root / "c.tf").write_text(TYPO + QUEUE.format(name="c"), encoding="utf-8")
    assert check(root, "--new-from-rev", "HEAD")[:2] == (1, ["c.tf:1", "sub folder/b.tf:8"])
    git(root, "add", ".")
    assert check(root, "--new-from-rev", "HEAD")[1] == ["c.tf:1", "sub folder/b.tf:8"], "staged or not"
    assert check(root / "sub folder", "--new-from-rev", "HEAD")[1] == ["b.tf:8"]


def test_a_moved_file_is_not_new(root: Path) -> None:
    git(root, "mv", "a.tf", "moved.tf")
    assert check(root, "--new-from-rev", "HEAD") == (0, [], "")


def test_since_the_branch_left(root: Path) -> None:
    git(root, "checkout", "-qb", "work")
    (root / "c.tf").write_text(TYPO + QUEUE.format(name="c"), encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "work")
    git(root, "checkout", "-q", "main")
    (root / "a.tf").write_text(QUEUE.format(name="fixed"), encoding="utf-8")
    git(root, "commit", "-qam", "main goes on")
    git(root, "checkout", "-q", "work")
    assert check(root, "--new-from-merge-base", "main")[1] == ["c.tf:1"]
    assert check(root, "--new-from-rev", "main")[1] == ["a.tf:1", "c.tf:1"]


def test_the_other_half_of_a_finding(root: Path) -> None:
    """A change in one file that makes another one wrong is new, though that one's lines are old."""
    function = (
        'resource "aws_lambda_function" "worker" {\n  function_name = "worker"\n  s3_bucket     = "packages"\n'
        '  s3_key        = "worker.zip"\n  role          = "arn:aws:iam::111122223333:role/worker"\n'
        '  handler       = "bootstrap"\n  runtime       = "provided.al2023"\n  timeout       = 20\n}\n'
        'resource "aws_lambda_event_source_mapping" "jobs" {\n  event_source_arn = aws_sqs_queue.jobs.arn\n'
        "  function_name    = aws_lambda_function.worker.arn\n}\n"
    )
    (root / "main.go").write_text("package main\n\nfunc main() {}\n", encoding="utf-8")
    (root / "function.tf").write_text(function, encoding="utf-8")
    (root / "queue.tf").write_text(
        'resource "aws_sqs_queue" "jobs" {\n  visibility_timeout_seconds = 30\n}\n', encoding="utf-8"
    )
    git(root, "add", ".")
    git(root, "commit", "-qm", "queue")
    (root / "function.tf").write_text(function.replace("= 20", "= 60"), encoding="utf-8")
    assert check(root, "--select", "LL506", "--new-from-rev", "HEAD")[1] == ["queue.tf:2"]


VARIABLES = """resource "aws_lambda_function" "labels" {
  function_name = "labels"
  s3_bucket     = "packages"
  s3_key        = "labels.zip"
  role          = "arn:aws:iam::111122223333:role/labels"
  handler       = "bootstrap"
  runtime       = "provided.al2023"
  environment {
    variables = merge(local.shared, {
      PRINTER = "p1"
    })
  }
}
"""
SHARED = """locals {
  shared = {
    STAGE  = "prod"
    FOLDER = "labels"
  }
}
"""
LABELS = """package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error { return ctx.Err() }

func need(key string) {
	if os.Getenv(key) == "" {
		panic(key)
	}
}

func main() {
	need("FOLDER")
	need("MISSING")
	lambda.Start(handle)
}
"""


@pytest.fixture
def labels(root: Path) -> Path:
    """The same with a function that lacks a variable."""
    module = "module example.com/labels\n\ngo 1.24\n\nrequire github.com/aws/aws-lambda-go v1.54.0\n"
    files = {"go.mod": module, "main.go": LABELS, "main.tf": VARIABLES, "shared.tf": SHARED}
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    git(root, "add", ".")
    git(root, "commit", "-qm", "labels")
    return root


def variables(root: Path, *options: str) -> list[str]:
    """The variables that are reported."""
    command = [sys.executable, "-m", "lambdalint", "check", "--isolated", "--select", "LL403", "-q", *options]
    done = subprocess.run(
        [*command, "--output-format", "concise"], cwd=root, capture_output=True, text=True, check=False
    )
    return [line.split(" LL403 ")[1].split()[0] for line in done.stdout.splitlines() if " LL403 " in line]


def test_what_is_missing_now_is_new(labels: Path) -> None:
    """A line that goes leaves no new line behind, and what needs it may be in another file."""
    assert variables(labels) == ["MISSING"]
    assert variables(labels, "--new-from-rev", "HEAD") == []
    (labels / "shared.tf").write_text(SHARED.replace('    FOLDER = "labels"\n', ""), encoding="utf-8")
    assert variables(labels, "--new-from-rev", "HEAD") == ["FOLDER"]
    assert variables(labels / "sub folder", "--new-from-rev", "HEAD") == []
    git(labels, "checkout", "-qb", "branch")
    git(labels, "commit", "-qam", "less")
    assert variables(labels, "--new-from-rev", "HEAD") == []
    assert variables(labels, "--new-from-merge-base", "main") == ["FOLDER"]


def test_a_file_with_some_of_the_variables_is_a_place_of_what_is_missing(labels: Path) -> None:
    assert variables(labels, "--only-files", "shared.tf") == ["MISSING"]
    assert variables(labels, "--only-files", "main.tf") == ["MISSING"]
    assert variables(labels, "--only-files", "a.tf") == []


def test_files_that_come_and_go(labels: Path) -> None:
    (labels / "shared.tf").unlink()
    (labels / "common.tf").write_text("# moved\n" + SHARED.replace("\n", "\r\n"), encoding="utf-8", newline="")
    (labels / "picture.png").write_bytes(bytes(range(256)))
    assert variables(labels, "--new-from-rev", "HEAD") == ["MISSING"], "one of its places is in the new file"
    (labels / "main.tf").write_text(VARIABLES.replace("merge(local.shared, {", "merge(\n {}, {"), encoding="utf-8")
    assert variables(labels, "--new-from-rev", "HEAD") == ["FOLDER", "MISSING"]


def test_a_patch(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (root / "sub folder" / "b.tf").read_text(encoding="utf-8")
    (root / "sub folder" / "b.tf").write_text(text + TYPO + QUEUE.format(name="new"), encoding="utf-8")
    patch = tmp_path_factory.mktemp("patches") / "x.patch"
    patch.write_text(git(root, "diff"), encoding="utf-8")
    assert check(root, "--new-from-patch", str(patch))[1] == ["sub folder/b.tf:8"]
    assert check(root / "sub folder", "--new-from-patch", str(patch))[1] == ["b.tf:8"]
    assert check(root, "--new-from-patch", str(patch.parent / "none"))[0] == 2


@pytest.mark.parametrize("revision", ["nowhere", "--output=/tmp/x", "HEAD~99"])
def test_a_revision_that_is_not_there(root: Path, revision: str) -> None:
    code, found, said = check(root, f"--new-from-rev={revision}")
    assert (code, found) == (2, [])
    assert "fetch-depth: 0" in said


def test_one_of_them_only(root: Path) -> None:
    assert check(root, "--new-from-rev", "HEAD", "--new-from-merge-base", "main")[0] == 2


def test_outside_of_a_repository(tmp_path: Path) -> None:
    (tmp_path / "a.tf").write_text(TYPO + QUEUE.format(name="x"), encoding="utf-8")
    assert check(tmp_path, "--new-from-rev", "HEAD")[0] == 2


@pytest.mark.parametrize(
    ("diff", "lines"),
    [
        (b"@@ -1 +1 @@\n-a\n+++ b/no header\n", ((1, 1),)),
        (b"@@ -5,2 +5,0 @@\n-x\n-y\n", ((5, 6),)),
        (b"@@ -3,0 +4,2 @@\n+a\n+b\n", ((4, 4), (5, 5))),
        (b"@@ -1,5 +1,5 @@\n a\n b\n-c\n+C\n d\n e\n", ((3, 3),)),
        (b"@@ -1,4 +1,3 @@\n a\n-b\n c\n d\n", ((1, 2),)),
        (b"@@ -1,2 +1 @@\n a\n-b\n\\ No newline at end of file\n", ((1, 2),)),
        (b"@@ -1,3 +1,3 @@\n a\n", ()),
    ],
)
def test_new_lines(diff: bytes, lines: tuple[tuple[int, int], ...]) -> None:
    assert dict(parse(b"--- a/x\n+++ b/x\n" + diff)) == {"x": lines}


def test_names_in_patches() -> None:
    headers = (b'"b/t\\303\\244b\\tx"', b"/dev/null", b"b/with space\t", b"b/plain\r")
    diff = b"".join(b"--- a/x\n+++ " + header + b"\n@@ -1 +1 @@\n-a\n+b\n" for header in headers)
    assert dict(parse(diff)) == dict.fromkeys(("täb\tx", "with space", "plain"), ((1, 1),))
    assert dict(parse(b"@@ -1 +1 @@\n+++ b/x")) == {"x": ()}


@pytest.mark.parametrize(
    ("remote", "uri"),
    [
        ("https://reader:s3cr3t-t0ken@git.example.com/shop/orders.git", "https://git.example.com/shop/orders.git"),
        ("https://git.example.com:8443/shop/a b", ""),
        ("git@git.example.com:shop/orders.git", "https://git.example.com/shop/orders.git"),
        ("ssh://git@git.example.com:2222/shop/orders", "https://git.example.com/shop/orders"),
        ("https://git.example.com/shop/orders?token=s3cr3t#x", "https://git.example.com/shop/orders"),
        ("../elsewhere", ""),
        ("/srv/git/orders.git", ""),
        ("file:///srv/git/orders.git", ""),
    ],
)
def test_a_sarif_report_says_which_revision_of_what_it_is_about(root: Path, remote: str, uri: str) -> None:
    git(root, "remote", "add", "origin", remote)
    command = (sys.executable, "-m", "lambdalint", "check", str(root), "--output-format", "sarif", "--exit-zero")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    run = json.loads(done.stdout)["runs"][0]
    assert "s3cr3t" not in done.stdout
    if not uri:
        assert "versionControlProvenance" not in run
        return
    (details,) = run["versionControlProvenance"]
    assert details["repositoryUri"] == uri
    assert details["branch"] == "main"
    assert details["revisionId"] == git(root, "rev-parse", "HEAD").strip()


def test_a_project_without_a_remote_has_no_provenance(root: Path) -> None:
    assert checkout(root) is None
    assert checkout(root.parent) is None
