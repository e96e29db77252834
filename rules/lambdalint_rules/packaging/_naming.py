"""Variables that hold the name of a binary, or its path: `BINARY := orders` for `-o $(DIST)/$(BINARY)`."""

from __future__ import annotations

import posixpath
import re

from lambdalint.api import Context, Edit, Known, Span, pattern
from lambdalint_rules.packaging._following import follows

_LAST = pattern(r"(?:^|/)(\$(?:\((\w+)\)|\{(\w+)\}|(\w+)))[\"']*$")
_VARIABLE = pattern(r"\$\$?(?:\w+|\*|\{\w+\}|\(\w+\)|\{\{[^{}]*\}\}|\{[\w.]+\})")


def by_variable(path: Known[str], name: str, ctx: Context) -> tuple[Edit, ...]:
    """The edit that gives the last part of a path another name, where a variable of make or the shell spells it.

    Empty where that isn't so, or the variable stands for something else too.
    """
    last = _LAST.search(ctx.text(path.span))
    variable = next(filter(None, last.groups()[1:]), None) if last is not None else None
    value = defined(variable, path.span.path, ctx) if variable is not None else None
    if variable is None or value is None or _spelt(value, ctx) != posixpath.basename(path.value):
        return ()
    return (Edit(value, name),) if _stands_for_binaries(variable, path.span.path, ctx) else ()


def by_last_word(path: Known[str], name: str, ctx: Context) -> tuple[Edit, ...]:
    """The edit that gives a path another last part, where a variable stands for all of that and for nothing more."""
    text = ctx.text(path.span).rstrip("\"'")
    folder, slash, last = text.rpartition("/")
    if not slash or not _VARIABLE.fullmatch(last) or folder.lstrip("./\"'").startswith("$"):
        return ()
    parts = _VARIABLE.split(folder.lstrip("\"'").removeprefix("./"))
    written = "[^/]+".join(map(re.escape, parts)) + "/[^/]+"
    if not re.search(f"(?:^|/){written}$", posixpath.normpath(path.value)):
        return ()
    end = path.span.start + len(text.encode())
    return (Edit(Span(path.span.path, end - len(last.encode()), end), name),)


def defined(variable: str, path: str, ctx: Context) -> Span | None:
    """Where the last part of the path stands that a variable has as its only value in a file."""
    word = re.escape(variable.encode())
    given = rb"(?m)^[ \t]*(?:(?:export|readonly|local)[ \t]+)?" + word + rb"[ \t]*(?::{0,3}|\?|\+)=[ \t]*(.*)$"
    found = list(re.finditer(given, ctx.project.sources[path].data))
    value = rb"([\"']?)(?:[\w.$(){}/-]*/)?([\w.-]+|\$[({]\w+[)}])\1[ \t]*\r?"
    plain = re.fullmatch(value, found[0][1]) if len(found) == 1 else None
    if plain is None:
        return None
    start = found[0].start(1) + plain.start(2)
    return Span(path, start, start + len(plain[2]))


def _spelt(value: Span, ctx: Context) -> str:
    """A name, or what the variable holds that stands for it."""
    text = ctx.text(value)
    inner = re.fullmatch(r"\$[({](\w+)[)}]", text)
    held = defined(inner[1], value.path, ctx) if inner is not None else None
    return ctx.text(held) if held is not None else text


def _stands_for_binaries(variable: str, path: str, ctx: Context) -> bool:
    """True where all uses of a variable name what is built or packed, or follow it."""
    builds, source = ctx.project.builds, ctx.project.sources[path]
    values = [v for b in builds.builds for v in (b.output, b.placed)]
    values += [v for packed in builds.zips for v in packed.sources]
    named = [v.via[0] if v.via else v.span for v in values if isinstance(v, Known)]
    for match in re.finditer(rb"\$[({]?" + re.escape(variable.encode()) + rb"\b[)}]?", source.data):
        span = Span(path, match.start(), match.end())
        start, end = source.line_bounds(source.line_of(span.start))
        before, after = source.text(start, span.start), source.text(span.end, end)
        packed = any(one.contains(span) for one in named) and not after.startswith((".", "-", "_"))
        if not packed and not follows(before, after, path, telling=True):
            return False
    return True
