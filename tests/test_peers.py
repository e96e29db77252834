"""docs/peers.md names rules that exist, each by its own page."""

from __future__ import annotations

import re
from pathlib import Path

from lambdalint import registry

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "peers.md").read_text(encoding="utf-8")
LINK = re.compile(r"\[(LL\d{3})\]\(rules/([a-z0-9-]+)\.md\)")


def test_every_rule_that_is_named_exists() -> None:
    names = {entry.code: entry.name for entry in registry.index()}
    for code, name in LINK.findall(TEXT):
        assert names.get(code) == name
        assert (ROOT / "docs" / "rules" / f"{name}.md").is_file()


def test_every_row_names_a_rule_and_another_tool() -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("|") and not line.startswith(("|---", "| Check"))]
    assert len(rows) > 40
    for row in rows:
        check, rules, others = (cell.strip() for cell in row.strip("|").split("|"))
        assert check
        assert others
        assert rules == ", ".join(f"[{code}](rules/{name}.md)" for code, name in LINK.findall(rules))


def test_what_only_runs_sometimes_is_said() -> None:
    statuses = {rule.code: rule.status.value for rule in registry.load(e.code for e in registry.index())}
    words = {"preview": "(preview)", "opt-in": "(when selected)"}
    for line in TEXT.splitlines():
        for code, _ in LINK.findall(line):
            said = {status for status, word in words.items() if word in line}
            assert said == {statuses[code]} - {"default"}


def test_the_readme_leads_there() -> None:
    assert "(docs/peers.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
