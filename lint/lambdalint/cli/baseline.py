"""The command `baseline`: accept the findings that there are, and follow them as they go."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from lambdalint import baseline
from lambdalint.cli.options import Given
from lambdalint.cli.reports import write
from lambdalint.cli.settings import load, today
from lambdalint.cli.streams import say
from lambdalint.cli.targets import target
from lambdalint.config import BASELINE, Config
from lambdalint.config.settings import shown
from lambdalint.errors import UsageError
from lambdalint.outcome import FAILED, Job, Outcome, run
from lambdalint.report.sanitize import fold
from lambdalint.report.summary import count, problem_line


def manage(options: Given, environment: Mapping[str, str]) -> int:
    """Run the command and return its exit code. Raises LambdalintError."""
    root = target(options.paths, options.root, False).root
    settings = load(options, root, environment)
    path = place(root, settings, options.baseline)
    if options.action == "create":
        if os.path.exists(path):
            raise UsageError(f"{shown(path)} exists already; `lambdalint baseline update` replaces it")
    elif not os.path.exists(path):
        raise UsageError(f"there is no baseline {shown(path)}; `lambdalint baseline create` makes one")
    if options.action == "show":
        say(sys.stdout, _listing(path))
        return 0
    outcome = run(Job(root, settings, today()))
    if outcome.failed:
        say(sys.stderr, "".join(problem_line(p) + "\n" for p in outcome.problems if p.fatal))
        return FAILED
    _write(path, options, outcome, root)
    return 0


def place(root: str, settings: Config, wanted: str | None) -> str:
    """The file of the baseline: the one that is asked for, that is set, or the usual one in the project."""
    if wanted is not None:
        return wanted
    if settings.baseline.glob:
        return os.path.join(settings.baseline.base or os.getcwd(), settings.baseline.glob)
    return os.path.join(root, BASELINE)


def entries(number: int) -> str:
    """`1 stale entry`, `2 stale entries`."""
    return f"{number:,} stale {'entry' if number == 1 else 'entries'}"


def accepted(root: str, settings: Config, options: Given) -> Mapping[baseline.Entry, int] | None:
    """The baseline that holds for a check: none where there is no file and none was asked for."""
    if options.no_baseline:
        return None
    path = place(root, settings, options.baseline)
    if options.baseline is None and not settings.baseline.glob and not os.path.exists(path):
        return None
    return baseline.read(path)


def _listing(path: str) -> str:
    return "".join(
        f"{fold(one.path)}: {one.rule} {fold(one.anchor)}".rstrip()
        + (f" ({number} times)" if number > 1 else "")
        + "\n"
        for one, number in sorted(baseline.read(path).items(), key=lambda item: (item[0].path, item[0]))
    )


def _write(path: str, options: Given, outcome: Outcome, root: str) -> None:
    analysis = outcome.analysis
    found = baseline.count(analysis.results, analysis.sources)
    said = f"wrote {count(sum(found.values()), 'finding')} to"
    if options.action == "prune":
        known = baseline.read(path)
        there = frozenset(one.path for one in known if os.path.exists(os.path.join(root, one.path)))
        stale = baseline.match(analysis.results, known, analysis.sources, there).stale
        for one, number in stale.items():
            known[one] -= number
        found = known
        said = f"removed {entries(sum(stale.values()))} from"
    write(path, baseline.text(found))
    if not options.quiet and not options.silent:
        say(sys.stderr, f"{said} {shown(path)}\n")
