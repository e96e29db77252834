"""A suppression comment doesn't say why.

## Why it matters
Whoever meets the comment next year can't tell whether it may go. A few words after ` -- ` are enough.

## When it stays silent
The rule runs only when it is selected, or when the project sets `suppressions.require-reason`. It asks for no reason at
the end of a range.

## References
- Suppressing findings: https://github.com/lambdalint/lambdalint/blob/main/docs/suppressions.md
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Rule, Severity, Status, SuppressionComment

rule = Rule(
    code="LL005",
    name="suppression-without-reason",
    severity=Severity.WARNING,
    since="0.1.0",
    status=Status.OPT_IN,
)


@rule.check(SuppressionComment)
def check(comment: SuppressionComment, _ctx: Context) -> Iterator[Finding]:
    if comment.problem is not None or comment.reason or comment.kind == "ignore-end":
        return
    if comment.kind == "nolint":
        if any(word.lower() == "lambdalint" for word, _ in comment.selectors):
            yield Finding(comment.span, "suppression has no reason; add one after ` // `")
        return
    yield Finding(comment.span, "suppression has no reason; add one after ` -- `")
