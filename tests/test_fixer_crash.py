"""Fixing that is stopped on the way: no file is ever half written, and the next run puts all of them back."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lambdalint import fixer
from lambdalint.config import Config
from lambdalint.discover import inventory
from lambdalint.errors import LambdalintError
from lambdalint.transaction import FOLDER
from lambdalint.transaction import writing as transaction
from lambdalint.transaction.writing import recover, unfinished

if not hasattr(os, "fork"):
    pytest.skip("needs a system that can copy a process", allow_module_level=True)

BEFORE, AFTER = "before", "after"
# a plain file, one in a folder, one with a link to it, and one with two names, which is written in its place
NAMES = ("a.tf", "modules/b.tf", "linked.tf", "twin.tf")
OPERATIONS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.setxattr")
REACHED_END = 7


def texts(name: str) -> dict[str, bytes]:
    """The text of a file before and after; the new one differs in length, at both ends and in between."""
    lines = [f'resource "aws_sqs_queue" "{name}_{number}" {{}}\r\n'.encode() for number in range(300)]
    old = b"\xef\xbb\xbf" + b"".join(lines)
    return {BEFORE: old, AFTER: b"# new\r\n" + b"".join(lines[::-1]) + b"# end"}


TEXTS = {name: texts(name) for name in NAMES}
CHANGES = {name: (both[BEFORE], both[AFTER]) for name, both in TEXTS.items()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path / "project")


def make(root: Path) -> Path:
    """A project with all files as before."""
    (root / "modules").mkdir(parents=True)
    (root / "elsewhere").mkdir()
    for name, both in TEXTS.items():
        (root / name).write_bytes(both[BEFORE])
    os.chmod(root / "a.tf", 0o640)
    os.rename(root / "linked.tf", root / "elsewhere" / "real.tf")
    (root / "linked.tf").symlink_to("elsewhere/real.tf")
    os.link(root / "twin.tf", root / "elsewhere" / "twin.txt")
    return root


def states(root: Path) -> set[str]:
    """What the files are now; fails for one that is neither as before nor as after."""
    found = set()
    for name, both in TEXTS.items():
        now = (root / name).read_bytes()
        found |= {state for state in (BEFORE, AFTER) if now == both[state]} or {f"half written: {name}"}
    return found


def is_tidy(root: Path) -> bool:
    """True when nothing but the project's own files is there, as they were beside their text."""
    names = {path.relative_to(root).as_posix() for path in root.rglob("*")}
    own = {*NAMES, "modules", "elsewhere", "elsewhere/real.tf", "elsewhere/twin.txt"}
    kept = (
        stat.S_IMODE((root / "a.tf").stat().st_mode) == 0o640
        and (root / "linked.tf").is_symlink()
        and (root / "twin.tf").samefile(root / "elsewhere" / "twin.txt")
    )
    return names == own and kept


def put_back(root: Path) -> None:
    """What the next run that may write does first."""
    assert recover(root) in (None, ())
    states_now = states(root)
    assert len(states_now) == 1, states_now
    assert is_tidy(root)


class Steps:
    """Counts what a writer does to files, and does something at one of the steps."""

    def __init__(self, at: int, what: Callable[[], None]) -> None:
        self.seen = 0
        self._at = at
        self._what = what
        self.on = False

    def step(self) -> None:
        self.seen += self.on
        if self.on and self.seen == self._at:
            self.on = False
            self._what()

    def audit(self, event: str, _arguments: tuple[Any, ...]) -> None:
        """Before each operation on the file system."""
        if event in OPERATIONS:
            self.step()

    def trace(self, frame: Any, event: str, _argument: object) -> Any:
        """Before each line of the module that touches files."""
        if event == "call" and not frame.f_code.co_filename.endswith(os.path.join("transaction", "files.py")):
            return None
        if event == "line":
            self.step()
        return self.trace


