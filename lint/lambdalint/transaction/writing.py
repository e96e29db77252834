"""Writing the files of all fixes at once, taking that back, and finding what a run that was stopped has left."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from lambdalint.errors import LambdalintError
from lambdalint.paths import StrPath
from lambdalint.record import NamedTuple
from lambdalint.transaction import FOLDER, PREFIX, files, journal
from lambdalint.transaction.files import Place
from lambdalint.transaction.journal import Desk, Entry, Journal

PATIENCE = 20.0  # seconds to wait for another process that writes in the same repository
AGAIN = "the next `lambdalint check --fix` puts it back"


class _Change(NamedTuple):
    """A file, by the name it has in the project, and its texts."""

    name: str
    place: Place
    before: bytes
    after: bytes


class Writing:
    """Changed files on disk that can still be put back, until `keep` or `take_back` ends it.

    A process that dies before leaves a journal: the next run that may write puts the files back.
    """

    def __init__(self, root: StrPath, changes: Mapping[str, tuple[bytes, bytes]], home: StrPath | None = None) -> None:
        """Write all `changes` (by path below `root`: bytes before and after), or none of them.

        `home` is the folder that keeps the journal: one at or above `root`. Raises LambdalintError, with every file as
        it was, when one is not what was read any more or can't be written.
        """
        top = Path(root).resolve()
        place = Path(home) if home is not None and os.access(home, os.W_OK) else top
        self._changes = _changes(top, changes, place / FOLDER)
        if not self._changes:
            return
        try:
            self._desk = Desk(place, PATIENCE)
        except OSError as error:
            raise LambdalintError(f"{place}: {error.strerror}; nothing was written") from error
        if journal.load(place) is not None:
            self._desk.leave()
            raise LambdalintError("fixes that were stopped on the way came in between; nothing was written, run again")
        self._journal = Journal(tuple(_entry(change) for change in self._changes), False)
        try:
            self._desk.save(self._journal)
            self._write()
        except BaseException as error:
            self.take_back()
            if isinstance(error, OSError):
                where = _shown(error, place)
                raise LambdalintError(f"{where}{error.strerror or error}; nothing was written") from error
            raise

    def _write(self) -> None:
        for change in self._changes:
            change.place.stage(change.before, change.after)
        folders = {change.place.target.parent for change in self._changes}
        for folder in folders:
            files.sync_folder(folder)
        for change in self._changes:
            if files.text(change.place.target) != change.before:
                raise _moved(change.name)
            change.place.replace(change.after)
        for folder in folders:
            files.sync_folder(folder)

    def keep(self) -> None:
        """Let the files stay as they are now."""
        if self._changes:
            self._desk.save(self._journal._replace(done=True))
            _clear(self._desk, self._journal)

    def take_back(self) -> tuple[str, ...]:
        """Give each file its old text; returns those that somebody else changed since, which stay as they are.

        Raises LambdalintError when a file can't be written; a later run tries again.
        """
        if not self._changes:
            return ()
        try:
            return _put_back(self._desk, self._journal)
        except OSError as error:
            self._desk.leave()
            raise LambdalintError(f"{_shown(error, self._desk.home)}{error.strerror}; {AGAIN}") from error


def recover(root: StrPath) -> tuple[str, ...] | None:
    """Put back what runs that were stopped on the way have left at or above `root`, and clear up after them.

    Returns None where there was nothing to put back, else the files that somebody changed since: they stay as they are.
    What another process is writing is left alone. Raises LambdalintError when a file can't be written.
    """
    left: tuple[str, ...] | None = None
    for home in tuple(journal.homes(Path(root).resolve())):
        if journal.is_busy(home):
            continue
        desk = Desk(home, PATIENCE)
        found = journal.load(home)
        if found is None:
            desk.clear()
            continue
        try:
            if found.done:
                _clear(desk, found)
            else:
                left = (*(left or ()), *_put_back(desk, found))
        except OSError as error:
            desk.leave()
            raise LambdalintError(f"{_shown(error, home)}{error.strerror}; {AGAIN}") from error
    return left


def unfinished(root: StrPath) -> bool:
    """True when a run that wrote fixes at or above `root` was stopped on the way. Writes nothing."""
    for home in journal.homes(Path(root).resolve()):
        found = journal.load(home)
        if found is not None and not found.done and not journal.is_busy(home):
            return True
    return False


# -- steps -----------------------------------------------------------------------------------------------------------


def _changes(root: Path, changes: Mapping[str, tuple[bytes, bytes]], folder: Path) -> tuple[_Change, ...]:
    """The files to write, each once; a file that has two names in the project has one new text."""
    token = os.urandom(4).hex()
    found: dict[tuple[int, int], _Change] = {}
    for name, (before, after) in sorted(changes.items()):
        target = (root / name).resolve()
        if not target.is_relative_to(root):
            raise LambdalintError(f"{name} leads out of the project; nothing was written")
        try:
            reason = files.obstacle(target)
            if files.text(target) != before:
                raise _moved(name)
            state = os.stat(target)
        except OSError as error:
            raise LambdalintError(f"{name}: {error.strerror}; nothing was written") from error
        if reason is not None:
            raise LambdalintError(f"{name} {reason}; nothing was written")
        twin = found.get((state.st_dev, state.st_ino))
        if twin is None:
            place = files.place(target, f"{token}n{len(found)}", folder, state.st_nlink > 1)
            found[state.st_dev, state.st_ino] = _Change(name, place, before, after)
        elif twin.after != after:
            raise LambdalintError(f"{name} and {twin.name} are one file; nothing was written")
    return tuple(found.values())


def _moved(name: str) -> LambdalintError:
    return LambdalintError(f"{name} changed while it was being checked; nothing was written, run again")


def _entry(change: _Change) -> Entry:
    return Entry(change.place, _digest(change.before), _digest(change.after))


def _digest(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _put_back(desk: Desk, journal: Journal) -> tuple[str, ...]:
    """Undo what was written; returns the names of files that are neither as before nor as written."""
    strange = []
    for entry in reversed(journal.entries):
        place = entry.place
        now, before = files.text(place.target), files.text(place.old)
        if now is not None and _digest(now) == entry.before:
            continue
        if before is None or _digest(before) != entry.before or not _is_ours(now, before, entry):
            strange.append(place.target.relative_to(desk.home).as_posix())
            continue
        place.put_back(before)
    _clear(desk, journal)
    return tuple(sorted(strange))


def _is_ours(now: bytes | None, before: bytes, entry: Entry) -> bool:
    """True for a text that writing has left there: the new one, or one between both."""
    if now is None:
        return False
    if _digest(now) == entry.after:
        return True
    after = files.text(entry.place.new)
    return entry.place.in_place and after is not None and files.is_between(now, before, after)


def _clear(desk: Desk, journal: Journal) -> None:
    for folder in {entry.place.target.parent for entry in journal.entries}:
        files.sync_folder(folder)
    for entry in journal.entries:
        entry.place.clear()
    desk.clear()


def _shown(error: OSError, home: Path) -> str:
    """The file an error is about, for people."""
    if not error.filename:
        return ""
    path = Path(os.fsdecode(error.filename))
    shown = path.relative_to(home) if path.is_relative_to(home) else path
    return f"{shown.parent if PREFIX in str(shown) else shown}: "
