"""Comments of YAML, line by line: quoted scalars may go on over lines, and in block scalars `#` is content."""

from __future__ import annotations

from lambdalint.pattern import pattern
from lambdalint.suppress.lexed import Comment, Lexed, mask

_BLOCK = pattern(rb"(?:^|[:?-][ \t])(?:[ \t]*[&!][^\s]*)*[ \t]*[|>][-+0-9]*$")
_DASHES = pattern(rb"(?:[-?:][ \t]+)*")
_LOOKALIKE = pattern(rb"#[ \t]*lambdalint:[^\n\r]*")
_OPENERS = b":-,[{?"


class _Lines:
    """What a scan has found so far, and what a line has left open."""

    def __init__(self) -> None:
        self.comments: list[Comment] = []
        self.content: list[Comment] = []
        self.strings: list[tuple[int, int]] = []
        self.quote = b""
        self.block: int | None = None

    def take(self, line: bytes, offset: int) -> None:
        """Read one line (without its end) that starts at byte `offset`."""
        text = line.lstrip(b" \t")
        indent = len(line) - len(text)
        if self.block is not None and not self.quote:
            if not text or indent > self.block:
                self._content(line, offset)
                return
            self.block = None
        end = self._code(line, offset)
        code = line[:end].rstrip()
        if not self.quote and _BLOCK.search(code):
            dashes = _DASHES.match(code, indent)
            column = dashes.end() if dashes else indent
            self.block = column if code[column : column + 1] not in (b"|", b">", b"") else column - 2

    def _content(self, line: bytes, offset: int) -> None:
        match = _LOOKALIKE.search(line)
        if match is not None:
            start, end = offset + match.start(), offset + match.end()
            self.content.append(Comment(start, end, start + 1, end))
        if line:
            self.strings.append((offset, offset + len(line)))

    def _code(self, line: bytes, offset: int) -> int:
        """Where the code of the line ends: before a comment, or at the end."""
        at, last = 0, b":"
        while at < len(line):
            character = line[at : at + 1]
            if self.quote or (character in (b'"', b"'") and last in _OPENERS):
                at = self._quoted(line, offset, at)
                last = b'"'
                continue
            if character == b"#" and (at == 0 or line[at - 1 : at] in (b" ", b"\t")):
                self.comments.append(Comment(offset + at, offset + len(line), offset + at + 1, offset + len(line)))
                return at
            if character not in (b" ", b"\t"):
                last = character
            at += 1
        return at

    def _quoted(self, line: bytes, offset: int, at: int) -> int:
        """The end of a quoted scalar that starts, or goes on, at `at`; it stays open when the line ends first."""
        start = at
        if not self.quote:
            self.quote = line[at : at + 1]
            at += 1
        while at < len(line):
            character = line[at : at + 1]
            doubled = self.quote == b"'" and line[at : at + 2] == b"''"
            if doubled or (self.quote == b'"' and character == b"\\"):
                at += 2
                continue
            at += 1
            if character == self.quote:
                self.quote = b""
                break
        at = min(at, len(line))
        self.strings.append((offset + start, offset + at))
        return at


def lex_yaml(data: bytes) -> Lexed:
    """Comments and code of a YAML text."""
    lines = _Lines()
    offset = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    for line in data[offset:].splitlines(keepends=True):
        lines.take(line.rstrip(b"\r\n"), offset)
        offset += len(line)
    return Lexed(mask(data, lines.comments, lines.strings), tuple(lines.comments), tuple(lines.content))
