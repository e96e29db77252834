"""A command of the user's whose exit code decides whether fixes stay: `--verify`."""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.errors import LambdalintError, UsageError
from lambdalint.fixer import writing
from lambdalint.paths import StrPath
from lambdalint.record import NamedTuple

NO_PROGRAM = (126, 127)  # what a shell says of a command that it can't start
TAIL = 12  # lines of what the command printed that are worth showing
LAST = 64_000  # bytes that they are looked for in


class Verdict(NamedTuple):
    """How a command ended, and the last lines it printed."""

    code: int
    tail: tuple[str, ...]


class Trial(NamedTuple):
    """What came of fixes on trial. `refused` is the verdict that had them taken back, None where they stay.

    `judged` is False where the command fails without the fixes as well. `left` are files that somebody changed
    meanwhile, so that they could not be put back.
    """

    refused: Verdict | None
    judged: bool = True
    left: tuple[str, ...] = ()


def write(root: StrPath, changes: Mapping[str, tuple[bytes, bytes]], command: str) -> Trial:
    """Write changes, and take them back if `command` fails with them and passed before.

    Raises LambdalintError, with every file as it was, where they can't be written or the command can't be started.
    """
    before = run(command, root)
    if before.code in NO_PROGRAM:
        said = f": {before.tail[-1]}" if before.tail else ""
        raise UsageError(f"--verify can't run `{command}`{said}")
    written = writing(root, changes)
    try:
        after = run(command, root) if before.code == 0 else before
    except BaseException:
        written.take_back()
        raise
    if before.code == 0 and after.code != 0:
        return Trial(after, True, written.take_back())
    written.keep()
    return Trial(None, before.code == 0)


def run(command: str, folder: StrPath) -> Verdict:
    """Run a command line in a folder, without input. Raises LambdalintError where no shell can be started."""
    import subprocess
    import tempfile

    with tempfile.TemporaryFile() as output:
        try:
            done = subprocess.run(
                command,
                shell=True,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
        except OSError as error:
            raise LambdalintError(f"--verify can't run `{command}`: {error.strerror}") from error
        size = output.seek(0, 2)
        output.seek(max(0, size - LAST))
        lines = output.read().decode("utf-8", "replace").splitlines()
    return Verdict(done.returncode, tuple(line for line in lines if line.strip())[-TAIL:])
