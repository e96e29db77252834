"""Which rules there are, which of them are selected, and loading just those.

The table of `lambdalint_rules._index` is generated (`python -m lambdalint.dev index`), so that nothing but the selected
rules is ever imported.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from lambdalint.errors import UsageError
from lambdalint.record import NamedTuple
from lambdalint.rule import Rule

if TYPE_CHECKING:
    from lambdalint.manual import Manual

PACKAGE = "lambdalint_rules"
EVERYTHING = "ALL"
SUPPRESSIONS = ("SuppressionComment",)


class Entry(NamedTuple):
    """A rule as the index knows it; `nodes` are the names of the model types it checks.

    `needs` and `beside` are what `Rule` says, the latter by the names of the types.
    """

    code: str
    name: str
    module: str
    status: str
    nodes: tuple[str, ...]
    needs: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@cache
def index() -> tuple[Entry, ...]:
    """All rules, ordered by code. Imports no rule."""
    return tuple(Entry(*row) for row in import_module(f"{PACKAGE}._index").ENTRIES)


@cache
def by_name() -> dict[str, str]:
    """Rule names and their codes."""
    return {entry.name: entry.code for entry in index()}


def load(codes: Iterable[str]) -> tuple[Rule, ...]:
    """The rules with these codes, imported now, ordered by code."""
    wanted = set(codes)
    return tuple(_module_rule(entry) for entry in index() if entry.code in wanted)


def load_busy(codes: Iterable[str], kinds: frozenset[str], mentioned: Callable[[str], bool]) -> tuple[Rule, ...]:
    """Those of the rules with these codes that may have something to say, imported now, ordered by code.

    They check one of the types named `kinds`, those without a type of their own what comments suppress; and the Go code
    has a word, the project a node that they need.
    """
    wanted = set(codes)
    return tuple(
        _module_rule(entry)
        for entry in index()
        if entry.code in wanted
        and not kinds.isdisjoint(entry.nodes or SUPPRESSIONS)
        and (not entry.beside or not kinds.isdisjoint(entry.beside))
        and (not entry.needs or any(map(mentioned, entry.needs)))
    )


def _module_rule(entry: Entry) -> Rule:
    rule = import_module(f"{PACKAGE}.{entry.module}").rule
    assert isinstance(rule, Rule)
    return rule


def manual(rule: Rule) -> Manual:
    """The manual of a loaded rule: the docstring of its module, and the example cut from its cases."""
    from lambdalint.manual import parse

    module = next(entry.module for entry in index() if entry.code == rule.code)
    text = parse(sys.modules[f"{PACKAGE}.{module}"].__doc__ or "")
    example = examples().get(rule.name, {})
    return text._replace(bad=example.get("bad", ""), good=example.get("good", ""), language=example.get("language", ""))


@cache
def examples() -> dict[str, dict[str, str]]:
    """Lines that show each rule, by its name: `bad`, `good` and their `language`."""
    import json

    place = os.path.join(os.path.dirname(str(import_module(PACKAGE).__file__)), "_examples.json")
    with open(place, encoding="utf-8") as file:
        found: dict[str, dict[str, str]] = json.load(file)
    return found


def find(text: str) -> Entry:
    """The rule with this code or name, in any case. Raises UsageError with the nearest one."""
    wanted = text.strip()
    for entry in index():
        if wanted.upper() == entry.code or wanted.lower() == entry.name:
            return entry
    raise UsageError(f"there is no rule {text!r}{suggestion(text)}")


def suggestion(text: str) -> str:
    """`; did you mean …?` for a misspelt rule id, or an empty string."""
    from lambdalint.spelling import nearest

    near = nearest(text, (word for entry in index() for word in (entry.code, entry.name)))
    return f"; did you mean {near}?" if near else ""


def selects(selector: str, code: str, name: str) -> bool:
    """True when a selector (code, prefix of codes, name or `ALL`; any case) covers the rule with this code and name."""
    word = selector.strip().lower()
    return word in ("all", name) or (word.startswith("ll") and code.lower().startswith(word))


def matches(selector: str, entry: Entry) -> bool:
    """True when a selector covers a rule of the index."""
    return selects(selector, entry.code, entry.name)


def chosen(selector: str, names: Mapping[str, str]) -> frozenset[str]:
    """The codes that a selector covers; `names` maps the name of each rule to its code."""
    return frozenset(code for name, code in names.items() if selects(selector, code, name))


def matches_code(selectors: Iterable[str], code: str) -> bool:
    """True when one of the selectors covers the rule with this code."""
    entry = next((entry for entry in index() if entry.code == code), None)
    return entry is not None and any(matches(selector, entry) for selector in selectors)


def is_selector(selector: str) -> bool:
    """True when a selector covers any rule."""
    return any(matches(selector, entry) for entry in index())


def precision(selector: str, code: str, name: str) -> int:
    """How exactly a selector names a rule: the longer the more; -1 when it doesn't."""
    if not selects(selector, code, name):
        return -1
    if selector.strip().upper() == EVERYTHING:
        return 0
    return len(code) if selector.strip().lower() == name else len(selector.strip())


def select(selected: Sequence[str], ignored: Sequence[str], preview: bool) -> frozenset[str]:
    """Codes of the rules that run.

    The most precise selector wins, `ignored` on a tie. Rules in preview need `preview` or their own code or name;
    opt-in rules need their own code or name, or `ALL`. An empty `selected` means the default rules.
    """
    codes = set()
    for entry in index():
        chosen = max((precision(s, entry.code, entry.name) for s in selected), default=0 if not selected else -1)
        dropped = max((precision(s, entry.code, entry.name) for s in ignored), default=-1)
        if chosen < 0 or dropped >= chosen:
            continue
        exact = chosen == len(entry.code)
        everything = any(s.strip().upper() == EVERYTHING for s in selected)
        if entry.status == "preview" and not (preview or exact):
            continue
        if entry.status == "opt-in" and not (exact or everything):
            continue
        codes.add(entry.code)
    return frozenset(codes)
