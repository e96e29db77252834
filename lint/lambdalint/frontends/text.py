"""Text that remembers where each of its bytes was written, through any number of variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Unknown, Value

UNKNOWN = "\x01"
"""Stands in a text for something that can't be known."""

ROOT = "\x02"
"""Stands at the start of an absolute path for the folder of the project."""

LIMIT = 30_000
"""Texts that are put together don't grow longer than this: nobody writes such a command."""


class Piece(NamedTuple):
    """`size` characters that come from `span`: byte by byte when `exact`, else as a whole.

    `via` lists the places that refer to the text, the outermost first.
    """

    size: int
    span: Span
    exact: bool
    via: tuple[Span, ...] = ()


class Text(NamedTuple):
    """`data` has one character for each byte (latin-1); the pieces cover it from start to end."""

    data: str = ""
    pieces: tuple[Piece, ...] = ()

    def cut(self, start: int, end: int) -> Text:
        """The part between two offsets."""
        if start <= 0 and end >= len(self.data):
            return self
        pieces: list[Piece] = []
        at = 0
        for piece in self.pieces:
            low, high = max(start - at, 0), min(end - at, piece.size)
            if low < high:
                span = piece.span
                if piece.exact:
                    span = Span(span.path, span.start + low, span.start + high)
                pieces.append(Piece(high - low, span, piece.exact, piece.via))
            at += piece.size
            if at >= end:
                break
        return Text(self.data[max(start, 0) : end], tuple(pieces))

    def through(self, use: Span) -> Text:
        """The same text as seen from a place that refers to it."""
        return Text(self.data, tuple(p._replace(via=(use, *p.via)) for p in self.pieces))

    def without(self, depth: int) -> Text:
        """The text without the outermost places that refer to it."""
        return Text(self.data, tuple(p._replace(via=p.via[depth:]) for p in self.pieces))

    def settled(self) -> Text:
        """The text without the places that refer to all of it: it stands where it was written."""
        pieces = self.pieces
        while pieces and all(p.via[:1] == pieces[0].via[:1] != () for p in pieces):
            pieces = tuple(p._replace(via=p.via[1:]) for p in pieces)
        return Text(self.data, pieces)

    def place(self) -> Span | None:
        """Where the text stands for a reader of the command: the outermost places, from first to last."""
        spans = [p.via[0] if p.via else p.span for p in self.pieces]
        if not spans:
            return None
        same = [s for s in spans if s.path == spans[0].path]
        return Span(spans[0].path, min(s.start for s in same), max(s.end for s in same))

    @property
    def known(self) -> bool:
        """False when a part can't be known."""
        return UNKNOWN not in self.data

    def words(self) -> list[Text]:
        """The parts between white space."""
        return [self.cut(m.start(), m.end()) for m in re.finditer(r"\S+", self.data)]


def written(path: str, start: int, data: bytes) -> Text:
    """Text as it stands in a file."""
    return Text(data.decode("latin-1"), (Piece(len(data), Span(path, start, start + len(data)), True),) if data else ())


def whole_file(path: str, data: bytes) -> Text:
    """A file without the mark of its byte order. Line ends of Windows become a space and a newline, so that every
    byte keeps its place.
    """
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    body = data[start:]
    if b"\r" in body:
        body = body.replace(b"\\\r\n", b" \\\n").replace(b"\r\n", b" \n")
    return written(path, start, body.replace(b"\x00", b" ").replace(b"\x01", b" ").replace(b"\x02", b" "))


def computed(data: str, span: Span) -> Text:
    """Text that was made out of what stands at `span`. `data` is already one character for each byte."""
    return Text(data, (Piece(len(data), span, False),) if data else ())


def unknown(span: Span) -> Text:
    """A text that can't be known."""
    return computed(UNKNOWN, span)


def join(texts: Iterable[Text], between: str = "") -> Text:
    """Texts one after another; what grows past the limit becomes unknown."""
    data: list[str] = []
    pieces: list[Piece] = []
    size = 0
    for text in texts:
        if data and between and pieces:
            data.append(between)
            pieces.append(Piece(len(between), pieces[-1].span, False, pieces[-1].via))
        data.append(text.data)
        pieces += text.pieces
        size += len(text.data)
        if size > LIMIT:
            return unknown(pieces[0].span)
    return Text("".join(data), tuple(pieces))


def plain(text: str) -> str:
    """The characters of a text that was kept byte by byte."""
    return text.encode("latin-1", "replace").decode("utf-8", "replace")


