"""Methods of Python's texts and paths."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from lambdalint.frontends.py.arguments import Named
from lambdalint.frontends.script.operators import joined
from lambdalint.frontends.script.values import Atom, Items, Opaque, Text, Thing
from lambdalint.pattern import pattern
from lambdalint.source import Span

_PLAIN: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "title": str.title,
    "capitalize": str.capitalize,
    "strip": str.strip,
    "resolve": str,
    "absolute": str,
    "as_posix": str,
    "expanduser": str,
}
_PLACE = pattern(r"\{\{|\}\}|\{(\w*)\}")


def of_text(target: Atom | Text, name: str, arguments: list[Thing], span: Span) -> Thing | None:
    """A method of a text; None where it isn't one."""
    plain = [argument for argument in arguments if not isinstance(argument, Named)]
    given = plain[0] if len(plain) == 1 else None
    if name == "join" and isinstance(given, Items) and given.complete:
        return joined([part for item in given.items for part in (target, item)][1:], span)
    if name == "format":
        return _formatted(target, arguments, span)
    if not isinstance(target, Atom) or not isinstance(target.value, str):
        return Opaque(span, "it isn't computed here")
    if name in _PLAIN and not plain:
        return Atom(_PLAIN[name](target.value), span)
    words = [a.value for a in plain if isinstance(a, Atom) and isinstance(a.value, str)]
    return _of_words(target.value, name, words, span) if len(words) == len(plain) else Opaque(span, "it isn't known")


def _of_words(value: str, name: str, words: list[str], span: Span) -> Thing:
    if name == "joinpath":
        return Atom(posixpath.normpath(posixpath.join(value, *words)), span)
    if name == "replace" and len(words) == 2:
        return Atom(value.replace(words[0], words[1]), span)
    if name == "split" and len(words) == 1 and words[0]:
        return Items([Atom(part, span) for part in value.split(words[0])], span)
    if name == "split" and not words:
        return Items([Atom(part, span) for part in value.split()], span)
    if name in ("startswith", "endswith") and len(words) == 1:
        return Atom(value.startswith(words[0]) if name == "startswith" else value.endswith(words[0]), span)
    return Opaque(span, "it isn't computed here")


def _formatted(target: Atom | Text, arguments: list[Thing], span: Span) -> Thing:
    """`"{}-{name}".format(a, name=b)`."""
    unknown = Opaque(span, "it isn't computed here")
    if not isinstance(target, Atom) or not isinstance(target.value, str):
        return unknown
    named = arguments[-1] if arguments and isinstance(arguments[-1], Named) else None
    plain = [argument for argument in arguments if argument is not named]
    parts: list[Thing] = []
    at, count = 0, 0
    for match in _PLACE.finditer(target.value):
        parts.append(Atom(target.value[at : match.start()], span))
        at = match.end()
        if match[1] is None:
            parts.append(Atom(match[0][0], span))
            continue
        place = int(match[1]) if match[1].isdigit() else count if not match[1] else -1
        count += not match[1]
        by_name = named.get(match[1]) if named is not None else None
        value = plain[place] if 0 <= place < len(plain) else by_name
        parts.append(value if value is not None else unknown)
    parts.append(Atom(target.value[at:], span))
    return unknown if re.search(r"\{[^{}]*[^\w{}]", target.value) else joined(parts, span)


def paths(path: str) -> list[str]:
    """The folders above a path, the nearest first."""
    found: list[str] = []
    while posixpath.dirname(path) not in ("", path) and len(found) < 50:
        path = posixpath.dirname(path)
        found.append(path)
    return found
