"""Texts in Go code that are secrets: string literals, judged by their shape and by the name they are given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.model.code import CodeSecret
from lambdalint.pattern import pattern
from lambdalint.secrets import classify
from lambdalint.source import Span

# Literals and comments, by their first character. A literal's text is in one group, or in the other.
_TOKENS = pattern(
    rb'["`\x27/](?:(?<=")([^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"|(?<=`)([^`]*+)`|(?<=/)(?:/[^\n]*+|\*.*?\*/)'
    rb"|(?<=')[^'\\\n]*+(?:\\.[^'\\\n]*+)*+')",
    re.DOTALL,
)
# Every secret has one of these in it.
_HINT = pattern(rb"[\w+/=~.\x80-\xff-]{12}|[@=]|PRIVATE")
# What stands before a literal and names it: `name = `, `name string = `, `Field: `, `"key": `, `Setenv("KEY", `.
_NAMED = pattern(rb'(?:"([\w.-]+)"\s*:|(\w+)(?:\s+string)?\s*(?::=|=|:)|Setenv\(\s*"(\w+)",)\s*(?:\[\]byte\(\s*)?$')
_VERB = pattern(r"%[-+# 0]*[\d.]*[svdqx]")
_OPAQUE = pattern(r"(?=.*\d)[\w+/=~.-]{12,}")
_SHORTEST = 6


def secrets_in(path: str, data: bytes, start: int = 0) -> Iterator[CodeSecret]:
    """The string literals of a Go file, from an offset on, that hold a secret; comments don't count."""
    for match in _TOKENS.finditer(data, start):
        literal = match[match.lastindex] if match.lastindex else b""
        if len(literal) < _SHORTEST or not _HINT.search(literal):
            continue
        text = literal.decode("utf-8", "replace")
        if "%" in text:
            text = _VERB.sub("${…}", text)
        kind, name = classify("", text), ""
        # names are chosen more freely in code: only what nobody would write by hand counts by its name
        if kind is not None or _OPAQUE.fullmatch(text):
            name = _name_before(match.start(), data)
            kind = classify(name, text)
        if kind is not None:
            yield CodeSecret(Span(path, match.start(), match.end()), name, kind)


def _name_before(start: int, data: bytes) -> str:
    """What names the literal that starts there; empty where nothing does."""
    named = _NAMED.search(data[data.rfind(b"\n", 0, start) + 1 : start])
    return next((g for g in named.groups() if g), b"").decode("utf-8", "replace") if named else ""
