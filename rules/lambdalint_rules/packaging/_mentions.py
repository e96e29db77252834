"""Commands that name a binary without packing it: they must follow when it gets another name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from lambdalint.api import Build, Context, Known, Span
from lambdalint_rules.packaging._binaries import same_binary
from lambdalint_rules.packaging._edits import PROGRAMS
from lambdalint_rules.packaging._following import FOLLOWING, TALKING, follows
from lambdalint_rules.packaging._obstacle import Obstacle
from lambdalint_rules.packaging._written_paths import literal, spellings, variable


def mentions(build: Build, known: Iterable[Span], ctx: Context) -> tuple[Span, ...] | Obstacle:
    """Further places in build files that name a binary and can follow it; an obstacle where one can't.

    `known` are the places that are rewritten anyway.
    """
    places = tuple(known)
    found = _written(build, places, ctx)
    if isinstance(found, Obstacle):
        return found
    for one in build.mentions:
        text = ctx.text(one.span)
        span = one.span._replace(end=one.span.end - (len(text) - len(text.rstrip("\"'"))))
        if one.command in TALKING or any(place.contains(span) or span.contains(place) for place in (*found, *places)):
            continue
        if one.command not in FOLLOWING or ("/" in one.word and "/" not in text):
            return Obstacle(one.span, "this needs the binary under its old name")
        found += (span,)
    return found


def _written(build: Build, known: tuple[Span, ...], ctx: Context) -> tuple[Span, ...] | Obstacle:
    """The places that spell the path as the build does."""
    named, path = build.placed or build.output, build.span.path
    others = _other_languages(ctx)
    if not isinstance(named, Known) or path in others:
        return ()
    taken = [named.span, *known, *(one.span for one in same_binary(build, ctx.project))]
    if path.endswith(PROGRAMS):
        if named.via or named.span.path != path:
            return ()
        words = {ctx.text(named.span).strip("\"'").removeprefix("./"), named.value}
        return _found(path, literal(sorted(words, key=len, reverse=True)), taken, ctx, list(_commands_of(build, ctx)))
    if named.via:
        return _found(path, variable(named.via[0], ctx), taken, ctx)
    written = ctx.text(named.span).strip("\"'").removeprefix("./")
    if build.placed is not None and into_folder(build, ctx):
        written = f"{written.rstrip('/')}/{posixpath.basename(named.value)}"
    if named.span.path != path:
        return ()
    builds = ctx.project.builds
    outputs = [one.output for one in builds.builds if isinstance(one.output, Known)]
    twins = [output.span for output in outputs if _is_twin(output, named, ctx)]
    spans = [*(one.span for one in builds.builds), *(packed.span for packed in builds.zips)]
    places = {span.path for span in spans if not span.path.endswith(PROGRAMS)} - others
    # in other files only a path with folders is sure to mean this file
    telling = "/" in written and "$" not in written
    found: tuple[Span, ...] = ()
    path_here, relative = posixpath.normpath(named.value), posixpath.normpath(written)
    base = path_here.removesuffix(relative).strip("/") if path_here.endswith(relative) else ""
    for place in sorted(places) if telling else (path,):
        if place != path and not _may_mean(place, base):
            continue
        written_here = spellings(written, named.value, build, ctx) if place == path else (written,)
        part = _found(place, literal(written_here), [*taken, *twins], ctx)
        if isinstance(part, Obstacle):
            return part
        if part and twins:
            return Obstacle(part[0], "another binary is named alike here")
        found += part
    return found


def _may_mean(place: str, base: str) -> bool:
    """True where a file may name paths from a folder: it lies around that folder, or in it."""
    folder = posixpath.dirname(place)
    return f"{folder}/".startswith(f"{base}/") or f"{base}/".startswith(f"{folder}/") or "" in (folder, base)


def _is_twin(output: Known[str], named: Known[str], ctx: Context) -> bool:
    """True for another file that is written alike: what the variables hold differs from target to target."""
    alike = output.span.path == named.span.path and ctx.text(output.span) == ctx.text(named.span)
    return alike and not output.via and output.value != named.value


def _commands_of(build: Build, ctx: Context) -> Iterator[Span]:
    """The commands in a program's text that run in the same folder: what is written in one piece, then all of it."""
    folder = build.folder.value if isinstance(build.folder, Known) else None
    for script in ctx.project.infra.scripts:
        same = isinstance(script.folder, Known) and script.folder.value == folder
        if not same or script.span.path != build.span.path:
            continue
        if script.offset_exact:
            yield script.span
        pieces = [piece.span for piece in script.pieces if piece.exact]
        yield from pieces
        if pieces:
            yield pieces[0]._replace(end=pieces[-1].end)


def into_folder(build: Build, ctx: Context) -> bool:
    """True where the word that says where a binary is moved names the folder only."""
    named = build.placed
    written = ctx.text(named.span).strip("\"'") if named is not None else ""
    return named is not None and posixpath.basename(written) != posixpath.basename(named.value)


def _other_languages(ctx: Context) -> set[str]:
    """Templates that hold commands beside functions: what they name is known otherwise."""
    paths = {function.span.path for function in ctx.project.infra.functions}
    return {path for path in paths if path.endswith((".yml", ".yaml"))}


def _found(
    path: str, pattern: bytes | None, taken: list[Span], ctx: Context, parts: list[Span] | None = None
) -> tuple[Span, ...] | Obstacle:
    """Where the pattern matches and can follow, in `parts` of a file or in all its lines."""
    source = ctx.project.sources[path]
    found: list[Span] = []
    for match in re.finditer(pattern, source.data) if pattern is not None else ():
        span = Span(path, *match.span(1))
        if any(one.contains(span) for one in taken):
            continue
        part = next((part for part in parts or () if part.contains(span)), None)
        if parts is not None and part is None:
            continue
        start, end = part[1:] if part is not None else _line(path, span, ctx)
        before = source.text(start, span.start).replace("\\\n", " ").replace("\\\r\n", " ")
        verdict = follows(before, source.text(span.end, end), path, b"/" in match[1])
        if verdict is None:
            return Obstacle(span, "this needs the binary under its old name")
        if verdict:
            found.append(span)
    return tuple(found)


def _line(path: str, span: Span, ctx: Context) -> tuple[int, int]:
    """The bounds of the line that a place is in, with those before that go on in it."""
    source = ctx.project.sources[path]
    number = source.line_of(span.start)
    start, end = source.line_bounds(number)
    while number > 1 and not path.lower().endswith((".yml", ".yaml")):
        above, stop = source.line_bounds(number - 1)
        if not source.text(above, stop).rstrip("\r").endswith("\\"):
            break
        number, start = number - 1, above
    return start, end
