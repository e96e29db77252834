"""Values that another one chose among several: by its name in an object, or by what a condition says of it."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends.hcl.values import HclValue, Scalar
from lambdalint.source import Span
from lambdalint.syntax import hcltree as tree


def choosing(value: HclValue, by: tuple[HclValue, ...], whole: Span) -> Iterator[Span]:
    """The places of what chose a value; what is written in the expression itself chooses for all who come there."""
    if isinstance(value, Scalar) and value.exact:
        for one in by:
            if isinstance(one, Scalar) and one.exact and not whole.contains(one.span):
                yield one.span


def compared(test: tree.Expression) -> tuple[tree.Expression, ...]:
    """The sides of a comparison; none for another condition."""
    return test.operands if isinstance(test, tree.Operation) and test.operator in ("==", "!=") else ()
