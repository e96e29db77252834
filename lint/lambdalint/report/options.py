"""How a report is wanted, and the addresses it points to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lambdalint.record import NamedTuple

if TYPE_CHECKING:
    from lambdalint.manual import Manual

HOME = "https://github.com/lambdalint/lambdalint"


def rule_url(name: str) -> str:
    """The page about a rule, by the rule's name."""
    return f"{HOME}/blob/main/docs/rules/{name}.md"


class Checkout(NamedTuple):
    """Where the project's repository comes from: an address without credentials, and what is checked out ("" where
    it isn't known).
    """

    uri: str
    revision: str = ""
    branch: str = ""


class Options(NamedTuple):
    """What the formats may be asked for; each uses the part that concerns it.

    For people: `colour` (ANSI), `links` (the terminal knows OSC 8), `unicode` (the stream can encode `…` and `→`),
    `width` in cells, `limit` on the number of findings shown (0: all), `footer` (counts at the end), `unsafe` (whether
    unsafe fixes were allowed: then they count as fixable), `statistics` (a count for each rule in place of findings).
    For machines: `manuals` by rule code, `category` and `exit_code` of the run, `include_suppressed`, `checkout`.
    """

    colour: bool = False
    links: bool = False
    unicode: bool = True
    width: int = 100
    limit: int = 0
    footer: bool = True
    unsafe: bool = False
    statistics: bool = False
    include_suppressed: bool = False
    manuals: Mapping[str, Manual] = {}
    category: str = ""
    exit_code: int | None = None
    checkout: Checkout | None = None
