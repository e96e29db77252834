"""Every case of testdata/rules: what must be found is found, what must be fixed is fixed, all else is silent."""

from __future__ import annotations

import re

import pytest

from lambdalint import fixer
from lambdalint.runner import analyse
from tests.cases import TODAY, Case, config_for, goldens, rule_cases, rules_of, wants

CASES = list(rule_cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_findings(case: Case) -> None:
    names = rules_of(case.folder, case.rule)
    analysis = analyse(case.folder, config_for(names), today=TODAY)
    assert [p.message for p in analysis.problems if p.fatal] == []

    expected = wants(case.folder, case.rule)
    unexpected = []
    for result in analysis.results:
        line = analysis.sources[result.span.path].line_of(result.span.start)
        met = next(
            (
                want
                for want in expected
                if (want.rule, want.path, want.line) == (result.rule.name, result.span.path, line)
                and re.search(want.message, result.message)
            ),
            None,
        )
        if met is None:
            unexpected.append(f"{result.span.path}:{line}: {result.rule.name}: {result.message}")
        else:
            expected.remove(met)
    assert unexpected == []
    assert expected == [], "expected, but not found"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_fixes(case: Case) -> None:
    """The golden files are what all fixes make of a case, and a second round has nothing left to do."""
    names = rules_of(case.folder, case.rule)
    fixed = fixer.fix(case.folder, config_for(names), unsafe=True, today=TODAY)
    assert [p.message for p in fixed.problems] == []
    assert {path: after.decode() for path, (_, after) in fixed.changes.items()} == {
        path: text.decode() for path, text in goldens(case.folder).items()
    }
    again = fixer.fix(
        case.folder,
        config_for(names),
        unsafe=True,
        today=TODAY,
        overlays={path: after for path, (_, after) in fixed.changes.items()},
    )
    assert again.changes == {}
