"""Fixes as a diff: what git makes of it is what the fix makes."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from lambdalint.report.diff import unified
from lambdalint.source import Span

PAIRS = {
    "change": (b"a\nb\nc\n", b"a\nB\nc\n"),
    "open end": (b"a\nb", b"a\nc"),
    "end added": (b"a\nb", b"a\nb\n"),
    "end removed": (b"a\nb\n", b"a\nb"),
    "crlf": (b"a\r\nb\r\nc\r\n", b"a\r\nB\r\nc\r\n"),
    "mixed ends": (b"a\nb\r\nc\rd\n", b"a\nB\r\nc\rd\n"),
    "bom": (b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfb\n"),
    "not utf-8": (b"\xff\xfe\nb\xe9\nc\n", b"\xff\xfe\nB\xe9\nc\n"),
    "odd separators": ("a\u2028b\x0cc\x85d\ne\n".encode(), "a\u2028b\x0cc\x85d\nE\n".encode()),
    "far apart": (b"x\n" + b"l\n" * 30 + b"y\n", b"X\n" + b"l\n" * 30 + b"Y\n"),
    "dashes": (b"-- a\n++ b\n", b"-- a\n++ c\n--- d\n"),
    "all removed": (b"a\nb\n", b""),
    "from nothing": (b"", b"a\n"),
}
NAMES = ["main.tf", "dir/with space/ä b.tf", 'quo"te\\.tf', "tab\tname.tf"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("before", "after"), PAIRS.values(), ids=PAIRS)
def test_git_applies_it(tmp_path: Path, name: str, before: bytes, after: bytes) -> None:
    target = tmp_path / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(before)
    diff = unified(before, after, name).encode("utf-8", "surrogateescape")
    command = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
    done = subprocess.run(command, input=diff, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (target.read_bytes() if target.exists() else b"") == after


def test_no_change_no_diff() -> None:
    assert unified(b"a\n", b"a\n", "x.tf") == ""


def test_layout() -> None:
    assert unified(b"a\nb", b"a\nc", "x.tf") == (
        "--- a/x.tf\n+++ b/x.tf\n@@ -1,2 +1,2 @@\n a\n"
        "-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
    )


def test_secrets_are_masked_where_they_stand_and_where_they_go() -> None:
    before = b'a = "opensesame-42"\nkey = "AKIAQWERTYUIOPASDFGH"\nc = 1\n'
    after = b'a = var.a\nkey = "AKIAQWERTYUIOPASDFGH"\nc = "opensesame-42"\n'
    at = before.index(b'"opensesame')
    text = unified(before, after, "x.tf", [Span("x.tf", at, at + 15)])
    assert '-a = "[REDACTED]"\n+a = var.a\n' in text
    assert '+c = "[REDACTED]"\n' in text
    assert "opensesame" not in text
    assert "QWERTY" not in text


def test_lines_that_differ_only_in_their_secret_both_show() -> None:
    before, after = b'a = "opensesame-42"\n', b'a = "AKIAQWERTYUIOPASDFGH"\n'
    text = unified(before, after, "x.tf", [Span("x.tf", 4, 19)])
    assert re.search(r'^-a = "\[REDACTED\]"$', text, re.MULTILINE)
    assert re.search(r'^\+a = "AK\*+"$', text, re.MULTILINE)


def test_for_a_terminal_it_is_harmless() -> None:
    text = unified(b"a\x1b[2J\r\n", b"b\x1b[2J\xff\r\n", "x\x1b.tf", display=True)
    assert "\x1b" not in text
    assert "\r" not in text
    assert "-a\\x1b[2J\n+b\\x1b[2J\ufffd\n" in text
