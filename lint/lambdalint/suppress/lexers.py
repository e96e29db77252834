"""Telling comments from text: per language, which bytes are comments and which are strings.

Everything works on bytes and never fails: broken text ends strings early or late, but every scan is linear.
"""

from __future__ import annotations

import re

from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.suppress.lexed import Comment, Lexed, mask
from lambdalint.suppress.yaml_lines import lex_yaml

_SUFFIXES = {
    "go": ("go", "mod", "work"),
    "hcl": ("tf", "tofu", "hcl", "tfvars"),
    "js": ("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "jsonnet", "libsonnet"),
    "json": ("json",),
    "python": ("py",),
    "yaml": ("yaml", "yml"),
    "shell": ("sh", "bash", "zsh", "ksh"),
    "lines": ("mk", "mak", "dockerfile", "containerfile"),
    "powershell": ("ps1",),
    "batch": ("bat", "cmd"),
}
_BY_SUFFIX = {suffix: language for language, suffixes in _SUFFIXES.items() for suffix in suffixes}
_BY_NAME = frozenset({"makefile", "gnumakefile", "dockerfile", "containerfile", "justfile"})

CONTINUED = {"shell": b"\\", "lines": b"\\", "powershell": b"`", "batch": b"^"}
"""Languages whose statements end with their line, and what at its end makes them go on."""


def language_of(path: str) -> str | None:
    """`go`, `hcl`, `js`, `json`, `python`, `yaml`, `shell`, `lines` (a `#` that starts a line), `powershell` (too),
    `batch` (`rem` or `::` that starts a line), or None.
    """
    name = path.rpartition("/")[2]
    if name.lower().removeprefix(".").partition(".")[0] in _BY_NAME:
        return "lines"
    return _BY_SUFFIX.get(name.rpartition(".")[2].lower()) if "." in name else None


def lex(language: str, data: bytes) -> Lexed:
    """Comments and code of a text."""
    if language == "yaml":
        return lex_yaml(data)
    comments: list[Comment]
    if language == "json":
        comments, strings = _json(data)
    elif language == "shell":
        comments, strings = _shell(data)
    elif language in ("lines", "powershell"):
        comments, strings = [_comment(data, *match.span()) for match in _LINES.finditer(data)], []
    elif language == "batch":
        comments, strings = [_remark(match) for match in _REMARKS.finditer(data)], []
    else:
        comments, strings = _scan(data, _GRAMMARS[language])
    return Lexed(mask(data, comments, strings), tuple(comments))


def _comment(data: bytes, start: int, end: int) -> Comment:
    """A comment with its markers cut off; a carriage return at the end is not part of it."""
    while end > start and data[end - 1 : end] == b"\r":
        end -= 1
    while data[start : start + 1] in (b" ", b"\t"):
        start += 1
    if data.startswith(b"/*", start):
        closed = end - start >= 4 and data[end - 2 : end] == b"*/"
        return Comment(start, end, start + 2, end - 2 if closed else end)
    return Comment(start, end, start + (2 if data.startswith(b"//", start) else 1), end)


_LINES = pattern(rb"^[ \t]*#[^\n]*", re.M)
_REMARKS = pattern(rb"^[ \t]*(@?(?:rem\b|::))([^\n]*?)\r?$", re.M | re.I)


def _remark(match: re.Match[bytes]) -> Comment:
    """A comment of the Windows command line."""
    return Comment(match.start(1), match.end(2), match.start(2), match.end(2))


# -- languages with braces -------------------------------------------------------------------------------------------


class _Grammar(NamedTuple):
    """`code` has the groups comment, whole (a complete string), heredoc, slash, quote, open and close; `text` is what
    counts inside a string that may hold code: the groups into, end and broken.
    """

    code: re.Pattern[bytes]
    text: re.Pattern[bytes]


_SLASHES = rb"(?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z)"
_NEVER = pattern(rb"(?!)")
_GRAMMARS = {
    "go": _Grammar(
        pattern(_SLASHES + rb""")|(?P<whole>`[^`]*`?|"(?:\\[^\n]|[^"\\\n])*"?|'(?:\\[^\n]|[^'\\\n])*'?)""", re.S),
        _NEVER,
    ),
    "hcl": _Grammar(
        pattern(
            _SLASHES + rb"""|\#[^\n]*)|(?P<heredoc><<-?\w[\w-]*)|(?P<quote>")|(?P<open>\{)|(?P<close>\})""",
            re.S,
        ),
        pattern(rb"""\\[^\n]|\$\$\{|%%\{|(?P<into>[$%]\{)|(?P<end>")|(?P<broken>\n)"""),
    ),
    "js": _Grammar(
        pattern(
            _SLASHES
            + rb""")|(?P<whole>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|(?P<slash>/)|(?P<quote>`)"""
            + rb"""|(?P<open>\{)|(?P<close>\})""",
            re.S,
        ),
        pattern(rb"""\\.|(?P<into>\$\{)|(?P<end>`)""", re.S),
    ),
    "python": _Grammar(
        pattern(
            rb"""(?P<comment>\#[^\n]*)|(?P<whole>(?P<quotes>\"{3}|'{3}).*?(?:(?<!\\)(?P=quotes)|\Z)"""
            rb"""|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)""",
            re.S,
        ),
        _NEVER,
    ),
}
_REGEX = pattern(rb"/(?:\\[^\n]|\[(?:\\[^\n]|[^\]\\\n])*\]|[^/\\\n\[])+/")
_BEFORE_REGEX = b"(,=:[!&|?{};+*%<>~^-"


def _scan(data: bytes, grammar: _Grammar) -> tuple[list[Comment], list[tuple[int, int]]]:
    """Comments and outermost strings. `depths` has, for each string whose code part is open, the braces open in it."""
    comments: list[Comment] = []
    strings: list[tuple[int, int]] = []
    depths: list[int] = []
    start, at, in_text = 0, 0, False
    while match := (grammar.text if in_text else grammar.code).search(data, at):
        at, kind = match.end(), match.lastgroup
        if kind in ("end", "broken"):
            in_text = False
            if kind == "broken":
                depths.clear()
            if not depths:
                strings.append((start, match.start() if kind == "broken" else at))
        elif kind == "into":
            depths.append(0)
            in_text = False
        elif kind == "quote":
            start = start if depths else match.start()
            in_text = True
        elif kind in ("open", "close"):
            in_text = _brace(kind, depths)
        elif kind == "comment" and not depths:
            comments.append(_comment(data, *match.span()))
        elif kind in ("whole", "heredoc", "slash"):
            at = _end_of(kind, data, match)
            if not depths and at > match.start() + (kind == "slash"):
                strings.append((match.start(), at))
    if in_text or depths:
        strings.append((start, len(data)))
    return comments, strings


def _brace(kind: str, depths: list[int]) -> bool:
    """Count a brace inside a string's code part; True when it closes the part, and the string goes on."""
    if not depths:
        return False
    if kind == "close" and depths[-1] == 0:
        depths.pop()
        return True
    depths[-1] += 1 if kind == "open" else -1
    return False


def _end_of(kind: str, data: bytes, match: re.Match[bytes]) -> int:
    """Where a literal ends that the scanner met the start of."""
    if kind == "heredoc":
        return _end_of_heredoc(data, match.end(), match[0].lstrip(b"<-"))
    if kind == "slash":
        before = (
            data[: match.start()].rstrip()[-1:] if match.start() < 4096 else data[: match.start()][-4096:].rstrip()[-1:]
        )
        literal = _REGEX.match(data, match.start()) if not before or before in _BEFORE_REGEX else None
        return literal.end() if literal else match.end()
    return match.end()


def _end_of_heredoc(data: bytes, at: int, word: bytes) -> int:
    last = re.compile(rb"^[ \t]*" + re.escape(word) + rb"(?=[ \t]*\r?$)", re.M).search(data, at)
    return last.end() if last else len(data)


# -- shell and JSON --------------------------------------------------------------------------------------------------

_SHELL = pattern(
    rb"""(?P<comment>(?<![^\s;&|(])\#[^\n]*)|(?P<heredoc>(?<!<)<<-?[ \t]*["']?(?P<word>\w+)["']?)"""
    rb"""|(?P<string>'[^']*'?|"(?:\\.|[^"\\])*"?)|\\.""",
    re.S,
)
_JSON = pattern(rb'"(?P<text>(?:\\.|[^"\\\n])*)"', re.S)
_JSON_COMMENT = pattern(rb'"//"\s*:\s*"(?P<text>(?:\\.|[^"\\\n])*)"', re.S)


def _shell(data: bytes) -> tuple[list[Comment], list[tuple[int, int]]]:
    comments: list[Comment] = []
    strings: list[tuple[int, int]] = []
    at = 0
    while match := _SHELL.search(data, at):
        at = match.end()
        if match["comment"] is not None:
            comments.append(_comment(data, *match.span()))
        elif match["string"] is not None:
            strings.append(match.span())
        elif match["heredoc"] is not None:
            text = data.find(b"\n", at)
            if text >= 0:
                at = _end_of_heredoc(data, text, match["word"])
                strings.append((text + 1, max(at, text + 1)))
    return comments, strings


def _json(data: bytes) -> tuple[list[Comment], list[tuple[int, int]]]:
    """Members whose key is `//` are the comments of JSON."""
    comments: list[Comment] = []
    strings: list[tuple[int, int]] = []
    at = 0
    while match := _JSON.search(data, at):
        member = _JSON_COMMENT.match(data, match.start())
        if member is not None:
            comments.append(Comment(*member.span(), *member.span("text")))
        else:
            strings.append(match.span())
        at = (member or match).end()
    return comments, strings
