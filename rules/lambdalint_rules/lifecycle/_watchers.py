"""Goroutines that are meant to run beside the handler: they wait for its end, or are told to stop."""

from __future__ import annotations

from lambdalint.api import GoFunction, gotypes, is_call_of
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._goroutines import Goroutine, Waiting

PLAIN = frozenset({"builtin", "fmt", "log", "log/slog", "time"})


def watches(waiting: Waiting, one: Goroutine) -> bool:
    """True for a goroutine that only waits for the end of the invocation, or is told to stop."""
    told, closed = _told(waiting)
    for key in one.runs:
        function = waiting.places.functions[key]
        if function.body is None:
            continue
        first = function.body.statements[:1]
        ends = closed if key in one.first else frozenset()
        if any(isinstance(s, ast.Evaluate) and _waits(waiting, ends, s.expression, function) for s in first):
            return True
        loops = [n for n in ast.walk(function.body) if isinstance(n, ast.For | ast.Range)]
        for node in ast.walk(function.body):
            if isinstance(node, ast.Select) and not _pauses(node, loops):
                others = [c for c in node.cases if not _stops(waiting, told, c, function)]
                if len(others) < len(node.cases) and all(map(_is_quiet, others)):
                    return True
    return False


def _pauses(select: ast.Select, loops: list[ast.For | ast.Range]) -> bool:
    """True in a loop that comes to an end by itself and does other things, such as one that tries something again."""
    around = [loop for loop in loops if loop.span.contains(select.span)]
    inner = max(around, key=lambda loop: loop.span.start, default=None)
    if inner is None or not any(_works(c) for c in ast.each(inner, ast.Call) if not select.span.contains(c.span)):
        return False
    if isinstance(inner, ast.Range):
        return not isinstance(getattr(inner.subject, "type", None), gotypes.Chan | None)
    return inner.condition is not None


def _works(call: ast.Call) -> bool:
    """False for what only looks whether the invocation is over, how late it is or how long a list."""
    callee = call.callee
    return callee is None or not (callee.name == "Err" or callee.package in PLAIN)


def _told(waiting: Waiting) -> tuple[frozenset[str], frozenset[str]]:
    """The channels that the handler's own code closes or sends to, and those that it closes."""
    places = waiting.places
    apart = frozenset().union(*(g.runs for g in waiting.goroutines))
    sent: set[str | None] = set()
    closed: set[str | None] = set()
    for key, function in places.functions.items():
        if key in apart:
            continue
        sent |= {places.of(n.channel, function) for n in ast.walk(function.body) if isinstance(n, ast.Send)}
        closes = (c for c in function.calls if is_call_of(c, "builtin", "close"))
        closed |= {places.of(c.arguments[0], function) for c in closes}
    return frozenset(p for p in sent | closed if p), frozenset(p for p in closed if p)


def _stops(waiting: Waiting, told: frozenset[str], case: ast.Case, function: GoFunction) -> bool:
    return _waits(waiting, told, _received(case), function)


def _waits(waiting: Waiting, told: frozenset[str], received: ast.Expr | None, function: GoFunction) -> bool:
    """True for a receive that ends with the invocation, or when the handler's own code says so."""
    if not isinstance(received, ast.Unary) or received.op != "<-":
        return False
    return _is_done(received) or waiting.places.of(received.operand, function) in told


def _is_done(received: ast.Unary) -> bool:
    inner = received.operand
    return isinstance(inner, ast.Call) and inner.callee is not None and inner.callee.name == "Done"


def _received(case: ast.Case) -> ast.Unary | None:
    statement = case.communication
    value = statement.expression if isinstance(statement, ast.Evaluate) else None
    if isinstance(statement, ast.Assign) and statement.values:
        value = statement.values[0]
    return value if isinstance(value, ast.Unary) and value.op == "<-" else None


def _is_quiet(case: ast.Case) -> bool:
    """True for a case that comes with time."""
    received = _received(case)
    inner = received.operand if received else None
    if isinstance(inner, ast.Selector):
        return inner.name == "C"
    callee = inner.callee if isinstance(inner, ast.Call) else None
    return case.default or (callee is not None and callee.package == "time")
