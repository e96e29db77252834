"""Finished packages that lie in the project: what a zip holds, and what can start the binary in it."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from typing import IO, TYPE_CHECKING

from lambdalint.model.build import Artifact, Binary
from lambdalint.pattern import pattern

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

Opener = Callable[[str], "IO[bytes] | None"]

BOOTSTRAP = "bootstrap"
_LARGEST = 1 << 30  # bytes of a zip that are still looked at
_ENTRIES = 50_000
_HEAD = 1 << 16  # bytes of a program that hold its headers
_SEARCHED = 1 << 27  # bytes of a program that are searched for the versions of libraries
_CHUNK = 1 << 20
_UNIX = 3  # the system that gives files modes
_LOADER = 3  # the program header that names the dynamic loader
_GLIBC = pattern(rb"\x00GLIBC_(\d{1,3})\.(\d{1,3})(?:\.\d+)?(?=\x00)")
_WORDS = {1: "<", 2: ">"}


def read(opener: Opener, paths: Iterable[str]) -> tuple[Artifact, ...]:
    """The zips among some paths. What is no zip, or a broken one, is left out."""
    return tuple(found for path in dict.fromkeys(paths) if (found := _artifact(opener, path)) is not None)


def _artifact(opener: Opener, path: str) -> Artifact | None:
    import zipfile
    import zlib

    file = opener(path)
    if file is None:
        return None
    with file:
        size = file.seek(0, 2)
        if size > _LARGEST:
            return None
        try:
            with zipfile.ZipFile(file) as packed:
                entries = [e for e in packed.infolist() if not e.is_dir()]
                if len(entries) > _ENTRIES:
                    return None
                main = next((e for e in entries if e.filename.removeprefix("./") == BOOTSTRAP), None)
                binary = _binary(packed, main) if main is not None else None
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError):
            return None
    names = tuple(e.filename.removeprefix("./") for e in entries)
    return Artifact(path, size, sum(e.file_size for e in entries), names, binary)


def _binary(packed: ZipFile, entry: ZipInfo) -> Binary:
    """The file that Lambda starts. A link stands for the file it names, which has a mode of its own."""
    unix = entry.create_system == _UNIX
    mode = entry.external_attr >> 16
    linked = unix and mode & 0o170000 == 0o120000
    executable = None if linked or (unix and not mode & 0o777) else bool(mode & 0o111)
    if linked:
        return Binary(executable, "", None)
    with packed.open(entry) as stream:
        head = stream.read(_HEAD)
        loader = _loader(head)
        return Binary(executable, loader, _newest(head, stream) if loader else None)


def _loader(head: bytes) -> str:
    """The dynamic loader that a program asks for; empty for a static program, and for what is none."""
    order = _WORDS.get(head[5]) if head[:4] == b"\x7fELF" and head[4:5] == b"\x02" and len(head) >= 64 else None
    if order is None:
        return ""
    (start,) = struct.unpack_from(f"{order}Q", head, 32)
    size, count = struct.unpack_from(f"{order}HH", head, 54)
    for index in range(min(count, 64)):
        at = start + index * size
        if size < 56 or at + 56 > len(head):
            break
        kind, _, offset = struct.unpack_from(f"{order}IIQ", head, at)
        (length,) = struct.unpack_from(f"{order}Q", head, at + 32)
        if kind == _LOADER and length < 256 and offset + length <= len(head):
            return head[offset : offset + length].rstrip(b"\0").decode("ascii", "replace")
    return ""


def _newest(head: bytes, stream: IO[bytes]) -> tuple[int, int] | None:
    """The newest version of the GNU C library that a program names."""
    return max(_versions(head, stream), default=None)


def _versions(head: bytes, stream: IO[bytes]) -> Iterator[tuple[int, int]]:
    data, seen = head, len(head)
    while data:
        for match in _GLIBC.finditer(data):
            yield int(match[1]), int(match[2])
        more = stream.read(_CHUNK) if seen < _SEARCHED else b""
        seen += len(more)
        data = data[-32:] + more if more else b""
