"""What the last run said, for a run in which nothing has changed.

One entry per project, settings and filter. It holds for the same tool, day and list of files, and as long as each file
that the run looked at has the bytes it had: an entry keeps their digests, never their text.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from lambdalint.digest import digest
from lambdalint.fix import Applicability, Edit, Fix
from lambdalint.paths import StrPath
from lambdalint.reader import Reader, Sources
from lambdalint.record import NamedTuple
from lambdalint.result import Analysis, Counts, Problem, Result, Suppressed
from lambdalint.rule import Related, Rule, Severity, Status
from lambdalint.source import Source, Span

FORMAT = 4
OLDEST = 30 * 24 * 3600  # seconds that an entry nobody asked for is kept
SUFFIX = ".lambdalint"


class Key(NamedTuple):
    """Which entry, and the state of everything but the files' bytes that it holds for. Both are digests."""

    name: str
    state: str


def folder(environment: Mapping[str, str], platform: str = sys.platform) -> str | None:
    """Where entries are kept unless somebody says otherwise: the user's own cache folder, never the project."""
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    if platform == "win32":
        base = environment.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = environment.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "lambdalint") if os.path.isabs(base) else None


def key(project: object, state: object) -> Key:
    """The key of a run: `project` tells one entry from another, `state` what may change between runs."""
    return Key(_digest(repr(project).encode("utf-8", "surrogatepass")), _digest(repr((state, _tool())).encode()))


def recall(place: StrPath, wanted: Key, reader: Reader) -> Analysis | None:
    """The analysis that was remembered for this key, if the files `reader` opens are still the same."""
    try:
        with open(os.path.join(place, wanted.name + SUFFIX), "rb") as file:
            entry = json.loads(file.read())
        if entry["state"] != wanted.state or not _unchanged(entry["files"], reader):
            return None
        if any(_known(reader.start(path, size)) != known for path, size, known in entry["starts"]):
            return None
        if any(reader.stamp(path) != stamp for path, stamp in entry["opened"]):
            return None
        rules = {code: _rule(fields) for code, fields in entry["rules"].items()}
        return _analysis(entry["analysis"], rules, Sources(reader))
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def remember(place: StrPath, wanted: Key, analysis: Analysis, reader: Reader) -> str | None:
    """Keep an analysis. Returns why that was not possible, or None; nothing that would spell a secret is kept."""
    if any(problem.fatal for problem in analysis.problems):
        return "the run was not whole"
    files = [(path, _known(data)) for path, data in sorted(reader.looked_at().items())]
    starts = [(path, size, _known(data)) for (path, size), data in sorted(reader.starts().items())]
    met = (result.rule for result in (*analysis.results, *analysis.suppressed))
    entry = {
        "state": wanted.state,
        "files": files,
        "starts": starts,
        "opened": sorted(reader.opened().items()),
        "rules": {rule.code: _fields(rule) for rule in (*analysis.rules, *met)},
        "analysis": {**analysis._replace(sources={})._asdict(), "selected": sorted(analysis.selected)},
    }
    text = json.dumps(entry, default=_code)
    if any(spelt in text for spelt in _secrets(analysis)):
        return "a fix spells a secret"
    try:
        _write(place, wanted.name + SUFFIX, text)
        _forget_old(place)
    except OSError as error:
        return error.strerror or "it can't be written"
    return None


def clear(place: StrPath) -> int:
    """Remove all entries and return how many there were. Raises OSError."""
    entries = list(_entries(place))
    for path in entries:
        _remove(path)
    if os.path.isdir(place) and os.listdir(place) == [".gitignore"]:
        os.remove(os.path.join(place, ".gitignore"))
        os.rmdir(place)
    return len(entries)


# -- the key ---------------------------------------------------------------------------------------------------------


def _digest(data: bytes) -> str:
    return digest(data, 20)


def _known(data: bytes | None) -> str | None:
    return data if data is None else _digest(data)


def _tool() -> tuple[object, ...]:
    """This very tool: its format, the interpreter, and names, sizes and times of its own files."""
    import lambdalint_rules

    packages = (os.path.dirname(__file__), os.path.dirname(str(lambdalint_rules.__file__)))
    return (FORMAT, sys.version_info[:2], sorted(_own_files(packages)))


