"""Fixing from the command line: asking about each fix, a command that judges, and the diff that tells beforehand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAD = 'resource "aws_sqs_queue" "{name}" {{}}\n'
TYPO = "# lambdalint:ignore[unknwn-suppression]\n"
RIGHT = "# lambdalint:ignore[unknown-suppression]\n"
COMMAND = [sys.executable, "-m", "lambdalint", "check", "--isolated", "--select", "LL003", "--output-format", "concise"]


def queues(*comments: str) -> str:
    """A file with a queue after each comment."""
    return "".join(comment + HEAD.format(name=f"q{number}") for number, comment in enumerate(comments))


def run(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *options], cwd=root, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three findings in two files; the middle one of `b.tf` can't be told apart from the others by its text."""
    (tmp_path / "a.tf").write_text(queues(TYPO), encoding="utf-8")
    (tmp_path / "b.tf").write_text(queues(TYPO, TYPO, TYPO), encoding="utf-8")
    return tmp_path


def texts(root: Path) -> list[list[bool]]:
    """Which comments of each file are right now."""
    return [
        [line == RIGHT.rstrip() for line in (root / name).read_text(encoding="utf-8").splitlines()[::2]]
        for name in ("a.tf", "b.tf")
    ]


# -- one by one ------------------------------------------------------------------------------------------------------


def answered(root: Path, typed: str, *options: str) -> tuple[int, str, str]:
    """Run at a terminal where somebody types that; exit code, what the terminal showed, standard output."""
    import pty

    mine, theirs = pty.openpty()
    child = subprocess.Popen(
        [*COMMAND, "--fix", "--interactive", *options],
        cwd=root, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "1"},
    )  # fmt: skip
    os.close(theirs)
    os.write(mine, typed.encode())
    shown = b""
    while True:
        try:
            more = os.read(mine, 65_536)
        except OSError:  # how a terminal tells that nobody is at its other end any more
            break
        if not more:
            break
        shown += more
    assert child.stdout is not None
    out = child.stdout.read().decode()
    child.stdout.close()
    os.close(mine)
    return child.wait(), shown.decode().replace("\r\n", "\n"), out


needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@needs_terminal
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("y\ny\ny\ny\n", [[True], [True, True, True]]),
        ("n\nn\nn\nn\n", [[False], [False, False, False]]),
        ("\ny\n\n\n", [[False], [True, False, False]]),
        ("n\nn\ny\nn\n", [[False], [False, True, False]]),
        ("n\ny\nn\ny\n", [[False], [True, False, True]]),
        ("n\na\n", [[False], [True, True, True]]),
        ("y\nq\n", [[True], [False, False, False]]),
        ("?\nwhat\nYES\nq\n", [[True], [False, False, False]]),
        ("y\n\x04", [[True], [False, False, False]]),
    ],
)
def test_answers(root: Path, typed: str, expected: list[list[bool]]) -> None:
    code, _, _ = answered(root, typed)
    assert texts(root) == expected
    assert code == (0 if all(all(file) for file in expected) else 1)


@needs_terminal
def test_what_is_asked(root: Path) -> None:
    _, shown, out = answered(root, "?\ny\nq\n")
    assert shown.count("\na.tf:1:21: warning LL003 [*] there is no rule unknwn-suppression") == 1
    assert (
        "[safe]\n--- a/a.tf\n+++ b/a.tf\n@@ -1,2 +1,2 @@\n"
        "-# lambdalint:ignore[unknwn-suppression]\n"
        "+# lambdalint:ignore[unknown-suppression]\n"
        ' resource "aws_sqs_queue" "q0" {}\n'
        "Apply this fix [y,n,a,q,?]? "
    ) in shown
    assert "q - leave this fix and all that follow\n" in shown
    assert shown.count("Apply this fix") == 3
    assert [line.split(" ")[0] for line in out.splitlines()[:3]] == ["b.tf:1:21:", "b.tf:3:21:", "b.tf:5:21:"]


