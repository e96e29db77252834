"""A suppression comment can't be understood.

## Why it matters
A comment that can't be read suppresses nothing, or not what its author meant.

## When it stays silent
The comment has the form `lambdalint:ignore[LL101, LL2] until=2030-12-31 -- reason`, where all but the first word may be
left out, or is one of `ignore-file`, `ignore-start` and `ignore-end` in the right place. Text in strings is no comment.

## References
- Suppressing findings: https://github.com/lambdalint/lambdalint/blob/main/docs/suppressions.md
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Rule, Severity, SuppressionComment

rule = Rule(
    code="LL006",
    name="malformed-suppression",
    severity=Severity.WARNING,
    since="0.1.0",
)


@rule.check(SuppressionComment)
def check(comment: SuppressionComment, _ctx: Context) -> Iterator[Finding]:
    if comment.problem is not None:
        yield Finding(comment.span, f"suppression has no effect: {comment.problem}")
