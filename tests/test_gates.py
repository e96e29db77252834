"""Rules that aren't loaded for a project would have found nothing in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lambdalint import registry
from lambdalint.config import Config
from lambdalint.discover import inventory
from lambdalint.reader import Reader
from lambdalint.rule import Context, Finding, Rule
from lambdalint.runner import Understood, mentioned
from tests.cases import TESTDATA, TODAY

FOLDERS = sorted(
    folder for pattern in ("rules/*", "parity/*", "projects") for folder in TESTDATA.glob(pattern) if folder.is_dir()
)


def findings(rule: Rule, ctx: Context) -> Iterator[Finding]:
    for kind, function in rule.checks:
        for node in ctx.project.nodes(kind, rule.any_language):
            yield from function(node, ctx)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_idle_rules_have_nothing_to_say(folder: Path) -> None:
    codes = [entry.code for entry in registry.index()]
    every = registry.load(codes)
    for place in sorted(child for child in folder.iterdir() if child.is_dir()):
        project = Understood(inventory(place, Config()), Reader(place), lambda *_: None).project
        busy = registry.load_busy(codes, project.kinds(), mentioned(project))
        ctx = Context(project, str(TODAY))
        said = [(rule.name, f.span, f.message) for rule in every if rule not in busy for f in findings(rule, ctx)]
        assert said == [], place.name
