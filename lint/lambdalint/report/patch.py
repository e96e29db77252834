"""A fix as people see it under a finding: the lines that go and the lines that come."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from lambdalint.fix import Edit, Fix, apply
from lambdalint.record import NamedTuple
from lambdalint.report.line import TAB
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import sanitize
from lambdalint.source import Source, Span


class Change(NamedTuple):
    """A line that goes (`-`, numbered as it is) or comes (`+`, numbered as it will be), in a group of neighbours."""

    sign: str
    number: int
    text: str
    group: int


def changes(fix: Fix, sources: Mapping[str, Source], redaction: Redaction) -> dict[str, list[Change]]:
    """The changed lines of each file, by path; files that were not read are left out."""
    edits: dict[str, list[Edit]] = {}
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        edits.setdefault(edit.span.path, []).append(edit)
    return {path: _file(sources[path], group, redaction) for path, group in edits.items() if path in sources}


def _file(source: Source, edits: list[Edit], redaction: Redaction) -> list[Change]:
    """Changed lines of one file: the lines each group of neighbouring edits touches, before and after."""
    found: list[Change] = []
    shift = 0
    for index, group in enumerate(_groups(source, edits)):
        first, last = source.line_of(group[0].span.start), source.line_of(group[-1].span.end)
        start = source.starts[first - 1]
        end = source.starts[last] if last < len(source.starts) else len(source.data)
        moved = [Edit(Span(source.path, e.span.start - start, e.span.end - start), e.text) for e in group]
        after = apply(source.data[start:end], moved).decode("utf-8", "replace")
        raw = _lines(source.text(start, end))
        new = _lines(after)
        old = _lines(redaction.excerpt(source, start, end))
        old = old if len(old) == len(raw) else [redaction.text(line) for line in raw]
        matcher = SequenceMatcher(None, raw, new, autojunk=False)
        for kind, i, j, k, m in matcher.get_opcodes():
            if kind == "equal":
                continue
            found += (Change("-", first + n, _shown(old[n]), index) for n in range(i, j))
            found += (Change("+", first + shift + n, _shown(redaction.text(new[n])), index) for n in range(k, m))
        shift += len(new) - len(raw)
    return found


def _groups(source: Source, edits: list[Edit]) -> list[list[Edit]]:
    """Edits of one file, sorted, in groups that share lines."""
    groups: list[list[Edit]] = []
    last = 0
    for edit in edits:
        if not groups or source.line_of(edit.span.start) > last:
            groups.append([])
        groups[-1].append(edit)
        last = source.line_of(edit.span.end)
    return groups


def _lines(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _shown(text: str) -> str:
    return sanitize(text.expandtabs(TAB)).rstrip()
