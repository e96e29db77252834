"""The grammar of suppression comments: `lambdalint:ignore[LL101, LL2] until=2030-12-31 -- reason`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.model.project import SuppressionComment
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.spelling import nearest
from lambdalint.suppress.lexed import Comment, Lexed
from lambdalint.suppress.lexers import language_of, lex

KINDS = ("ignore", "ignore-file", "ignore-start", "ignore-end")
HEAD = 20  # lines of a file in which `ignore-file` may stand below code

_START = pattern(rb"(?:\A[\s*#/!]*|[ \t](?P<own>//|\#)[ \t]*)lambdalint:")
_DIRECTIVE = pattern(rb"(?P<kind>[\w-]*)[ \t]*(?:\[(?P<list>[^\]\n]*)(?P<closed>\])?)?(?P<rest>[^\n]*)")
_REST = pattern(rb"\s*(?:until[ \t]*=[ \t]*(?P<until>\S*))?\s*(?:--\s*(?P<reason>.*))?", re.S)
_WORD = pattern(rb"[^\s,]+")
_NOLINT = pattern(
    rb"\A[ \t]*nolint(?:[ \t]*:[ \t]*(?P<list>[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*))?[ \t]*(?://[ \t]*(?P<reason>[^\n]*))?\Z"
)


def comments(path: str, data: bytes) -> tuple[SuppressionComment, ...]:
    """All suppression comments of a file, in order; those that can't be used say why."""
    language = language_of(path)
    nolint = language == "go" and b"nolint" in data
    if language is None or not (nolint or b"lambdalint:" in data):
        return ()
    lexed = lex(language, data)
    found = [parsed for comment in lexed.comments for parsed in _parse(path, data, comment, nolint)]
    for comment in lexed.content:
        for parsed in _parse(path, data, comment, False):
            found.append(
                parsed._replace(problem="stands in a block scalar, where `#` is content; put it above the key")
            )
    found.sort(key=lambda comment: comment.span)
    return tuple(_pair(_place(comment, lexed, data) for comment in found))


def _parse(path: str, data: bytes, comment: Comment, nolint: bool) -> Iterator[SuppressionComment]:
    body = data[comment.body_start : comment.body_end]
    start = _START.search(body)
    if start is not None:
        begin = comment.start if start["own"] is None else comment.body_start + start.start("own")
        yield _directive(Span(path, begin, comment.end), body, comment.body_start, start.end())
    elif nolint and (match := _NOLINT.match(body)):
        yield from _golangci(Span(path, comment.start, comment.end), comment.body_start, match)


def _directive(span: Span, body: bytes, offset: int, at: int) -> SuppressionComment:
    match = _DIRECTIVE.match(body, at)
    assert match is not None  # every part of the pattern may be empty
    kind = match["kind"].decode("utf-8", "replace")
    listed = match["list"]
    selectors = () if listed is None else _words(span.path, listed, offset + match.start("list"))
    rest = _REST.fullmatch(match["rest"].rstrip())
    until = _text(rest["until"]) if rest is not None and rest["until"] is not None else None
    reason = _text(rest["reason"]) if rest is not None and rest["reason"] else ""
    problem = _problem(kind, match, selectors, rest is not None)
    return SuppressionComment(span, kind, selectors, until, reason, problem)


def _problem(kind: str, match: re.Match[bytes], selectors: tuple[object, ...], readable: bool) -> str | None:
    """Why a directive can't be used, or None."""
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        return f"`{kind}` is no directive" + (
            f"; did you mean `{near}`?" if near else f"; use one of {', '.join(KINDS)}"
        )
    if match["list"] is not None and match["closed"] is None:
        return "the bracket is not closed"
    if match["list"] is not None and not selectors:
        return "the brackets name no rule"
    if readable:
        return None
    if match["list"] is None and re.match(rb"\s*:?\s*LL\d", match["rest"]):
        return "rules belong in brackets, as in `lambdalint:ignore[LL101]`"
    return "only `until=YYYY-MM-DD` and ` -- reason` may follow"


def _words(path: str, text: bytes, offset: int) -> tuple[tuple[str, Span], ...]:
    return tuple(
        (_text(word[0]), Span(path, offset + word.start(), offset + word.end())) for word in _WORD.finditer(text)
    )


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").strip()


def _golangci(span: Span, offset: int, match: re.Match[bytes]) -> Iterator[SuppressionComment]:
    """A golangci-lint comment, where it speaks of this linter or of all."""
    listed = _words(span.path, match["list"], offset + match.start("list")) if match["list"] is not None else ()
    mine = tuple(word for word in listed if word[0].lower() in ("lambdalint", "all"))
    if mine or not listed:
        yield SuppressionComment(span, "nolint", mine, None, _text(match["reason"] or b""), None)


def _place(comment: SuppressionComment, lexed: Lexed, data: bytes) -> SuppressionComment:
    """`ignore-file` counts near the top of a file only, where people look for it."""
    if comment.kind != "ignore-file" or comment.problem is not None:
        return comment
    late = data.count(b"\n", 0, comment.span.start) >= HEAD and lexed.code[: comment.span.start].strip()
    return (
        comment._replace(problem=f"`ignore-file` must stand before the code or in the first {HEAD} lines")
        if late
        else comment
    )


def _pair(found: Iterator[SuppressionComment]) -> Iterator[SuppressionComment]:
    """Starts and ends without their counterpart can't be used."""
    everything = list(found)
    lonely = {comment.span for comment in everything if comment.kind in ("ignore-start", "ignore-end")}
    for start, end in ranges(everything):
        lonely -= {start.span, end.span}
    for comment in everything:
        if comment.span in lonely and comment.problem is None:
            other = "ignore-end" if comment.kind == "ignore-start" else "ignore-start"
            yield comment._replace(problem=f"there is no `{other}` for it")
        else:
            yield comment


def ranges(found: list[SuppressionComment]) -> list[tuple[SuppressionComment, SuppressionComment]]:
    """Starts and ends that belong together: an end closes the latest open start with the same rules, or any if bare."""
    pairs: list[tuple[SuppressionComment, SuppressionComment]] = []
    waiting: list[SuppressionComment] = []
    for comment in found:
        if comment.problem is not None:
            continue
        if comment.kind == "ignore-start":
            waiting.append(comment)
        elif comment.kind == "ignore-end":
            wanted = _ids(comment)
            start = next((s for s in reversed(waiting) if not wanted or _ids(s) == wanted), None)
            if start is not None:
                waiting.remove(start)
                pairs.append((start, comment))
    return pairs


def _ids(comment: SuppressionComment) -> frozenset[str]:
    return frozenset(word.lower() for word, _ in comment.selectors)
