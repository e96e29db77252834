"""Commands that name a binary without packing it: they must follow when it gets another name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from lambdalint.api import Build, Context, Edit, Known, Span
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._binaries import same_binary
from lambdalint_rules.packaging._edits import PROGRAMS

FOLLOWING = frozenset(
    {"chmod", "du", "file", "ls", "md5sum", "rm", "sha256sum", "shasum", "stat", "strip", "test", "touch", "upx", "["}
)
"""Commands that do the same to a file whatever its name is."""

TALKING = frozenset({"echo", "printf", "#", ":"})
_PREFIXES = frozenset({"sudo", "-", "run:", "cmd:", "script:", "command:", "if", "then", "do", "time", "env", "-cmd:"})
_SEPARATORS = re.compile(r"&&|\|\||[;|(]")


def mentions(build: Build, known: Iterable[Span], ctx: Context) -> tuple[Span, ...] | None:
    """Further places in build files that name a binary and can follow it; None where one can't.

    `known` are the places that are rewritten anyway.
    """
    named, path = build.placed or build.output, build.span.path
    others = _other_languages(ctx)
    if not isinstance(named, Known) or path.endswith(PROGRAMS) or path in others:
        return ()
    taken = [named.span, *known, *(one.span for one in same_binary(build, ctx.project))]
    if named.via:
        return _found(path, _variable(named.via[0], ctx), taken, ctx)
    written = ctx.text(named.span).strip("\"'").removeprefix("./")
    if build.placed is not None and into_folder(build, ctx):
        written = f"{written.rstrip('/')}/{posixpath.basename(named.value)}"
    if named.span.path != path:
        return ()
    builds = ctx.project.builds
    spans = [*(one.span for one in builds.builds), *(packed.span for packed in builds.zips)]
    places = {span.path for span in spans if not span.path.endswith(PROGRAMS)} - others
    # in other files only a path with folders is sure to mean this file
    telling = "/" in written and "$" not in written
    found: tuple[Span, ...] = ()
    for place in sorted(places) if telling else (path,):
        part = _found(place, _literal(written), taken, ctx)
        if part is None:
            return None
        found += part
    return found


def into_folder(build: Build, ctx: Context) -> bool:
    """True where the word that says where a binary is moved names the folder only."""
    named = build.placed
    written = ctx.text(named.span).strip("\"'") if named is not None else ""
    return named is not None and posixpath.basename(written) != posixpath.basename(named.value)


def _other_languages(ctx: Context) -> set[str]:
    """Templates that hold commands beside functions: what they name is known otherwise."""
    paths = {function.span.path for function in ctx.project.infra.functions}
    return {path for path in paths if path.endswith((".yml", ".yaml"))}


def _found(path: str, pattern: bytes | None, taken: list[Span], ctx: Context) -> tuple[Span, ...] | None:
    source = ctx.project.sources[path]
    found: list[Span] = []
    for match in re.finditer(pattern, source.data) if pattern is not None else ():
        span = Span(path, *match.span(1))
        if any(one.contains(span) for one in taken):
            continue
        start, end = source.line_bounds(source.line_of(span.start))
        verdict = _verdict(source.text(start, span.start), source.text(span.end, end), path, b"/" in match[1])
        if verdict is None:
            return None
        if verdict:
            found.append(span)
    return tuple(found)


def _literal(written: str) -> bytes:
    """A pattern for a path as it is written, variables and all."""
    return rb"(?<![\w./=@$-])(?:\./)?(" + re.escape(written.encode()) + rb")(?![\w./:)}-])"


def _variable(use: Span, ctx: Context) -> bytes | None:
    """A pattern for a variable that stands by itself."""
    named = re.search(r"\w+(?=\W*$)", ctx.text(use))
    return rb"(?<![\w./=@$-])(\$[({]?" + named[0].encode() + rb"\b[)}]?)(?![\w./:)}-])" if named is not None else None


def named_bootstrap(handler: Known[str], others: Iterable[Known[str]], ctx: Context) -> tuple[Edit, ...]:
    """Edits that call a handler `bootstrap`: where its variable is written, or where it is used when that is shared."""
    slot = handler.slot
    if belongs_to(handler, others, ctx):
        return handler.write(BOOTSTRAP)
    use = handler.via[0]
    source = ctx.project.sources[use.path]
    before, after = source.data[: use.start].rstrip()[-1:], source.data[use.end : use.end + 1]
    if slot is None or slot.before or slot.after or before not in (b"=", b":", b",") or after == b"}":
        return ()
    return (Edit(use, slot.spell(BOOTSTRAP)),)


def belongs_to(path: Known[str], places: Iterable[Known[str]], ctx: Context) -> bool:
    """True where the variable that holds a path is used in `places` only, and by commands that follow it."""
    if not path.via:
        return True
    use = path.via[0]
    text, source = ctx.text(use), ctx.project.sources[use.path]
    named = re.search(r"\w+(?=\W*$)", text)
    foreign = use.path.endswith(PROGRAMS)
    if named is None:
        return False
    wanted = re.escape(text) if foreign else r"\$[({]?" + named[0]
    known = [place.via[0] for place in (path, *places) if place.via]
    for match in re.finditer((rb"(?<![\w.])" if foreign else b"") + wanted.encode() + rb"\b", source.data):
        span = Span(use.path, match.start(), match.end())
        start, end = source.line_bounds(source.line_of(span.start))
        before, after = source.text(start, span.start), source.text(span.end, end)
        if not any(one.start == span.start for one in known) and (foreign or not _verdict(before, after, use.path)):
            return False
    return True


def _verdict(before: str, after: str, path: str, telling: bool = False) -> bool | None:
    """True where a mention follows, False where it may stay, None where something would miss the file.

    `telling`: it surely names a file.
    """
    name = posixpath.basename(path).lower()
    if name.startswith(("makefile", "gnumakefile")) or name.endswith(".mk"):
        if not before.startswith("\t"):
            return False  # targets and lists: they are names for people
        before = before.lstrip("\t @-+")
    if name.endswith((".yml", ".yaml")) and re.fullmatch(r"\s*(- )?([\w.-]+: *)?[\[\"']*[\w, ]*", before):
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
