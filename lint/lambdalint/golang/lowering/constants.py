"""Constant folding: strings that are put together, and whole numbers."""

from __future__ import annotations

from collections.abc import Callable

from lambdalint.model.goast import Constant

_LONGEST = 65536
_LARGEST = 1 << 256

_NUMBERS: dict[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "|": lambda a, b: a | b,
    "&": lambda a, b: a & b,
    "^": lambda a, b: a ^ b,
    "&^": lambda a, b: a & ~b,
    "<<": lambda a, b: a << b if 0 <= b <= 256 else _LARGEST,
    ">>": lambda a, b: a >> b if 0 <= b <= 4096 else 0,
}


def _is_number(value: Constant) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def fold(op: str, left: Constant, right: Constant) -> Constant:
    """The value of `left op right`, or None where it isn't folded."""
    if isinstance(left, str) and isinstance(right, str):
        return left + right if op == "+" and len(left) + len(right) <= _LONGEST else None
    if isinstance(left, bool) and isinstance(right, bool):
        return (left and right) if op == "&&" else (left or right) if op == "||" else None
    if not (_is_number(left) and _is_number(right) and isinstance(left, int) and isinstance(right, int)):
        return None
    if op in ("/", "%"):
        return _divide(op, left, right)
    if op not in _NUMBERS:
        return None
    result = _NUMBERS[op](left, right)
    return result if abs(result) < _LARGEST else None


def _divide(op: str, left: int, right: int) -> Constant:
    if right == 0:
        return None
    quotient = abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)
    return quotient if op == "/" else left - quotient * right


def negate(op: str, value: Constant) -> Constant:
    """The value of `op value`, or None where it isn't folded."""
    if op == "!" and isinstance(value, bool):
        return not value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return -value if op == "-" else value if op == "+" else None


def number(text: str) -> int | float | None:
    """The value of a number as Go writes it."""
    plain = text.replace("_", "").lower()
    try:
        if plain.startswith(("0x", "0b", "0o")):
            return int(plain, 0) if len(plain) < 80 else None
        if plain.isdecimal():
            if len(plain) > 80:
                return None
            octal = len(plain) > 1 and plain.startswith("0") and not set(plain) & {"8", "9"}
            return int(plain, 8) if octal else int(plain)
        return float(plain)
    except ValueError:
        return None