class Files:
    """The files of the project as build files see them: read once, listed by folder."""

    def __init__(self, reader: Callable[[str], bytes | None], paths: Iterable[str]) -> None:
        self._reader = reader
        self._data: dict[str, bytes | None] = {}
        self.paths = frozenset(paths)
        folders: dict[str, set[str]] = {"": set()}
        for path in self.paths:
            while path:
                parent, _, name = path.rpartition("/")
                names = folders.setdefault(parent, set())
                if name in names:
                    break
                names.add(name)
                path = parent
        self._folders = folders

    def read(self, path: str) -> bytes | None:
        """The bytes of a listed file, None where it can't be read."""
        if path not in self._data:
            self._data[path] = self._reader(path) if path in self.paths else None
        return self._data[path]

    def quote_before(self, span: Span) -> bytes:
        """The character before a place."""
        return (self.read(span.path) or b"")[max(0, span.start - 1) : span.start]

    def is_folder(self, path: str) -> bool:
        """True for folders that hold files, and for the root (empty or `.`)."""
        return ("" if path == "." else path) in self._folders

    def names(self, folder: str) -> list[str]:
        """The names in a folder, sorted."""
        return sorted(self._folders.get("" if folder == "." else folder, ()))

    def has_go(self, folder: str) -> bool:
        """True when Go files lie in the folder itself."""
        return any(n.endswith(".go") for n in self.names(folder))

    def glob(self, folder: str, pattern: str) -> list[str]:
        """Paths under `folder` that match a pattern of the shell, relative to it as the pattern is written."""
        found = [""]
        for part in pattern.split("/"):
            found = list(self._step(folder, found, part))[:500]
        return [f[:-1] if f.endswith("/") and not pattern.endswith("/") else f for f in found]

    def _step(self, folder: str, found: list[str], part: str) -> Iterator[str]:
        if part in ("", ".", ".."):
            yield from (f + part + ("/" if part else "") for f in found)
            return
        if part == "**":
            part = "*"
        test = re.compile(_pattern(part)).fullmatch
        for prefix in found:
            base = place(folder, prefix or ".")
            for name in self.names(base if base is not None else "\0"):
                if test(name) and (name[0] != "." or part[0] == "."):
                    inner = place(base or "", name)
                    yield prefix + name + ("/" if inner is not None and self.is_folder(inner) else "")


def _pattern(part: str) -> str:
    return "".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in part)


def place(folder: str | None, path: str) -> str | None:
    """Where a path leads from a folder: relative to the project, absolute as written, or None.

    The project's root is `.`. None: unknown, or outside of the project.
    """
    if UNKNOWN in path:
        return None
    if path.startswith(ROOT):
        folder, path = "", path[1:].lstrip("/")
    if ROOT in path:
        return None
    if path.startswith("/"):
        folder = "/"
    if folder is None:
        return None
    parts: list[str] = [p for p in folder.split("/") if p not in ("", ".")]
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == "..":
            if not parts:
                return None
            parts.pop()
        else:
            parts.append(part)
    start = "/" if folder.startswith("/") else ""
    return start + "/".join(parts) or "."


# -- values ------------------------------------------------------------------------------------------------------


def value(text: Text, fallback: Span, files: Files | None = None) -> Value[str]:
    """What a text says, with the smallest place that spells it.

    With `files`, a text that stands in one piece in a file can be written anew.
    """
    outer = text.place() or fallback
    if not text.known:
        return Unknown(outer, "it is computed or comes from the surroundings of the build")
    spelled = plain(text.data).replace(ROOT + "/", "").replace(ROOT, ".")
    pieces = text.pieces
    if not pieces:
        return Known("", outer)
    first = pieces[0]
    whole = all(p.exact and p.via == first.via for p in pieces) and all(
        a.span.path == b.span.path and a.span.end == b.span.start for a, b in pairwise(pieces)
    )
    if whole:
        span = Span(first.span.path, first.span.start, pieces[-1].span.end)
        slot = Slot(span, "", "", _spelling(files, span)) if files is not None else None
        return Known(spelled, span, slot, False, first.via)
    if len({(p.span, p.via) for p in pieces}) == 1 and first.via:
        return Known(spelled, first.span, None, False, first.via)
    return Known(spelled, outer)


def spell(literal: object) -> str:
    """A value as text: tuples with commas, as `-tags` takes them."""
    if isinstance(literal, tuple):
        return ",".join(map(str, literal))
    return str(literal)


def quoted(literal: object) -> str:
    """A value as one word of the shell."""
    text = spell(literal)
    return text if text and re.fullmatch(r"[\w./:,=@%+-]+", text) else f'"{text}"'


def single(literal: object) -> str:
    """A value as one word of the shell, for texts that may stand inside of double quotes."""
    return quoted(literal).replace('"', "'")


def _spelling(files: Files, span: Span) -> Callable[[object], str]:
    """How a value is written at a place: bare inside of quotes and in assignments of make, else quoted as needed."""
    data = files.read(span.path) or b""
    line = data[data.rfind(b"\n", 0, span.start) + 1 : span.start]
    inside = line[-1:] in (b'"', b"'") or line.count(b'"') % 2 == 1 or line.count(b"'") % 2 == 1
    assigned = re.fullmatch(rb"[ \t]*(export +|override +)*[\w.-]+ *(:|::|\?|\+)?= *", line) is not None
    make = span.path.rsplit("/", 1)[-1].lower().startswith(("makefile", "gnumakefile")) or span.path.endswith(".mk")
    return spell if inside or (assigned and make) else quoted
