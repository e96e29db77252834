"""A name that a variable holds: whether it may change where it is written, and what to change where it may not."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from lambdalint.api import Context, Edit, Known, Span
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._builds import runs_bootstrap
from lambdalint_rules.packaging._edits import PROGRAMS
from lambdalint_rules.packaging._following import follows
from lambdalint_rules.packaging._obstacle import Obstacle


def named_bootstrap(handler: Known[str], others: Iterable[Known[str]], ctx: Context) -> tuple[Edit, ...] | Obstacle:
    """Edits that call a handler `bootstrap`: where its variable is written, or where it is used when that is shared.

    An obstacle where the place of its use serves other functions too, such as a module that several call.
    """
    slot = handler.slot
    other = other_use(handler, others, ctx)
    if other is None:
        return handler.write(BOOTSTRAP) or Obstacle(handler.span, f"the handler isn't written here as {handler.value}")
    obstacle = Obstacle(other, f"{ctx.text(handler.via[0])} stands for something else here")
    use = handler.via[0]
    if posixpath.dirname(use.path) != posixpath.dirname(handler.span.path) or _serves_others(use, handler, ctx):
        return obstacle
    source = ctx.project.sources[use.path]
    before, after = source.data[: use.start].rstrip()[-1:], source.data[use.end : use.end + 1]
    if slot is None or slot.before or slot.after or before not in (b"=", b":", b",") or after == b"}":
        return obstacle
    return (Edit(use, slot.spell(BOOTSTRAP)),)


def _serves_others(use: Span, handler: Known[str], ctx: Context) -> bool:
    """True where another handler, of a function that doesn't start `bootstrap`, comes from the same place."""
    for function in ctx.project.infra.functions:
        other = function.handler
        if other is None or other == handler or runs_bootstrap(function):
            continue
        places = (other.span, *other.via[:1]) if isinstance(other, Known) else (other.span,)
        if any(place.contains(use) or use.contains(place) for place in places):
            return True
    return False


def other_use(path: Known[str], places: Iterable[Known[str]], ctx: Context) -> Span | None:
    """Where the variable that holds a path is used, beside `places` and the commands that follow it."""
    if not path.via:
        return None
    use = path.via[0]
    text, source = ctx.text(use), ctx.project.sources[use.path]
    named = re.search(r"\w+(?=\W*$)", text)
    foreign = use.path.endswith(PROGRAMS)
    if named is None:
        return use
    wanted = re.escape(text) if foreign else r"\$[({]?" + named[0]
    known = [place.via[0] if place.via else place.span for place in (path, *places)]
    for match in re.finditer((rb"(?<![\w.])" if foreign else b"") + wanted.encode() + rb"\b", source.data):
        span = Span(use.path, match.start(), match.end())
        start, end = source.line_bounds(source.line_of(span.start))
        before, after = source.text(start, span.start), source.text(span.end, end)
        if any(one.contains(span) for one in known) or (foreign and _defines(span, path, ctx)):
            continue
        if foreign or not follows(before, after, use.path, telling=True):
            return span
    return None


def _defines(name: Span, value: Known[str], ctx: Context) -> bool:
    """True for the name that a program gives to a value: `const name = "main"`."""
    if name.path != value.span.path or not name.end <= value.span.start:
        return False
    between = ctx.text(name._replace(start=name.end, end=value.span.start))
    return re.fullmatch(r"(?:\s*:?[ \t]*[\w.*]*)?\s*:?=\s*[\"'`]?", between) is not None
