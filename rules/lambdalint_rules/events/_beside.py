"""What is done for a record beside the work on it, and failures that are told by what isn't done."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import goast as ast
from lambdalint.api import gotypes, pattern
from lambdalint_rules.events._record import DECODERS, Work
from lambdalint_rules.events._sequence import leaves, rest

CLEANS = pattern(r"Delete|Remove|Unlink|Release|Unlock|Clean")


def cleans(made: ast.Call, place: Work) -> bool:
    """True for what takes away what is left after the work on a record, in a function of its own or in the loop."""
    if made.callee is None or not CLEANS.match(made.callee.name):
        return False
    return not place.loop or any(_works_on(call, place) for call in _done_before(made, place))


def counted_out(place: Work, branch: ast.If) -> bool:
    """True where a failure is told by what isn't done for the record: `done++`, and an error when too few are done."""
    if not place.loop or not any(isinstance(s, ast.Branch) for s in branch.then.statements):
        return False
    counted = {t.ref for s in rest(place.body, branch) for t in _counted(s)}
    return bool(counted) and any(
        node.span.start >= place.body.span.end and _fails(node) and _names(node.condition, counted)
        for node in ast.each(place.reached.function.body, ast.If)
    )


def _counted(statement: ast.Stmt) -> Iterator[ast.Name]:
    targets = (statement.target,) if isinstance(statement, ast.Step) else getattr(statement, "targets", ())
    yield from (t for t in targets if isinstance(t, ast.Name) and t.ref.startswith("local:"))


def _names(condition: ast.Expr, refs: set[str]) -> bool:
    return any(name.ref in refs for name in ast.each(condition, ast.Name))


def _fails(branch: ast.If) -> bool:
    """True for a branch that returns more than nothing."""
    last = branch.then.statements[-1:]
    return any(isinstance(s, ast.Return) and bool(s.values) and not leaves(s) for s in last)


def _done_before(made: ast.Call, place: Work) -> Iterator[ast.Call]:
    """The calls before another one that give nothing but an error, or of which only that is kept."""
    apart = [case.body.span for case in ast.each(place.body, ast.Case)]
    apart += [branch.then.span for branch in ast.each(place.body, ast.If)]
    for assign in ast.each(place.body, ast.Assign):
        call = assign.values[0] if len(assign.values) == 1 else None
        if not isinstance(call, ast.Call) or call.span.end > made.span.start:
            continue
        kept = [t for t in assign.targets[:-1] if getattr(t, "name", "") != "_"]
        elsewhere = any(s.contains(call.span) and not s.contains(made.span) for s in apart)
        results = call.type.members if isinstance(call.type, gotypes.Tuple) else (call.type,)
        if not kept and not elsewhere and results[-1:] == (gotypes.ERROR,):
            yield call


def _works_on(call: ast.Call, place: Work) -> bool:
    if call.callee is not None and call.callee.package.startswith(DECODERS):
        return False
    return any(o.source == "event" for a in call.arguments for o in place.origins.of(a, place.reached.function))