@needs_terminal
def test_unsafe_fixes_are_offered_only_when_asked_for(tmp_path: Path) -> None:
    text = (
        'resource "aws_sqs_queue" "jobs" {\n  visibility_timeout_seconds = 5\n}\n'
        'resource "aws_lambda_function" "worker" {\n  function_name = "worker"\n  s3_bucket     = "packages"\n'
        '  s3_key        = "worker.zip"\n  role          = "arn:aws:iam::111122223333:role/worker"\n'
        '  handler       = "bootstrap"\n  runtime       = "provided.al2023"\n  timeout       = 60\n}\n'
        'resource "aws_lambda_event_source_mapping" "jobs" {\n  event_source_arn = aws_sqs_queue.jobs.arn\n'
        "  function_name    = aws_lambda_function.worker.arn\n}\n"
    )
    (tmp_path / "main.tf").write_text(text, encoding="utf-8")
    (tmp_path / "main.go").write_text("package main\n\nfunc main() {}\n", encoding="utf-8")
    _, shown, _ = answered(tmp_path, "y\ny\n", "--select", "LL506")
    assert "Apply this fix" not in shown
    _, shown, _ = answered(tmp_path, "y\ny\n", "--select", "LL506", "--unsafe-fixes")
    assert "[unsafe]\n" in shown
    assert "visibility_timeout_seconds = 360\n" in (tmp_path / "main.tf").read_text(encoding="utf-8")


@needs_terminal
def test_an_interrupt_writes_nothing(root: Path) -> None:
    import pty

    mine, theirs = pty.openpty()
    # a session of its own, whose terminal this is: then its interrupt character reaches the command
    lead = "import fcntl, os, signal, sys, termios; os.setsid(); fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    lead += "signal.signal(signal.SIGINT, signal.SIG_DFL); "  # jobs in the background of a shell are started without
    lead += "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    arguments = [sys.executable, "-c", lead, *COMMAND[1:], "--fix", "--interactive"]
    with subprocess.Popen(arguments, cwd=root, stdin=theirs, stderr=theirs, stdout=subprocess.DEVNULL) as child:
        os.close(theirs)
        os.write(mine, b"y\n")
        shown = b""
        while shown.count(b"Apply this fix") < 2:
            shown += os.read(mine, 4_096)
        os.write(mine, b"\x03")
        assert child.wait() == 130
    os.close(mine)
    assert texts(root) == [[False], [False, False, False]]


def test_nobody_to_ask(root: Path) -> None:
    done = run(root, "--fix", "--interactive")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "lambdalint: --interactive asks on a terminal; standard input is none, use --diff to see all fixes\n"
    )
    assert texts(root) == [[False], [False, False, False]]


# -- a command that judges -------------------------------------------------------------------------------------------


def test_fixes_stay_where_the_command_passes(root: Path) -> None:
    done = run(root, "--fix", "--verify", "echo x >> runs.log; test -f a.tf")
    assert done.returncode == 0, done.stderr
    assert texts(root) == [[True], [True, True, True]]
    assert (root / "runs.log").read_text(encoding="utf-8") == "x\nx\n", "before and after"


def test_fixes_go_where_the_command_fails_with_them(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.iterdir()}
    done = run(root, "--fix", "--verify", "echo first; ! grep -rn unknown- --include=*.tf . || { echo so; exit 3; }")
    assert done.returncode == 2
    assert {path: path.read_bytes() for path in root.iterdir()} == before
    assert "passed before fixing and failed after it (exit code 3); the fixes were taken back" in done.stderr
    assert done.stderr.index("  first\n") < done.stderr.index("a.tf:1:# lambdalint") < done.stderr.index("  so\n")
    assert done.stdout.count("warning LL003") == 4, "the findings are still there"


def test_a_command_that_fails_anyway_says_nothing(root: Path) -> None:
    done = run(root, "--fix", "--verify", "exit 1")
    assert done.returncode == 0
    assert "`exit 1` fails without the fixes too, so it says nothing" in done.stderr
    assert texts(root) == [[True], [True, True, True]]


def test_a_command_that_is_not_there_stops_the_run(root: Path) -> None:
    done = run(root, "--fix", "--verify", "no-such-program --at all")
    assert done.returncode == 2
    assert done.stderr.startswith("lambdalint: --verify can't run `no-such-program --at all`: ")
    assert texts(root) == [[False], [False, False, False]]


def test_the_command_runs_only_for_something_that_is_written(root: Path) -> None:
    assert run(root, "--fix", "--unfixable", "LL003", "--verify", "touch ran").returncode == 1
    for options in (("--verify", "touch ran"), ("--diff", "--verify", "touch ran")):
        done = run(root, *options)
        assert (done.returncode, done.stdout) == (2, "")
        assert "--verify can't be used here" in done.stderr
    assert not (root / "ran").exists()


