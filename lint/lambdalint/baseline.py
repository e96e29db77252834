"""Findings that are known and accepted for now, by their content: no line numbers, so edits elsewhere don't matter."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from lambdalint.errors import UsageError
from lambdalint.paths import StrPath
from lambdalint.record import NamedTuple
from lambdalint.result import Result
from lambdalint.secrets import mask
from lambdalint.source import Source

VERSION = 1


class Entry(NamedTuple):
    """What identifies a finding: its rule, its file, the function or resource it is in, and a digest of its line."""

    rule: str
    path: str
    anchor: str
    content: str


class Match(NamedTuple):
    """Results held against a baseline: `new` are not in it; `stale` is what no result answers to any more."""

    new: tuple[Result, ...]
    stale: Mapping[Entry, int]


def entry(result: Result, sources: Mapping[str, Source]) -> Entry:
    """The entry of a result."""
    from hashlib import sha256

    source = sources[result.span.path]
    start, end = source.line_bounds(source.line_of(result.span.start))
    line = " ".join(mask(source.text(start, end)).split())
    digest = sha256(line.encode("utf-8", "replace")).hexdigest()[:16]
    return Entry(result.rule.code, result.span.path, mask(result.anchor), digest)


def count(results: Iterable[Result], sources: Mapping[str, Source]) -> Counter[Entry]:
    """Results by their entries."""
    return Counter(entry(result, sources) for result in results)


def match(
    results: Sequence[Result],
    known: Mapping[Entry, int],
    sources: Mapping[str, Source],
    exists: AbstractSet[str],
) -> Match:
    """Which results are not in the baseline, and what of the baseline is left.

    An entry whose file is not among the paths that there are answers for the same finding in another file: it was
    moved.
    """
    left = Counter(known)
    new: list[Result] = []
    for result in results:
        one = entry(result, sources)
        if left[one] > 0:
            left[one] -= 1
        else:
            new.append(result)
    moved: dict[tuple[str, str, str], list[Entry]] = {}
    for one, number in sorted(left.items()):
        if one.path not in exists:
            moved.setdefault((one.rule, one.anchor, one.content), []).extend([one] * number)
    kept = []
    for result in new:
        one = entry(result, sources)
        candidates = moved.get((one.rule, one.anchor, one.content))
        if candidates:
            left[candidates.pop()] -= 1
        else:
            kept.append(result)
    return Match(tuple(kept), +left)


# -- the file --------------------------------------------------------------------------------------------------------


def text(entries: Mapping[Entry, int]) -> str:
    """The file: sorted, an entry on each line, so that versions of it merge well."""
    lines = [json.dumps({**one._asdict(), "count": number}) for one, number in sorted(entries.items()) if number > 0]
    inside = ",\n    ".join(lines)
    findings = f"[\n    {inside}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def read(path: StrPath) -> Counter[Entry]:
    """The entries of a file. Raises UsageError where it can't be read or understood."""
    try:
        with open(path, "rb") as file:
            found: Any = json.loads(file.read())
    except OSError as error:
        raise UsageError(f"the baseline {path} can't be read: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"the baseline {path} is not JSON: {error}") from error
    if not isinstance(found, dict) or found.get("version") != VERSION or not isinstance(found.get("findings"), list):
        raise UsageError(f"{path} is not a baseline of this version of lambdalint")
    entries: Counter[Entry] = Counter()
    for number, item in enumerate(found["findings"], 1):
        if not _is_entry(item):
            raise UsageError(f"entry {number} of the baseline {path} is not one")
        entries[Entry(*(item[name] for name in Entry._fields))] += item["count"]
    return entries


def _is_entry(item: object) -> bool:
    return (
        isinstance(item, dict)
        and item.keys() == {*Entry._fields, "count"}
        and all(isinstance(item[name], str) for name in Entry._fields)
        and isinstance(item["count"], int)
        and item["count"] > 0
    )
