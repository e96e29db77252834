"""The files that Git lists, asked for early and read when they are needed: it works while the engine is loaded."""

from __future__ import annotations

import os
from collections.abc import Callable

from lambdalint.record import NamedTuple

Answer = Callable[[], "bytes | None"]

# A file monitor would be a program of the project.
COMMAND = ("git", "-c", "core.fsmonitor=false", "-C")
QUESTION = ("ls-files", "-cods", "-t", "--exclude-standard", "-z")


class Listed(NamedTuple):
    """What Git lists. `plain` are the regular files with a plain name among the `paths`: they need no second look."""

    paths: list[str]
    plain: frozenset[str]


def listing(root: str) -> Callable[[], Listed | None]:
    """Ask Git for the tracked and new files below `root`. What is returned gives them, or None where Git can't or
    won't tell; it is to be called once.
    """
    answer = _ask([*COMMAND, root, *QUESTION], _environment())

    def listed() -> Listed | None:
        text = answer()
        return None if text is None else _read(os.fsdecode(text))

    return listed


def _read(text: str) -> Listed:
    """Lines are `<tag> <mode> <object> <stage>` and a path behind a tab, or `? <path>` for what isn't tracked."""
    tracked: list[str] = []
    gone: set[str] = set()
    others: set[str] = set()
    for line in text.split("\0"):
        if line.startswith("? "):
            others.add(line[2:].rstrip("/"))
            continue
        said, _, path = line.partition("\t")
        if said.startswith("H 100") and said.endswith(" 0"):
            tracked.append(path)
        elif said.startswith("R "):
            gone.add(path)
        elif path:
            others.add(path)
    plain = frozenset(path for path in tracked if path not in gone and (path.isascii() or _is_utf8(path)))
    return Listed([*tracked, *others], plain)


def _is_utf8(path: str) -> bool:
    try:
        return bool(path.encode())
    except UnicodeEncodeError:
        return False


def _environment() -> dict[str, str]:
    """What Git hears of: none of the variables that it sets for its hooks, which would point it at another folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    return environment


def _ask(command: list[str], environment: dict[str, str]) -> Answer:
    """Start a program that reads nothing; the answer is what it writes, None where it fails."""
    start = _spawn if hasattr(os, "posix_spawnp") else _open
    try:
        return start(command, environment)
    except OSError:
        return lambda: None


def _spawn(command: list[str], environment: dict[str, str]) -> Answer:
    """As `_open`, without what `subprocess` takes to import: a tenth of a small run."""
    ours, theirs = os.pipe()
    actions = [
        (os.POSIX_SPAWN_DUP2, theirs, 1),
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    try:
        process = os.posix_spawnp(command[0], command, environment, file_actions=actions)
    except OSError:
        os.close(ours)
        raise
    finally:
        os.close(theirs)

    def answer() -> bytes | None:
        with open(ours, "rb") as stream:
            text = stream.read()
        try:
            _, status = os.waitpid(process, 0)
        except ChildProcessError:  # whoever started this process has it forget how others end
            status = 0
        return text if status == 0 else None

    return answer


def _open(command: list[str], environment: dict[str, str]) -> Answer:
    from subprocess import DEVNULL, PIPE, Popen

    process = Popen(command, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, env=environment)

    def answer() -> bytes | None:
        text, _ = process.communicate()
        return text if process.returncode == 0 else None

    return answer
