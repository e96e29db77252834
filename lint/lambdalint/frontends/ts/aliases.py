"""Names that `tsconfig.json` gives to places of a project: `"paths": {"@lib/*": ["src/lib/*"]}`."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

_FILE = pattern(r"(?:tsconfig|jsconfig)[\w.-]*\.json")
_TEXT_OR_COMMENT = pattern(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_TRAILING = pattern(r",(\s*[}\]])")


class Alias(NamedTuple):
    """A name for places, as seen from a folder and below. `*` in the pattern stands for any text."""

    folder: str
    pattern: str
    targets: tuple[str, ...]


def aliases(reader: Callable[[str], bytes | None], paths: Sequence[str]) -> tuple[Alias, ...]:
    """All names that the configurations among `paths` give, those of inner folders first."""
    files = [p for p in paths if _FILE.fullmatch(posixpath.basename(p)) and "node_modules" not in p]
    found = [alias for path in files for alias in _of_file(reader(path) or b"", posixpath.dirname(path))]
    return tuple(sorted(found, key=lambda alias: (-len(alias.folder), -len(alias.pattern))))


def places(known: Sequence[Alias], name: str, path: str) -> Iterator[str]:
    """Where a module that a file asks for may be, without its ending."""
    for alias in known:
        inside = not alias.folder or path.startswith(alias.folder + "/")
        head, star, tail = alias.pattern.partition("*")
        if not inside or not name.startswith(head) or not name.endswith(tail):
            continue
        if not star and name != alias.pattern:
            continue
        middle = name[len(head) : len(name) - len(tail)] if star else ""
        for target in alias.targets:
            yield posixpath.normpath(target.replace("*", middle))


def _of_file(data: bytes, folder: str) -> Iterator[Alias]:
    text = _TEXT_OR_COMMENT.sub(lambda match: match[1] or "", data.decode("utf-8", "replace"))
    try:
        content: Any = json.loads(_TRAILING.sub(r"\1", text))
    except (ValueError, RecursionError):
        return
    options = content.get("compilerOptions") if isinstance(content, dict) else None
    listed = options.get("paths") if isinstance(options, dict) else None
    base = options.get("baseUrl", ".") if isinstance(options, dict) else "."
    for name, targets in listed.items() if isinstance(listed, dict) and isinstance(base, str) else ():
        texts = [target for target in targets if isinstance(target, str)] if isinstance(targets, list) else []
        yield Alias(folder, name, tuple(posixpath.join(folder, base, target) for target in texts))
