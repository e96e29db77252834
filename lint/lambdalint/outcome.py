"""One check from settings to exit code: analysing or fixing, and judging what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from lambdalint.config import PRECISIONS, Config
from lambdalint.discover import search
from lambdalint.paths import Paths, upwards
from lambdalint.record import NamedTuple
from lambdalint.result import Analysis, Problem, Result
from lambdalint.transaction import FOLDER

if TYPE_CHECKING:
    from lambdalint.baseline import Entry
    from lambdalint.changes import Lines
    from lambdalint.discover import Inventory
    from lambdalint.fixer.consent import Ask
    from lambdalint.fixer.trial import Trial
    from lambdalint.reader import Reader
    from lambdalint.runner import Progress

CLEAN, FOUND, FAILED = 0, 1, 2
UNFINISHED = "a run that wrote fixes was stopped on the way; `lambdalint check --fix` puts the files back"
CHANGED_SINCE = "changed since fixes were stopped on the way; it stays as it is"
PUT_BACK = "a run that wrote fixes was stopped on the way; its files were put back first"


class Job(NamedTuple):
    """What is to be done.

    `only` keeps findings that touch these files (relative to `root`); `overlays` are texts that stand in for files.
    `fix` computes fixes, `write` puts them on disk. `unsuppressed` reports what comments suppress.
    `cache` is the folder of remembered runs, if any may be used. `verify` is a command that judges what is written;
    `ask` has the last word on each fix. `baseline` are findings that are accepted; `lines` are the lines that findings
    have to touch, where not all are wanted; `before` are the texts that changed files had (None: they weren't there):
    what wasn't found then is wanted too. `precision` is how sure rules must be at least.
    """

    root: str
    config: Config
    today: str
    only: frozenset[str] | None = None
    overlays: Mapping[str, bytes] = {}
    fix: bool = False
    unsafe: bool = False
    write: bool = False
    unsuppressed: bool = False
    cache: str | None = None
    verify: str | None = None
    ask: Ask | None = None
    baseline: Mapping[Entry, int] | None = None
    lines: Mapping[str, Lines] | None = None
    before: Mapping[str, bytes | None] | None = None
    precision: str = ""


class Outcome(NamedTuple):
    """What came of it.

    `analysis` has what is left to report. `changes` maps paths to bytes before and after; `before` is the analysis that
    the changes were made from. `problems` are all that came up, those of the analysis among them. `cached` tells how
    the cache was used, in a clause for people; empty when it wasn't to be. `said` is what the verifying command printed
    last, where fixes were taken back for it. `stale` is what of the baseline no finding answers to.
    """

    analysis: Analysis
    before: Analysis
    changes: Mapping[str, tuple[bytes, bytes]]
    problems: tuple[Problem, ...]
    cached: str = ""
    said: tuple[str, ...] = ()
    stale: Mapping[Entry, int] = {}

    @property
    def failed(self) -> bool:
        """True when lambdalint could not do its whole job."""
        return any(problem.fatal for problem in self.problems)


def run(job: Job, progress: Progress | None = None) -> Outcome:
    """Do a job. Raises LambdalintError when fixes can't be written."""
    outcome = _fix(job, progress) if job.fix else _check(job, progress)
    analysis, stale = _shown(outcome.analysis._replace(problems=outcome.problems), job)
    return outcome._replace(analysis=analysis, stale=stale)


def _check(job: Job, progress: Progress | None) -> Outcome:
    analysis, cached = _analysed(job, progress)
    return Outcome(analysis, analysis, {}, (*analysis.problems, *_left_over(job)), cached)


def _fix(job: Job, progress: Progress | None) -> Outcome:
    from lambdalint import fixer

    left_over = tuple(_left_over(job))
    fixed = fixer.fix(
        job.root,
        job.config,
        unsafe=job.unsafe,
        today=job.today,
        overlays=job.overlays,
        only_files=job.only,
        progress=progress,
        ask=job.ask,
    )
    left = fixed.analysis._replace(fixed=fixed.applied)
    outcome = Outcome(left, fixed.before, fixed.changes, (*left.problems, *fixed.problems, *left_over))
    if not job.write or not fixed.changes:
        return outcome
    if job.verify is None:
        fixer.write(job.root, fixed.changes)
        return outcome
    from lambdalint.fixer import trial

    tried = trial.write(job.root, fixed.changes, job.verify)
    problems = (*outcome.problems, *_verdict(job.verify, tried))
    if tried.refused is None:
        return outcome._replace(problems=problems)
    return outcome._replace(analysis=fixed.before, changes={}, problems=problems, said=tried.refused.tail)


def _verdict(command: str, tried: Trial) -> Iterator[Problem]:
    """What a verifying command made of the fixes."""
    if tried.refused is not None:
        how = f"`{command}` passed before fixing and failed after it (exit code {tried.refused.code})"
        yield Problem("verify-failed", "", f"{how}; the fixes were taken back", "", True)
    elif not tried.judged:
        yield Problem("verify-failed", "", f"`{command}` fails without the fixes too, so it says nothing", "", False)
    for path in tried.left:
        yield Problem("verify-failed", path, "changed while the fixes were tried; it stays as it is", "", True)


def _left_over(job: Job) -> Iterator[Problem]:
    """What a run left that was stopped while it wrote fixes: put back where this one may write, else told."""
    root = os.path.realpath(job.root)
    if not any(os.path.exists(os.path.join(folder, FOLDER)) for folder in upwards(root)):
        return
    from lambdalint.transaction.writing import recover, unfinished

    if not job.write:
        if unfinished(root):
            yield Problem("unfinished-fix", "", UNFINISHED, "", False)
        return
    changed = recover(root)
    if changed is not None:
        yield Problem("unfinished-fix", "", PUT_BACK, "", False)
    for path in changed or ():
        yield Problem("unfinished-fix", path, CHANGED_SINCE, "", False)


def _analysed(job: Job, progress: Progress | None) -> tuple[Analysis, str]:
    """The analysis, from the cache where nothing has changed, and how the cache was used."""
    if job.cache is None or job.overlays:
        return _analyse(job, progress), ""
    looked = search(job.root, job.config, job.only or ())
    from lambdalint import cache
    from lambdalint.reader import Reader

    found = looked()
    only = None if job.only is None else sorted(job.only)
    key = cache.key((found.root, job.config, only), (job.today, found))
    remembered = cache.recall(job.cache, key, Reader(job.root))
    if remembered is not None:
        return remembered, "nothing has changed since the last run; this is its report"
    reader = Reader(job.root)
    analysis = _analyse(job, progress, lambda: found, reader)
    failed = cache.remember(job.cache, key, analysis, reader)
    return analysis, f"the run was not cached: {failed}" if failed else ""


def _analyse(
    job: Job, progress: Progress | None, found: Callable[[], Inventory] | None = None, reader: Reader | None = None
) -> Analysis:
    found = found or search(job.root, job.config, job.only or (), job.overlays)  # goes on while the engine is loaded
    from lambdalint import runner

    return runner.analyse(
        job.root,
        job.config,
        today=job.today,
        overlays=job.overlays,
        only_files=job.only,
        progress=progress,
        found=found,
        reader=reader,
    )


def _shown(analysis: Analysis, job: Job) -> tuple[Analysis, Mapping[Entry, int]]:
    """The analysis with the results that are to be reported, and what of the baseline no result answers to."""
    results: tuple[Result, ...] = analysis.results
    counts = analysis.counts
    stale: Mapping[Entry, int] = {}
    if job.unsuppressed:
        open_again = (result._replace(suppressed=None) for result in analysis.suppressed)
        results = tuple(sorted((*results, *open_again), key=lambda result: (result.span, result.rule.code)))
        analysis, counts = analysis._replace(suppressed=()), counts._replace(suppressed=0)
    if job.baseline is not None:
        from lambdalint import baseline

        there = frozenset(one.path for one in job.baseline if os.path.exists(os.path.join(job.root, one.path)))
        held = baseline.match(results, job.baseline, analysis.sources, there)
        counts = counts._replace(baselined=len(results) - len(held.new))
        results = held.new
        if job.only is None:
            stale = {one: number for one, number in held.stale.items() if one.rule in analysis.selected}
    if job.lines is not None:
        results = _new(results, job, job.lines, analysis)
    if job.precision:
        least = PRECISIONS.index(job.precision)
        results = tuple(result for result in results if PRECISIONS.index(result.rule.precision) >= least)
    results = tuple(result for result in results if result.severity >= job.config.min_severity)
    return analysis._replace(results=results, counts=counts), stale


def _new(results: tuple[Result, ...], job: Job, lines: Mapping[str, Lines], analysis: Analysis) -> tuple[Result, ...]:
    """The results that touch changed lines, and those that were none before: something may be missing now."""
    from lambdalint.changes import touches

    near = {id(result) for result in results if touches(result, lines, analysis.sources)}
    if job.before and len(near) < len(results):
        from lambdalint import baseline

        earlier = _earlier(job, job.before)
        known = baseline.count(earlier.results, earlier.sources)
        there = frozenset(one.path for one in known if os.path.exists(os.path.join(job.root, one.path)))
        near |= {id(result) for result in baseline.match(results, known, analysis.sources, there).new}
    return tuple(result for result in results if id(result) in near)


def _earlier(job: Job, before: Mapping[str, bytes | None]) -> Analysis:
    """The same analysis of the texts that there were."""
    texts = {path: text for path, text in before.items() if text is not None}
    looked = search(job.root, job.config, job.only or (), texts)

    def found() -> Inventory:
        listed = looked()
        return listed._replace(paths=Paths.of([path for path in listed.paths if before.get(path, b"") is not None]))

    return _analyse(job._replace(overlays=texts), None, found)


def exit_code(outcome: Outcome, config: Config) -> int:
    """2 when something went wrong, 1 for a finding at or above the threshold, else 0."""
    if outcome.failed:
        return FAILED
    return FOUND if any(r.severity >= config.fail_on for r in outcome.analysis.results) else CLEAN
