"""Functions that tell by a bool how the work on a record went, where the loop forgets what it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.api import Reached, Telling, gotypes
from lambdalint.api import goast as ast
from lambdalint_rules.events._record import Work
from lambdalint_rules.events._sequence import leaves, only_tells, rest

_BOOL = gotypes.Basic("bool")


def flagged(place: Work, own: Mapping[str, Reached], telling: Telling) -> Iterator[Work]:
    """The bodies of functions that get the record in a loop, and whose `false` is logged, or passed over."""
    for node in ast.walk(place.body):
        if not isinstance(node, ast.If) or node.otherwise is not None or not _forgets(node, place, telling):
            continue
        call = _asked(node, place)
        if call is None or not _tells(call) or not place.takes_record(call):
            continue
        for target in place.origins.targets(call):
            reached = own.get(target.key)
            body = reached.function.body if reached is not None else None
            if reached is not None and body is not None:
                yield Work(reached, body, place.origins, False, flag=True)


def _forgets(node: ast.If, place: Work, telling: Telling) -> bool:
    """True for a branch that leaves the record, or is the last that is done for it, with a log line at most."""
    inside = node.then.statements
    if not all(only_tells(s, telling) or leaves(s) for s in inside):
        return False
    return any(leaves(s) for s in inside) or all(only_tells(s, telling) or leaves(s) for s in rest(place.body, node))


def _asked(node: ast.If, place: Work) -> ast.Call | None:
    """The call whose `false` is asked for: `!ok` after `job, ok := parse(m)`, or `!send(m)`."""
    condition = node.condition
    if not isinstance(condition, ast.Unary) or condition.op != "!":
        return None
    asked = condition.operand
    if isinstance(asked, ast.Call):
        return asked
    if not isinstance(asked, ast.Name):
        return None
    found: ast.Call | None = None
    for given in ast.walk(place.body):
        if not isinstance(given, ast.Assign) or not given.values or given.span.start > condition.span.start:
            continue
        if isinstance(given.targets[-1], ast.Name) and given.targets[-1].ref == asked.ref:
            value = given.values[-1]
            found = value if isinstance(value, ast.Call) else None
    return found


def _tells(call: ast.Call) -> bool:
    kind = call.type.members[-1:] if isinstance(call.type, gotypes.Tuple) else (call.type,)
    return kind == (_BOOL,)
