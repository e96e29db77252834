"""Applying fixes: in rounds, each judged by the parsers, written at the end and all at once.

A fix is taken whole or skipped; one that overlaps an earlier one waits for the next round. A round that makes a file
unreadable is taken back and its fixes are dropped, by rule. Nothing is written before all rounds are over.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lambdalint.config import Config
from lambdalint.discover import repository
from lambdalint.fix import Applicability, Edit, Fix, apply
from lambdalint.fixer.consent import Ask, Changes, Consent
from lambdalint.paths import StrPath
from lambdalint.record import NamedTuple
from lambdalint.registry import matches_code
from lambdalint.result import Analysis, Problem, Result
from lambdalint.runner import Progress, analyse
from lambdalint.syntax import goformat, hclformat
from lambdalint.syntax.verdict import broken_by
from lambdalint.transaction.writing import Writing

if TYPE_CHECKING:
    from datetime import date

ROUNDS = 10


class Fixed(NamedTuple):
    """What fixing came to.

    `before` and `analysis` are the runs before the first and after the last round; `changes` maps each changed path to
    its bytes before and after; `applied` counts fixes by code.
    """

    before: Analysis
    analysis: Analysis
    changes: Mapping[str, tuple[bytes, bytes]]
    applied: Mapping[str, int]
    problems: tuple[Problem, ...]


def fix(
    root: StrPath,
    config: Config,
    *,
    unsafe: bool,
    today: date | str,
    overlays: Mapping[str, bytes] | None = None,
    only_files: frozenset[str] | None = None,
    progress: Progress | None = None,
    ask: Ask | None = None,
) -> Fixed:
    """Apply fixes in memory until none is left, at most ten rounds. `write` puts the result on disk.

    `ask` has the last word on each fix.
    """
    consent = Consent(ask) if ask is not None else None
    given = dict(overlays or {})
    texts = dict(given)
    first = analyse(root, config, today=today, overlays=texts, only_files=only_files, progress=progress)
    analysis = first
    originals: dict[str, bytes] = {}
    applied: dict[str, int] = {}
    refused: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    for _ in range(ROUNDS):
        chosen = _choose(analysis, config, unsafe, refused, only_files, consent)
        if not chosen:
            break
        changed = _apply(chosen, analysis)
        faults = _judge(chosen, changed, analysis)
        if faults:
            refused |= {(result.rule.code, result.fingerprint) for result in faults}
            problems += [_dropped(result) for result in faults]
            continue
        for path, data in changed.items():
            originals.setdefault(path, analysis.sources[path].data)
            texts[path] = data
        if consent is not None:
            consent.move(chosen, _edits(chosen, analysis))
        for result in chosen:
            applied[result.rule.code] = applied.get(result.rule.code, 0) + 1
        analysis = analyse(root, config, today=today, overlays=texts, only_files=only_files)
    else:
        left = _choose(analysis, config, unsafe, refused, only_files, None) if consent is None else []
        problems += [_restless(code) for code in sorted({result.rule.code for result in left})]
    neat = {path: _in_columns(path, data, texts[path]) for path, data in originals.items()}
    if any(texts[path] != data for path, data in neat.items()):
        texts |= neat
        analysis = analyse(root, config, today=today, overlays=texts, only_files=only_files)
    changes = {path: (data, texts[path]) for path, data in originals.items() if texts[path] != data}
    return Fixed(first, analysis, changes, applied, tuple(problems))


def _in_columns(path: str, before: bytes, after: bytes) -> bytes:
    """A fixed text with columns as its formatter sets them, where they stood so before."""
    return goformat.kept(path, before, hclformat.kept(path, before, after))


def level(result: Result, config: Config) -> Applicability | None:
    """How far the fix of a result may go after the configuration had its say; None without a usable fix."""
    if result.fix is None:
        return None
    code = result.rule.code
    if config.fixable and not matches_code(config.fixable, code):
        return None
    if matches_code(config.unfixable, code):
        return None
    if result.fix.applicability is Applicability.DISPLAY:
        return Applicability.DISPLAY
    if matches_code(config.extend_unsafe_fixes, code):
        return Applicability.UNSAFE
    if matches_code(config.extend_safe_fixes, code):
        return Applicability.SAFE
    return result.fix.applicability


def _choose(
    analysis: Analysis,
    config: Config,
    unsafe: bool,
    refused: set[tuple[str, str]],
    only_files: frozenset[str] | None,
    consent: Consent | None,
) -> list[Result]:
    """Fixes of one round, in order of path, place and code, none of them touching another."""
    needed = Applicability.UNSAFE if unsafe else Applicability.SAFE
    chosen: list[Result] = []
    taken: dict[str, list[Edit]] = {}
    identical: set[Edit] = set()
    apart: dict[str, Fix] = {}
    for result in analysis.results:
        how = level(result, config)
        if result.fix is None or how is None or how < needed:
            continue
        if (result.rule.code, result.fingerprint) in refused:
            continue
        if only_files is not None and not all(edit.span.path in only_files for edit in result.fix.edits):
            continue
        fresh = [edit for edit in result.fix.edits if edit not in identical]
        if any(_clash(edit, taken.get(edit.span.path, ())) for edit in fresh):
            continue
        if any(apart.get(word, result.fix) != result.fix for word in result.fix.apart):
            continue
        if consent is not None and not consent.given(result, analysis, partial(_alone, result, analysis)):
            continue
        for edit in fresh:
            taken.setdefault(edit.span.path, []).append(edit)
        identical.update(result.fix.edits)
        apart.update(dict.fromkeys(result.fix.apart, result.fix))
        chosen.append(result)
    return chosen


def _clash(edit: Edit, others: Iterable[Edit]) -> bool:
    """True when two edits overlap, or both insert at one place."""
    return any(
        (edit.span.start < other.span.end and other.span.start < edit.span.end)
        or edit.span.start == other.span.start
        or (edit.span.start == edit.span.end and edit.span.start in (other.span.start, other.span.end))
        for other in others
    )


def _edits(chosen: Iterable[Result], analysis: Analysis) -> dict[str, set[Edit]]:
    """The edits of fixes by path, each once, with the line ends of their files."""
    by_path: dict[str, set[Edit]] = {}
    for result in chosen:
        for edit in result.fix.edits if result.fix else ():
            data = analysis.sources[edit.span.path].data
            by_path.setdefault(edit.span.path, set()).add(edit._replace(text=_with_line_ends(edit.text, data)))
    return by_path


def _apply(chosen: Iterable[Result], analysis: Analysis) -> dict[str, bytes]:
    return {path: apply(analysis.sources[path].data, edits) for path, edits in _edits(chosen, analysis).items()}


def _alone(result: Result, analysis: Analysis) -> Changes:
    """What one fix changes by itself."""
    changed = _apply([result], analysis)
    return {path: (analysis.sources[path].data, data) for path, data in changed.items()}


def _with_line_ends(text: str, data: bytes) -> str:
    """Text with the line endings of the file it goes into."""
    if b"\r\n" in data and data.count(b"\r\n") * 2 > data.count(b"\n"):
        return text.replace("\r\n", "\n").replace("\n", "\r\n")
    return text


def _judge(chosen: Sequence[Result], changed: Mapping[str, bytes], analysis: Analysis) -> list[Result]:
    """The fixes to drop: those that leave a file its parser refuses, or all of a bad file if none does so alone."""
    bad = {path for path, data in changed.items() if _refuses(path, chosen, data, analysis)}
    if not bad:
        return []
    suspects = [r for r in chosen if r.fix and any(edit.span.path in bad for edit in r.fix.edits)]
    guilty = [r for r in suspects if any(_refuses(p, [r], d, analysis) for p, d in _apply([r], analysis).items())]
    return guilty or suspects


def _refuses(path: str, chosen: Sequence[Result], data: bytes, analysis: Analysis) -> bool:
    edits = [edit for r in chosen if r.fix for edit in r.fix.edits if edit.span.path == path]
    return broken_by(path, analysis.sources[path].data, data, edits) is not None


def _dropped(result: Result) -> Problem:
    message = "the fix would leave a file that doesn't parse, or change more than it says; it was not applied"
    return Problem("fix-dropped", result.span.path, message, result.rule.code, True)


def _restless(code: str) -> Problem:
    return Problem("not-converging", "", f"still changes the text after {ROUNDS} rounds", code, True)


# -- writing ---------------------------------------------------------------------------------------------------------


def write(root: StrPath, changes: Mapping[str, tuple[bytes, bytes]]) -> None:
    """Put changed texts on disk, all or none. Raises LambdalintError with every file as it was."""
    writing(root, changes).keep()


def writing(root: StrPath, changes: Mapping[str, tuple[bytes, bytes]]) -> Writing:
    """The same, so that it can still be taken back."""
    return Writing(root, changes, repository(os.path.realpath(root)))
