"""`regex`, `regexall` and `replace` with a pattern, for those patterns that mean the same in both languages.

The patterns of Terraform take time in proportion to the text. Here only those are tried that can't take much longer.
"""

from __future__ import annotations

import re

from lambdalint.frontends.hcl.sequences import Arguments
from lambdalint.frontends.hcl.values import Failed, Field, Fields, HclValue, Items, Scalar, text_of
from lambdalint.pattern import pattern
from lambdalint.source import Span

_OTHER_DIALECT = pattern(r"\(\?(?!:|P<|i\)|s\)|m\)|is\))|\\[pPQECzZAGkx0-9]|\[\[:|[*+?}]\+|[*+?}]\?\?|&&|--|~~|\|\|")
_REPEATED = pattern(r"(?<!\\)(?:[*+]|\{\d)")
_REPEATED_GROUP = pattern(r"(?<!\\)\)(?:[*+]|\{)")
_OPTIONAL = pattern(r"(?<!\\)[^(]\?|(?<!\\)\)\?")
_CLASS = pattern(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_REFERENCE = pattern(r"\$(?:(\$)|\{(\w+)\}|(\w+))")
_STEPS = 1_000_000  # of the search, at most


def _compiled(written: str, text: str) -> re.Pattern[str] | None:
    """The pattern; None where it isn't sure to mean the same, or to end soon."""
    shape = _CLASS.sub("x", written)
    if len(written) > 500 or _OTHER_DIALECT.search(written) or _REPEATED_GROUP.search(shape):
        return None
    loops, forks = len(_REPEATED.findall(shape)), len(_OPTIONAL.findall(shape)) + shape.count("|")
    power = loops + (0 if written.startswith("^") else 1)
    if (len(text) + 1) ** power * 2 ** min(forks, 20) > _STEPS or ("$" in written and text.endswith("\n")):
        return None
    try:
        return re.compile(written, re.ASCII)
    except (re.error, OverflowError, RecursionError):
        return None


def _given(arguments: Arguments) -> tuple[re.Pattern[str], str] | None:
    if len(arguments) != 2 or not isinstance(arguments[0], Scalar) or not isinstance(arguments[1], Scalar):
        return None
    text = text_of(arguments[1].value)
    compiled = _compiled(text_of(arguments[0].value), text)
    return (compiled, text) if compiled is not None else None


def first(arguments: Arguments, span: Span) -> HclValue | None:
    """What `regex` finds: a text, or the texts of its groups by number or by name."""
    given = _given(arguments)
    if given is None:
        return None
    match = given[0].search(given[1])
    return _found(match, span) if match is not None else Failed(span)


def every(arguments: Arguments, span: Span) -> HclValue | None:
    """What `regexall` finds."""
    given = _given(arguments)
    if given is None:
        return None
    matches = list(given[0].finditer(given[1]))
    if not all(match[0] for match in matches):
        return None  # empty matches are counted in another way
    found = [result for match in matches if (result := _found(match, span)) is not None]
    return Items(tuple(found), True, span) if len(found) == len(matches) else None


def _found(match: re.Match[str], span: Span) -> HclValue | None:
    names = match.re.groupindex
    if not match.re.groups:
        return Scalar(match[0], span)
    if not names:
        return Items(tuple(Scalar(text, span) for text in match.groups()), True, span)
    if len(names) != match.re.groups:
        return Failed(span)
    return Fields({n: Field(span, False, Scalar(match[n], span), span) for n in names}, True, span)


def replaced(text: str, written: str, new: str) -> str | None:
    """`text` with what a pattern finds replaced; None where that isn't known."""
    compiled = _compiled(written, text)
    if compiled is None or not all(match[0] for match in compiled.finditer(text)):
        return None

    def filled(match: re.Match[str]) -> str:
        def part(reference: re.Match[str]) -> str:
            name = reference[2] or reference[3]
            if reference[1]:
                return "$"
            if name.isdigit():
                return (match[int(name)] or "") if int(name) <= match.re.groups else ""
            return (match[name] or "") if name in match.re.groupindex else ""

        return _REFERENCE.sub(part, new)

    return compiled.sub(filled, text)
