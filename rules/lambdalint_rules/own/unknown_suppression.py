"""A suppression comment names a rule that doesn't exist.

## Why it matters
A misspelt id suppresses nothing. Whoever wrote it believes that the finding was dealt with.

## When it stays silent
The id is the code or the name of a rule, the beginning of codes such as `LL2`, or `all`.

## Fix safety
Safe. The id is replaced by the only rule name that is nearly spelt like it; without one there is no fix.

## References
- Suppressing findings: https://github.com/lambdalint/lambdalint/blob/main/docs/suppressions.md
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Edit, Finding, Fix, Rule, Severity, SuppressionComment
from lambdalint_rules.own._spelling import is_known, nearest

rule = Rule(
    code="LL003",
    name="unknown-suppression",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.SAFE,
)


@rule.check(SuppressionComment)
def check(comment: SuppressionComment, ctx: Context) -> Iterator[Finding]:
    if comment.problem is not None or comment.kind == "nolint":
        return
    names = ctx.project.rule_names
    for word, span in comment.selectors:
        if is_known(word, names):
            continue
        near = nearest(word, names)
        hint = f"; did you mean {near}?" if near else ""
        fix = Fix(f"write {near}", (Edit(span, near),), Applicability.SAFE) if near else None
        yield Finding(span, f"there is no rule {word}{hint}", fix=fix)