def in_child(work: Callable[[], None], at: int, what: Callable[[], None]) -> int:
    """Run `work` in a copy of this process that does `what` before its step number `at`; the wait status."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            steps = Steps(at, what)
            sys.addaudithook(steps.audit)
            sys.settrace(steps.trace)
            steps.on = True
            work()
            steps.on = False
            code = REACHED_END if at > steps.seen else 0
        except LambdalintError:
            code = 2
        finally:
            sys.settrace(None)
            os._exit(code)
    return os.waitpid(child, 0)[1]


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def each_step(work: Callable[[], None], what: Callable[[], None], stride: int = 1) -> Iterator[tuple[int, int]]:
    """Numbers of steps, from the first to the last, and the status of the run in which `what` happened there."""
    at = 1
    while True:
        status = in_child(work, at, what)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == REACHED_END:
            return
        yield at, status
        at += stride


def test_killed_before_any_step(project: Path) -> None:
    """However far it had come: no file is torn but one written in its place, and the next run makes all of them one."""
    fresh = project.parent / "fresh"
    shutil.copytree(project, fresh, symlinks=True)
    count, met = 0, set()

    def again() -> None:
        shutil.rmtree(project)
        shutil.copytree(fresh, project, symlinks=True)
        (project / "elsewhere" / "twin.txt").unlink()
        os.link(project / "twin.tf", project / "elsewhere" / "twin.txt")

    again()
    for at, status in each_step(lambda: fixer.write(project, CHANGES), die):
        assert os.WIFSIGNALED(status), at
        torn = {state for state in states(project) if state.startswith("half")}
        assert torn <= {"half written: twin.tf"}, at
        met |= states(project)
        listed = inventory(project, Config()).paths
        assert set(listed) == {*NAMES, "elsewhere/real.tf", "elsewhere/twin.txt"}, at
        put_back(project)
        again()
        count += 1
    assert count > 100
    assert {BEFORE, AFTER} <= met


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> int:
    """The number of a step before which some files are written and others not."""
    project = make(tmp_path_factory.mktemp("half") / "project")
    at = 0
    while True:
        at += 1
        status = in_child(lambda: fixer.write(project, CHANGES), at, die)
        assert os.WIFSIGNALED(status), "writing was never half done"
        if states(project) == {BEFORE, AFTER}:
            return at
        recover(project)


def test_killed_while_it_puts_back(project: Path, half: int) -> None:
    """Putting back can be stopped too, and is taken up again."""
    at = -1
    while True:
        at += 2
        in_child(lambda: fixer.write(project, CHANGES), half, die)
        assert states(project) == {BEFORE, AFTER}
        status = in_child(lambda: assert_recovers(project), at, die)
        put_back(project)
        assert states(project) == {BEFORE}
        if not os.WIFSIGNALED(status):
            break
    assert at > 20


def assert_recovers(project: Path) -> None:
    assert recover(project) == ()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=errno.errorcode.get)
def test_any_operation_may_fail(project: Path, number: int) -> None:
    """A full disk, a failing one, a folder that may not be written to: every file stays as it is."""

    def fail() -> None:
        raise OSError(number, os.strerror(number))

    failed = 0
    for at, status in each_step(lambda: fixer.write(project, CHANGES), fail, stride=5):
        assert os.WIFEXITED(status), at
        assert not any(state.startswith("half") for state in states(project)), at
        failed += os.WEXITSTATUS(status) != 0
        if states(project) != {AFTER}:
            put_back(project)
            assert states(project) == {BEFORE}, at
        else:
            recover(project)
            assert is_tidy(project), at
            for name, both in TEXTS.items():
                (project / name).write_bytes(both[BEFORE])
    assert failed > 20


def test_no_room_for_the_new_text(project: Path) -> None:
    """The system itself refuses to write more than a part of it."""

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))
        fixer.write(project, CHANGES)

    status = in_child(limited, 0, die)
    assert os.WEXITSTATUS(status) == 2
    assert states(project) == {BEFORE}
    assert is_tidy(project)


def test_a_full_disk(tmp_path: Path) -> None:
    """On a file system that really has no room left."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("may not mount")
    try:
        changes = {}
        for number in range(4):
            (disk / f"{number}.tf").write_bytes(b"#" * 8_000)
            changes[f"{number}.tf"] = (b"#" * 8_000, b"!" * 9_000)
        with pytest.raises(LambdalintError, match="No space left on device; nothing was written"):
            fixer.write(disk, changes)
        assert [(disk / name).read_bytes() for name in changes] == [before for before, _ in changes.values()]
        assert sorted(path.name for path in disk.iterdir()) == sorted(changes)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_folder_that_may_not_be_written_to(project: Path) -> None:
    if os.geteuid() == 0:
        os.chmod(project.parent, 0o755)
        for path in (project, *project.rglob("*")):
            os.chown(path, 65_534, 65_534, follow_symlinks=False)
    os.chmod(project / "modules", 0o500)

    def as_somebody() -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65_534)
            os.setuid(65_534)
        for folder in project.parents:
            if not os.access(folder, os.X_OK):
                os._exit(2)  # out of reach for that user, so nothing can be written
        fixer.write(project, CHANGES)

    status = in_child(as_somebody, 0, die)
    os.chmod(project / "modules", 0o700)
    assert os.WEXITSTATUS(status) == 2
    assert states(project) == {BEFORE}
    assert is_tidy(project)


