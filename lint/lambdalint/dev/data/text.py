"""The text of tables: assignments of a module replaced, and literals in the house's form."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

WIDTH = 120
READABLE = 10_000  # numbers below need no separators


def words(names: Iterable[str], depth: int = 0, quote: str = '"') -> str:
    """One string of names with spaces between, over as many lines as it needs at a depth of indentation."""
    lines = textwrap.wrap(" ".join(names), WIDTH - 4 * depth - 5, break_long_words=False, break_on_hyphens=False)
    shown = [f"{quote}{line} {quote}" for line in lines[:-1]] + [f"{quote}{line}{quote}" for line in lines[-1:]]
    return "\n".join(shown) or quote * 2


def several(names: Iterable[str]) -> str:
    """The same as the value of an entry: in parentheses where it takes more than its line."""
    text = words(names, 2)
    return f"({text})" if "\n" in text or len(text) > WIDTH - 40 else text


def literal(value: object) -> str:
    """A literal with double quotes, of texts, numbers, tuples and mappings; a frozenset as a call, sorted."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple):
        return f"({', '.join(map(literal, value))}{',' * (len(value) == 1)})"
    if isinstance(value, frozenset):
        return f"frozenset({{{', '.join(sorted(map(literal, value)))}}})"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in value.items())}}}"
    if isinstance(value, int) and value >= READABLE:
        return f"{value:_}"
    return repr(value)


def replaced(text: str, values: Mapping[str, str], provenance: str) -> str:
    """A module with new values for some of its assignments, and its docstring's last paragraph saying where from.

    ValueError for a name that the module doesn't assign.
    """
    spans = dict(_assigned(text))
    if missing := values.keys() - spans.keys():
        raise ValueError(f"no assignment of {', '.join(sorted(missing))}")
    data = text.encode()
    for name in sorted(values, key=lambda name: -spans[name][0]):
        start, end = spans[name]
        data = data[:start] + b" " + values[name].encode() + data[end:]
    return _with_provenance(data.decode(), provenance)


def _assigned(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The names that a module assigns, and the bytes that its values take."""
    data = text.encode()
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            before = node.annotation if isinstance(node, ast.AnnAssign) else target
            start = data.index(b"=", starts[(before.end_lineno or 0) - 1] + (before.end_col_offset or 0)) + 1
            end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
            if isinstance(target, ast.Name):
                yield target.id, (start, end)


def _with_provenance(text: str, provenance: str) -> str:
    paragraph = "\n".join(textwrap.wrap(provenance, WIDTH - 2, break_long_words=False, break_on_hyphens=False))
    before, rest = re.split(r'(?<=""")', text, maxsplit=1)
    manual, _, after = rest.partition('"""')
    kept = re.sub(r"\n\n(?:Generated|Checked) by .*", "", manual.rstrip(), flags=re.DOTALL)
    return f'{before}{kept}\n\n{paragraph}\n"""{after}'


def formatted(text: str, path: Path) -> str:
    """The text as `ruff format` leaves it."""
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(path), "-"]
    return subprocess.run(command, input=text, check=True, capture_output=True, text=True).stdout
