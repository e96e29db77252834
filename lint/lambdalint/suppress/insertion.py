"""Writing suppression comments: where they go, and how they look in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lambdalint.model.project import SuppressionComment
from lambdalint.source import Source
from lambdalint.suppress.comments import comments
from lambdalint.suppress.lexers import CONTINUED, language_of, lex

MARKERS = {
    "go": "//", "js": "// ", "hcl": "# ", "yaml": "# ", "python": "# ", "shell": "# ", "lines": "# ",
    "powershell": "# ", "batch": "rem ",
}  # fmt: skip
BESIDE = ("go", "js", "hcl", "python", "yaml")  # languages in which a comment may follow code
OPENING = (b"{", b"(", b"[", b":")  # above such a line a comment would cover all that follows inside


def can_hold(path: str) -> bool:
    """True for files that comments can be written into."""
    return language_of(path) in MARKERS


def inserted(path: str, data: bytes, wanted: Mapping[int, Sequence[str]], reason: str) -> bytes:
    """The text with a comment for each line (1-based) that suppresses these rules on it.

    A comment that is there already gets the rules it lacks.
    """
    language = language_of(path) or ""
    lexed = lex(language, data)
    code = lexed.code
    source = Source(path, data)
    there = [one for one in comments(path, data) if one.kind == "ignore" and one.problem is None and one.selectors]
    said = {source.line_of(comment.start) for comment in lexed.comments}
    edits: list[tuple[int, bytes]] = []
    for line, rules in sorted(wanted.items()):
        old = _comment_of(line, there, source, code)
        if old is not None:
            missing = [rule for rule in rules if rule not in {word for word, _ in old.selectors}]
            edits.append((old.selectors[-1][1].end, "".join(f", {rule}" for rule in missing).encode()))
        else:
            edits.append(_fresh(language, source, code, line, _comment(language, rules, reason), line in said))
    for at, text in sorted(edits, reverse=True):
        data = data[:at] + text + data[at:]
    return data


def _comment_of(
    line: int, there: Sequence[SuppressionComment], source: Source, code: bytes
) -> SuppressionComment | None:
    """The comment that is meant for a line: on it, or alone on the one above."""
    for comment in there:
        at = source.line_of(comment.span.start)
        alone = not code[slice(*source.line_bounds(at))].strip()
        if at == line or (alone and at == line - 1):
            return comment
    return None


def _comment(language: str, rules: Sequence[str], reason: str) -> bytes:
    why = f" -- {' '.join(reason.split())}" if reason.strip() else ""
    return f"{MARKERS[language]}lambdalint:ignore[{', '.join(rules)}]{why}".encode()


def _fresh(language: str, source: Source, code: bytes, line: int, comment: bytes, taken: bool) -> tuple[int, bytes]:
    """Where a new comment goes, and the text to put there; `taken` where the line has another one."""
    start, end = source.line_bounds(line)
    inside = line > 1 and _goes_on(language, source, code, line)
    if language in BESIDE and not (taken or inside):
        opens = code[start:end].rstrip().endswith(OPENING)
        if opens or (language == "go" and line > 1 and _in_columns(source, code, line)):
            return end, b" " + comment
    while line > 1 and _goes_on(language, source, code, line):
        line -= 1
    start, end = source.line_bounds(line)
    text = source.data[start:end]
    indent = text[: len(text) - len(text.lstrip(b" \t"))]
    if line == 1 and text.startswith(b"\xef\xbb\xbf"):
        start, indent = start + 3, b""
    return start, indent + comment + (b"\r\n" if source.data[end : end + 2] == b"\r\n" else b"\n")


def _in_columns(source: Source, code: bytes, line: int) -> bool:
    """True for a line of Go that shares its columns with the one above: a comment between them would end those."""
    this, above = (code[slice(*source.line_bounds(at))].rstrip() for at in (line, line - 1))
    indents = {len(text) - len(text.lstrip(b"\t")) for text in (this, above)}
    alone = code[source.line_bounds(line)[1] :][:1] in (b"", b"\r", b"\n")
    return alone and bool(above) and len(indents) == 1 and any(b"  " in text.lstrip() for text in (this, above))


def _goes_on(language: str, source: Source, code: bytes, line: int) -> bool:
    """True for a line that the one before runs on into: inside a text of several lines, or after a mark."""
    start = source.starts[line - 1]
    before = code[slice(*source.line_bounds(line - 1))]
    return code[start - 1 : start] not in (b"\n", b"\r") or before.rstrip().endswith(CONTINUED.get(language, b"\\"))
