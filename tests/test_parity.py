"""One system in every dialect: the same functions, the same findings, the same fixes.

Each project of testdata/parity has the Go code once, its infrastructure in several dialects, `expected.toml` with what
is understood and found whatever the dialect, and beside each file that fixes change its text afterwards (`*.golden`;
a dialect's own for a file of the code counts instead, and is the same text where nothing changes).
Its `[without.<dialect>]` names the rules whose defect that dialect has no way to express, each with the reason;
`[untold.<dialect>]` what it doesn't tell of functions; `[unfixed]` the dialects that nobody writes by hand, where what
is found stays as it is.
"""

from __future__ import annotations

import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lambdalint import cli
from lambdalint.config import Config
from lambdalint.discover import inventory
from lambdalint.fixer import fix
from lambdalint.model.functions import Function
from lambdalint.model.project import Project
from lambdalint.reader import Reader
from lambdalint.result import Analysis
from lambdalint.runner import Understood, analyse
from lambdalint.value import Known

PARITY = Path(__file__).parent.parent / "testdata" / "parity"
TODAY = date(2026, 11, 20)
GOLDEN = ".golden"
FORMATS = ("full", "concise", "json", "sarif", "github")


def deployments() -> Iterator[tuple[str, str]]:
    for project in sorted(PARITY.iterdir()):
        for dialect in sorted(project.iterdir()):
            if dialect.is_dir() and dialect.name != "code" and not dialect.name.startswith("."):
                yield project.name, dialect.name


ALL = list(deployments())


@pytest.fixture
def deployed(project: str, dialect: str, tmp_path: Path) -> Path:
    """The code of a project with its infrastructure in one dialect."""
    shutil.copytree(PARITY / project / "code", tmp_path, dirs_exist_ok=True)
    shutil.copytree(
        PARITY / project / dialect, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns(f"*{GOLDEN}")
    )
    return tmp_path


@cache
def expected(project: str) -> Mapping[str, Any]:
    return tomllib.loads((PARITY / project / "expected.toml").read_text(encoding="utf-8"))


def known(value: object) -> object:
    return value.value if isinstance(value, Known) else value


def described(function: Function, project: Project) -> dict[str, object]:
    """A function in words that all dialects share. What is written of the runtime of an image counts for nothing."""
    program = project.program_of(function)
    packed = known(function.package_type) == "Zip"
    mappings = project.mappings_of(function)
    words: dict[str, object] = {
        "name": known(function.name),
        "package-type": known(function.package_type),
        "runtime": known(function.runtime) if packed else None,
        "handler": known(function.handler) if packed else None,
        "architectures": list(function.architectures.value) if isinstance(function.architectures, Known) else None,
        "memory": known(function.memory),
        "timeout": known(function.timeout),
        "environment": sorted(entry.key.value for entry in function.environment.entries),
        "program": program.folder if program else None,
        "triggers": sorted({trigger.kind for trigger in project.triggers_of(function)}),
        "batch-sizes": [known(mapping.batch_size) for mapping in mappings],
    }
    return {name: word for name, word in words.items() if word is not None}


def counted(analysis: Analysis) -> dict[str, int]:
    return dict(sorted(Counter(result.rule.code for result in analysis.results).items()))


def without(project: str, dialect: str) -> Mapping[str, str]:
    """The rules that a dialect gives no cause to, and why."""
    reasons: Mapping[str, str] = expected(project).get("without", {}).get(dialect, {})
    return reasons


def is_fixed(project: str, dialect: str) -> bool:
    """Whether people write files of a dialect themselves."""
    return dialect not in expected(project).get("unfixed", {})


def counts(project: str, dialect: str, name: str) -> dict[str, int]:
    """What is expected of a dialect in one of the tables of findings."""
    return {code: n for code, n in expected(project)[name].items() if code not in without(project, dialect)}


def test_there_are_enough_dialects() -> None:
    assert len({project for project, _ in ALL}) >= 3
    assert all(number >= 8 for number in Counter(project for project, _ in ALL).values())


def test_what_a_dialect_is_without_is_found_in_others_and_has_a_reason() -> None:
    for project in {name for name, _ in ALL}:
        dialects = [dialect for name, dialect in ALL if name == project]
        for dialect in expected(project).get("without", {}):
            reasons = without(project, dialect)
            assert reasons.keys() <= expected(project)["findings"].keys()
            assert all(reasons.values())
        assert all(expected(project).get("unfixed", {}).values())
        for code in expected(project)["findings"]:
            assert any(code not in without(project, dialect) for dialect in dialects)


@pytest.mark.parametrize(("project", "dialect"), ALL)
def test_the_model_is_the_same(project: str, dialect: str, deployed: Path) -> None:
    understood = Understood(inventory(deployed, Config()), Reader(deployed), lambda *_: None).project
    functions = sorted(
        (described(function, understood) for function in understood.infra.functions), key=lambda f: str(f["name"])
    )
    untold: Mapping[str, str] = expected(project).get("untold", {}).get(dialect, {})
    told = [{name: word for name, word in words.items() if name not in untold} for words in functions]
    assert all(name not in words and reason for words in functions for name, reason in untold.items())
    assert told == [
        {name: word for name, word in words.items() if name not in untold} for words in expected(project)["functions"]
    ]


@pytest.mark.parametrize(("project", "dialect"), ALL)
def test_the_findings_are_the_same(project: str, dialect: str, deployed: Path) -> None:
    assert counted(analyse(deployed, Config(), today=TODAY)) == counts(project, dialect, "findings")


@pytest.mark.parametrize(("project", "dialect"), ALL)
def test_the_fixes_are_the_same(project: str, dialect: str, deployed: Path) -> None:
    fixed = fix(deployed, Config(), unsafe=True, today=TODAY)
    by_hand = is_fixed(project, dialect)
    assert counted(fixed.analysis) == counts(project, dialect, "left" if by_hand else "findings")
    assert fixed.problems == ()
    goldens = {
        path.relative_to(folder).as_posix().removesuffix(GOLDEN): path.read_text(encoding="utf-8")
        for folder in (PARITY / project / "code", PARITY / project / dialect)
        for path in (folder.rglob(f"*{GOLDEN}") if by_hand else ())
    }
    changed = {path: text for path, text in goldens.items() if text != (deployed / path).read_text(encoding="utf-8")}
    assert {path: after.decode() for path, (_, after) in fixed.changes.items()} == changed


@pytest.mark.parametrize(("project", "dialect"), ALL)
def test_no_report_spells_a_secret(project: str, deployed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for options in (*(("--output-format", name) for name in FORMATS), ("--diff", "--unsafe-fixes")):
        cli.main(["check", str(deployed), "--isolated", "--min-severity", "info", *options])
        written = capsys.readouterr()
        assert not any(secret in written.out + written.err for secret in expected(project)["secrets"]), options
