"""What a suppression comment covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lambdalint.model.project import SuppressionComment
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Source
from lambdalint.suppress.comments import ranges
from lambdalint.suppress.lexers import CONTINUED, language_of, lex

_BRACKETS = pattern(rb"[(\[{]|[)\]}]|\n")
_JS_GOES_ON = b"=+-*/%&|^<>?:.!~("
_JS_COMES_FIRST = b".?:&|+-*/%"


class Scope(NamedTuple):
    """A comment, and the bytes of its file in which a finding must start to be suppressed by it.

    `partner` is the comment that ends a range.
    """

    comment: SuppressionComment
    start: int
    end: int
    partner: SuppressionComment | None = None

    def covers(self, path: str, start: int) -> bool:
        """True when a finding at this place is suppressed."""
        return path == self.comment.span.path and self.start <= start < self.end


def scopes(comments: Iterable[SuppressionComment], sources: Mapping[str, Source]) -> Iterator[Scope]:
    """The scope of each usable comment; those that cover nothing have an empty one."""
    by_path: dict[str, list[SuppressionComment]] = {}
    for comment in comments:
        if comment.problem is None:
            by_path.setdefault(comment.span.path, []).append(comment)
    for path, own in sorted(by_path.items()):
        yield from _of_file(sources[path].data, language_of(path) or "lines", own)


def _of_file(data: bytes, language: str, comments: list[SuppressionComment]) -> Iterator[Scope]:
    code = lex(language, data).code
    for start, end in ranges(comments):
        yield Scope(start, start.span.end, end.span.start, end)
    for comment in comments:
        if comment.kind == "ignore-file":
            yield Scope(comment, 0, len(data) + 1)
        elif comment.kind in ("ignore", "nolint"):
            yield Scope(comment, *_extent(code, language, comment))


def _extent(code: bytes, language: str, comment: SuppressionComment) -> tuple[int, int]:
    """Bytes covered by a comment: its own line when there is code on it, else what comes next."""
    if language == "json":
        return _object(code, comment.span.start)
    line = code.rfind(b"\n", 0, comment.span.start) + 1
    line_end = code.find(b"\n", comment.span.end)
    line_end = len(code) if line_end < 0 else line_end
    if code[line : comment.span.start].strip() or code[comment.span.end : line_end].strip():
        return line, line_end
    start = len(code) - len(code[line_end:].lstrip())
    if start >= len(code):
        return start, start
    if language in CONTINUED:
        return start, _end_of_line(code, start, CONTINUED[language])
    if language == "yaml":
        return start, _end_of_node(code, start)
    end = _end_of_statement(code, language, start)
    if language == "python" and code[start:end].rstrip().endswith(b":"):
        return start, _end_of_node(code, start)
    return start, end


def _object(code: bytes, at: int) -> tuple[int, int]:
    """The JSON object around a member."""
    depth, start = 0, at
    while start > 0:
        start -= 1
        depth += {b"}": 1, b"{": -1}.get(code[start : start + 1], 0)
        if depth < 0:
            break
    depth = 0
    for brace in re.compile(rb"[{}]").finditer(code, at):
        depth += 1 if brace[0] == b"{" else -1
        if depth < 0:
            return start, brace.end()
    return start, len(code)


def _end_of_line(code: bytes, start: int, mark: bytes) -> int:
    """The end of a line and of those that continue it after a mark."""
    end = start
    while True:
        end = code.find(b"\n", end)
        if end < 0:
            return len(code)
        if not code[start:end].rstrip(b"\r").endswith(mark):
            return end
        end += 1


def _end_of_node(code: bytes, start: int) -> int:
    """The end of a YAML node: lines that are indented more than its first, or are items of the sequence it holds."""
    indent = start - code.rfind(b"\n", 0, start) - 1
    end = _line_end(code, start)
    holds_items = code[start:end].rstrip().endswith(b":")
    at = end + 1
    while at < len(code):
        line_end = _line_end(code, at)
        line = code[at:line_end]
        text = line.lstrip(b" \t")
        if text.strip():
            own = len(line) - len(text)
            if own < indent or (own == indent and not (holds_items and text.startswith(b"-"))):
                break
            end = line_end
        at = line_end + 1
    return end


def _line_end(code: bytes, at: int) -> int:
    end = code.find(b"\n", at)
    return len(code) if end < 0 else end


def _end_of_statement(code: bytes, language: str, start: int) -> int:
    """The end of the statement, declaration, block or list element that starts at `start`."""
    depth = 0
    for match in _BRACKETS.finditer(code, start):
        if match[0] != b"\n":
            depth += 1 if match[0] in b"([{" else -1
            if depth < 0:
                return match.start()
        elif depth == 0 and _ends(code, language, start, match.start()):
            return match.start()
    return len(code)


def _ends(code: bytes, language: str, start: int, at: int) -> bool:
    """True when a line end outside of brackets ends a statement."""
    if language == "hcl":
        return True
    before = code[start:at].rstrip()
    last = before[-1:]
    if language == "python":
        return last != b"\\"
    if language == "go":
        return (
            last.isalnum()
            or last in (b"_", b'"', b")", b"]", b"}", b",", b":", b";")
            or before.endswith((b"++", b"--"))
        )
    following = code[at : at + 4096].lstrip()[:1]
    return last not in _JS_GOES_ON and (not following or following not in _JS_COMES_FIRST)
