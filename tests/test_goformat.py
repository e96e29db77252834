"""Comments behind Go code stand where gofmt puts them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from lambdalint.syntax.goformat import aligned, kept
from tests.toolchain import go

FORMATTED = {
    "statements": "\ta := 1      // one\n\tlonger := 2 // two\n",
    "a line without one": "\ta := 1 // one\n\tlonger := 2\n\tb := 3 // three\n",
    "blocks": "\tif ok { // one\n\t\tlonger() // two\n\t}\n",
    "beyond ASCII": '\ta := "é"  // one\n\tb := "ee" // two\n',
    "marks in texts": '\ta := "//"  // one\n\tb := `/* ` // two\n',
    "comments of several lines": "\ta() /* one\n\ttwo */\n\tb() // three\n",
    "alone": "\t// one\n\ta() // two\n\t// three\n",
}


def written(body: str) -> bytes:
    return f"package p\n\nfunc f() {{\n{body}}}\n".encode()


@pytest.mark.parametrize("name", sorted(FORMATTED))
def test_formatted_code_stays(name: str, tmp_path: Path) -> None:
    data = written(FORMATTED[name])
    file = tmp_path / "p.go"
    file.write_bytes(data)
    done = subprocess.run([go.gofmt(), str(file)], capture_output=True, check=True)
    assert aligned(data) == data == done.stdout


def test_columns_follow_the_code() -> None:
    before = written("\ta := 1      // one\n\tlonger := 2 // two\n")
    after = written("\ta := 1      // one\n\tbb := 2 // two\n")
    assert kept("p.go", before, after) == written("\ta := 1  // one\n\tbb := 2 // two\n")
    assert kept("p.go", after, after) == after, "what stood otherwise stays"
    assert kept("p.txt", before, after) == after
