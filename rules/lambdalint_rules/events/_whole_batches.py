"""Where the error of a whole batch is dropped, after the records were worked on."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    HandlerPath,
    Provenance,
    Reached,
    Span,
    Telling,
    gotypes,
    methodsets,
    provenance,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_V1, SDK_V2
from lambdalint_rules.events._failures import made_by
from lambdalint_rules.events._records import is_done, work
from lambdalint_rules.events._sequence import leaves, only_tells, rest

GROUPS = ("golang.org/x/sync/errgroup", "github.com/neilotoole/errgroup", "github.com/sourcegraph/conc/pool")


def swallowed_batches(path: HandlerPath, ctx: Context) -> Iterator[tuple[Reached, ast.Node]]:
    """The log calls, or what else drops the error of a call that works on all records or waits for those who do."""
    origins, telling = provenance(ctx.project, path), Telling(ctx.project)
    loops = [place for place in work(path, ctx) if place.loop]
    busy = {place.reached.function.key for place in loops}
    own = [r for r in path.reached if r.function.first_party and r.function.body is not None]
    busy |= _callers(own, busy, origins)
    for reached in own:
        inside = [p.body.span for p in loops if p.reached.function.key == reached.function.key]
        for call in reached.function.calls:
            if any(span.contains(call.span) for span in inside):
                continue
            if not (_waits(call, reached, inside) or _works(call, reached, origins, busy)):
                continue
            dropped = _dropped(call, reached, telling, ctx)
            if dropped is not None:
                yield reached, dropped
        if inside and not any(is_done(p, ctx.project.code.types) for p in loops if p.body.span in inside):
            for call in reached.function.calls:
                if call.span.start > max(inside).end and _takes_all(call, reached, origins, ctx):
                    dropped = _dropped(call, reached, telling, ctx)
                    yield from ((reached, node) for node in (dropped,) if node is not None)
        if inside:
            yield from ((reached, said) for said in _only_said(reached, inside, telling, ctx))


def _callers(own: list[Reached], busy: set[str], origins: Provenance) -> set[str]:
    """Those who call functions that work on a batch, any number of calls deep."""
    found: set[str] = set()
    before = -1
    while len(found) != before:
        before = len(found)
        for reached in own:
            called = {t.key for call in reached.function.calls for t in origins.targets(call)}
            if called & (busy | found):
                found.add(reached.function.key)
    return found


def _waits(call: ast.Call, reached: Reached, inside: list[Span]) -> bool:
    """True for `group.Wait()` where the loop over the records gives work to the group."""
    if call.callee is None or call.callee.package not in GROUPS or call.callee.name != "Wait":
        return False
    group = _holder(call)
    started = (c for c in reached.function.calls if c.callee is not None and c.callee.name in ("Go", "TryGo"))
    return bool(group) and any(_holder(c) == group and any(s.contains(c.span) for s in inside) for c in started)


def _works(call: ast.Call, reached: Reached, origins: Provenance, busy: set[str]) -> bool:
    """True for a call that gets the batch, and goes through its records."""
    if not any(target.key in busy for target in origins.targets(call)):
        return False
    given = (o for a in call.arguments for o in origins.of(a, reached.function))
    return any(o.source == "event" and not o.field and o.path in ((), ("Records",)) for o in given)


def _takes_all(call: ast.Call, reached: Reached, origins: Provenance, ctx: Context) -> bool:
    """True for a call that sends, or keeps, what a loop before has put together of the records."""
    package = call.callee.package if call.callee is not None else ""
    sends = any(satisfaction.is_context(ctx.project.code.types, a.type) is True for a in call.arguments)
    if not sends and not package.startswith((SDK_V1, SDK_V2)):
        return False
    for argument in call.arguments:
        for origin in origins.of(argument, reached.function):
            way = origin.held if origin.held is not None else origin.path
            if origin.source == "event" and way is not None and way[:2] == ("Records", "[]"):
                return True
    return False


def _dropped(call: ast.Call, reached: Reached, telling: Telling, ctx: Context) -> ast.Node | None:
    """Where the error of a call is dropped, None where it isn't."""
    body, types = reached.function.body, ctx.project.code.types
    for node in ast.walk(body):
        alone = isinstance(node, ast.Evaluate) and node.expression is call
        blank = isinstance(node, ast.Assign) and node.values == (call,) and _blank(node)
        if (alone or blank) and body is not None and satisfaction.implements_error(types, call.type) is True:
            return node if all(_is_quiet(s, telling) for s in rest(body, node)) else None
        if isinstance(node, ast.If) and body is not None and made_by(body, node) is call:
            inside = node.then.statements
            ends = any(leaves(s) for s in inside) or all(_is_quiet(s, telling) for s in rest(body, node))
            if inside and ends and node.otherwise is None and all(_is_quiet(s, telling) for s in inside):
                return next((s for s in inside if not telling.prepares(s)), inside[0])
    return None


def _only_said(reached: Reached, records: list[Span], telling: Telling, ctx: Context) -> Iterator[ast.Node]:
    """The log calls for errors that come out of a channel, where nothing else is done with them."""
    body, functions = reached.function.body, ctx.project.code.functions
    literals = [functions[key] for key in reached.function.closures if key in functions]
    names = [n for part in (body, *(f.body for f in literals)) for n in ast.each(part, ast.Name)]
    used = {n.ref for n in names if any(span.contains(n.span) for span in records)}
    for loop in ast.each(body, ast.Range):
        kind = getattr(loop.subject, "type", None)
        if body is None or not isinstance(kind, gotypes.Chan) or not _has_error(kind.element, ctx):
            continue
        if not isinstance(loop.subject, ast.Name) or loop.subject.ref not in used:
            continue
        inside = loop.body.statements
        if len(inside) == 1 and isinstance(inside[0], ast.If) and inside[0].otherwise is None:
            inside = inside[0].then.statements
        if all(_is_quiet(s, telling) for s in (*inside, *rest(body, loop))):
            yield from (s for s in inside[:1] if not leaves(s))


def _has_error(kind: gotypes.GoType | None, ctx: Context) -> bool:
    """True for an error, and for a result of work that has one in a field."""
    struct = methodsets.underlying(ctx.project.code.types, gotypes.bare(kind))
    fields = struct.fields if isinstance(struct, gotypes.Struct) else ()
    return kind == gotypes.ERROR or any(f.type == gotypes.ERROR for f in fields)


def _blank(node: ast.Assign) -> bool:
    return all(isinstance(t, ast.Name) and t.name == "_" for t in node.targets)


def _is_quiet(statement: ast.Stmt, telling: Telling) -> bool:
    return only_tells(statement, telling) or leaves(statement)


def _holder(call: ast.Call) -> str:
    """The local that a method is called on."""
    held = call.function.operand if isinstance(call.function, ast.Selector) else None
    return held.ref if isinstance(held, ast.Name) else ""
