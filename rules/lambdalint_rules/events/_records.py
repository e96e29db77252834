"""Where the records of a batch are worked on, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.api import (
    Context,
    HandlerPath,
    Provenance,
    Reached,
    Telling,
    TypeDeclaration,
    gotypes,
    provenance,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint_rules.events._failures import errors_of
from lambdalint_rules.events._record import DECODERS, Work, holds_record, is_record
from lambdalint_rules.events._record_loops import record_loops, second_loops
from lambdalint_rules.events._sequence import rest


def work(path: HandlerPath, ctx: Context) -> tuple[Work, ...]:
    """Where records of the event are worked on, one by one; looked for once."""
    key = ("work on records", path.program.key, path.handler.key)
    if key not in ctx.project.kept:
        ctx.project.kept[key] = tuple(_work(path, ctx))
    found: tuple[Work, ...] = ctx.project.kept[key]
    return found


def _work(path: HandlerPath, ctx: Context) -> Iterator[Work]:
    origins, own = provenance(ctx.project, path), {r.function.key: r for r in _own(path)}
    loops = [place for reached in own.values() for place in record_loops(reached, origins)]
    if not any(is_done(place, ctx.project.code.types) for place in loops):
        loops += [place for reached in own.values() for place in second_loops(reached, origins)]
    yield from loops
    asked = _asked_for(loops, own, ctx)
    registered = own.keys() - _called(path)
    inside = {key for place in loops for key in place.reached.function.closures if _stands_in(key, place, own)}
    for reached in own.values():
        function = reached.function
        silent = not function.results and function is not path.handler.function
        names = [ast.Name(p.span, p.name, p.ref, p.type) for p in function.parameters if p.ref]
        given = (o for n in names for o in origins.of(n, function))
        tells = [r.type for r in function.results] == [gotypes.ERROR] and function.key in registered
        takes = any(is_record(o) or holds_record(o) for o in given) and (silent or tells or function.key in asked)
        captures = function.key in inside and [r.type for r in function.results] in ([], [gotypes.ERROR])
        if function.body is not None and (takes or captures):
            beside = asked.get(function.key, False) or (silent and _followed(function.key, path, origins, ctx))
            yield Work(reached, function.body, origins, False, beside)


def _called(path: HandlerPath) -> set[str]:
    """The functions that calls name, and the handler: others on the path were put into a map, a field or a list."""
    called = {site.call.callee.key for site in path.sites() if site.call.callee is not None}
    return called | ({path.handler.function.key} if path.handler.function is not None else set())


def is_done(place: Work, types: Mapping[str, TypeDeclaration]) -> bool:
    """True where the record is worked on, and not only decoded for what comes later; what is done about a failure is
    no work on it.
    """
    failures = [branch.then.span for branch in errors_of(place, types)]
    for call in ast.walk(place.body):
        if not isinstance(call, ast.Call) or not place.takes_record(call):
            continue
        if any(span.contains(call.span) for span in failures):
            continue
        if call.callee is not None and call.callee.package.startswith(DECODERS):
            continue
        only_error = satisfaction.implements_error(types, call.type) is True
        if only_error or any(satisfaction.is_context(types, a.type) is True for a in call.arguments):
            return True
    return False


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
            places += [] if body is None else [Work(own[key], body, place.origins, True)]
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


def _own(path: HandlerPath) -> list[Reached]:
    return [r for r in path.reached if r.function.first_party and r.function.body is not None]


def _asked(place: Work, types: Mapping[str, TypeDeclaration]) -> Iterator[tuple[ast.Call, bool]]:
    """The calls that get a record and whose only result, an error, is kept: they do the record's work. With it whether
    nothing else gets the record afterwards.
    """
    for node in ast.walk(place.body):
        values = node.values if isinstance(node, ast.Assign | ast.Return) else ()
        values = (node.value,) if isinstance(node, ast.Send) else values
        call = values[0] if len(values) == 1 else None
        if not isinstance(call, ast.Call) or not place.takes_record(call):
            continue
        if satisfaction.implements_error(types, call.type) is not True:
            continue
        kept = node.targets if isinstance(node, ast.Assign) else ()
        if all(isinstance(t, ast.Name) and t.name != "_" for t in kept):
            later = (n for s in rest(place.body, node) for n in ast.walk(s) if isinstance(n, ast.Call))
            yield call, not any(place.takes_record(c) for c in later)