def test_a_read_only_file(project: Path) -> None:
    os.chmod(project / "modules" / "b.tf", 0o444)
    with pytest.raises(LambdalintError, match=r"modules/b\.tf is read-only; nothing was written"):
        fixer.write(project, CHANGES)
    assert states(project) == {BEFORE}
    assert is_tidy(project)


def test_an_edit_after_the_stop_stays(project: Path, half: int) -> None:
    """What somebody wrote since is not overwritten, and is named."""
    in_child(lambda: fixer.write(project, CHANGES), half, die)
    written = next(name for name, both in TEXTS.items() if (project / name).read_bytes() == both[AFTER])
    (project / written).write_bytes(b"# mine\n")
    assert recover(project) == (written,)
    assert (project / written).read_bytes() == b"# mine\n"
    assert {(project / n).read_bytes() == both[BEFORE] for n, both in TEXTS.items() if n != written} == {True}
    assert is_tidy(project)


def test_a_writer_at_work_is_left_alone(project: Path) -> None:
    """What another process is writing is neither unfinished nor put back."""
    writing = fixer.writing(project, CHANGES)
    assert states(project) == {AFTER}

    def meddle() -> None:
        transaction.PATIENCE = 0.1
        assert not unfinished(project)
        assert recover(project) is None
        back = {name: (after, before) for name, (before, after) in CHANGES.items()}
        fixer.write(project / "modules", {"b.tf": back["modules/b.tf"]})
        fixer.write(project, back)

    assert os.WEXITSTATUS(in_child(meddle, 0, die)) == 2
    assert states(project) == {BEFORE, AFTER}, "what has a journal of its own, in a folder below"
    fixer.write(project / "modules", {"b.tf": CHANGES["modules/b.tf"]})
    writing.keep()
    assert states(project) == {AFTER}
    assert is_tidy(project)


def test_what_was_written_can_be_taken_back(project: Path) -> None:
    assert fixer.writing(project, CHANGES).take_back() == ()
    assert states(project) == {BEFORE}
    assert is_tidy(project)


@pytest.mark.parametrize(
    "path",
    ["../outside.tf", "/etc/hosts", "elsewhere/../../outside.tf", "link.tf", ".git/config", "modules/.GIT/config"],
)
def test_a_journal_that_leads_elsewhere_is_not_followed(project: Path, path: str) -> None:
    outside = project.parent / "outside.tf"
    (project / "link.tf").symlink_to(outside)
    for own in (".git", "modules/.GIT"):
        (project / own).mkdir()
        (project / own / "config").write_bytes(b"new")
    outside.write_bytes(b"new")
    folder = project / ".lambdalint-fix"
    folder.mkdir()
    old, new = (subprocess.run(["sha256sum"], input=text, capture_output=True, check=True).stdout.split()[0].decode()
                for text in (b"old", b"new"))  # fmt: skip
    (folder / "x.old").write_bytes(b"old")
    file = f'{{"path": "{path}", "token": "x", "in_place": false, "before": "{old}", "after": "{new}"}}'
    (folder / "journal.json").write_text(f'{{"version": 1, "done": false, "files": [{file}]}}', encoding="utf-8")
    assert recover(project) is None
    assert outside.read_bytes() == b"new"
    assert {(project / own / "config").read_bytes() for own in (".git", "modules/.GIT")} == {b"new"}


