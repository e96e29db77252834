"""A plain command line is read without `argparse`, and just as `argparse` would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lambdalint.cli.arguments import parser
from lambdalint.cli.options import PURPOSES, Command, Given, Option, command, spellings
from lambdalint.cli.reading import read

LEAST = {"baseline": ["create"], "config": ["show"], "generate-shell-completion": ["bash"]}


def least(name: str) -> list[str]:
    return [name, *LEAST.get(name, [])]


def spelt(option: Option) -> Iterator[list[str]]:
    """An option in all the ways it can be written."""
    for name in spellings(option):
        if option.shape in ("flag", "switch"):
            yield [name]
            continue
        for value in option.choices or (("7", "12") if option.kind == "count" else ("some text", "x=y")):
            yield [name, value]
            yield [f"{name}={value}"]


def lines(asked: Command) -> Iterator[list[str]]:
    """Command lines with every option of a command, and with two of them."""
    start = least(asked.name)
    before: list[str] = []
    for option in asked.all_options():
        for words in spelt(option):
            yield [*start, *words]
            yield [*start, *before, *words, *words]
            yield [start[0], *before, *words, *start[1:]]
            before = words
    yield start


@pytest.mark.parametrize("name", PURPOSES)
def test_every_option(name: str) -> None:
    inner = parser(name)
    for line in lines(command(name)):
        assert read(line) == inner.parse_args(line, Given()), line


@pytest.mark.parametrize(
    "line",
    [
        ["check", "here", "there"],
        ["check", "--fix", "here", "there"],
        ["check", "here", "--select=LL1", "--select", "LL2,LL3", "--config", "a.toml"],
        ["baseline", "update", "here"],
        ["baseline", "--quiet", "prune", "here", "there"],
        ["config", "show", "select", "ignore"],
        ["rule", "LL101", "--output-format", "markdown"],
    ],
)
def test_words_without_a_name(line: list[str]) -> None:
    assert read(line) == parser().parse_args(line, Given())


def test_fields_are_named_by_the_long_spelling() -> None:
    asked = read(["check", "--root", "a/b", "-o", "report.json", "-q"])
    assert asked is not None
    assert (asked.root, asked.output_file, asked.quiet, asked.paths) == ("a/b", "report.json", True, [])


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["--version"],
        ["chek"],
        ["check", "--help"],
        ["check", "--fixx"],
        ["check", "--fix=yes"],
        ["check", "here", "--fix", "there"],
        ["check", "--fail-on", "never"],
        ["check", "--max-diagnostics", "many"],
        ["check", "--reason", "--fix"],
        ["check", "--reason="],
        ["check", "--select"],
        ["check", "--select", "@file"],
        ["check", "@file"],
        ["check", "--", "--fix"],
        ["check", "-qs"],
        ["baseline"],
        ["baseline", "forget"],
        ["rule", "LL101", "LL102"],
        ["rules", "LL101"],
        ["generate-shell-completion", "tcsh"],
    ],
)
def test_what_is_left_to_argparse(line: list[str]) -> None:
    assert read(line) is None
