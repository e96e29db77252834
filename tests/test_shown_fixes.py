"""Fixes that are only shown: their text is in the file shown.txt of a case, each changed file under its name; what
is said without a text stands for itself.
"""

from __future__ import annotations

import pytest

from lambdalint.fix import Applicability, apply
from lambdalint.runner import analyse
from tests.cases import TODAY, Case, config_for, rule_cases, rules_of

CASES = [case for case in rule_cases() if (case.folder / "shown.txt").is_file()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_text_is_shown_whole(case: Case) -> None:
    analysis = analyse(case.folder, config_for(rules_of(case.folder, case.rule)), today=TODAY)
    shown = []
    for result in analysis.results:
        if result.fix is None or result.fix.applicability is not Applicability.DISPLAY:
            continue
        if not result.fix.edits:
            shown.append(f"== {result.fix.title}\n")
        for path in sorted({edit.span.path for edit in result.fix.edits}):
            edits = [edit for edit in result.fix.edits if edit.span.path == path]
            text = apply(analysis.sources[path].data, edits).decode()
            shown.append(f"== {result.fix.title}: {path}\n{text}")
    assert "".join(shown) == (case.folder / "shown.txt").read_text(encoding="utf-8")


def test_there_are_such_cases() -> None:
    assert CASES
