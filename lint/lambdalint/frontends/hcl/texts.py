"""The functions of the Terraform language that make texts of known values."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping

from lambdalint.frontends.hcl.operators import number
from lambdalint.frontends.hcl.sequences import SIZE_LIMIT, Arguments, Function, items_of
from lambdalint.frontends.hcl.values import (
    HclValue,
    Items,
    Part,
    Partial,
    Scalar,
    joined,
    moved,
    parts_of,
    plain,
    text_of,
)
from lambdalint.pattern import pattern
from lambdalint.source import Span

_VERB = pattern(r"(%%|%(?:\[\d+\])?[-+# 0-9.]*[a-zA-Z])")
_PARTS = pattern(r"%(?:\[(\d+)\])?([-+# 0]*\d{0,2}(?:\.\d{1,2})?)([a-zA-Z])")
_WORD = pattern(r"(?<!\w)\w")


def _text(transform: Callable[[str], str]) -> Function:
    def function(arguments: Arguments, span: Span) -> HclValue | None:
        if len(arguments) == 1 and isinstance(arguments[0], Scalar) and arguments[0].value is not None:
            return Scalar(transform(text_of(arguments[0].value)), span)
        return None

    return function


def _format(arguments: Arguments, span: Span) -> HclValue | None:
    if not arguments or not isinstance(arguments[0], Scalar):
        return None
    parts: list[Part] = []
    at = 1
    for i, piece in enumerate(_VERB.split(text_of(arguments[0].value))):
        if i % 2 == 0 or piece == "%%":
            parts.append(piece if i % 2 == 0 else "%")
            continue
        verb = _PARTS.fullmatch(piece)
        at = int(verb[1]) if verb is not None and verb[1] else at
        shown = _shown(verb[2], verb[3], arguments[at]) if verb is not None and 0 < at < len(arguments) else None
        if shown is None:
            return None
        parts += shown
        at += 1
    return plain(Partial(joined(tuple(parts)) or ("",), span))


def _shown(flags: str, verb: str, value: HclValue) -> tuple[Part, ...] | None:
    """A value as a verb of a format writes it."""
    if not flags and verb in "sdv":
        return parts_of(value)
    if not isinstance(value, Scalar) or value.value is None:
        return None
    if verb == "t" and not flags:
        return (text_of(value.value),)
    if verb == "s":
        return (f"%{flags}s" % text_of(value.value),)
    found = number(value)
    if found is None or verb not in "dxXf" or (verb != "f" and not isinstance(found, int)):
        return None
    return (f"%{flags}{verb}" % found,)


def _format_list(arguments: Arguments, span: Span) -> HclValue | None:
    lists = [items for a in arguments[1:] if (items := items_of(a)) is not None]
    if not lists or len({len(items) for items in lists}) != 1:
        return None
    texts: list[HclValue] = []
    for at in range(len(lists[0])):
        row = [a.items[at] if isinstance(a, Items) else a for a in arguments[1:]]
        text = _format([arguments[0], *map(plain, row)], span)
        if text is None or len(texts) > SIZE_LIMIT:
            return None
        texts.append(text)
    return Items(tuple(texts), True, span)


def _join(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 2 or not isinstance(arguments[0], Scalar) or not isinstance(arguments[1], Items):
        return None
    items = arguments[1].items
    if not arguments[1].complete and len(items) != 1:
        return None
    parts: list[Part] = []
    for i, item in enumerate(items):
        part = parts_of(plain(item))
        if part is None:
            return None
        parts += ([text_of(arguments[0].value)] if i else []) + list(part)
    if len(items) == 1 and not isinstance(items[0], Scalar):
        return moved(items[0], span)
    return plain(Partial(joined(tuple(parts)) or ("",), span))


def _split(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 2 or not all(isinstance(a, Scalar) for a in arguments):
        return None
    separator, text = (text_of(a.value) for a in arguments if isinstance(a, Scalar))
    pieces = text.split(separator) if separator else list(text)
    return Items(tuple(Scalar(p, span) for p in pieces), True, span)


def _replace(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 3 or not all(isinstance(a, Scalar) for a in arguments):
        return None
    text, old, new = (text_of(a.value) for a in arguments if isinstance(a, Scalar))
    if len(old) > 1 and old.startswith("/") and old.endswith("/"):
        from lambdalint.frontends.hcl.patterns import replaced

        made = replaced(text, old[1:-1], new)
        return Scalar(made, span) if made is not None else None
    return Scalar(text.replace(old, new), span)


def _substr(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 3 or not isinstance(arguments[0], Scalar):
        return None
    start, length = number(arguments[1]), number(arguments[2])
    if not isinstance(start, int) or not isinstance(length, int):
        return None
    text = text_of(arguments[0].value)
    start = max(start + len(text), 0) if start < 0 else start
    return Scalar(text[start:] if length < 0 else text[start : start + length], span)


def _trim(side: str) -> Function:
    def function(arguments: Arguments, span: Span) -> HclValue | None:
        if len(arguments) != 2 or not all(isinstance(a, Scalar) for a in arguments):
            return None
        text, cut = (text_of(a.value) for a in arguments if isinstance(a, Scalar))
        if side == "prefix":
            return Scalar(text.removeprefix(cut), span)
        if side == "suffix":
            return Scalar(text.removesuffix(cut), span)
        return Scalar(text.strip(cut), span)

    return function


def _indent(arguments: Arguments, span: Span) -> HclValue | None:
    count = number(arguments[0]) if len(arguments) == 2 else None
    if not isinstance(count, int) or not 0 <= count < 100 or not isinstance(arguments[1], Scalar):
        return None
    return Scalar(text_of(arguments[1].value).replace("\n", "\n" + " " * count), span)


def _base(path: str) -> str:
    return posixpath.basename(path.rstrip("/")) or ("/" if path else ".")


def _folder(path: str) -> str:
    return posixpath.normpath(posixpath.dirname(path))


def _title(text: str) -> str:
    return _WORD.sub(lambda letter: letter[0].upper(), text)


def _affix(test: Callable[[str, str], bool]) -> Function:
    def function(arguments: Arguments, span: Span) -> HclValue | None:
        if len(arguments) != 2 or not all(isinstance(a, Scalar) for a in arguments):
            return None
        text, cut = (text_of(a.value) for a in arguments if isinstance(a, Scalar))
        return Scalar(test(text, cut), span)

    return function


FUNCTIONS: Mapping[str, Function] = {
    "basename": _text(_base),
    "chomp": _text(lambda text: text.rstrip("\r\n")),
    "dirname": _text(_folder),
    "endswith": _affix(str.endswith),
    "format": _format,
    "formatlist": _format_list,
    "indent": _indent,
    "join": _join,
    "lower": _text(str.lower),
    "replace": _replace,
    "split": _split,
    "startswith": _affix(str.startswith),
    "strcontains": _affix(lambda text, cut: cut in text),
    "strrev": _text(lambda text: text[::-1]),
    "substr": _substr,
    "title": _text(_title),
    "trim": _trim("both"),
    "trimprefix": _trim("prefix"),
    "trimspace": _text(str.strip),
    "trimsuffix": _trim("suffix"),
    "upper": _text(str.upper),
}
