"""What every rule owes its users: a manual, cases in both directions, and a golden file if and only if it fixes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lambdalint import registry
from lambdalint.dev import examples, index
from lambdalint.fix import Applicability
from lambdalint.rule import Rule
from tests.cases import TESTDATA, goldens, rule_cases, wants

RULES = registry.load(entry.code for entry in registry.index())
NO_CASES = {"syntax-error"}  # its cases are the broken files of testdata/broken
GROUPS = {
    "0": "own", "1": "handler", "2": "lifecycle", "3": "packaging", "4": "environment",
    "5": "events", "6": "access", "7": "operations", "8": "practice",
}  # fmt: skip


def test_the_index_is_what_the_rules_say() -> None:
    assert (index.FOLDER / "_index.py").read_text(encoding="utf-8") == index.rendered()


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_identity(rule: Rule) -> None:
    """The file is named like the rule and stands in the folder of its group."""
    entry = registry.find(rule.name)
    assert re.fullmatch(r"LL\d{3}", rule.code)
    assert entry.module == f"{GROUPS[rule.code[2]]}.{rule.name.replace('-', '_')}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_manual(rule: Rule) -> None:
    manual = registry.manual(rule)
    assert manual.summary.endswith("."), "the summary is a sentence"
    assert "\n" not in manual.summary
    assert manual.why
    assert manual.silent
    assert manual.references
    assert bool(manual.fix_safety) == (rule.fixable is not None)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_cases(rule: Rule) -> None:
    if rule.name in NO_CASES:
        return
    cases = [case for case in rule_cases() if case.rule == rule.name]
    firing = [case for case in cases if any(want.rule == rule.name for want in wants(case.folder, rule.name))]
    silent = [case for case in cases if not wants(case.folder, rule.name)]
    assert firing, "no case fires"
    assert silent, "no case is silent"
    fixes = any(goldens(case.folder) for case in cases)
    assert fixes == (rule.fixable is not None and rule.fixable > Applicability.DISPLAY)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_size(rule: Rule) -> None:
    """A rule is read in one go."""
    module = registry.find(rule.name).module.replace(".", "/")
    lines = (index.FOLDER / f"{module}.py").read_text(encoding="utf-8").count("\n")
    assert lines <= 160


def test_plain_examples_are_cases() -> None:
    assert all((Path(TESTDATA) / "rules" / rule / case).is_dir() for rule, case in examples.PLAIN.items())


def test_no_case_without_a_rule() -> None:
    folders = {path.name for path in Path(TESTDATA / "rules").iterdir() if path.is_dir()}
    assert folders <= {rule.name for rule in RULES}
