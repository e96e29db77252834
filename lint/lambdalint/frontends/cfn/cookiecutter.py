"""What `cookiecutter.json` says of the names that stand in the templates beside it: defaults, which may be changed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

_FOLDER = "{{"
_SIMPLE = re.compile(r"(?:-\s*)?cookiecutter\.(\w+)(?:\s*-)?")
_WHOLE = re.compile(r"\{\{\s*(?:-\s*)?cookiecutter\.(\w+)(?:\s*-)?\s*\}\}")
_OTHER = re.compile(r"(?:nodejs|python|ruby|java|dotnet(?:core)?)\d[\w.]*")
_APART = re.compile(r"\W+")
_CHAIN = 8  # defaults that name other defaults


class Defaults:
    """The choices for each name; the first of several is taken where nobody chooses."""

    def __init__(self, choices: Mapping[str, tuple[str, ...]]) -> None:
        self._choices = choices

    def name(self, words: str) -> str:
        """What to call what an expression gives: its default, or the expression as one word."""
        simple = _SIMPLE.fullmatch(words)
        known = self._default(simple[1]) if simple is not None else None
        return known or _APART.sub("_", words).strip("_") or "value"

    def other_runtime(self, text: str) -> str | None:
        """The runtime that a text stands for by default, where all choices are those of other languages than Go."""
        whole = _WHOLE.fullmatch(text.strip())
        choices = self._choices.get(whole[1], ()) if whole is not None else ()
        return choices[0] if choices and all(map(_OTHER.fullmatch, choices)) else None

    def _default(self, name: str) -> str | None:
        """A default in which no other name is left."""
        text = self._choices.get(name, ("",))[0]
        for _ in range(_CHAIN):
            if _FOLDER not in text:
                break
            text = _WHOLE.sub(lambda found: self._choices.get(found[1], ("",))[0], text)
        return text if text and _FOLDER not in text else None


def defaults(path: str, look: Callable[[str], bytes | None]) -> Defaults:
    """The defaults for a file in a folder whose name cookiecutter fills in; none elsewhere."""
    folders = path.split("/")[:-1]
    named = next((at for at, folder in enumerate(folders) if folder.startswith(_FOLDER)), None)
    data = look("/".join([*folders[:named], "cookiecutter.json"])) if named is not None else None
    try:
        content: Any = json.loads(data) if data is not None else None
    except (ValueError, RecursionError):
        content = None
    found = content if isinstance(content, dict) else {}
    return Defaults({name: choices for name, value in found.items() if (choices := _choices(value))})


def _choices(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(str(one) for one in listed) if all(isinstance(one, str | int) for one in listed) else ()
