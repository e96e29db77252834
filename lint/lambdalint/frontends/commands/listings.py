"""What commands print that list files: `ls` and `find`, alone or through filters that pick a part of each path."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

from lambdalint.frontends.commands.words import Expander, Field
from lambdalint.frontends.text import UNKNOWN, Files, place
from lambdalint.pattern import pattern
from lambdalint.syntax import bash

LINES = 1000
"""A longer list is not followed."""
_FILES = 20_000
"""A list that so many files are gone through for isn't either."""
_DEPTH = 30
_STARS = 6
_PRINT = pattern(r"\{\s*print\s*\$(?:(\d+)|(NF)|\(NF\s*-\s*(\d+)\))\s*;?\s*\}")
_RANGE = pattern(r"(\d+)(?:(-)(\d*))?")
_PLAIN = pattern(r"\^?(?:[\w/ -]|\\\.|\.\*?|\[\^?/\]\*?)*\$?")
_GLOB = "*?["


def printed(files: Files, folder: str | None, words: Expander, commands: Sequence[bash.Command]) -> list[str] | None:
    """The lines that a pipeline prints in a folder, None where it isn't one that only lists files, or finds none."""
    stages = [_fields(words, c) for c in _stages(words, commands)]
    if folder is None or folder.startswith("/") or not all(stages):
        return None
    listing = {"ls": _listed, "find": _found}.get(stages[0][0].data) if stages else None
    lines = listing(files, folder, stages[0][1:]) if listing is not None else None
    for name, *rest in stages[1:]:
        if lines is None or len(lines) > LINES or name.data not in _FILTERS:
            return None
        lines = _FILTERS[name.data](lines, [f.data for f in rest])
    return [line for line in lines if line] or None if lines is not None else None


def _stages(words: Expander, commands: Sequence[bash.Command]) -> list[bash.Simple]:
    """The commands of a pipeline, none where the commands are something else."""
    found: list[bash.Simple] = []
    at: int | None = None
    for command in commands:
        inner = command.body if isinstance(command, bash.Subshell) else (command,)
        apart = at is not None and words.text.data[at : command.start].strip() != "|"
        if apart or len(inner) != 1 or not isinstance(inner[0], bash.Simple):
            return []
        found.append(inner[0])
        at = command.end
    return found


def _fields(words: Expander, command: bash.Simple) -> list[Field]:
    fields = [] if command.assignments else words.fields(command.words)
    return [] if any(f.loose or not f.text.known for f in fields) else fields


# -- lists -------------------------------------------------------------------------------------------------------


def _listed(files: Files, folder: str, rest: list[Field]) -> list[str] | None:
    flags = "".join(f.data[1:] for f in rest if f.data.startswith("-"))
    if flags.strip("1d"):
        return None
    found: list[str] = []
    operands = [f for f in rest if not f.data.startswith("-")]
    for operand in operands:
        found += files.glob(folder, operand.data) if any(c in operand.data for c in _GLOB) else [operand.data]
    places = [place(folder, f) for f in found]
    if operands and ("d" in flags or not any(p is None or files.is_folder(p) for p in places)):
        return found
    only = places[0] if len(places) == 1 else None if operands else folder
    return [n for n in files.names(only) if not n.startswith(".")] if only is not None and "d" not in flags else None


def _found(files: Files, folder: str, rest: list[Field]) -> list[str] | None:
    words = [f.data for f in rest]
    first = next((i for i, w in enumerate(words) if w.startswith(("-", "!", "(", "\\"))), len(words))
    tests = _tests(words[first:])
    if tests is None:
        return None
    kind, wanted, low, high, shown = tests
    found: list[str] = []
    seen = 0
    for start in words[:first] or ["."]:
        base = place(folder, start)
        if base is None or base.startswith("/"):
            return None
        for path, depth, inside in _walk(files, base, start, 0, high):
            if depth >= low and kind in ("", "d" if inside else "f") and all(w(path) for w in wanted):
                found.append(shown(path))
            seen += 1
            if len(found) > LINES or seen > _FILES:
                return None
    return found


_Tests = tuple[str, list[Callable[[str], bool]], int, int, Callable[[str], str]]


def _tests(words: list[str]) -> _Tests | None:
    """What the expression of a `find` asks for: the kind, what holds for a path, the least and the greatest depth,
    and what is shown of it.
    """
    kind, wanted, low, high = "", list[Callable[[str], bool]](), 0, _DEPTH
    shown: Callable[[str], str] = str
    left = iter(words)
    for word in left:
        other = word in ("!", "-not")
        word, value = next(left, "") if other else word, next(left, "") if word != "-print" else ""
        if word in ("-name", "-iname", "-path") and "[" not in value and value.count("*") <= _STARS:
            wanted.append(_named(word, value, other))
        elif other:
            return None
        elif word == "-type" and value in ("f", "d"):
            kind = value
        elif word == "-maxdepth" and value.isdecimal():
            high = min(int(value), _DEPTH)
        elif word == "-mindepth" and value.isdecimal():
            low = int(value)
        elif word == "-exec" and value in _PARTS and list(left) in (["{}", ";"], ["{}", "+"]):
            shown = _PARTS[value]
        elif word != "-print":
            return None
    return kind, wanted, low, high, shown


