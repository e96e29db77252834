"""A suppression comment suppresses nothing.

## Why it matters
A comment that outlived its finding tells readers of a problem that isn't there any more, and will hide the next one
that appears in its place.

## When it stays silent
One of the rules that the comment names did not run, only some files were reported on, or the comment can't be used for
another reason, which has a rule of its own. A comment for golangci-lint counts only where it names lambdalint.

## Fix safety
Safe. The fix removes the comment, or only the ids that suppress nothing; it changes no code.

## References
- Suppressing findings: https://github.com/lambdalint/lambdalint/blob/main/docs/suppressions.md
"""

from __future__ import annotations

from lambdalint.api import Applicability, Rule, Severity

# Nothing to check: what a comment suppresses is known only when all findings are settled.
rule = Rule(
    code="LL002",
    name="unused-suppression",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.SAFE,
)
