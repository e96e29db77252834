"""Parameters that nothing reads any more: they leave the signature, and the arguments leave the calls."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from lambdalint.fix import Edit
from lambdalint.gofix import code_only
from lambdalint.hoist.callers import Callers
from lambdalint.hoist.removal import Removal
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Call, Name
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span

Sources: TypeAlias = Mapping[str, Source]


class Parting(NamedTuple):
    """A function, and the numbers of the parameters that leave it."""

    function: GoFunction
    numbers: frozenset[int]


def partings(removals: Mapping[str, Removal], callers: Callers, sources: Sources) -> list[Parting]:
    """What leaves; callers, who all need a plan, learn which of their arguments are `absent`."""
    found: dict[str, Parting] = {}
    grown = True
    while grown:
        grown = False
        for key, removal in removals.items():
            function = removal.family.outermost
            numbers = found[key].numbers if key in found else frozenset()
            more = [n for n in _unread(removal) if n not in numbers]
            sites = callers.of(function)
            owners = [removals.get(site.function.outermost) for site in sites or ()]
            if not more or not sites or None in owners or _is_commented(function, sources[function.file]):
                continue
            for site, owner in zip(sites, owners, strict=True):
                if owner is not None:
                    owner.absent += [site.call.arguments[n].span for n in more]
            found[key] = Parting(function, numbers | frozenset(more))
            grown = True
    return list(found.values())


def _unread(removal: Removal) -> Iterator[int]:
    """The parameters whose value moved, and that nothing else names."""
    for number, parameter in enumerate(removal.family.outermost.parameters):
        names = removal.family.names.get(parameter.ref, ())
        given = parameter.ref in removal.handed or parameter.ref in removal.passed
        if given and names and all(removal.is_gone(n.span) or _is_given_again(n, number, removal) for n in names):
            yield number


def _is_given_again(name: Name, number: int, removal: Removal) -> bool:
    """True for a parameter that a function only hands to itself."""
    call = removal.family.above(name)
    callee = call.callee if isinstance(call, Call) else None
    again = callee is not None and callee.key == removal.family.outermost.key
    return again and isinstance(call, Call) and [n for n, a in enumerate(call.arguments) if a is name] == [number]


def _is_commented(function: GoFunction, source: Source) -> bool:
    items = _groups(function, source)
    text = source.text(items[0].start, items[-1].end)
    return "//" in text or "/*" in text


class _Group(NamedTuple):
    """Parameters with one type, `a, b T`: the first one's number, and where each name starts and ends."""

    first: int
    start: int
    end: int
    names: tuple[tuple[int, int], ...]


def _groups(function: GoFunction, source: Source) -> list[_Group]:
    """The parameters of a function that all have names."""
    spans = [parameter.span for parameter in function.parameters]
    starts = [*(span.start for span in spans[1:]), _closing(source, spans[-1].start)]
    found: list[_Group] = []
    names: list[tuple[int, int]] = []
    for number, (span, after) in enumerate(zip(spans, starts, strict=True)):
        names.append((span.start, span.end))
        end = _trimmed(source, span.start, after)
        if end > span.end:
            found.append(_Group(number + 1 - len(names), names[0][0], end, tuple(names)))
            names = []
    return found


def _closing(source: Source, at: int) -> int:
    """The parenthesis that ends the list which `at` is in."""
    depth, text = 0, code_only(source.data)
    while at < len(text):
        depth += (text[at : at + 1] in (b"(", b"[", b"{")) - (text[at : at + 1] in (b")", b"]", b"}"))
        if depth < 0:
            break
        at += 1
    return at


def _trimmed(source: Source, start: int, end: int) -> int:
    """The end of an item, without the comma and what is after it."""
    text = source.data[start:end].rstrip().removesuffix(b",").rstrip()
    return start + len(text)


def edits(parting: Parting, callers: Callers, removals: Mapping[str, Removal], sources: Sources) -> Iterator[Edit]:
    """Edits of a signature, and of the calls that stay."""
    function = parting.function
    source = sources[function.file]
    groups = _groups(function, source)
    left = [[n for n in range(len(g.names)) if g.first + n not in parting.numbers] for g in groups]
    whole = [number for number, names in enumerate(left) if not names]
    yield from _without(source, [(group.start, group.end) for group in groups], whole)
    for group, names in zip(groups, left, strict=True):
        if names:
            yield from _without(source, group.names, [n for n in range(len(group.names)) if n not in names])
    for site in callers.of(function) or ():
        owner = removals[site.function.outermost]
        items = [(argument.span.start, argument.span.end) for argument in site.call.arguments]
        if not any(gone.contains(site.call.span) for gone in owner.cut()):
            yield from _without(sources[site.function.file], items, parting.numbers)


def _without(source: Source, items: Sequence[tuple[int, int]], numbers: Collection[int]) -> Iterator[Edit]:
    """Edits that drop some items of a list in parentheses."""
    left = [number for number in range(len(items)) if number not in numbers]
    if not left:
        start = source.data.rindex(b"(", 0, items[0][0]) + 1
        yield Edit(Span(source.path, start, _closing(source, items[-1][1])), "")
        return
    if left[0] > 0:
        yield Edit(Span(source.path, items[0][0], items[left[0]][0]), "")
    for number, after in zip(left, [*left[1:], len(items)], strict=True):
        if after > number + 1:
            yield Edit(Span(source.path, items[number][1], items[after - 1][1]), "")
