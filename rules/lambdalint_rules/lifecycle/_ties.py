"""Which constructions stand on others, and which depend on the invocation by that."""

from __future__ import annotations

from lambdalint.api import Span


def heads_of(before: dict[Span, set[Span]]) -> set[Span]:
    """The constructions that stand on no other, and the first one of those that stand on each other."""
    below: dict[Span, set[Span]] = {}
    for span in before:
        found: set[Span] = set()
        stack = [*before[span]]
        while stack:
            if (source := stack.pop()) not in found:
                found.add(source)
                stack += before[source]
        below[span] = found
    order = {span: at for at, span in enumerate(before)}
    return {s for s, found in below.items() if all(s in below[b] and order[s] <= order[b] for b in found)}


def tied_to(before: dict[Span, set[Span]], links: set[Span], tied: set[Span], kept: set[Span]) -> set[Span]:
    """Constructions that depend on the invocation, and configurations that only such ones among the `links` are built
    from. What is `kept` serves every invocation, whatever it is asked for: a client that assumes roles, or reads
    secrets.
    """
    after = {span: {link for link in links if span in before[link] and link != span} for span in before}
    grown = True
    while grown:
        grown = False
        for span, sources in before.items():
            made_for = after[span] and after[span] <= tied and span not in kept
            if span not in tied and (sources & tied or made_for):
                tied = tied | {span}
                grown = True
    return tied
