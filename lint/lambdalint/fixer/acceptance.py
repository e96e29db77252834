"""Suppressing all findings that there are by comments, as far as comments can do that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from lambdalint.config import Config
from lambdalint.paths import StrPath
from lambdalint.record import NamedTuple
from lambdalint.result import Analysis, Result
from lambdalint.runner import analyse
from lambdalint.suppress.insertion import can_hold, inserted
from lambdalint.syntax import goformat, hclformat

_Key: TypeAlias = tuple[str, str, str, str]  # rule, path, anchor and message


class Accepted(NamedTuple):
    """What became of the findings: new texts by path (before, after), how many are suppressed, and which are not."""

    changes: Mapping[str, tuple[bytes, bytes]]
    number: int
    left: tuple[Result, ...]


def accept(root: StrPath, config: Config, reason: str, today: str, only_files: frozenset[str] | None) -> Accepted:
    """Write a comment for each finding, in memory, and keep those that do what they should and nothing else."""
    first = analyse(root, config, today=today, only_files=only_files)
    wanted = [r for r in first.results if r.severity >= config.min_severity]
    chosen = [result for result in wanted if can_hold(result.span.path)]
    for _ in range(3):
        texts = _texts(chosen, first, reason)
        if not texts:
            break
        after = analyse(root, config, today=today, only_files=only_files, overlays=texts)
        bad = _unwanted(first, after, chosen)
        if not bad:
            changes = {path: (first.sources[path].data, text) for path, text in texts.items()}
            kept = {_place(result) for result in chosen}
            return Accepted(changes, len(chosen), tuple(r for r in wanted if _place(r) not in kept))
        chosen = [result for result in chosen if _key(result) not in bad and _all_of(result.span.path) not in bad]
    return Accepted({}, 0, tuple(wanted))


def _texts(results: Iterable[Result], analysis: Analysis, reason: str) -> dict[str, bytes]:
    """The files with comments for these results."""
    lines: dict[str, dict[int, list[str]]] = {}
    for result in results:
        source = analysis.sources[result.span.path]
        rules = lines.setdefault(result.span.path, {}).setdefault(source.line_of(result.span.start), [])
        if result.rule.code not in rules:
            rules.append(result.rule.code)
    return {path: _with_comments(path, analysis.sources[path].data, rules, reason) for path, rules in lines.items()}


def _with_comments(path: str, before: bytes, wanted: Mapping[int, Sequence[str]], reason: str) -> bytes:
    """A text with comments, and with columns as its formatter sets them, where they stood so before."""
    return goformat.kept(path, before, hclformat.kept(path, before, inserted(path, before, wanted, reason)))


def _unwanted(first: Analysis, after: Analysis, chosen: Iterable[Result]) -> set[_Key]:
    """Findings that are not suppressed now, and paths (without a rule) where others came up."""
    hoped = Counter(map(_key, chosen))
    was, now = (Counter(map(_key, analysis.suppressed)) for analysis in (first, after))
    bad = {key for key, number in hoped.items() if now[key] < was[key] + number}
    known = {_key(result) for result in first.results}
    return bad | {_all_of(result.span.path) for result in after.results if _key(result) not in known}


def _key(result: Result) -> _Key:
    """What a finding is called whatever line it is on, and whatever else is on that line."""
    return result.rule.code, result.span.path, result.anchor, result.message


def _all_of(path: str) -> _Key:
    return "", path, "", ""


def _place(result: Result) -> tuple[str, str, int, str]:
    return result.rule.code, result.span.path, result.span.start, result.message