def test_what_the_command_changed_itself_is_not_lost(root: Path) -> None:
    done = run(root, "--fix", "--verify", "grep -q unknwn b.tf || { echo '# mine' > a.tf; exit 1; }")
    assert done.returncode == 2
    assert "a.tf: changed while the fixes were tried; it stays as it is" in done.stderr
    assert (root / "a.tf").read_text(encoding="utf-8") == "# mine\n"
    assert (root / "b.tf").read_text(encoding="utf-8") == queues(TYPO, TYPO, TYPO)


def test_killed_while_the_command_runs(root: Path) -> None:
    """A run that dies during the trial leaves files on trial; the next one takes them back before it does its own."""
    died = run(root, "--fix", "--verify", "grep -q unknwn a.tf || kill -9 $PPID")
    assert died.returncode != 0
    assert texts(root) == [[True], [True, True, True]]
    noted = run(root)
    assert "was stopped on the way" in noted.stderr
    assert texts(root) == [[True], [True, True, True]], "a check writes nothing"
    assert "its files were put back first" in run(root, "--fix", "--unfixable", "LL003").stderr
    assert texts(root) == [[False], [False, False, False]]
    assert sorted(path.name for path in root.iterdir()) == ["a.tf", "b.tf"]


# -- the diff --------------------------------------------------------------------------------------------------------

SHAPES = {
    "plain": queues(TYPO, "", TYPO).encode(),
    "crlf": queues(TYPO, "", TYPO).replace("\n", "\r\n").encode(),
    "no final line end": queues(TYPO).encode() + TYPO.rstrip("\n").encode(),
    "byte order mark": b"\xef\xbb\xbf" + queues(TYPO).encode(),
    "not utf-8": queues(TYPO).encode() + b"# caf\xe9\n" + queues(TYPO).replace("q0", "q9").encode(),
    "mixed ends": queues("", TYPO).encode() + TYPO.encode().replace(b"\n", b"\r\n") + b'resource "a" "b" {}\n',
}


@pytest.mark.parametrize("folder", [".", "deploy/live"], ids=["top", "folder of a repository"])
@pytest.mark.parametrize("data", SHAPES.values(), ids=SHAPES)
def test_the_diff_is_what_fixing_writes(tmp_path: Path, data: bytes, folder: str) -> None:
    fixed, patched = tmp_path / "fixed", tmp_path / "patched"
    for root in (fixed, patched):
        (root / folder).mkdir(parents=True)
        subprocess.run(["git", "init", "-q", str(root)], check=True)
        (root / folder / "wörk space.tf").write_bytes(data)
        (root / folder / "second.tf").write_bytes(data.replace(b'"q', b'"r'))
    preview = subprocess.run([*COMMAND, "--diff"], cwd=patched / folder, capture_output=True, check=False)
    assert preview.returncode == 1, preview.stderr
    assert (patched / folder / "wörk space.tf").read_bytes() == data, "a preview writes nothing"
    apply = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(apply, cwd=patched / folder, input=preview.stdout, check=True)
    subprocess.run([*COMMAND, "--fix", "--exit-zero"], cwd=fixed / folder, capture_output=True, check=True)
    for name in ("wörk space.tf", "second.tf"):
        assert (patched / folder / name).read_bytes() == (fixed / folder / name).read_bytes() != data
    again = subprocess.run([*COMMAND, "--diff"], cwd=fixed / folder, capture_output=True, check=False)
    assert (again.returncode, again.stdout) == (0, b"")


def test_the_diff_is_of_the_files_that_links_stand_for(tmp_path: Path) -> None:
    text = queues(TYPO).encode()
    for root in (fixed := tmp_path / "fixed", patched := tmp_path / "patched"):
        for folder in ("shared", "one", "two"):
            (root / folder).mkdir(parents=True)
        (root / "shared" / "queues.tf").write_bytes(text)
        for folder in ("one", "two"):
            (root / folder / "queues.tf").symlink_to("../shared/queues.tf")
        subprocess.run(["git", "init", "-q", str(root)], check=True)
    preview = subprocess.run([*COMMAND, "--diff"], cwd=patched, capture_output=True, check=False)
    assert preview.stdout.count(b"--- a/shared/queues.tf") == preview.stdout.count(b"--- ") == 1
    subprocess.run(["git", "apply", "-"], cwd=patched, input=preview.stdout, check=True)
    subprocess.run([*COMMAND, "--fix", "--exit-zero"], cwd=fixed, capture_output=True, check=True)
    for root in (fixed, patched):
        assert (root / "one" / "queues.tf").is_symlink()
    assert (patched / "two" / "queues.tf").read_bytes() == (fixed / "two" / "queues.tf").read_bytes() != text
