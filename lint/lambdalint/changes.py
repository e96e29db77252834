"""What Git says of a project: which lines are new since a revision, and which revision of which repository it is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from lambdalint.errors import UsageError
from lambdalint.paths import StrPath
from lambdalint.pattern import pattern
from lambdalint.report.options import Checkout
from lambdalint.result import Result
from lambdalint.source import Source, Span

Lines: TypeAlias = Sequence[tuple[int, int]]  # ranges of 1-based lines, both ends in them
EVERY: Lines = ((1, 1 << 60),)
_HUNK = pattern(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_REMOTE = pattern(r"(?:https?|ssh|git)://(?:[^/]*@)?(?P<host>[\w.-]+(?::\d+)?)/(?P<path>[^?#\s]+)(?:[?#].*)?")
_SHORT_REMOTE = pattern(r"(?:[^/@:]+@)?(?P<host>[\w-]+(?:\.[\w-]+)+):(?P<path>[^?#\s:]+)")
_QUOTED = pattern(rb"\\([0-7]{3}|.)")
_ESCAPES = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
SHALLOW = "a shallow clone doesn't have it: fetch the whole history (fetch-depth: 0)"


def since(root: StrPath, revision: str, from_merge_base: bool = False) -> Mapping[str, Lines]:
    """The lines of files below `root` (paths relative to it) that differ from a revision, new files included.

    `from_merge_base` asks for what this branch has changed since it left `revision`. Raises UsageError where Git
    can't tell.
    """
    start = _start(root, revision, from_merge_base)
    options = ("--no-color", "--no-ext-diff", "--no-textconv", "--unified=0", "-M", "--relative", "--dst-prefix=b/")
    diff = _git(root, "diff", *options, start, "--", why=f"Git can't compare with {revision}")
    return {**dict(parse(diff)), **dict.fromkeys(_untracked(root), EVERY)}


def before(root: StrPath, revision: str, from_merge_base: bool = False) -> Mapping[str, bytes | None]:
    """The texts that the files below `root` had which differ now; None for those that weren't there."""
    start = _start(root, revision, from_merge_base)
    listed = _git(root, "diff", "--name-only", "--no-renames", "-z", "--relative", start, "--", why=f"no {revision}")
    paths = sorted({*filter(None, map(os.fsdecode, listed.split(b"\0"))), *_untracked(root)})
    asked = [path for path in paths if "\n" not in path]
    names = b"".join(os.fsencode(f"{start}:./{path}\n") for path in asked)
    told = _git(root, "cat-file", "--batch", why=f"Git can't read {revision}", given=names)
    return dict(zip(asked, _contents(told), strict=False))


def _contents(told: bytes) -> Iterator[bytes | None]:
    """The texts in what `git cat-file --batch` says, None for what isn't there or is no file."""
    at = 0
    while (end := told.find(b"\n", at)) >= 0:
        _, _, rest = told[at:end].partition(b" ")
        kind, _, size = rest.rpartition(b" ")
        if size.isdigit() and kind in (b"blob", b"tree", b"commit", b"tag"):
            start, at = end + 1, end + 2 + int(size)
            yield told[start : at - 1] if kind == b"blob" else None
        else:
            at = end + 1
            yield None


def _start(root: StrPath, revision: str, from_merge_base: bool) -> str:
    """The commit that is compared with."""
    start = _revision(root, revision)
    if not from_merge_base:
        return start
    why = f"HEAD and {revision} have no common ancestor here; {SHALLOW}"
    return os.fsdecode(_git(root, "merge-base", "HEAD", start, why=why).strip())


def _untracked(root: StrPath) -> list[str]:
    """Files that Git doesn't know yet, and isn't told to ignore."""
    new = _git(root, "ls-files", "-o", "--exclude-standard", "-z", why="Git can't list new files")
    return [os.fsdecode(name) for name in new.split(b"\0") if name]


def checkout(root: StrPath) -> Checkout | None:
    """The repository that a project was cloned from; None where it comes from nowhere else."""
    try:
        uri = _public(os.fsdecode(_git(root, "config", "--get", "remote.origin.url", why="no remote").strip()))
    except UsageError:
        return None
    said = []
    for question in (("rev-parse", "--verify", "--quiet", "HEAD"), ("symbolic-ref", "--quiet", "--short", "HEAD")):
        try:
            said.append(os.fsdecode(_git(root, *question, why="not known").strip()))
        except UsageError:
            said.append("")
    return Checkout(uri, *said) if uri else None


