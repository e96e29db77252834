"""Members of written lists: how one is added beside another, and how one is taken out."""

from __future__ import annotations

import re

from lambdalint.api import Context, Edit, Known, Span, Statement, pattern

BEFORE = pattern(rb"[ \t]*(?:- )?")
AFTER = pattern(rb"[ \t]*(,?)[ \t]*(?:(?:#|//)[^\n]*)?\r?")


def literal(value: Known[str], ctx: Context) -> Span | None:
    """The text that spells a value, with its quotes; None where it isn't written as it is, or not by people."""
    span = value.span
    if value.slot is None or span.path not in ctx.project.sources:
        return None
    data = ctx.project.sources[span.path].data
    if data[span.start : span.end] == value.value.encode() and data[span.start - 1 : span.start] in (b'"', b"'"):
        span = span._replace(start=span.start - 1, end=span.end + 1)
    return span if ctx.text(span).strip("\"'`") == value.value else None


def added(value: Known[str], new: str, statement: Statement, ctx: Context) -> tuple[Edit, ...]:
    """Edits that put another text beside one in a statement's list of actions, empty where that isn't plain."""
    span = literal(value, ctx)
    if span is None:
        return ()
    data = ctx.project.sources[span.path].data
    text = ctx.text(span).replace(value.value, new)
    line = data.rfind(b"\n", 0, span.start) + 1
    before = data[line : span.start]
    rest = AFTER.match(data, span.end)
    alone = (
        BEFORE.fullmatch(before) is not None and rest is not None and data[rest.end() : rest.end() + 1] in (b"\n", b"")
    )
    listed = len(statement.actions) > 1 or b"- " in before or data[: span.start].rstrip().endswith(b"[")
    after = span._replace(start=span.end)
    if alone and listed and rest is not None:
        dashed = b"- " in before
        place = after._replace(start=span.end + len(rest[1]), end=span.end + len(rest[1])) if not dashed else after
        comma = "" if dashed or rest[1] else ","
        return (Edit(place, f"{comma}\n{before.decode()}{text}{',' if rest[1] else ''}"),)
    if listed:
        return (Edit(after, f", {text}"),)
    return Edit(span._replace(end=span.start), "["), Edit(after, f", {text}]")


def removed(value: Known[str], ctx: Context) -> tuple[Edit, ...]:
    """Edits that take one of several texts out of a list, empty where that isn't plain."""
    span = literal(value, ctx)
    if span is None:
        return ()
    data = ctx.project.sources[span.path].data
    line = data.rfind(b"\n", 0, span.start) + 1
    rest = AFTER.match(data, span.end)
    before = data[line : span.start]
    ends = rest is not None and data[rest.end() : rest.end() + 1] == b"\n"
    if rest is not None and ends and BEFORE.fullmatch(before) and (rest[1] or b"- " in before):
        return (Edit(Span(span.path, line, rest.end() + 1), ""),)
    follows = re.compile(rb"[ \t]*,[ \t]*").match(data, span.end)
    if follows is not None:
        return (Edit(Span(span.path, span.start, follows.end()), ""),)
    leads = re.search(rb"\s*,\s*\Z", data[max(0, span.start - 500) : span.start])
    return (Edit(Span(span.path, span.start - len(leads[0]), span.end), ""),) if leads is not None else ()
