"""What is done for a record beside the work on it, and failures that are told by what isn't done."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import goast as ast
from lambdalint.api import gotypes, is_of_package, pattern
from lambdalint_rules.events._record import DECODERS, Work
from lambdalint_rules.events._sequence import around, leaves, rest

NEAR = 100  # statements
CLEANS = pattern(r"Delete|Remove|Unlink|Release|Unlock|Clean")


def is_beside(made: ast.Call, place: Work) -> bool:
    """True for what is done in a loop after work whose failure is returned, and for what takes away what is left after
    the work on a record, in a function of its own or in the loop.
    """
    cleans = made.callee is not None and CLEANS.match(made.callee.name) is not None
    if not place.loop:
        return cleans
    done = (call for call, after in _done_before(made, place) if cleans or (_is_request(call) and _is_returned(after)))
    return any(_works_on(call, place) for call in done)


def counted_out(place: Work, branch: ast.If) -> bool:
    """True where a failure is told by what isn't done for the record: `done++`, and an error when too few are done."""
    if not place.loop or not any(isinstance(s, ast.Branch) for s in branch.then.statements):
        return False
    asked = {
        name.ref
        for node in ast.each(place.reached.function.body, ast.If)
        if node.span.start >= place.body.span.end and _fails(node)
        for name in ast.each(node.condition, ast.Name)
    }
    return bool(asked) and any(t.ref in asked for s in rest(place.body, branch) for t in _counted(s))


def _counted(statement: ast.Stmt) -> Iterator[ast.Name]:
    targets = (statement.target,) if isinstance(statement, ast.Step) else getattr(statement, "targets", ())
    yield from (t for t in targets if isinstance(t, ast.Name) and t.ref.startswith("local:"))


def _fails(branch: ast.If) -> bool:
    """True for a branch that returns more than nothing."""
    last = branch.then.statements[-1:]
    return any(isinstance(s, ast.Return) and bool(s.values) and not leaves(s) for s in last)


def _done_before(made: ast.Call, place: Work) -> Iterator[tuple[ast.Call, tuple[ast.Stmt, ...]]]:
    """The calls that always come before another one and give nothing but an error, or of which only that is kept; with
    each its own statement and the next.
    """
    for block, end in around(place.body, made):
        for at in range(end - 1, max(-1, end - 1 - NEAR), -1):
            statement = block.statements[at]
            assign = statement.init if isinstance(statement, ast.If | ast.Switch) else statement
            call = assign.values[0] if isinstance(assign, ast.Assign) and len(assign.values) == 1 else None
            if not isinstance(assign, ast.Assign) or not isinstance(call, ast.Call):
                continue
            results = call.type.members if isinstance(call.type, gotypes.Tuple) else (call.type,)
            if results[-1:] == (gotypes.ERROR,) and all(getattr(t, "name", "") == "_" for t in assign.targets[:-1]):
                yield call, block.statements[at : at + 2]


def _is_request(call: ast.Call) -> bool:
    """True for a call that gets the context of the invocation."""
    return any(is_of_package(a.type, "context", "Context") for a in call.arguments)


def _is_returned(statements: tuple[ast.Stmt, ...]) -> bool:
    return any(isinstance(s, ast.If) and _fails(s) for s in statements)


def _works_on(call: ast.Call, place: Work) -> bool:
    callee = call.callee
    if callee is not None and (callee.package.startswith(DECODERS) or CLEANS.match(callee.name)):
        return False
    return any(o.source == "event" for a in call.arguments for o in place.origins.of(a, place.reached.function))