def _public(address: str) -> str:
    """The address of a remote for others: without user, password, query; "" for a folder of this machine."""
    match = _REMOTE.fullmatch(address) or _SHORT_REMOTE.fullmatch(address)
    if match is None:
        return ""
    from urllib.parse import quote

    host = match["host"] if address.startswith("http") else match["host"].partition(":")[0]
    return f"https://{host}/{quote(match['path'], safe='/~%')}"


def of_patch(path: StrPath, prefix: str) -> Mapping[str, Lines]:
    """The same of a patch; `prefix` is the path of the project inside its repository, as patches name it."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise UsageError(f"the patch {path} can't be read: {error.strerror}") from error
    return {name.removeprefix(prefix): lines for name, lines in parse(data) if name.startswith(prefix)}


def parse(diff: bytes) -> Iterator[tuple[str, Lines]]:
    """Files of a unified diff with their new lines. Where lines only went, those around the place count."""
    path: str | None = None
    found: list[tuple[int, int]] = []
    lines = iter(diff.split(b"\n"))
    for line in lines:
        hunk = _HUNK.match(line)
        if hunk is not None:
            if path is not None:
                found += _new_lines(hunk, lines)
        elif line.startswith(b"+++ "):
            if path is not None:
                yield path, tuple(found)
            path, found = _path(line[4:]), []
    if path is not None:
        yield path, tuple(found)


def _new_lines(hunk: re.Match[bytes], lines: Iterator[bytes]) -> Iterator[tuple[int, int]]:
    """The new lines of one hunk, whose text follows."""
    old, new = (int(hunk[part] or 1) for part in (1, 3))
    at = int(hunk[2]) + (new == 0)
    gone = came = False
    while old > 0 or new > 0:
        sign = next(lines, b"@")[:1] or b" "
        if sign == b"+":
            yield at, at
            came = True
        elif sign == b"-":
            gone = True
        elif sign == b" ":
            if gone and not came:
                yield at - 1, at
            gone = came = False
        elif sign != b"\\":
            return
        old -= sign in b"- "
        new -= sign in b"+ "
        at += sign in b"+ "
    if gone and not came:
        yield at - 1, at


def _path(name: bytes) -> str | None:
    """The path in a header; None for a file that goes."""
    name = name.rstrip(b"\r").removesuffix(b"\t")
    if name.startswith(b'"') and name.endswith(b'"'):
        name = _QUOTED.sub(_unquoted, name[1:-1])
    return None if name == b"/dev/null" else os.fsdecode(name.removeprefix(b"b/"))


def _unquoted(match: re.Match[bytes]) -> bytes:
    word = match[1]
    return bytes([int(word, 8) & 0xFF]) if len(word) == 3 else _ESCAPES.get(word, word)


def touches(result: Result, lines: Mapping[str, Lines], sources: Mapping[str, Source]) -> bool:
    """True for a finding with a place, its own or a related one, on a changed line."""
    spans = (result.span, *(related.span for related in result.related))
    return any(_is_changed(span, lines.get(span.path, ()), sources) for span in spans)


def _is_changed(span: Span, ranges: Lines, sources: Mapping[str, Source]) -> bool:
    source = sources.get(span.path) if ranges else None
    if source is None:
        return ranges is EVERY
    first, last = source.line_of(span.start), source.line_of(max(span.start, span.end - 1))
    return any(start <= last and first <= end for start, end in ranges)


def _revision(root: StrPath, name: str) -> str:
    why = f"Git knows no revision {name} here; {SHALLOW}"
    if name.startswith("-"):
        raise UsageError(why)
    return os.fsdecode(_git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", why=why).strip())


def _git(root: StrPath, *arguments: str, why: str, given: bytes = b"") -> bytes:
    """What Git says to what it is given; UsageError with `why` where it refuses."""
    import subprocess

    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    command = ["git", "-c", "core.fsmonitor=false", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, env=environment, check=False)
    except OSError as error:
        raise UsageError(f"git can't be run: {error.strerror}") from error
    if done.returncode != 0:
        raise UsageError(why)
    return done.stdout
