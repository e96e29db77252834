"""Whole projects, as a user would check them: the report is the one beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from lambdalint import fixer
from lambdalint.config import Config
from lambdalint.rule import Severity
from lambdalint.runner import analyse
from tests.cases import TESTDATA, TODAY

PROJECTS = sorted(path for path in (TESTDATA / "projects").iterdir() if path.is_dir())


def report(folder: Path) -> list[str]:
    """One line a finding: place, severity, code, and what was found."""
    analysis = analyse(folder, Config(), today=TODAY)
    assert [problem for problem in analysis.problems if problem.fatal] == []
    lines = []
    for result in analysis.results:
        position = analysis.sources[result.span.path].position(result.span.start)
        place = f"{result.span.path}:{position.line}:{position.column}"
        lines.append(f"{place}: {result.severity.label} {result.rule.code} {result.message}")
    return lines


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda path: path.name)
def test_report(folder: Path) -> None:
    expected = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert report(folder) == expected


def test_the_clean_project_has_nothing_to_change() -> None:
    analysis = analyse(TESTDATA / "projects" / "clean-resizer", Config(), today=TODAY)
    assert [result for result in analysis.results if result.severity >= Severity.INFO] == []
    assert (analysis.counts.functions, analysis.counts.programs) == (1, 1)


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda path: path.name)
def test_fixing_settles(folder: Path) -> None:
    """All fixes apply without a conflict that stays, and a second run changes nothing."""
    first = fixer.fix(folder, Config(), unsafe=True, today=TODAY)
    assert first.problems == ()
    texts = {path: after for path, (_, after) in first.changes.items()}
    assert fixer.fix(folder, Config(), unsafe=True, today=TODAY, overlays=texts).changes == {}
