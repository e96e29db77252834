"""What scalars of YAML mean: quotes, escapes, folded lines, block scalars, and the types of plain ones."""

from __future__ import annotations

import json
import re

from lambdalint.pattern import pattern

STYLES = {"single_quote_scalar": "single", "double_quote_scalar": "double", "block_scalar": "block"}
"""Names of styles by the grammar's names of nodes; every other node is plain."""

_INTEGER = pattern(r"[-+]?(?:0|[1-9]\d{0,30})$")
_FLOAT = pattern(r"[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d{1,3})?$")
_HEADER = pattern(r"[|>]([-+1-9]{0,2})[^\n]*(?:\n|$)")
_BREAKS = pattern(r"[ \t]*\n[ \t\n]*")
_ESCAPE = pattern(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|.)", re.DOTALL)
_NAMED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


def resolve(text: str) -> str | int | float | bool | None:
    """The value of a plain scalar. A number with leading zeros is a text: it stands for a name, such as an account."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    if _FLOAT.match(text) and not re.match(r"[-+]?0\d", text):
        return float(text)
    return text


def as_text(value: int | float | bool | None) -> str:
    """A typed value as text."""
    return "" if value is None else json.dumps(value)


def decode(written: str, style: str) -> tuple[str, bool]:
    """The text that a scalar spells, and whether its content is that text byte by byte."""
    inner = written[1:-1] if style != "plain" else written
    inner = inner.replace("\r\n", "\n")
    if style == "single":
        text = _folded(inner).replace("''", "'")
    elif style == "double":
        text = _unescaped(inner)
    else:
        text = _folded(inner)
    return text, text == (written[1:-1] if style != "plain" else written)


def _folded(text: str) -> str:
    """Line breaks inside of a flow scalar: one is a blank, n are n - 1 breaks."""
    return _BREAKS.sub(lambda m: "\n" * (m[0].count("\n") - 1) or " ", text) if "\n" in text else text


def _unescaped(text: str) -> str:
    parts: list[str] = []
    at = 0
    for match in _ESCAPE.finditer(text):
        parts += (_folded(text[at : match.start()]), _escape(match[1]))
        at = match.end()
    parts.append(_folded(text[at:]))
    return "".join(parts)


def _escape(code: str) -> str:
    if code.startswith("\n"):
        return ""
    if len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return _NAMED.get(code, code)


NESTING = 120
"""So many block collections may stand in each other."""

_LEAD = pattern(rb"^(?:[ ]|[-?:][ \t])*", re.MULTILINE)
_DEEP = pattern(rb"^(?:[ ]|[-?:][ \t]){%d}" % NESTING, re.MULTILINE)
_INDICATOR = pattern(rb"[-?:][ \t]")


def is_too_deep(data: bytes) -> bool:
    """True for text that nests block collections more than `NESTING` times: the grammar can't count much further."""
    if _DEEP.search(data) is None:
        return False
    columns: list[int] = []
    for match in _LEAD.finditer(data):
        starts = [found.start() - match.start() for found in _INDICATOR.finditer(data, match.start(), match.end())]
        for column in (*starts, match.end() - match.start()):
            while columns and columns[-1] >= column:
                columns.pop()
            columns.append(column)
        if len(columns) > NESTING:
            return True
    return False


_TOKEN = pattern(
    rb"(?P<comment>(?<![^ \t\n])#[^\n]*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<quote>[\x22'])|(?P<break>\n)"
)
_VALUE_BEFORE = pattern(rb"(?:^|[:\-,\[{?\n]|(?:^|[ \t\[{,])![\w:!]*[ \t])[ \t]*\Z")
_CLOSED = {b'"': pattern(rb"(?:[^\x22\\]|\\.)*\x22", re.DOTALL), b"'": pattern(rb"(?:[^']|'')*'")}
_LOOK_BACK = 200


def on_one_line(data: bytes) -> bytes:
    """The text with flow collections and quoted scalars on one line each, every byte in its place.

    Inside of those, lines may start further left than YAML allows; parsers that deploy such text don't mind.
    """
    text = bytearray(data)
    depth = at = 0
    while (match := _TOKEN.search(data, at)) is not None:
        kind, start, at = match.lastgroup, match.start(), match.end()
        if kind == "open" and (depth or _starts_value(data, start)):
            depth += 1
        elif kind == "close" and depth:
            depth -= 1
        elif kind == "quote" and _starts_value(data, start):
            closed = _CLOSED[match[0]].match(data, at)
            at = closed.end() if closed is not None else at
            text[start:at] = data[start:at].replace(b"\n", b" ")
        elif depth and kind in ("comment", "break"):
            text[start:at] = b" " * (at - start)
    return bytes(text)


def _starts_value(data: bytes, at: int) -> bool:
    """True where a value may begin: after a colon, a dash, an opening bracket, a comma, a tag, or at a line's start."""
    return _VALUE_BEFORE.search(data[max(0, at - _LOOK_BACK) : at]) is not None


def block(written: str, column: int) -> str:
    """The text of a block scalar, from its `|` or `>` on. `column` is where that stands."""
    written = written.replace("\r\n", "\n")
    header = _HEADER.match(written)
    if header is None:
        return ""
    lines = written[header.end() :].split("\n") if header.end() < len(written) else []
    digits = [c for c in header[1] if c.isdigit()]
    filled = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    indent = min(filled, default=0) if not digits else max(min(filled, default=0), int(digits[0]) * (column > 0))
    if not digits and filled:
        indent = filled[0]
    content = [line[indent:] for line in lines]
    while content and not content[-1].strip():
        content.pop()
    text = "\n".join(content) if written[0] == "|" else _joined(content)
    return text if "-" in header[1] or not content else text + "\n"


def _joined(lines: list[str]) -> str:
    """Folded lines: neighbours are joined by a blank, indented ones and empty ones keep their breaks."""
    text = ""
    breaks = 0
    verbatim = True
    for line in lines:
        if not line.strip():
            breaks += 1
            continue
        deeper = line[:1] in (" ", "\t")
        if not text:
            text = "\n" * breaks + line
        elif breaks:
            text += "\n" * (breaks + (verbatim or deeper)) + line
        else:
            text += ("\n" if verbatim or deeper else " ") + line
        breaks, verbatim = 0, deeper
    return text
