"""Parameters that nothing reads any more: they leave the signature, and the arguments leave the calls."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from lambdalint.fix import Edit
from lambdalint.gofix import code_only
from lambdalint.hoist.callers import Callers
from lambdalint.hoist.removal import Removal
from lambdalint.model.code import GoFunction
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
            numbers = found[key].numbers if key in found else frozenset()
            more = [
                n
                for n in _unread(removal)
                if n not in numbers and _may_leave(removal.family.outermost, n, sources[removal.family.outermost.file])
            ]
            sites = callers.of(removal.family.outermost)
            owners = [removals.get(site.function.key.split("$")[0]) for site in sites or ()]
            if not more or not sites or None in owners:
                continue
            for site, owner in zip(sites, owners, strict=True):
                if owner is not None:
                    owner.absent += [site.call.arguments[n].span for n in more]
            found[key] = Parting(removal.family.outermost, numbers | frozenset(more))
            grown = True
    return list(found.values())


def _unread(removal: Removal) -> Iterator[int]:
    """The parameters whose value moved, and that nothing else names."""
    for number, parameter in enumerate(removal.family.outermost.parameters):
        names = removal.family.names.get(parameter.ref, ())
        given = parameter.ref in removal.handed or parameter.ref in removal.passed
        if given and names and all(removal.is_gone(name.span) for name in names):
            yield number


def _may_leave(function: GoFunction, number: int, source: Source) -> bool:
    """False where a signature can't lose a parameter without more ado: `a, b T`, comments."""
    items = _signature(function, source)
    typed = [len(source.text(*item).split(None, 1)) > 1 for item in items]
    whole = typed[number] and (number == 0 or typed[number - 1])
    text = source.text(items[0][0], items[-1][1])
    return whole and "//" not in text and "/*" not in text


def _signature(function: GoFunction, source: Source) -> list[tuple[int, int]]:
    """Where each parameter with its type starts and ends."""
    starts = [parameter.span.start for parameter in function.parameters]
    ends = [*starts[1:], _closing(source, starts[-1])]
    return [(start, _trimmed(source, start, end)) for start, end in zip(starts, ends, strict=True)]


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
    yield from _without(source, _signature(function, source), parting.numbers)
    for site in callers.of(function) or ():
        owner = removals[site.function.key.split("$")[0]]
        items = [(argument.span.start, argument.span.end) for argument in site.call.arguments]
        if not any(gone.contains(site.call.span) for gone in owner.cut()):
            yield from _without(sources[site.function.file], items, parting.numbers)


def _without(source: Source, items: list[tuple[int, int]], numbers: Collection[int]) -> Iterator[Edit]:
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
