"""One file on its way from one text to another: staged, put into its place in one step, put back."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from lambdalint.record import NamedTuple
from lambdalint.transaction import PREFIX


class Place(NamedTuple):
    """A file that changes.

    `target` is the file itself, links resolved. `old` (elsewhere) and `new` (beside it) are files with its text before
    and after. `in_place`: it has other names (hard links), which have to see the change too, so its bytes are
    overwritten.
    """

    target: Path
    old: Path
    new: Path
    in_place: bool

    def stage(self, before: bytes, after: bytes) -> None:
        """Make both files, on the disk for good, with its mode, owner and attributes."""
        _create(self.old, before, self.target)
        _create(self.new, after, self.target)

    def replace(self, after: bytes) -> None:
        """Give the file its new text."""
        if self.in_place:
            _overwrite(self.target, after)
        else:
            os.replace(self.new, self.target)

    def put_back(self, before: bytes) -> None:
        """Give the file its old text again."""
        if self.in_place:
            _overwrite(self.target, before)
            return
        try:
            os.replace(self.old, self.target)
        except OSError as error:
            import errno

            if error.errno != errno.EXDEV:
                raise
            self.new.unlink(missing_ok=True)
            _create(self.new, before, self.old)
            os.replace(self.new, self.target)

    def clear(self) -> None:
        """Take both files away."""
        self.old.unlink(missing_ok=True)
        self.new.unlink(missing_ok=True)


def place(target: Path, token: str, folder: Path, in_place: bool) -> Place:
    """The place of a file; `token` is unique in its folder and in `folder`, where its old text goes."""
    return Place(target, folder / f"{token}.old", target.parent / f"{PREFIX}{token}.new", in_place)


def text(path: Path) -> bytes | None:
    """The bytes of a regular file, None where there is none; links are not followed."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        return path.read_bytes()
    except FileNotFoundError:
        return None


def obstacle(target: Path) -> str | None:
    """Why a file may not be written, or None. Its mode counts even for a user that could ignore it."""
    mode = os.stat(target).st_mode
    if not stat.S_ISREG(mode):
        return "is not a regular file"
    if not mode & 0o222 or not os.access(target, os.W_OK):
        return "is read-only"
    return None


def is_between(found: bytes, before: bytes, after: bytes) -> bool:
    """True for what overwriting leaves when it stops on the way: the new text up to a byte, the old one from there."""
    both = enumerate(zip(found, after, strict=False))
    same = next((at for at, (left, right) in both if left != right), min(len(found), len(after)))
    return found[same:] == before[same:]


def sync_folder(folder: Path) -> None:
    """Let names in a folder reach the disk, where the system can do that and the folder is there."""
    if sys.platform == "win32" or not folder.is_dir():
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_new(path: Path, data: bytes) -> None:
    """Make a file that isn't there yet; its bytes are on the disk afterwards."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _create(path: Path, data: bytes, model: Path) -> None:
    """Make a file like `model` with other bytes."""
    write_new(path, data)
    state, mine = os.stat(model), os.stat(path)
    if sys.platform != "win32" and (state.st_uid, state.st_gid) != (mine.st_uid, mine.st_gid):
        os.chown(path, state.st_uid, state.st_gid)
    if sys.platform == "linux":
        for name in os.listxattr(model):
            _copy_attribute(name, model, path)
    os.chmod(path, stat.S_IMODE(state.st_mode))


def _copy_attribute(name: str, model: Path, path: Path) -> None:
    """Copy an extended attribute; those that the system sets itself may refuse that."""
    if sys.platform == "linux":
        try:
            os.setxattr(path, name, os.getxattr(model, name))
        except OSError:
            if name.startswith("user."):
                raise


def _overwrite(path: Path, data: bytes) -> None:
    with path.open("r+b", buffering=0) as file:
        at = 0
        while at < len(data):
            at += file.write(data[at:])
        file.truncate()
        os.fsync(file.fileno())