def _own_files(folders: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    waiting = list(folders)
    while waiting:
        for entry in os.scandir(waiting.pop()):
            if "." not in entry.name and entry.name != "__pycache__":
                waiting.append(entry.path)
            elif entry.name.endswith((".py", ".json")):
                state = entry.stat()
                yield entry.path, state.st_size, state.st_mtime_ns


def _unchanged(files: Iterable[tuple[str, str | None]], reader: Reader) -> bool:
    return all(_known(reader.look(path)) == known for path, known in files)


# -- the entry -------------------------------------------------------------------------------------------------------


def _entries(place: StrPath) -> Iterator[str]:
    names = os.listdir(place) if os.path.isdir(place) else ()
    return (os.path.join(place, name) for name in names if name.endswith(SUFFIX))


def _remove(path: str) -> None:
    """Remove a file, unless somebody else was faster."""
    with suppress(FileNotFoundError):
        os.remove(path)


def _write(place: StrPath, name: str, text: str) -> None:
    """Put an entry in place at once. The folder is the user's alone and keeps itself out of any repository."""
    if not os.path.isdir(place):
        os.makedirs(os.path.dirname(place), exist_ok=True)
        os.mkdir(place, 0o700)
        _fill(os.path.join(place, ".gitignore"), "*\n")
    passing = os.path.join(place, f"{name}.{os.getpid()}")
    try:
        _fill(passing, text)
        os.replace(passing, os.path.join(place, name))
    finally:
        _remove(passing)


def _fill(path: str, text: str) -> None:
    with open(path, "w", encoding="ascii", newline="\n") as file:
        file.write(text)


def _forget_old(place: StrPath) -> None:
    import time

    oldest = time.time() - OLDEST
    for path in _entries(place):
        if os.stat(path).st_mtime < oldest:
            _remove(path)


def _secrets(analysis: Analysis) -> Iterator[str]:
    """The project's secrets as JSON would spell them."""
    for span in analysis.secrets:
        source: Source = analysis.sources[span.path]
        text = json.dumps(source.text(span.start, span.end))[1:-1]
        if text:
            yield text


def _code(value: object) -> str:
    """How an analysis spells a rule."""
    if not isinstance(value, Rule):
        raise TypeError(type(value).__name__)
    return value.code


def _fields(rule: Rule) -> tuple[object, ...]:
    """What is kept of a rule: all but its checks."""
    name, severity, security = rule.name, rule.severity, rule.security_severity
    return (rule.code, name, severity, rule.since, rule.fixable, rule.status, rule.tags, security)


def _analysis(raw: Mapping[str, Any], rules: Mapping[str, Rule], sources: Mapping[str, Source]) -> Analysis:
    return Analysis(
        results=tuple(_result(result, rules) for result in raw["results"]),
        suppressed=tuple(_result(result, rules) for result in raw["suppressed"]),
        rules=tuple(rules[code] for code in raw["rules"]),
        sources=sources,
        secrets=tuple(Span(*span) for span in raw["secrets"]),
        problems=tuple(Problem(*problem) for problem in raw["problems"]),
        counts=Counts(*raw["counts"]),
        prefix=raw["prefix"],
        skipped=tuple((path, reason) for path, reason in raw["skipped"]),
        selected=frozenset(raw["selected"]),
    )


def _rule(raw: list[Any]) -> Rule:
    code, name, severity, since, fixable, status, tags, security = raw
    trusted = None if fixable is None else Applicability(fixable)
    return Rule(code, name, Severity(severity), since, trusted, Status(status), tuple(tags), security)


def _result(raw: list[Any], rules: Mapping[str, Rule]) -> Result:
    rule, severity, span, message, related, flow, fix, anchor, fingerprint, suppressed = raw
    return Result(
        rules[rule],
        Severity(severity),
        Span(*span),
        message,
        tuple(map(_related, related)),
        tuple(map(_related, flow)),
        None if fix is None else _fix(fix),
        anchor,
        fingerprint,
        None if suppressed is None else Suppressed(Span(*suppressed[0]), suppressed[1]),
    )


def _related(raw: list[Any]) -> Related:
    span, message = raw
    return Related(Span(*span), message)


def _fix(raw: list[Any]) -> Fix:
    title, edits, applicability, apart = raw
    texts = tuple(Edit(Span(*span), text) for span, text in edits)
    return Fix(title, texts, Applicability(applicability), tuple(apart))
