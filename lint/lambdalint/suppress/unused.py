"""Suppression comments that suppress nothing, and how to take them away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lambdalint.fix import Applicability, Edit, Fix
from lambdalint.model.project import SuppressionComment
from lambdalint.registry import chosen
from lambdalint.rule import Finding
from lambdalint.source import Source, Span
from lambdalint.suppress.matching import expired
from lambdalint.suppress.scope import Scope, scopes

OWN = "LL002"


def unused(
    comments: Sequence[SuppressionComment],
    used: frozenset[Span],
    sources: Mapping[str, Source],
    names: Mapping[str, str],
    ran: frozenset[str],
    today: str,
    optional: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    """Findings of LL002 for selectors that suppressed nothing, one per comment.

    `names` maps the names of all rules to their codes, `ran` are the codes of those that ran, `optional` those that run
    only when asked for. A selector counts as unused only if every rule it chooses ran, optional ones aside.
    """
    extents = {scope.comment.span: scope for scope in scopes(comments, sources)}
    needed = {name: code for name, code in names.items() if code in ran or code not in optional}
    for comment in comments:
        scope = extents.get(comment.span)
        if scope is None or expired(comment, today):
            continue
        dead = [(word, span) for word, span in _candidates(comment) if span not in used and _ran(word, needed, ran)]
        if dead:
            yield _finding(comment, dead, scope, sources[comment.span.path])


def _candidates(comment: SuppressionComment) -> tuple[tuple[str, Span], ...]:
    """The selectors that can be unused; what golangci-lint suppresses for all linters is not judged."""
    if comment.kind == "nolint":
        return tuple((word, span) for word, span in comment.selectors if word.lower() == "lambdalint")
    return comment.selectors or (("ALL", comment.span),)


def _ran(word: str, needed: Mapping[str, str], ran: frozenset[str]) -> bool:
    codes = chosen("ALL" if word.lower() == "lambdalint" else word, needed)
    return bool(codes) and codes <= ran and codes != {OWN}


def _finding(comment: SuppressionComment, dead: list[tuple[str, Span]], scope: Scope, source: Source) -> Finding:
    words = ", ".join(source.text(span.start, span.end) for _, span in dead if span != comment.span)
    message = f"suppression of {words} suppresses nothing" if words else "suppression suppresses nothing"
    gone = {span for _, span in dead}
    left = [(word, span) for word, span in comment.selectors if span not in gone]
    span = dead[0][1] if left else comment.span
    return Finding(span, message, fix=_fix(comment, left, words, scope, source))


def _fix(
    comment: SuppressionComment, left: list[tuple[str, Span]], words: str, scope: Scope, source: Source
) -> Fix | None:
    """Edits that take dead selectors away, or the whole comment when none is left."""
    if comment.kind == "nolint":
        listed = source.text(comment.span.start, comment.span.end).partition(":")[2]
        if "," in listed.partition("//")[0]:
            return None  # other linters are named too
    elif left and scope.partner is not None and scope.partner.selectors:
        return None  # the list of the end must stay the same as that of the start
    if left:
        first, last = comment.selectors[0][1].start, comment.selectors[-1][1].end
        edit = Edit(Span(comment.span.path, first, last), ", ".join(word for word, _ in left))
        return Fix(f"remove {words} from the suppression", (edit,), Applicability.SAFE)
    gone = [comment] if scope.partner is None else [comment, scope.partner]
    edits = tuple(Edit(_removal(one.span, source), "") for one in gone)
    return Fix("remove the suppression", edits, Applicability.SAFE)


def _removal(span: Span, source: Source) -> Span:
    """What to delete so that a comment leaves no trace: its line when alone, the blanks before it when trailing."""
    data = source.data
    if source.path.endswith(".json"):
        return _member(span, data)
    line = source.line_of(span.start)
    start, _ = source.line_bounds(line)
    last = source.line_of(span.end)
    _, end = source.line_bounds(last)
    alone = not data[start : span.start].strip(b" \t\xef\xbb\xbf") and not data[span.end : end].strip()
    if alone:
        begin = span.start if data[start : span.start].startswith(b"\xef\xbb\xbf") else start
        after = source.starts[last] if last < len(source.starts) else len(data)
        return Span(span.path, begin, after)
    kept = data[start : span.start].rstrip(b" \t")
    if kept:
        return Span(span.path, start + len(kept), span.end)
    following = len(data[span.end : end]) - len(data[span.end : end].lstrip(b" \t"))
    return Span(span.path, span.start, span.end + following)


def _member(span: Span, data: bytes) -> Span:
    """A JSON member with the comma that becomes too much, and the blanks before what follows."""
    after = re.compile(rb"\s*,\s*").match(data, span.end)
    if after is not None:
        return Span(span.path, span.start, after.end())
    before = re.compile(rb",\s*\Z").search(data, 0, span.start)
    if before is not None:
        return Span(span.path, before.start(), span.end)
    return Span(span.path, span.start, span.end)
