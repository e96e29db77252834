"""How surely a rule is right, in the four words that code scanning services know."""

from __future__ import annotations

from lambdalint.rule import Rule, Status

PRECISION = {Status.DEFAULT: "high", Status.OPT_IN: "high", Status.PREVIEW: "medium"}


def precision(rule: Rule) -> str:
    """`high` for rules that are ready, `medium` for those in preview."""
    return PRECISION[rule.status]
