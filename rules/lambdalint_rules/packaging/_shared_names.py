"""A name that a variable holds: whether it may change where it is written, and what to change where it may not."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from lambdalint.api import Context, Edit, Function, Known, Span
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
    beside = posixpath.dirname(use.path) == posixpath.dirname(handler.span.path) or _says_runtime(use, ctx)
    if not beside or _serves_others(use, (handler, *others), ctx):
        return obstacle
    source = ctx.project.sources[use.path]
    before, after = source.data[: use.start].rstrip()[-1:], source.data[use.end : use.end + 1]
    wrapped = use.path.endswith(".go") and (before, after) == (b"(", b")")  # in the call that makes a pointer of it
    if slot is None or slot.before or slot.after or (before not in (b"=", b":", b",") and not wrapped) or after == b"}":
        return obstacle
    return (Edit(use, slot.spell(BOOTSTRAP)),)


def _serves_others(use: Span, handlers: tuple[Known[str], ...], ctx: Context) -> bool:
    """True where another handler, of a function that doesn't start `bootstrap`, comes from the same place."""
    return any(f.handler not in handlers and not runs_bootstrap(f) for f in _through(use, ctx))


def _says_runtime(use: Span, ctx: Context) -> bool:
    """True where the file that uses a name, such as that of a module, also says what starts it."""
    return all(isinstance(f.runtime, Known) and f.runtime.span.path == use.path for f in _through(use, ctx))


def _through(use: Span, ctx: Context) -> Iterator[Function]:
    """The functions whose handler comes from a place."""
    for function in ctx.project.infra.functions:
        handler = function.handler
        if handler is None:
            continue
        places = (handler.span, *handler.via[:1]) if isinstance(handler, Known) else (handler.span,)
        if any(place.contains(use) or use.contains(place) for place in places):
            yield function


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
