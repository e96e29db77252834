"""Fixes as a unified diff that `git apply` takes."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff

from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import sanitize
from lambdalint.source import Source, Span

NO_END = "\\ No newline at end of file\n"
CODEC = "surrogateescape"


def unified(before: bytes, after: bytes, path: str, secrets: Sequence[Span] = (), display: bool = False) -> str:
    """The changes of one file, with three lines of context; empty when there are none.

    Bytes that are not UTF-8 come as lone surrogates: encode with `surrogateescape` to get them back. Line ends stay
    as they are in the files. Secrets (spans of `before`, and token shapes) are masked: a hunk that has one can be read
    but not applied. `display` makes the text harmless for a terminal, carriage returns included.
    """
    if before == after:
        return ""
    redaction = Redaction(secrets, {path: Source(path, before)})
    old, new = _lines(before), _lines(after)
    shown_old = _masked_old(before, old, path, redaction)
    # Lines are compared as they are and shown masked: two lines with different secrets must not look equal.
    names = {line: shown for line, shown in zip(old, shown_old, strict=True) if shown != line}
    out = [f"--- {_name('a', path)}\n", f"+++ {_name('b', path)}\n"]
    for line in list(unified_diff(old, new, lineterm="\n"))[2:]:
        if line.startswith("@@"):
            out.append(line)
            continue
        sign, text = line[0], line[1:]
        shown = names.get(text) or _hidden(text, redaction)
        ended = shown.endswith("\n")
        body = shown.removesuffix("\n")
        out.append(f"{sign}{sanitize(body.removesuffix(chr(13))) if display else body}\n")
        if not ended:
            out.append(NO_END)
    return "".join(out)


def _lines(data: bytes) -> list[str]:
    """Lines as git sees them: ended by a line feed only."""
    lines = data.split(b"\n")
    ended = [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    return [line.decode("utf-8", CODEC) for line in ended]


def _masked_old(before: bytes, lines: list[str], path: str, redaction: Redaction) -> list[str]:
    """The lines of the file as it was, without its secrets."""
    source = Source(path, before)
    shown = []
    at = 0
    for line in lines:
        end = at + len(line.encode("utf-8", CODEC))
        ending = "\n" if line.endswith("\n") else ""
        pieces = redaction.pieces(source, at, end - len(ending))
        masked = any(piece.masked for piece in pieces)
        shown.append("".join(piece.text for piece in pieces) + ending if masked else line)
        at = end
    return shown


def _hidden(line: str, redaction: Redaction) -> str:
    body = line.removesuffix("\n")
    return redaction.text(body) + line[len(body) :]


def _name(side: str, path: str) -> str:
    """The path in a header, quoted as git does where it has characters that need it."""
    name = f"{side}/{path}"
    if any(character in '"\\' or not character.isprintable() for character in name):
        return '"' + "".join(_quoted(byte) for byte in name.encode("utf-8", CODEC)) + '"'
    return name + "\t" if " " in name else name


def _quoted(byte: int) -> str:
    character = chr(byte)
    if character in '"\\':
        return "\\" + character
    return character if 0x20 <= byte < 0x7F else f"\\{byte:03o}"
