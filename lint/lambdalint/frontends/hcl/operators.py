"""Operators of the Terraform language, and what counts as a bool or a number there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lambdalint.frontends.hcl.values import (
    Encoded,
    Fields,
    Free,
    Handle,
    HclValue,
    Items,
    Partial,
    Scalar,
    identity,
    is_null,
    parts_of,
    plain,
    text_of,
)
from lambdalint.source import Span

_ALWAYS = frozenset(("arn", "json"))  # what AWS's resources and documents have, once they are made


def truth(value: HclValue) -> bool | None:
    """A known bool (also the strings `true` and `false`), or None."""
    if isinstance(value, Scalar):
        if isinstance(value.value, bool):
            return value.value
        if value.value in ("true", "false"):
            return value.value == "true"
    return None


def number(value: HclValue) -> int | float | None:
    """A known number (also as a string), or None."""
    value = plain(value)
    if not isinstance(value, Scalar) or value.value is None or isinstance(value.value, bool):
        return None
    if isinstance(value.value, int | float):
        return value.value
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", value.value):
        return None
    return float(value.value) if "." in value.value else int(value.value)


def operation(operator: str, operands: Sequence[HclValue], span: Span) -> HclValue:
    """The value of a unary or binary operation."""
    result: bool | int | float | None
    if operator == "!" or operator in ("&&", "||"):
        result = _logic(operator, [truth(o) for o in operands])
    elif operator in ("==", "!="):
        same = _same(operands[0], operands[1])
        result = None if same is None else same == (operator == "==")
    else:
        numbers = [n for o in operands if (n := number(o)) is not None]
        result = _arithmetic(operator, numbers) if len(numbers) == len(operands) else None
    if result is None:
        return computed(operator, operands, span)
    return Scalar(result, span)


def _logic(operator: str, sides: list[bool | None]) -> bool | None:
    if operator == "!":
        return None if sides[0] is None else not sides[0]
    decisive = operator == "||"
    if decisive in sides:
        return decisive
    return None if None in sides else not decisive


def _same(left: HclValue, right: HclValue) -> bool | None:
    if isinstance(left, Scalar) and isinstance(right, Scalar):
        if left.value is None or right.value is None:
            return left.value is right.value
        return text_of(left.value) == text_of(right.value)
    for one, other in ((left, right), (right, left)):
        if is_null(one) and (isinstance(other, Items | Fields | Handle | Encoded) or _is_there(other)):
            return False
        if isinstance(one, Items | Fields) and isinstance(other, Items | Fields) and one.complete and other.complete:
            sizes = [len(c.items) if isinstance(c, Items) else len(c.fields) for c in (one, other)]
            if 0 in sizes:
                return sizes[0] == sizes[1]
    return None


def _is_there(value: HclValue) -> bool:
    """True for what isn't known and surely isn't null: a text with holes, and what every resource has."""
    parts = parts_of(value) or ()
    if len(parts) != 1:
        return len(parts) > 1
    ref = value.ref if isinstance(value, Partial) else None
    return parts[0] == ref and ref is not None and ref.attribute in _ALWAYS and "[*]" not in ref.key


def _arithmetic(operator: str, numbers: list[int | float]) -> bool | int | float | None:
    if len(numbers) == 1:
        return -numbers[0] if operator == "-" else None
    a, b = numbers
    if operator in ("/", "%") and b == 0:
        return None
    results: dict[str, Callable[[], bool | int | float]] = {
        "+": lambda: a + b,
        "-": lambda: a - b,
        "*": lambda: a * b,
        "/": lambda: a // b if a % b == 0 else a / b,
        "%": lambda: a % b,
        "<": lambda: a < b,
        ">": lambda: a > b,
        "<=": lambda: a <= b,
        ">=": lambda: a >= b,
    }
    compute = results.get(operator)
    if compute is None:
        return None
    result = compute()
    return result if isinstance(result, bool) or abs(result) < 1e15 else None


def computed(name: str, arguments: Sequence[HclValue], span: Span, word: str = "") -> HclValue:
    """An unknown value that is named after how it is computed, so that equal computations are equal."""
    names = [identity(a) for a in arguments]
    if None in names or sum(len(n or "") for n in names) > 500:
        made = f"{span.path}:{span.start}"
    else:
        made = f"{name}({','.join(n or '' for n in names)})"
    return Partial((Free(made, word),), span)