def _named(word: str, value: str, other: bool) -> Callable[[str], bool]:
    """The test that a name or a path matches a pattern, or, with `other`, doesn't."""
    text = "".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in value)
    test = re.compile(text, re.IGNORECASE if word == "-iname" else 0).fullmatch
    return lambda path: (test(path if word == "-path" else _basename(path)) is None) == other


def _walk(files: Files, base: str, shown: str, depth: int, high: int) -> Iterator[tuple[str, int, bool]]:
    """What lies under a path as `find` shows it, how deep, and whether it is a folder."""
    inside = files.is_folder(base)
    if depth == 0 and not inside and base not in files.paths:
        return
    yield shown, depth, inside
    for name in files.names(base) if inside and depth < high else ():
        inner = name if base == "." else f"{base}/{name}"
        yield from _walk(files, inner, f"{shown.removesuffix('/')}/{name}", depth + 1, high)


# -- filters -----------------------------------------------------------------------------------------------------


def _dirname(path: str) -> str:
    return posixpath.dirname(path.rstrip("/")) or "."


def _basename(path: str) -> str:
    return posixpath.basename(path.rstrip("/"))


_PARTS: dict[str, Callable[[str], str]] = {"dirname": _dirname, "basename": _basename}


def _sorted(lines: list[str], rest: list[str]) -> list[str] | None:
    return (sorted(set(lines)) if "-u" in rest else sorted(lines)) if rest in ([], ["-u"]) else None


def _once(lines: list[str], rest: list[str]) -> list[str] | None:
    return list(dict.fromkeys(lines)) if not rest else None


def _option(rest: list[str], letter: str) -> tuple[str, list[str]]:
    """The value of an option, attached or not, and the other words."""
    for i, word in enumerate(rest):
        if word == f"-{letter}" and i + 1 < len(rest):
            return rest[i + 1], rest[:i] + rest[i + 2 :]
        if word.startswith(f"-{letter}"):
            return word[2:], rest[:i] + rest[i + 1 :]
    return "", rest


def _awk(lines: list[str], rest: list[str]) -> list[str] | None:
    mark, rest = _option(rest, "F")
    match = _PRINT.fullmatch(rest[0].strip()) if len(rest) == 1 and len(mark) == 1 else None
    if match is None:
        return None
    split = [line.split(mark) for line in lines]
    at = int(match[1]) - 1 if match[1] else -1 - int(match[3] or 0)
    if match[1] == "0":
        return lines
    return [s[at] if -len(s) <= at < len(s) else "" for s in split]


def _cut(lines: list[str], rest: list[str]) -> list[str] | None:
    mark, rest = _option(rest, "d")
    chosen, rest = _option(rest, "f")
    match = _RANGE.fullmatch(chosen)
    if match is None or len(mark) != 1 or rest:
        return None
    low = int(match[1])
    high = int(match[3]) if match[3] else None if match[2] else low
    return [mark.join(line.split(mark)[low - 1 : high]) if mark in line else line for line in lines] if low else None


def _xargs(lines: list[str], rest: list[str]) -> list[str] | None:
    at = next((i for i, w in enumerate(rest) if w in _PARTS), len(rest))
    if at == len(rest) or rest[at + 1 :] not in ([], ["{}"]):
        return None
    return [_PARTS[rest[at]](line) for line in lines]


def _sed(lines: list[str], rest: list[str]) -> list[str] | None:
    """Replacements of what is written out, or of what stands before or behind it."""
    texts = [w for w in rest if w not in ("-e", "-E", "-r")]
    for command in (c.strip() for t in texts for c in t.split(";")):
        parts = command[2:].split(command[1]) if command.startswith("s") and len(command) > 3 else []
        if len(parts) != 3 or parts[2] not in ("", "g") or any(c in parts[1] for c in "&\\"):
            return None
        if _PLAIN.fullmatch(parts[0]) is None or parts[0].count("*") > 1:
            return None
        lines = [re.sub(parts[0], parts[1], line, count=not parts[2]) for line in lines]
    return lines if texts and not any(UNKNOWN in line for line in lines) else None


_FILTERS: dict[str, Callable[[list[str], list[str]], list[str] | None]] = {
    "sort": _sorted,
    "uniq": _once,
    "awk": _awk,
    "cut": _cut,
    "xargs": _xargs,
    "sed": _sed,
}
