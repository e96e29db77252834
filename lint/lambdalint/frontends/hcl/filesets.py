"""`fileset()`: the files of a folder that a pattern names, as far as the project itself holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from lambdalint.pattern import pattern

_SOURCES = frozenset(("csv", "go", "graphql", "hcl", "json", "sql", "toml", "yaml", "yml"))  # nobody builds them
_TOKEN = pattern(r"\*\*/?|\*|\?|\[\^?[^\]/]+\]|\\.|[^*?\[\\]|.")
_CHOICE = pattern(r"(\{[^{}]*\})")
_LONGEST = 200
_MOST = 32  # patterns that one stands for


def matching(paths: Sequence[str], folder: str, wanted: str) -> list[str] | None:
    """The paths under `folder`, relative to it, that the pattern names; None where more of them may be built."""
    suffixes = set(wanted.rpartition(".")[2].strip("{}").split(","))
    if not suffixes <= _SOURCES or len(wanted) > _LONGEST or not paths:
        return None
    plain = list(_plain(wanted))
    if len(plain) > _MOST or any("{" in one or "}" in one for one in plain):
        return None
    above = "" if folder == "." else f"{folder}/"
    inside = (path.removeprefix(above) for path in paths if path.startswith(above))
    tokens = [_TOKEN.findall(one) for one in plain]
    return [path for path in inside if any(_names(one, path) for one in tokens)]


def _plain(wanted: str) -> Iterator[str]:
    """The patterns without braces, and without folders that may be there, that a pattern stands for."""
    parts = [part[1:-1].split(",") if part.startswith("{") else [part] for part in _CHOICE.split(wanted)]
    for count, chosen in enumerate(product(*parts)):
        if count > _MOST:
            return
        pieces = "".join(chosen).split("**/")
        for here in product(("", "**/"), repeat=min(len(pieces) - 1, 6)):
            yield pieces[0] + "".join(gap + piece for gap, piece in zip(here, pieces[1:], strict=False))


def _names(tokens: Sequence[str], path: str) -> bool:
    """Whether tokens of a pattern match a path: all places in the pattern are followed at once."""
    at = _open({0}, tokens)
    for character in path:
        after = set()
        for place in at:
            token = tokens[place] if place < len(tokens) else ""
            if token in ("*", "**", "**/") and (character != "/" or token != "*"):
                after.add(place)
            if token and _ends(token, character):
                after.add(place + 1)
        at = _open(after, tokens)
        if not at:
            return False
    return len(tokens) in at


def _open(places: set[int], tokens: Sequence[str]) -> set[int]:
    """The places, and those behind tokens that may match nothing."""
    found = set(places)
    for place in places:
        while place < len(tokens) and tokens[place] in ("*", "**"):
            place += 1
            found.add(place)
    return found


def _ends(token: str, character: str) -> bool:
    """Whether a token may match no more than a character, or ends with it."""
    if token.startswith("*"):
        return token == "**/" and character == "/"
    if token == "?":
        return character != "/"
    if len(token) > 2 and token[0] == "[":
        other = token[1] == "^"
        return _is_among(token[1 + other : -1], character) != other and character != "/"
    return token[-1] == character


def _is_among(members: str, character: str) -> bool:
    """Whether a class of characters holds one: `a-z` is a range."""
    at = 0
    while at < len(members):
        if members[at + 1 : at + 2] == "-" and at + 2 < len(members):
            if members[at] <= character <= members[at + 2]:
                return True
            at += 3
        elif members[at] == character:
            return True
        else:
            at += 1
    return False
