"""Finished packages: whatever lies in the project under the name of a zip, a run ends and tells what is sure."""

from __future__ import annotations

import struct
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from lambdalint import cache
from lambdalint.config import Config
from lambdalint.frontends import artifacts
from lambdalint.reader import Reader
from lambdalint.runner import analyse
from tests.cases import TODAY

MAIN = """
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "orders.zip"
}
"""
PROGRAM = """package main

import "github.com/aws/aws-lambda-go/lambda"

func main() {
	lambda.Start(func() error { return nil })
}
"""


def packed(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, 0o100755 << 16
            file.writestr(entry, b"\x7fELF")
    return out.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "main.tf").write_text(MAIN, encoding="utf-8")
    (tmp_path / "main.go").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "go.mod").write_text(
        "module example.com/x\n\ngo 1.24\n\nrequire github.com/aws/aws-lambda-go v1.54.0\n", encoding="utf-8"
    )
    return tmp_path


def messages(project: Path) -> list[str]:
    config = Config(select=("LL312", "LL313", "LL314", "LL322"))
    analysis = analyse(project, config, today=TODAY)
    assert [problem for problem in analysis.problems if problem.fatal] == []
    return [result.message for result in analysis.results]


def test_a_zip_that_is_too_large_for_one_request(project: Path) -> None:
    with (project / "orders.zip").open("wb") as file:
        file.truncate(51 * 1024 * 1024)
        file.seek(0, 2)
        file.write(packed("bootstrap"))
    assert messages(project) == ["orders.zip of orders has 51 MB, only 50 MB can be sent without a bucket"]


def test_a_zip_that_git_ignores_is_left_alone(project: Path) -> None:
    (project / "orders.zip").write_bytes(packed("main"))
    assert len(messages(project)) == 1
    subprocess.run(["git", "-C", str(project), "init", "-q"], check=True)
    (project / ".gitignore").write_text("*.zip\n", encoding="utf-8")
    assert messages(project) == []


def _with_bits(data: bytes, at: int, flags: int) -> bytes:
    """The same zip with other flags of its first file, in both of its headers."""
    local, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    changed = bytearray(data)
    struct.pack_into("<H", changed, local + at, flags)
    struct.pack_into("<H", changed, central + at + 2, flags)
    return bytes(changed)


GOOD = packed("bootstrap")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"not a zip at all" * 100,
        GOOD[:40],
        GOOD[:-10],
        _with_bits(GOOD, 6, 1),  # encrypted
        _with_bits(GOOD, 8, 99),  # packed in a way that nobody knows
        GOOD.replace(b"\x7fELF", b"\x7fELG", 1),  # its checksum is wrong
    ],
)
def test_strange_zips_say_nothing(project: Path, data: bytes) -> None:
    (project / "orders.zip").write_bytes(data)
    assert messages(project) == []


@pytest.mark.parametrize("cut", range(0, 130, 5))
def test_truncated_programs_say_nothing(tmp_path: Path, cut: int) -> None:
    program = b"\x7fELF\x02\x01\x01" + bytes(9)
    program += struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, 0, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    program += struct.pack("<IIQQQQQQ", 3, 4, 120, 0, 0, 1 << 40, 0, 1)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("bootstrap", program[:cut])
    (tmp_path / "a.zip").write_bytes(out.getvalue())
    (found,) = artifacts.read(Reader(tmp_path).open, ["a.zip"])
    assert found.bootstrap is not None
    assert found.bootstrap.loader == ""


def test_a_zip_outside_of_the_project_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(GOOD)
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "b.zip").symlink_to(tmp_path / "a.zip")
    assert artifacts.read(Reader(tmp_path / "project").open, ["../a.zip", "b.zip", "c.zip"]) == ()


def test_another_zip_ends_what_was_remembered(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("kept")
    wanted = cache.key("project", "state")
    (project / "orders.zip").write_bytes(GOOD)
    reader = Reader(project)
    analysis = analyse(project, Config(select=("LL312",)), today=TODAY, reader=reader)
    assert cache.remember(place, wanted, analysis, reader) is None
    assert cache.recall(place, wanted, Reader(project)) is not None
    (project / "orders.zip").write_bytes(packed("main.go", "bootstrap"))
    assert cache.recall(place, wanted, Reader(project)) is None
