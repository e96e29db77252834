"""`fileset()`: the files of a folder that a pattern names, as far as the project itself holds them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lambdalint.pattern import pattern

_SOURCES = frozenset(("csv", "go", "graphql", "hcl", "json", "sql", "toml", "yaml", "yml"))  # nobody builds them
_TOKEN = pattern(r"\*\*/?|\*|\?|\[\^?[^\]/]+\]|[{},]|\\.|[^*?\[{},\\]+|.")
_LONGEST = 200
_STARS = 4


def matching(paths: Sequence[str], folder: str, wanted: str) -> list[str] | None:
    """The paths under `folder`, relative to it, that the pattern names; None where more of them may be built."""
    suffixes = set(wanted.rpartition(".")[2].strip("{}").split(","))
    if not suffixes <= _SOURCES or len(wanted) > _LONGEST or wanted.count("*") > _STARS or not paths:
        return None
    try:
        named = re.compile(_expression(wanted), re.DOTALL)
    except re.error:
        return None
    above = "" if folder == "." else f"{folder}/"
    inside = (path.removeprefix(above) for path in paths if path.startswith(above))
    return [path for path in inside if len(path) <= _LONGEST and named.fullmatch(path)]


def _expression(wanted: str) -> str:
    parts, depth = [], 0
    for token in _TOKEN.findall(wanted):
        if token.startswith("**"):
            parts.append("(?:[^/]+/)*" if token.endswith("/") else ".*")
        elif token in "*?":
            parts.append("[^/]*" if token == "*" else "[^/]")
        elif token[0] == "[" and len(token) > 1:
            parts.append(token.replace("\\", ""))
        elif token == "{":
            depth += 1
            parts.append("(?:")
        elif token in "},":
            inside = depth > 0
            depth -= inside and token == "}"
            parts.append(("|" if token == "," else ")") if inside else token)
        else:
            parts.append(re.escape(token[1:] if token[0] == "\\" and len(token) > 1 else token))
    return "".join(parts) + ")" * depth
