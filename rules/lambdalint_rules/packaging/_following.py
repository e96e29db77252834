"""What a command does with a file that it names, and whether it may be given another name."""

from __future__ import annotations

import posixpath
import re

FOLLOWING = frozenset(
    {"chmod", "du", "file", "ls", "md5sum", "rm", "sha256sum", "shasum", "stat", "strip", "test", "touch", "upx", "["}
)
"""Commands that do the same to a file whatever its name is."""

TALKING = frozenset({"echo", "printf", "#", ":"})
_PREFIXES = frozenset({"sudo", "-", "run:", "cmd:", "script:", "command:", "if", "then", "do", "time", "env", "-cmd:"})
_SEPARATORS = re.compile(r"&&|\|\||[;|(]|['\"`]\s*,\s*['\"`]")  # the last is that of lists in programs
_RECIPE = re.compile(r"(?:\t|[^\s#=][^#=;]*:[^=;]*;)[\t @+-]*")
_REFERENCE = re.compile(r"\$[({]\w+[)}]")


def is_makefile(path: str) -> bool:
    """True for a file that make reads."""
    name = posixpath.basename(path).lower()
    return name.startswith(("makefile", "gnumakefile")) or name.endswith(".mk")


def follows(before: str, after: str, path: str, telling: bool = False) -> bool | None:
    """True where a mention follows, False where it may stay, None where something would miss the file.

    `telling`: it surely names a file.
    """
    before = _REFERENCE.sub("$", before)
    if is_makefile(path):
        recipe = _RECIPE.match(before)
        if recipe is None:
            return telling and _is_of_rule(before, after)  # other targets are names for people
        before = before[recipe.end() :]
    if after.startswith(":"):
        return False
    if path.lower().endswith((".yml", ".yaml")) and re.fullmatch(r"\s*(- )?([\w.-]+: *)?[\[\"']*[\w, ]*", before):
        return None if telling or before.strip().endswith(("run:", "cmd:")) else False
    words = _SEPARATORS.split(before)[-1].split()
    while words and (words[0] in _PREFIXES or re.fullmatch(r"\w+=\S*", words[0])):
        words.pop(0)
    if not words:
        return None if after.strip() or before.strip() else False
    if words[:2] == ["aws", "lambda"]:
        return False
    if words[0] in FOLLOWING:
        return True
    return False if words[0] in TALKING or words[0].startswith("#") or "#" in words else None


def _is_of_rule(before: str, after: str) -> bool:
    """True for a file that a rule of a makefile makes or needs."""
    targets, colon, _ = f"{before} {after}".partition(":")
    return bool(colon) and before[:1] not in ("\t", " ") and "=" not in before + after and "#" not in targets
