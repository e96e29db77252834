"""The cases of testdata: small projects that carry their own expectations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lambdalint import registry
from lambdalint.config import Config

TESTDATA = Path(__file__).resolve().parent.parent / "testdata"
TODAY = date(2026, 11, 20)
WANT = re.compile(r"(?:#|//)\s*want(?:\s+(?P<rule>[a-z][a-z0-9-]*))?:\s*(?P<text>.+?)\s*$")
EXPECTED = re.compile(r"(?P<path>[^:\n]+):(?P<line>\d+):\s*(?:(?P<rule>[a-z][a-z0-9-]*):\s+)?(?P<text>.+)")


class Want(NamedTuple):
    """One expected finding: a rule, a place, and a regular expression for its message."""

    rule: str
    path: str
    line: int
    message: str


class Case(NamedTuple):
    """A folder below testdata/rules/<rule-name>/."""

    rule: str
    folder: Path

    @property
    def id(self) -> str:
        return f"{self.rule}/{self.folder.name}"


def rule_cases() -> Iterator[Case]:
    """Every case on disk."""
    for rule in sorted((TESTDATA / "rules").iterdir()):
        if rule.is_dir():
            for folder in sorted(rule.iterdir()):
                if folder.is_dir():
                    yield Case(rule.name, folder)


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a case, by their path in it."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield file.relative_to(folder).as_posix(), file


def wants(folder: Path, rule: str) -> list[Want]:
    """What a case expects, from its comments and its expected.txt."""
    found = []
    for path, file in files(folder):
        if path == "expected.txt":
            for line in file.read_text(encoding="utf-8").splitlines():
                if match := EXPECTED.fullmatch(line.strip()):
                    found.append(Want(match["rule"] or rule, match["path"], int(match["line"]), match["text"]))
        elif not path.endswith((".golden", "shown.txt")):
            text = file.read_bytes().decode("utf-8", "replace")
            for number, line in enumerate(text.splitlines(), 1):
                if match := WANT.search(line):
                    for message in match["text"].split(" | "):
                        found.append(Want(match["rule"] or rule, path, number, message.strip()))
    return found


def rules_of(folder: Path, rule: str) -> frozenset[str]:
    """Names of the rules that a case is about: its folder's, and those its wants name."""
    return frozenset({rule, *(want.rule for want in wants(folder, rule))})


def config_for(names: frozenset[str]) -> Config:
    """A configuration that runs these rules alone, whatever their status."""
    codes = tuple(sorted(registry.find(name).code for name in names))
    return Config(select=codes, preview=True)


def goldens(folder: Path) -> dict[str, bytes]:
    """Expected texts after all fixes, by the path of the file they replace."""
    return {path.removesuffix(".golden"): file.read_bytes() for path, file in files(folder) if path.endswith(".golden")}
