"""Settings as they were written: where each one stands, and whether it can be used."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Any

from lambdalint import __version__, registry
from lambdalint.config import FORMATS, LEVELS, STARTS, Pattern
from lambdalint.config.keys import Key
from lambdalint.errors import ConfigError
from lambdalint.paths import StrPath, inside
from lambdalint.record import NamedTuple
from lambdalint.spelling import nearest

_WORDS = {"level": LEVELS, "format": FORMATS, "start": STARTS}


class Setting(NamedTuple):
    """A value as TOML has it.

    `file` is the file it was read from as people read its name (`command line` where there is none), `line` where it
    begins (0: can't be told), `text` the whole text of the file, `base` the folder its patterns are seen from.
    """

    value: Any
    file: str
    line: int
    text: str
    base: str | None

    @property
    def origin(self) -> str:
        """`file:line`, or what is known of it."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def origin_of(self, word: str) -> str:
        """`file:line` of a word inside the value: the first line, from the setting on, that has it."""
        whole = re.compile(rf"(?<![\w*/-]){re.escape(word)}(?![\w.*/-])")
        for number, line in enumerate(self.text.splitlines(), 1):
            if number >= self.line > 0 and whole.search(line):
                return f"{self.file}:{number}"
        return self.origin


def line_of(text: str, prefix: str, name: str) -> int:
    """The line where a setting begins in a TOML text, 0 where it can't be told.

    `name` is dotted, `prefix` the table that all settings live in.
    """
    full = f"{prefix}.{name}" if prefix else name
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line)
        key = re.match(r"\s*([\w.\"'-]+)\s*=", line)
        if header is not None:
            inside = _bare(header[1])
            reached = inside
        elif key is not None:
            reached = f"{inside}.{_bare(key[1])}" if inside else _bare(key[1])
        else:
            continue
        if reached == full or reached.startswith(full + "."):
            return number
    return 0


def _bare(name: str) -> str:
    return re.sub(r"[\s\"']", "", name)


def judge(key: Key, setting: Setting) -> None:
    """Raise ConfigError unless a value has the shape of its setting and names only what exists."""
    value = setting.value
    wrong = _mismatch(key.shape, value)
    if wrong:
        raise ConfigError(f"{setting.origin}: `{key.name}` {wrong}")
    if key.name == "required-version":
        _check_version(value, setting.origin)
    elif key.shape in ("selectors", "levels", "options"):
        _check_selectors(value, key.name, setting)
    elif key.shape == "ignores":
        for selectors in value.values():
            _check_selectors(selectors, key.name, setting)


def _mismatch(shape: str, value: object) -> str | None:
    """What is wrong with the shape of a value, as the end of a sentence."""
    if shape == "bool":
        return None if isinstance(value, bool) else "must be true or false"
    if shape == "count":
        good = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        return None if good else "must be a number from 0"
    if shape == "file":
        return None if isinstance(value, Pattern) and value.glob else "must be a path"
    if shape == "string":
        return None if isinstance(value, str) and value else "must be a text"
    if shape in _WORDS:
        return _not_one_of(value, _WORDS[shape])
    if shape in ("strings", "selectors"):
        return None if _are_texts(value) else "must be a list of texts"
    return _mismatch_inside(shape, value)


def _mismatch_inside(shape: str, value: Any) -> str | None:
    if shape == "functions":
        return None if isinstance(value, list) and all(map(_is_pair, value)) else "must be a list of { code, resource }"
    if not isinstance(value, dict):
        return "must be a table"
    for name, item in value.items():
        if shape == "levels" and (wrong := _not_one_of(item, LEVELS)):
            return f"{wrong} for {name}"
        if shape == "ignores" and not _are_texts(item):
            return f"must have a list of rules for {name.glob}"
        if shape == "options" and not isinstance(item, dict):
            return f"must have a table for {name}"
    return None


def _is_pair(item: object) -> bool:
    return isinstance(item, dict) and set(item) == {"code", "resource"} and _are_texts(list(item.values()))


def _are_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(item, Pattern) or (isinstance(item, str) and item.strip()) for item in value
    )


def _not_one_of(value: object, words: tuple[str, ...]) -> str | None:
    if value in words:
        return None
    hint = suggest(value, words) if isinstance(value, str) else ""
    return f"must be one of {', '.join(words)}{hint}"


def _check_selectors(selectors: Iterable[str], name: str, setting: Setting) -> None:
    for word in selectors:
        if not registry.is_selector(word):
            hint = registry.suggestion(word)
            raise ConfigError(f"{setting.origin_of(word)}: `{name}` has {word!r}, which is no rule{hint}")
        if name == "rules":
            registry.find(word)


def _check_version(wanted: str, where: str) -> None:
    """Raise ConfigError unless this version fulfils all conditions, each an operator and a version."""
    own = _version(__version__)
    for part in wanted.split(","):
        match = re.fullmatch(r"\s*(>=|<=|==|!=|>|<)?\s*(\d+(?:\.\d+)*)\s*", part)
        if match is None:
            raise ConfigError(f"{where}: `required-version` must look like >=0.1 or >=0.1,<2")
        other = _version(match[2])
        holds = {
            ">=": own >= other,
            "<=": own <= other,
            "==": own == other,
            "!=": own != other,
            ">": own > other,
            "<": own < other,
        }[match[1] or "=="]
        if not holds:
            raise ConfigError(f"{where}: this project needs lambdalint {wanted}, and this is {__version__}")


def _version(text: str) -> tuple[int, ...]:
    numbers = [int(number) for number in re.findall(r"\d+", text)[:3]]
    return tuple(numbers + [0] * (3 - len(numbers)))


def suggest(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?` for a misspelt word, or an empty string."""
    near = nearest(word, known)
    return f"; did you mean `{near}`?" if near else ""


def shown(path: StrPath) -> str:
    """A path as people read it: relative to the working directory where it lies below."""
    near = inside(os.fspath(path), os.getcwd())
    return os.fspath(path) if near is None else near or "."
