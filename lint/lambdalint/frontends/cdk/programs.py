"""Where CDK programs run, and how: what their `cdk.json` says."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Collection
from typing import Any

from lambdalint.paths import around


def home(path: str, paths: Collection[str], marks: tuple[str, ...]) -> str:
    """The nearest folder around a file that holds one of the marks, the first of them before the others."""
    for name in marks:
        for folder in around(path):
            if posixpath.join(folder, name) in paths:
                return folder or "."
    return "."


def has_settings(path: str, paths: Collection[str]) -> bool:
    """True where a cdk.json around the file names the program."""
    return any(posixpath.join(folder, "cdk.json") in paths for folder in around(path))


def settings(data: bytes) -> tuple[str, frozenset[str]]:
    """The command and the feature flags of a cdk.json."""
    try:
        content: Any = json.loads(data)
    except (ValueError, RecursionError):
        return "", frozenset()
    if not isinstance(content, dict):
        return "", frozenset()
    command = content.get("app")
    context = content.get("context")
    flags = {k for k, v in context.items() if v is True} if isinstance(context, dict) else set()
    return command if isinstance(command, str) else "", frozenset(flags)


def words(command: str) -> list[str]:
    """The words of a command that aren't options."""
    return [word for word in command.replace('"', " ").replace("'", " ").split() if not word.startswith("-")]
