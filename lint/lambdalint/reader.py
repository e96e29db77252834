"""The one reader that opens a project's files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from lambdalint.paths import StrPath, inside
from lambdalint.result import Problem
from lambdalint.source import Source

LARGEST = 5_000_000  # bytes; nobody writes more than that by hand
SNIFFED = 8_192  # bytes that are searched for NUL
# How a file is opened of which only the start is wanted: never through a link, never waiting for a pipe. 0 where the
# system can't promise that.
_PLAIN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC if hasattr(os, "O_NOFOLLOW") else 0
_NO_NAMES = frozenset(("", ".", ".."))  # of files and folders


class Reader:
    """Bytes of project files, each read once. Never leaves the root; `overlays` stand in for what is on disk."""

    def __init__(self, root: StrPath, overlays: Mapping[str, bytes] | None = None) -> None:
        self._root = os.path.realpath(root)
        self._read: dict[str, bytes | None] = dict(overlays or {})
        self._notes: dict[str, tuple[str, str]] = {}
        self._given: set[str] = set(self._read)
        self._opened: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._starts: dict[tuple[str, int], bytes | None] = {}

    def __call__(self, path: str) -> bytes | None:
        """The content of a file, or None where there is none to analyse: absent, outside, binary, too large."""
        self._given.add(path)
        return self.look(path)

    def look(self, path: str) -> bytes | None:
        """The same for a file that may turn out to be of no interest: it doesn't count as read, nor is a note made."""
        if path not in self._read:
            self._read[path] = self._open(path)
        return self._read[path]

    def start(self, path: str, size: int) -> bytes | None:
        """The same, but for a file that wasn't read before it may be the first `size` bytes alone."""
        if path in self._read:
            return self._read[path]
        key = (path, size)
        if key not in self._starts:
            self._starts[key] = self._start(path, size)
        return self._starts[key]

    def starts(self) -> Mapping[tuple[str, int], bytes | None]:
        """The starts of files, by path and size, that were all that anybody wanted to see of them."""
        return {key: data for key, data in self._starts.items() if key[0] not in self._read}

    def read_paths(self) -> tuple[str, ...]:
        """The files whose content was given out, sorted."""
        return tuple(sorted(path for path in self._given if self._read[path] is not None))

    def looked_at(self) -> Mapping[str, bytes | None]:
        """All that this reader has opened or tried to, and what it got."""
        return self._read

    def open(self, path: str) -> BinaryIO | None:
        """A file that may be anything but text, opened for reading; None where there is none inside of the root."""
        self._opened[path] = self.stamp(path)
        try:
            return open(os.path.join(self._root, path), "rb") if self._opened[path] else None
        except OSError:
            return None

    def stamp(self, path: str) -> str:
        """Size and time of change of a regular file inside of the root; empty where there is none."""
        full = self._full(path)
        if full is None:
            return ""
        try:
            state = os.stat(full)
        except OSError:
            return ""
        return f"{state.st_size}:{state.st_mtime_ns}" if stat.S_ISREG(state.st_mode) else ""

    def opened(self) -> Mapping[str, str]:
        """The stamps of all files that were opened without being read as text."""
        return self._opened

    def problems(self) -> tuple[Problem, ...]:
        """A note for each file that is there and was asked for, but can't be analysed."""
        notes = sorted((path, note) for path, note in self._notes.items() if path in self._given)
        return tuple(Problem(kind, path, why, "", False) for path, (kind, why) in notes)

    def _full(self, path: str) -> str | None:
        """Where a file of the project really is; None outside of the root."""
        if "\0" in path:
            return None
        folder, _, name = path.rpartition("/")
        place = self._place(folder)
        full = place + name
        if place and name not in _NO_NAMES and not os.path.islink(full):
            return full
        full = os.path.realpath(os.path.join(self._root, path))
        return full if inside(full, self._root) is not None else None

    def _place(self, folder: str) -> str:
        """What stands before the names of files that are really in a folder; empty for one outside of the root."""
        found = self._places.get(folder)
        if found is None:
            found = self._places[folder] = self._found(folder)
        return found

    def _found(self, folder: str) -> str:
        """The same, looked for on disk: where the folder above is known, it is asked whether this one is a link."""
        above, _, name = folder.rpartition("/")
        if name in _NO_NAMES or folder.startswith("/"):
            return self._really(folder)
        over = self._places.get(above)
        if over is None:
            over = self._places[above] = self._really(above)
        full = over + name
        return self._really(folder) if not over or os.path.islink(full) else full + os.sep

    def _really(self, folder: str) -> str:
        full = os.path.realpath(os.path.join(self._root, folder))
        return os.path.join(full, "") if inside(full, self._root) is not None else ""

    def _open(self, path: str) -> bytes | None:
        full = self._full(path)
        if full is None:
            return None
        try:
            state = os.stat(full)
            if not stat.S_ISREG(state.st_mode):
                return None
            if state.st_size > LARGEST:
                self._notes[path] = ("too-large", f"{state.st_size} bytes; files above {LARGEST} are not analysed")
                return None
            with open(full, "rb") as file:
                data = file.read()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            self._notes[path] = ("unreadable", error.strerror or "can't be read")
            return None
        return self._text(path, data)

    def _start(self, path: str, size: int) -> bytes | None:
        """The start of a plain file; what is anything else is looked at as a whole."""
        folder, _, name = path.rpartition("/")
        place = self._places.get(folder) or self._place(folder)
        if not (place and _PLAIN):
            return self.look(path)
        try:
            file = os.open(place + name, _PLAIN)
        except (OSError, ValueError):
            return self.look(path)
        try:
            data = os.read(file, size)
        except OSError:
            data = b""
        finally:
            os.close(file)
        return data if data and b"\0" not in data else self.look(path)

    def _text(self, path: str, data: bytes) -> bytes | None:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            self._notes[path] = ("encoding", "is UTF-16; only UTF-8 is analysed")
            return None
        if b"\0" in data[:SNIFFED]:
            self._notes[path] = ("binary", "is not a text file")
            return None
        return data


class Sources(Mapping[str, Source]):
    """The files of a project as Source, made when first asked for. Only files that were read are listed."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._sources: dict[str, Source] = {}

    def __getitem__(self, path: str) -> Source:
        source = self._sources.get(path)
        if source is None:
            data = self._reader(path)
            if data is None:
                raise KeyError(path)
            source = self._sources[path] = Source(path, data)
        return source

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