def test_the_command_is_killed_at_any_time(project: Path) -> None:
    """The whole command, stopped from outside after a random time; then once more, to its end."""
    moments = random.Random(7)
    command = [sys.executable, "-m", "lambdalint", "check", "--isolated", "--fix", "--select", "LL003", "--silent"]
    typo = b'# lambdalint:ignore[unknwn-suppression]\nresource "aws_sqs_queue" "jobs" {}\n'
    files = [project / f"m{number}" / "main.tf" for number in range(40)]
    for file in files:
        file.parent.mkdir()

    def reset() -> None:
        for file in files:
            file.write_bytes(typo)

    reset()
    start = time.monotonic()
    subprocess.run(command, cwd=project, check=True)
    whole = time.monotonic() - start
    fixed = files[0].read_bytes()
    assert b"unknown-suppression" in fixed
    for _ in range(6):
        reset()
        child = subprocess.Popen(command, cwd=project)
        try:
            child.wait(moments.uniform(0.5, 1) * whole)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        assert {file.read_bytes() for file in files} <= {typo, fixed}
        subprocess.run(command, cwd=project, check=True)
        assert {file.read_bytes() for file in files} == {fixed}
        assert not list(project.rglob(".lambdalint*"))


def test_a_check_tells_and_does_not_write(project: Path, half: int) -> None:
    """Without `--fix` the files stay as they were found, and the note says what to do."""
    in_child(lambda: fixer.write(project, CHANGES), half, die)
    there = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    command = [sys.executable, "-m", "lambdalint", "check", "--isolated", "--select", "LL003"]
    run = subprocess.run(command, cwd=project / "modules", capture_output=True, text=True, check=True)
    assert "a run that wrote fixes was stopped on the way; `lambdalint check --fix` puts the files back" in run.stderr
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == there
    run = subprocess.run([*command, "--fix"], cwd=project, capture_output=True, text=True, check=True)
    assert "its files were put back first" in run.stderr
    assert states(project) == {BEFORE}
    assert is_tidy(project)


def test_several_writers_of_one_repository_wait_for_each_other(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folders = [tmp_path / f"service{number}" for number in range(6)]
    children = []
    for folder in folders:
        folder.mkdir()
        (folder / "a.tf").write_bytes(b"old")
    for folder in folders:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                for before, after in ((b"old", b"new"), (b"new", b"newer")):
                    fixer.write(folder, {"a.tf": (before, after)})
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 6
    assert {(folder / "a.tf").read_bytes() for folder in folders} == {b"newer"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", *(folder.name for folder in folders)]


def test_a_folder_that_another_writer_takes_away_meanwhile_is_made_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = os.lstat
    gone: list[Path] = []

    def lstat(path: Path, **options: int) -> os.stat_result:
        if Path(path).name == FOLDER and not gone:
            gone.append(path)
            os.rmdir(path)
        return look(path, **options)

    monkeypatch.setattr(os, "lstat", lstat)
    fixer.write(project, CHANGES)
    assert gone
    assert states(project) == {AFTER}


def test_owner_mode_and_attributes_stay(project: Path) -> None:
    place = project / "modules" / "b.tf"
    os.chmod(place, 0o604)
    if os.geteuid() == 0:
        os.chown(place, 1_234, 4_321)
    try:
        os.setxattr(place, "user.note", b"mine")
    except (AttributeError, OSError):
        pytest.skip("this file system has no attributes")
    before = os.stat(place)
    fixer.write(project, CHANGES)
    after = os.stat(place)
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert os.getxattr(place, "user.note") == b"mine"
    assert states(project) == {AFTER}
