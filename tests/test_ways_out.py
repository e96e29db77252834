"""Rules about runtimes, processors and binaries fix what they find, show the way, or say what stands in it."""

from __future__ import annotations

import pytest

from lambdalint.runner import analyse
from tests.cases import TODAY, Case, config_for, rule_cases, rules_of

RULES = (
    "deprecated-runtime",
    "handler-not-bootstrap",
    "binary-not-bootstrap",
    "architecture-not-arm64",
    "cgo-enabled",
    "unstripped-binary",
    "rpc-code-in-binary",
)
CASES = [case for case in rule_cases() if case.rule in RULES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_finding_without_a_fix_says_why(case: Case) -> None:
    analysis = analyse(case.folder, config_for(rules_of(case.folder, case.rule)), today=TODAY)
    for result in analysis.results:
        reasons = [related for related in result.related if related.message.startswith("no fix: ")]
        if result.fix is None and result.rule.name in RULES:
            assert len(reasons) == 1, result.message
            said = reasons[0].message.removeprefix("no fix: ")
            assert said, result.message
            assert not said.endswith("."), said
        else:
            assert reasons == [], result.message
