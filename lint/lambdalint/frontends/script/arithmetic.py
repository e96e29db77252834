"""Functions of numbers that all languages have: of known ones their result is known."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from lambdalint.frontends.script.values import Atom, Opaque, Thing
from lambdalint.pattern import pattern
from lambdalint.source import Span

Function = Callable[[list[Thing], Span], Thing]
_NUMBER = pattern(r"\s*([-+]?\d{1,15})(?:(\.\d{1,15})?\s*)")


def number(thing: Thing | None) -> int | float | None:
    """A known number."""
    value = thing.value if isinstance(thing, Atom) else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) else None


def of_numbers(compute: Callable[[Sequence[int | float]], int | float], count: int | None = None) -> Function:
    """A function of known numbers, of `count` of them where it isn't None."""

    def function(arguments: list[Thing], span: Span) -> Thing:
        known = [n for argument in arguments if (n := number(argument)) is not None]
        if not known or len(known) != len(arguments) or count not in (None, len(known)):
            return Opaque(span, "it isn't computed here")
        return Atom(compute(known), span)

    return function


def parsed(thing: Thing | None, span: Span) -> Thing:
    """The number that a text spells."""
    match = _NUMBER.fullmatch(thing.value) if isinstance(thing, Atom) and isinstance(thing.value, str) else None
    if match is None or not isinstance(thing, Atom):
        return Opaque(span, "it isn't computed here")
    return Atom(float(match[1] + match[2]) if match[2] else int(match[1]), thing.span, None, (*thing.via, span))


LARGEST = of_numbers(max)
SMALLEST = of_numbers(min)
FLOOR = of_numbers(lambda given: math.floor(given[0]), 1)
CEILING = of_numbers(lambda given: math.ceil(given[0]), 1)
HALVES_UP = of_numbers(lambda given: math.floor(given[0] + 0.5), 1)
HALVES_EVEN = of_numbers(lambda given: round(given[0]), 1)
ABSOLUTE = of_numbers(lambda given: abs(given[0]), 1)
