"""Aspects: code that visits all constructs of a scope at the end, and may change each of them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.mentions import mentioned
from lambdalint.frontends.script.values import Call, Member, construct
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

_ONLY_LOOK = pattern(r"core\.|.*\bcdk[-_]?nag\b")  # tags and permission boundaries; rule packs


class Aspect(NamedTuple):
    """The construct in which an aspect works, and the words of its code in lower case; None where it isn't known."""

    scope: Call | None
    words: frozenset[str] | None

    def covers(self, made: Call) -> bool:
        """True for what stands in its scope, at any depth."""
        inner: Call | None = made
        for _ in range(50):
            if inner is None or inner is self.scope:
                break
            inner = construct(inner.argument(0))
        return inner is not None or self.scope is None

    def may_change(self, name: str) -> bool:
        """True unless its code is known, and doesn't speak of a property."""
        return self.words is None or name in self.words


def aspects(survey: Survey) -> Iterator[Aspect]:
    """All aspects that may change functions."""
    for call in survey.methods("add"):
        target = call.callee.target if isinstance(call.callee, Member) else None
        if not isinstance(target, Call) or target.path != "core.Aspects.of":
            continue
        added = call.argument(0)
        made = construct(added)
        if made is None or not _ONLY_LOOK.match(made.path):
            yield Aspect(construct(target.argument(0)), mentioned(added))
