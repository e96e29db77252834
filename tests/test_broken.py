"""Input that nobody would call well-formed: a clear finding or a note, never a traceback, and the rest still counts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lambdalint.config import Config
from lambdalint.result import Analysis
from lambdalint.runner import analyse
from tests.cases import TODAY

GOOD = 'resource "aws_sqs_queue" "ok" {\n  name = "ok"\n}\n'
MAIN = """package main

import "github.com/aws/aws-lambda-go/lambda"

func main() {
	lambda.Start(func(a, b, c int) {})
}
"""


def checked(folder: Path, texts: dict[str, bytes]) -> Analysis:
    for path, data in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    analysis = analyse(folder, Config(), today=TODAY)
    assert [problem for problem in analysis.problems if problem.fatal] == []
    return analysis


def codes(analysis: Analysis, path: str) -> set[str]:
    return {result.rule.code for result in analysis.results if result.span.path == path}


def test_a_broken_file_is_a_finding_and_the_others_count(tmp_path: Path) -> None:
    analysis = checked(
        tmp_path,
        {"bad.tf": b'resource "aws_sqs_queue" {{{\n', "main.go": MAIN.encode(), "go.mod": b"module x\n\ngo 1.24\n"},
    )
    assert codes(analysis, "bad.tf") == {"LL001"}
    assert "LL101" in codes(analysis, "main.go")


def test_broken_go_is_a_finding_and_the_next_function_counts(tmp_path: Path) -> None:
    text = MAIN.replace("func main", "func broken( {\n}\n\nfunc main")
    analysis = checked(tmp_path, {"main.go": text.encode(), "go.mod": b"module x\n\ngo 1.24\n"})
    assert codes(analysis, "main.go") >= {"LL001", "LL101"}


HOSTILE = {
    "empty": b"",
    "nul": b"resource \x00 {",
    "latin-1": 'resource "aws_sqs_queue" "é" {}\n'.encode("latin-1"),
    "utf-16": GOOD.encode("utf-16"),
    "lone quote": b'"',
    "deep": b"locals { x = " + b"[" * 3000 + b"]" * 3000 + b" }\n",
    "deep parentheses": b"locals { x = " + b"(" * 3000 + b"1" + b")" * 3000 + b" }\n",
    "long line": b'locals { x = "' + b"a" * 300_000 + b'" }\n',
    "cycle": b"locals {\n  a = local.b\n  b = local.a\n}\n",
    "only carriage returns": GOOD.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_terraform(tmp_path: Path, name: str) -> None:
    analysis = checked(tmp_path, {"main.tf": HOSTILE[name], "good.tf": GOOD.encode()})
    assert codes(analysis, "good.tf") == set()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_everything(tmp_path: Path, name: str) -> None:
    """The same bytes under every name that a front end listens to."""
    names = ("main.go", "go.mod", "Makefile", "build.sh", "Dockerfile", "template.yaml", "serverless.yml", "x.tf.json")
    analysis = checked(tmp_path, dict.fromkeys(names, HOSTILE[name]) | {"good.tf": GOOD.encode()})
    assert codes(analysis, "good.tf") == set()


def test_every_beginning_of_a_program(tmp_path: Path) -> None:
    """A file that is being typed: no prefix of it is more than a syntax error."""
    text = MAIN.encode()
    (tmp_path / "go.mod").write_bytes(b"module x\n\ngo 1.24\n")
    for end in range(0, len(text), 7):
        assert codes(checked(tmp_path, {"main.go": text[:end]}), "main.go") <= {"LL001", "LL101"}


def test_names_that_could_harm_a_terminal(tmp_path: Path) -> None:
    name = "a\x1b[31m\u202eb.tf"
    analysis = checked(tmp_path, {name: b"resource {{{"})
    assert codes(analysis, name) == {"LL001"}


def test_links_that_go_in_circles_or_out(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.tf").write_bytes(b"resource {{{")
    (root / "loop").symlink_to(root)
    (root / "out.tf").symlink_to(tmp_path / "secret.tf")
    os.mkfifo(root / "pipe.tf")
    analysis = checked(root, {"good.tf": GOOD.encode()})
    assert analysis.results == ()
    assert "out.tf" in {path for path, _ in analysis.skipped}


def test_modules_that_call_each_other(tmp_path: Path) -> None:
    call = b'module "other" {\n  source = "../%s"\n}\n'
    analysis = checked(tmp_path, {"a/main.tf": call % b"b", "b/main.tf": call % b"a", "good.tf": GOOD.encode()})
    assert analysis.results == ()
