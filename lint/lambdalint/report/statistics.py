"""How often each rule was found."""

from __future__ import annotations

from collections import Counter

from lambdalint.fix import Applicability
from lambdalint.record import NamedTuple
from lambdalint.result import Analysis
from lambdalint.rule import Rule

MARKS = {None: "[ ]", Applicability.DISPLAY: "[ ]", Applicability.UNSAFE: "[-]", Applicability.SAFE: "[*]"}


class Count(NamedTuple):
    """A rule and its number of findings; `fixable` is the best fix that one of them has."""

    rule: Rule
    number: int
    fixable: Applicability | None


def counts(analysis: Analysis) -> list[Count]:
    """The rules that were found, most frequent first, then by code."""
    numbers = Counter(result.rule.code for result in analysis.results)
    rules: dict[str, Rule] = {}
    best: dict[str, Applicability] = {}
    for result in analysis.results:
        code = result.rule.code
        rules[code] = result.rule
        if result.fix is not None:
            best[code] = max(best.get(code, Applicability.DISPLAY), result.fix.applicability)
    order = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    return [Count(rules[code], number, best.get(code)) for code, number in order]


def table(analysis: Analysis) -> str:
    """A line for each rule: count, code, fix mark, name."""
    rows = counts(analysis)
    number = max((len(str(row.number)) for row in rows), default=0)
    code = max((len(row.rule.code) for row in rows), default=0)
    return "".join(
        f"{row.number:>{number}}  {row.rule.code:<{code}}  {MARKS[row.fixable]}  {row.rule.name}\n" for row in rows
    )
