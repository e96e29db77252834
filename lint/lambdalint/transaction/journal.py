"""The note on disk that tells a later run how far writing had come, and the lock that keeps two writers apart.

While files are written there is a folder in the project that Git ignores. It holds their old texts and the journal:
which files change, and the digests of their texts before and after. It is there before the first file changes and goes
after the last.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from lambdalint.errors import LambdalintError
from lambdalint.record import NamedTuple
from lambdalint.transaction import FOLDER
from lambdalint.transaction.files import Place, place, sync_folder, text, write_new

_OTHERS = frozenset((".git", ".hg"))  # what is in there is never written; a journal may come with a repository
PAUSE = 0.02  # seconds between two tries to have the folder
_JOURNAL, _DRAFT, _LOCK, _IGNORE = "journal.json", "journal.new", "lock", ".gitignore"


class Entry(NamedTuple):
    """A file of a journal: where it is, and the digests of its texts."""

    place: Place
    before: str
    after: str


class Journal(NamedTuple):
    """What one run writes. `done`: every file has its new text, only what stands beside them is to go."""

    entries: tuple[Entry, ...]
    done: bool


class Desk:
    """The folder `.lambdalint-fix` of one project, locked by this process until it is cleared or left."""

    def __init__(self, home: Path, patience: float = 0) -> None:
        """Make the folder below `home` and lock it.

        Raises LambdalintError where another process still has it after so many seconds.
        """
        self.home = home
        self.folder = home / FOLDER
        self._lock = -1
        end = time.monotonic() + patience
        while not self._take():
            if time.monotonic() > end:
                raise LambdalintError("another lambdalint writes here; nothing was written, run again when it is done")
            time.sleep(PAUSE)
        try:
            (self.folder / _IGNORE).write_bytes(b"*\n")
        except BaseException:
            self.leave()
            raise

    def _take(self) -> bool:
        """Try to have the folder for this process alone."""
        with suppress(FileExistsError):
            os.mkdir(self.folder, 0o700)
        if _is_mine(self.folder) is False:
            raise LambdalintError(f"{FOLDER} belongs to somebody else; nothing was written")
        try:
            self._lock = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except FileNotFoundError:
            return False  # who had it has just taken the folder away
        if _locked(self._lock) and _is_same(self._lock, self.folder / _LOCK):
            return True
        self.leave()
        return False

    def leave(self) -> None:
        """Let others have the folder as it is."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def clear(self) -> None:
        """Take the folder away: nothing is unfinished any more."""
        if sys.platform == "win32":
            self.leave()  # what is open can't go
        for name in (_JOURNAL, _DRAFT, _IGNORE, _LOCK):
            (self.folder / name).unlink(missing_ok=True)
        self.leave()
        try:
            self.folder.rmdir()
        except OSError:
            return  # somebody else's file is in it, or another process came first
        sync_folder(self.home)

    def save(self, journal: Journal) -> None:
        """Put a journal in place of the one that is there, on the disk for good."""
        files = [
            {
                "path": _relative(entry.place.target, self.home),
                "token": entry.place.old.name.removesuffix(".old"),
                "in_place": entry.place.in_place,
                "before": entry.before,
                "after": entry.after,
            }
            for entry in journal.entries
        ]
        draft = self.folder / _DRAFT
        draft.unlink(missing_ok=True)
        write_new(draft, json.dumps({"version": 1, "done": journal.done, "files": files}, indent=1).encode())
        os.replace(draft, self.folder / _JOURNAL)
        sync_folder(self.folder)
        sync_folder(self.home)


def load(home: Path) -> Journal | None:
    """The journal that is kept below `home`, None where there is none that can be used."""
    folder = home / FOLDER
    data = text(folder / _JOURNAL) if _is_mine(folder) else None
    if data is None:
        return None
    try:
        found = json.loads(data)
        return Journal(tuple(_entries(found["files"], home)), found["done"] is True)
    except (ValueError, KeyError, TypeError):
        return None


def homes(root: Path) -> Iterator[Path]:
    """The folders from `root` up that have a journal's folder of this user."""
    for folder in (root, *root.parents):
        if _is_mine(folder / FOLDER):
            yield folder


def is_busy(home: Path) -> bool:
    """True while another process writes here."""
    try:
        descriptor = os.open(home / FOLDER / _LOCK, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _locked(descriptor)
    finally:
        os.close(descriptor)


def _entries(files: list[dict[str, object]], home: Path) -> Iterator[Entry]:
    """The entries of a journal; one that leads elsewhere makes it unusable."""
    for file in files:
        path, token = str(file["path"]), str(file["token"])
        target = home / path
        inside = os.path.realpath(target) == str(target) and target.is_relative_to(home)
        if not inside or not token.isalnum() or not _OTHERS.isdisjoint(path.lower().split("/")):
            raise ValueError(path)
        where = place(target, token, home / FOLDER, file["in_place"] is True)
        yield Entry(where, str(file["before"]), str(file["after"]))


def _relative(path: Path, home: Path) -> str:
    return path.relative_to(home).as_posix()


def _is_mine(folder: Path) -> bool | None:
    """True for a real folder of this user: what others left may not decide what is written. None where none is."""
    try:
        state = os.lstat(folder)
    except OSError:
        return None
    return stat.S_ISDIR(state.st_mode) and (sys.platform == "win32" or state.st_uid == os.geteuid())


def _locked(descriptor: int) -> bool:
    """Lock an open file until it is closed; False where another process holds it. A dead process holds nothing."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks
    return True


def _is_same(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except OSError:
        return False
