"""Comments for all findings at once: they suppress what was found, nothing else, and the files stay what they were."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lambdalint.suppress.insertion import inserted

GO = """package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	if ctx.Err() != nil {
		log.Fatal("over")
	}
	return nil
}

func main() { lambda.Start(handle) }
"""
TF = """resource "aws_lambda_function" "f" {
  function_name = "f"
  s3_bucket     = "packages"
  s3_key        = "f.zip"
  role          = "arn:aws:iam::111122223333:role/x"
  runtime       = "go1.x"
  handler       = "main"
}
"""
YAML = """Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: go1.x
      Handler: orders
      CodeUri: orders/
"""
MAKE = "build:\n\tGOOS=linux \\\n\tgo build -o bootstrap .\n"


def check(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lambdalint", "check", "--isolated", "--output-format", "concise", *options]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"main.go": GO, "main.tf": TF, "template.yaml": YAML, "Makefile": MAKE}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "go.mod").write_text(
        "module example.com/x\n\ngo 1.24\n\nrequire github.com/aws/aws-lambda-go v1.54.0\n", encoding="utf-8"
    )
    return tmp_path


def test_everything_is_quiet_afterwards(root: Path) -> None:
    before = check(root)
    assert before.returncode == 1
    findings = [line for line in before.stdout.splitlines() if " LL" in line]
    assert {line.split(":")[0] for line in findings} >= {"main.go", "main.tf", "template.yaml"}
    done = check(root, "--suppress", "--reason", "legacy,\nJIRA-1")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"{len(findings)} findings suppressed in ")
    after = check(root)
    assert after.returncode == 0, after.stdout
    assert [line for line in after.stdout.splitlines() if " LL" in line] == []
    text = (root / "main.go").read_text(encoding="utf-8")
    assert "\t\t//lambdalint:ignore[LL206] -- legacy, JIRA-1\n\t\tlog.Fatal(" in text
    assert '  # lambdalint:ignore[LL301] -- legacy, JIRA-1\n  runtime = "go1.x"\n' in (root / "main.tf").read_text(
        encoding="utf-8"
    )


def test_a_second_time_changes_nothing(root: Path) -> None:
    check(root, "--suppress")
    texts = {path: path.read_bytes() for path in root.iterdir() if path.is_file()}
    assert check(root, "--suppress").stderr == "0 findings suppressed in 0 files.\n"
    assert {path: path.read_bytes() for path in root.iterdir() if path.is_file()} == texts


def test_rules_are_added_to_a_comment_that_is_there(root: Path) -> None:
    check(root, "--suppress", "--select", "LL301", "--reason", "one")
    check(root, "--suppress", "--select", "LL302", "--reason", "two")
    text = (root / "main.tf").read_text(encoding="utf-8")
    assert text.count("lambdalint:ignore") == len({line for line in text.splitlines() if "lambdalint:ignore" in line})
    assert check(root, "--select", "LL301,LL302").stdout.count("main.tf") == 0


def test_a_comment_covers_no_more_than_its_line_where_a_block_opens() -> None:
    text = b'resource "a" "b" {\r\n  x = 1\r\n}\r\n'
    assert inserted("x.tf", text, {1: ["LL701", "LL705"]}, "") == (
        b'resource "a" "b" { # lambdalint:ignore[LL701, LL705]\r\n  x = 1\r\n}\r\n'
    )
    assert inserted("x.tf", text, {2: ["LL701"]}, "r") == (
        b'resource "a" "b" {\r\n  # lambdalint:ignore[LL701] -- r\r\n  x = 1\r\n}\r\n'
    )


@pytest.mark.parametrize(
    ("path", "text", "line", "expected"),
    [
        ("Makefile", b"b:\n\ta \\\n\tb\n", 3, b"b:\n\t# lambdalint:ignore[LL306]\n\ta \\\n\tb\n"),
        ("x.go", b"a()\nb()", 2, b"a()\n//lambdalint:ignore[LL306]\nb()"),
        ("x.tf", b"\xef\xbb\xbfa = 1\n", 1, b"\xef\xbb\xbf# lambdalint:ignore[LL306]\na = 1\n"),
        ("x.tf", b"# lambdalint:ignore[LL1] -- w\na = 1\n", 2, b"# lambdalint:ignore[LL1, LL306] -- w\na = 1\n"),
        ("x.tf", b"a = 1 # lambdalint:ignore[LL1]\n", 1, b"a = 1 # lambdalint:ignore[LL1, LL306]\n"),
        ("x.tf", b"a { # why\n}\n", 1, b"# lambdalint:ignore[LL306]\na { # why\n}\n"),
        ("x.tf", b"a = <<E\n1\n2\nE\nb = 1\n", 5, b"a = <<E\n1\n2\nE\n# lambdalint:ignore[LL306]\nb = 1\n"),
        ("x.tf", b"b {\n  a = <<E\n1\n2\nE\n}\n", 4, b"b {\n  # lambdalint:ignore[LL306]\n  a = <<E\n1\n2\nE\n}\n"),
        ("x.go", b"var a = `1\n2`\n", 2, b"//lambdalint:ignore[LL306]\nvar a = `1\n2`\n"),
        ("x.go", b"\tA:   a(),\n\tLong: b(),\n", 1, b"\t//lambdalint:ignore[LL306]\n\tA:   a(),\n\tLong: b(),\n"),
        ("x.go", b"\tA:   a(),\n\tLong: b(),\n", 2, b"\tA:   a(),\n\tLong: b(), //lambdalint:ignore[LL306]\n"),
        ("x.go", b"\tLong: b(),\n\tA:   `\n`,\n", 2, b"\tLong: b(),\n\t//lambdalint:ignore[LL306]\n\tA:   `\n`,\n"),
        ("justfile", b"b:\n    a\n", 2, b"b:\n    # lambdalint:ignore[LL306]\n    a\n"),
        ("f.jsonnet", b"{\n  a: 'x',\n}\n", 2, b"{\n  // lambdalint:ignore[LL306]\n  a: 'x',\n}\n"),
        ("x.yaml", b"a:\n  b: 1\n", 2, b"a:\n  # lambdalint:ignore[LL306]\n  b: 1\n"),
    ],
)
def test_where_comments_go(path: str, text: bytes, line: int, expected: bytes) -> None:
    assert inserted(path, text, {line: ["LL306"]}, "") == expected


def test_what_no_comment_can_suppress_is_told(tmp_path: Path) -> None:
    function = '{"resource": {"aws_lambda_function": {"f": {"function_name": "f", "filename": "f.zip", "role": "r", '
    (tmp_path / "main.tf.json").write_text(function + '"runtime": "go1.x", "handler": "f"}}}}\n', encoding="utf-8")
    done = check(tmp_path, "--suppress", "--select", "LL301")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "0 findings suppressed in 0 files.\nno comment can suppress LL301 in main.tf.json\n"
    assert check(tmp_path, "--suppress", "--fix").returncode == 2


@pytest.mark.parametrize(("path", "mark", "end"), [("a.ps1", "#", "`"), ("a.bat", "rem", "^"), ("a.sh", "#", "\\")])
def test_a_comment_for_an_option_stands_above_its_command(path: str, mark: str, end: str) -> None:
    text = f"cd x\r\naws lambda create {end}\r\n  --timeout 3 {end}\r\n  --memory-size 128\r\n"
    found = inserted(path, text.encode(), {4: ["LL704"]}, "small").decode()
    assert found == text.replace("aws", f"{mark} lambdalint:ignore[LL704] -- small\r\naws")
