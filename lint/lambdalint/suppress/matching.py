"""Which findings are suppressed, and by which comment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lambdalint.model.project import SuppressionComment
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.registry import selects
from lambdalint.source import Source, Span
from lambdalint.suppress.scope import Scope, scopes

_DATE = pattern(r"\d{4}-\d\d-\d\d")


class Place(NamedTuple):
    """A finding as suppressions see it: the rule's code and name, and where it is."""

    code: str
    name: str
    span: Span


class Matched(NamedTuple):
    """What suppresses what.

    `by` has, for each place, the comment that suppresses it or None; `used` the spans of the selectors that did (of the
    comment, where it names no rules).
    """

    by: tuple[SuppressionComment | None, ...]
    used: frozenset[Span]


def expired(comment: SuppressionComment, today: str) -> bool:
    """True when `until` has passed (its own day counts) or is no date."""
    if comment.until is None:
        return False
    try:
        return not _DATE.fullmatch(comment.until) or date.fromisoformat(comment.until).isoformat() < today
    except ValueError:
        return True


def match(
    places: Sequence[Place], comments: Iterable[SuppressionComment], sources: Mapping[str, Source], today: str
) -> Matched:
    """Which comment suppresses which place. Expired and unusable comments suppress nothing."""
    by_path: dict[str, list[Scope]] = {}
    for scope in scopes((c for c in comments if not expired(c, today)), sources):
        by_path.setdefault(scope.comment.span.path, []).append(scope)
    used: set[Span] = set()
    by: list[SuppressionComment | None] = []
    for place in places:
        winner: SuppressionComment | None = None
        for scope in by_path.get(place.span.path, ()):
            if not scope.covers(place.span.path, place.span.start):
                continue
            hits = _hits(scope.comment, place)
            used |= hits
            if hits and winner is None:
                winner = scope.comment
        by.append(winner)
    return Matched(tuple(by), frozenset(used))


def _hits(comment: SuppressionComment, place: Place) -> set[Span]:
    """The spans of the selectors of a comment that choose a rule."""
    if comment.kind == "nolint":
        return {span for _, span in comment.selectors} or {comment.span}
    if not comment.selectors:
        return {comment.span}
    return {span for selector, span in comment.selectors if selects(selector, place.code, place.name)}
