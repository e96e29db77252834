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
    provenance,
    satisfaction,
)
from lambdalint.api import goast as ast


class Work(NamedTuple):
    """The body of a record loop, or of a function that is called for each record and whose error is all it tells, or
    what a function does from where it takes one record out of the batch by its number.

    `loop`: the body is that of a loop. `followed`: whoever calls the function works on the record afterwards.
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
    origins, types = provenance(ctx.project, path), ctx.project.code.types
    asked: set[str] = set()
    for reached in _own(path):
        for node in ast.walk(reached.function.body):
            if _goes_through(node, reached, origins):
                place = Work(reached, node.body, origins, True)
                asked |= {_key(call) for call in _asked(place, types)}
                yield place
        for place in _picked(reached, origins):
            asked |= {_key(call) for call in _asked(place, types)}
            yield place
    for reached in _own(path):
        function = reached.function
        silent = not function.results and function is not path.handler.function
        names = [ast.Name(p.span, p.name, p.ref, p.type) for p in function.parameters if p.ref]
        takes = any(is_record(o) for n in names for o in origins.of(n, function))
        if function.body is not None and takes and (silent or function.key in asked):
            yield Work(reached, function.body, origins, False, silent and _followed(function.key, path, origins, ctx))


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


def _asked(place: Work, types: Mapping[str, TypeDeclaration]) -> Iterator[ast.Call]:
    """The calls of a loop that get a record and whose only result, an error, is kept: they do the record's work."""
    for node in ast.walk(place.body):
        values = node.values if isinstance(node, ast.Assign | ast.Return) else ()
        call = values[0] if len(values) == 1 else None
        if not isinstance(call, ast.Call) or not place.takes_record(call):
            continue
        if satisfaction.implements_error(types, call.type) is not True:
            continue
        kept = node.targets if isinstance(node, ast.Assign) else ()
        if all(isinstance(t, ast.Name) and t.name != "_" for t in kept):
            yield call


def _key(call: ast.Call) -> str:
    callee = call.callee
    return callee.key if callee is not None else ""


def is_record(origin: Origin) -> bool:
    """True for a record of the event, or a part of one as it is."""
    return origin.source == "event" and origin.path is not None and origin.path[:2] == ("Records", "[]")
