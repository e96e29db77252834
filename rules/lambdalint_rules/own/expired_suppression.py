"""A suppression comment has run out.

## Why it matters
`until=` is a promise to look again. When its day has passed, the comment suppresses nothing any more: fix what it hid,
or set a new day. A date that can't be read counts as passed, because nobody can tell when it would.

## When it stays silent
The day is today or later (UTC), or the comment has no `until=` and the project sets no limit. With
`suppressions.max-days`, a comment must have a day, and one that lies within the limit.

## References
- Suppressing findings: https://github.com/lambdalint/lambdalint/blob/main/docs/suppressions.md
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lambdalint.api import Context, Finding, Rule, Severity, SuppressionComment, pattern

DATE = pattern(r"\d{4}-\d\d-\d\d")

rule = Rule(
    code="LL004",
    name="expired-suppression",
    severity=Severity.WARNING,
    since="0.1.0",
)


@rule.check(SuppressionComment)
def check(comment: SuppressionComment, ctx: Context) -> Iterator[Finding]:
    if comment.problem is not None or comment.kind in ("nolint", "ignore-end"):
        return
    limit = ctx.options.get("max-days", 0)
    message = _message(comment.until, date.fromisoformat(ctx.today), limit if isinstance(limit, int) else 0)
    if message:
        yield Finding(comment.span, message)


def _message(until: str | None, today: date, limit: int) -> str | None:
    """What is wrong with the last day of a suppression; `limit` is in days, 0 for none."""
    if until is None:
        return f"suppression has no `until=`, and this project allows {limit} days at most" if limit else None
    day = _day(until)
    if day is None:
        return f"`until={until}` is no date (YYYY-MM-DD), so the suppression counts as expired"
    if day < today:
        return f"suppression expired on {until}"
    ahead = (day - today).days
    if limit and ahead > limit:
        return f"suppression lasts {ahead} more days, and this project allows {limit} at most"
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if DATE.fullmatch(text) else None
    except ValueError:
        return None
