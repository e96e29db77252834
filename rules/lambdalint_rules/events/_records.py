"""Code that works on one record of a batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeGuard

from lambdalint.api import (
    Context,
    HandlerPath,
    NamedTuple,
    Origin,
    Provenance,
    Reached,
    Telling,
    TypeDeclaration,
    gotypes,
    provenance,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint_rules.events._sequence import rest


class Work(NamedTuple):
    """The body of a record loop, or of a function that is called for each record and whose error is all it tells, or
    what a function does from where it takes one record out of the batch by its number.

    `loop`: the body is that of a loop. `followed`: whoever calls the function works on the record afterwards, or the
    function is called by one that works on the record: it may do something beside that work.
    """

    reached: Reached
    body: ast.Block
    origins: Provenance
    loop: bool
    followed: bool = False

    def takes_record(self, call: ast.Call) -> bool:
        """True when the record, or a field of it, goes into a call as it is."""
        carried = (self.origins.of(a, self.reached.function) for a in call.arguments)
        return any(is_record(o) for found in carried for o in found)


def work(path: HandlerPath, ctx: Context) -> tuple[Work, ...]:
    """Where records of the event are worked on, one by one; looked for once."""
    key = ("work on records", path.program.key, path.handler.key)
    if key not in ctx.project.kept:
        ctx.project.kept[key] = tuple(_work(path, ctx))
    found: tuple[Work, ...] = ctx.project.kept[key]
    return found


def _work(path: HandlerPath, ctx: Context) -> Iterator[Work]:
    origins, own = provenance(ctx.project, path), {r.function.key: r for r in _own(path)}
    loops = [place for reached in own.values() for place in _loops(reached, origins)]
    yield from loops
    asked = _asked_for(loops, own, ctx)
    inside = {key for place in loops for key in place.reached.function.closures if _stands_in(key, place, own)}
    for reached in own.values():
        function = reached.function
        silent = not function.results and function is not path.handler.function
        names = [ast.Name(p.span, p.name, p.ref, p.type) for p in function.parameters if p.ref]
        takes = any(is_record(o) for n in names for o in origins.of(n, function)) and (silent or function.key in asked)
        captures = function.key in inside and [r.type for r in function.results] in ([], [gotypes.ERROR])
        if function.body is not None and (takes or captures):
            beside = asked.get(function.key, False) or (silent and _followed(function.key, path, origins, ctx))
            yield Work(reached, function.body, origins, False, beside)


def _loops(reached: Reached, origins: Provenance) -> Iterator[Work]:
    for node in ast.walk(reached.function.body):
        if _goes_through(node, reached, origins):
            yield Work(reached, node.body, origins, True)
    yield from _picked(reached, origins)


def _stands_in(key: str, place: Work, own: Mapping[str, Reached]) -> bool:
    """True for a function literal in a loop, one for each record."""
    return place.loop and key in own and place.body.span.contains(own[key].function.span)


def _asked_for(loops: list[Work], own: Mapping[str, Reached], ctx: Context) -> dict[str, bool]:
    """The functions whose error is all that tells how the work on a record went, any number of calls deep; with each
    whether it isn't called in the loop itself.
    """
    asked: dict[str, bool] = {}
    places = list(loops)
    for place in loops:
        for key in place.reached.function.closures:
            body = own[key].function.body if _stands_in(key, place, own) else None
            places += [] if body is None else [Work(own[key], body, place.origins, False)]
    while places:
        place = places.pop()
        for call, last in _asked(place, ctx.project.code.types):
            for target in place.origins.targets(call):
                reached = own.get(target.key)
                body = reached.function.body if reached is not None else None
                if target.key not in asked and reached is not None and body is not None and (place.loop or last):
                    asked[target.key] = not place.loop
                    places.append(Work(reached, body, place.origins, False))
    return asked


def _followed(key: str, path: HandlerPath, origins: Provenance, ctx: Context) -> bool:
    """True when all who call a function do more with the record afterwards than tell about it."""
    telling = Telling(ctx.project)
    callers = [
        (reached, site.call)
        for reached in _own(path)
        for site in reached.sites
        if site.call.callee is not None and site.call.callee.key == key and site.function.key == reached.function.key
    ]
    return bool(callers) and all(_goes_on(reached, call, origins, telling) for reached, call in callers)


def _goes_on(reached: Reached, before: ast.Call, origins: Provenance, telling: Telling) -> bool:
    if reached.function.body is None:
        return False
    place = Work(reached, reached.function.body, origins, False)
    later = (n for n in ast.walk(place.body) if isinstance(n, ast.Call) and n.span.start > before.span.end)
    return any(place.takes_record(call) and not telling.only_tells(call) for call in later)


def _goes_through(node: ast.Node, reached: Reached, origins: Provenance) -> TypeGuard[ast.Range]:
    return isinstance(node, ast.Range) and any(
        o.source == "event" and o.path is not None and o.path[:1] == ("Records",) and len(o.path) <= 2
        for o in origins.of(node.subject, reached.function)
    )


def _picked(reached: Reached, origins: Provenance) -> Iterator[Work]:
    """`record := event.Records[0]`, where no loop goes through the records."""
    body = reached.function.body
    if body is None or any(_goes_through(n, reached, origins) for n in ast.walk(body)):
        return
    for at, statement in enumerate(body.statements):
        if any(_is_picked(n, reached, origins) for n in ast.walk(statement)):
            rest = body.statements[at:]
            yield Work(reached, ast.Block(body.span, rest), origins, False)
            return


def _is_picked(node: ast.Node, reached: Reached, origins: Provenance) -> bool:
    if not isinstance(node, ast.Index) or not isinstance(getattr(node.key, "value", None), int):
        return False
    found = origins.of(node.operand, reached.function)
    return any(o.source == "event" and o.path == ("Records",) for o in found)


def _own(path: HandlerPath) -> list[Reached]:
    return [r for r in path.reached if r.function.first_party and r.function.body is not None]


def _asked(place: Work, types: Mapping[str, TypeDeclaration]) -> Iterator[tuple[ast.Call, bool]]:
    """The calls that get a record and whose only result, an error, is kept: they do the record's work. With it whether
    nothing else gets the record afterwards.
    """
    for node in ast.walk(place.body):
        values = node.values if isinstance(node, ast.Assign | ast.Return) else ()
        call = values[0] if len(values) == 1 else None
        if not isinstance(call, ast.Call) or not place.takes_record(call):
            continue
        if satisfaction.implements_error(types, call.type) is not True:
            continue
        kept = node.targets if isinstance(node, ast.Assign) else ()
        if all(isinstance(t, ast.Name) and t.name != "_" for t in kept):
            later = (n for s in rest(place.body, node) for n in ast.walk(s) if isinstance(n, ast.Call))
            yield call, not any(place.takes_record(c) for c in later)


def is_record(origin: Origin) -> bool:
    """True for a record of the event, or a part of one as it is."""
    return origin.source == "event" and origin.path is not None and origin.path[:2] == ("Records", "[]")
