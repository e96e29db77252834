"""Colour, links and progress: who gets them and who doesn't."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from lambdalint.cli import streams

TYPO = '# lambdalint:ignore[unknwn-suppression]\nresource "aws_sqs_queue" "jobs" {}\n'


@pytest.mark.parametrize(
    ("choice", "environment", "tty", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        ("auto", {"CLICOLOR_FORCE": "1", "TERM": "dumb"}, False, True),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(choice: str, environment: dict[str, str], tty: bool, expected: bool) -> None:
    assert streams.colour(choice, environment, tty) is expected


@pytest.mark.parametrize(
    ("environment", "coloured", "tty", "expected"),
    [
        ({"TERM_PROGRAM": "WezTerm"}, True, True, True),
        ({"VTE_VERSION": "7600"}, True, True, True),
        ({"VTE_VERSION": "4200"}, True, True, False),
        ({"VTE_VERSION": "odd"}, True, True, False),
        ({}, True, True, False),
        ({"WT_SESSION": "x", "CI": "1"}, True, True, False),
        ({"WT_SESSION": "x", "NO_COLOR": "1"}, True, True, False),
        ({"WT_SESSION": "x"}, False, True, False),
        ({"WT_SESSION": "x"}, True, False, False),
    ],
)
def test_links(environment: dict[str, str], coloured: bool, tty: bool, expected: bool) -> None:
    assert streams.links(coloured, environment, tty) is expected


def test_drawing_characters() -> None:
    assert streams.draws("utf-8")
    assert not streams.draws("cp1252")
    assert not streams.draws("no-such-encoding")
    assert not streams.draws(None)


def test_progress_is_for_people() -> None:
    assert streams.shows_progress({}, True)
    for environment in ({"CI": "true"}, {"PRE_COMMIT": "1"}, {"TERM": "dumb"}):
        assert not streams.shows_progress(environment, True)
    assert not streams.shows_progress({}, False)


def test_progress_waits_and_leaves_nothing_behind() -> None:
    now = [0.0]
    stream = io.StringIO()
    progress = streams.Progress(stream, lambda: now[0])
    progress("discover", 0, 2)
    progress.erase()
    assert stream.getvalue() == ""
    now[0] = 1.0
    progress("check", 1, 2)
    assert stream.getvalue().endswith("[1/2] check")
    progress.erase()
    assert stream.getvalue().endswith(streams.ERASE)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
)
def test_a_real_terminal(tmp_path: Path, environment: dict[str, str], coloured: bool) -> None:
    import pty

    (tmp_path / "main.tf").write_text(TYPO)
    mine, theirs = pty.openpty()
    variables = {
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CI", "TERM")
    }
    child = os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", "lambdalint", "check", str(tmp_path)],
        {**variables, **environment, "CI": "1"},
        file_actions=[(os.POSIX_SPAWN_DUP2, theirs, 1), (os.POSIX_SPAWN_DUP2, theirs, 2), (os.POSIX_SPAWN_CLOSE, mine)],
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(mine, 65536):
            shown += piece
    except OSError:
        pass  # how Linux tells that the other end is closed
    os.close(mine)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    assert b"LL003" in shown
    assert (b"\x1b[" in shown) is coloured
    assert b"\x1b]8;" not in shown, "links are for terminals outside of CI"
