"""How a goroutine tells that it is done, and how a function waits to be told: by places that both can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.api import GoFunction, Span, gotypes, is_of_package
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._foreign_calls import GROUPS, can_tell, is_foreign, is_of_library
from lambdalint_rules.lifecycle._places import Places

CANCELLED = "cancel"
UNKNOWN = "?"  # something that can't be seen may tell, or wait
# The other end reads until it is closed; a command that writes into a pipe waits for no reader.
PIPES = frozenset({("io", "Pipe"), ("net", "Pipe"), ("os", "Pipe"), ("os/exec", "StdinPipe")})
STARTS = frozenset({(package, name) for package, _ in GROUPS for name in ("Go", "TryGo")})
TELLS = STARTS | {
    ("sync", "Done"),
    ("sync", "Broadcast"),
    ("sync", "Signal"),
    ("golang.org/x/sync/semaphore", "Release"),
}
ATOMIC = "sync/atomic"
WAITS = frozenset({("sync", "Wait"), ("golang.org/x/sync/semaphore", "Acquire")})


class Signals:
    """What is told and waited for at the places of one handler path."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def told(self, call: ast.Expr, starter: GoFunction, runs: Iterable[str]) -> frozenset[str]:
        """The places by which a goroutine tells that it is done: `starter` makes it with `call`, `runs` run in it."""
        found: set[str | None] = {UNKNOWN} if self._has_pipe(starter) else set()
        if isinstance(call, ast.Call):
            found |= set(self._told_by(call, starter, inside=False))
        grouped = isinstance(call, ast.Call) and by_group(call)
        for key in runs:
            function = self.places.functions[key]
            for inner in function.calls:
                if not (grouped and is_foreign(inner)):
                    found |= set(self._told_by(inner, function, inside=True))
            for node in ast.walk(function.body):
                if isinstance(node, ast.Send):
                    found.add(self.places.of(node.channel, function) or UNKNOWN)
                elif isinstance(node, ast.Unary) and node.op == "<-":
                    found.add(f"free {self.places.of(node.operand, function)}")
        return frozenset(p for p in found if p)

    def _has_pipe(self, starter: GoFunction) -> bool:
        around = (f for f in self.places.functions.values() if f.outermost == starter.outermost)
        callees = (c.callee for f in around for c in f.calls if c.callee is not None)
        return any((c.package, c.name) in PIPES for c in callees)

    def _told_by(self, call: ast.Call, function: GoFunction, inside: bool) -> Iterator[str | None]:
        """`inside`: the call is one of the goroutine's own, and what the function makes nobody else has."""
        callee = call.callee
        maker = function if inside else None
        if callee is None and not is_of_library(call.function, maker, self.places.packages):
            yield self._told_by_value(call, function)
        elif callee is None:
            yield from self._given(call, function)
        elif (callee.package, callee.name) in TELLS and isinstance(call.function, ast.Selector):
            yield self.places.of(call.function.operand, function) or UNKNOWN
        elif callee.package == "builtin":
            if callee.name == "close":
                yield self.places.of(call.arguments[0], function) or UNKNOWN
        elif callee.package == ATOMIC:
            yield self.places.of(_counter(call), function)
        elif not self.places.targets(call):
            yield from self._given(call, function)

    def _given(self, call: ast.Call, function: GoFunction) -> Iterator[str]:
        """What code that can't be seen is given to tell by."""
        yield from (self.places.of(a, function) or UNKNOWN for a in call.arguments if can_tell(a))

    def _told_by_value(self, call: ast.Call, function: GoFunction) -> str | None:
        """A function value that can't be seen into may tell."""
        if isinstance(call.function, ast.Closure | ast.Opaque):
            return None
        if is_of_package(call.function.type, "context", "CancelFunc", "CancelCauseFunc"):
            return CANCELLED
        if _only_answers(call.function.type):
            return None
        place = self.places.of(call.function, function)
        known = any(at < 0 for at, _ in self.places.meant.get(call.span, ()))
        return place if known or (place and self.places.literals(place)) else UNKNOWN

    def waited(self, function: GoFunction) -> Iterator[str]:
        """The places that a function waits for."""
        loops = [n.span for n in ast.walk(function.body) if isinstance(n, ast.For | ast.Range)]
        for node in ast.walk(function.body):
            place: str | None = None
            match node:
                case ast.Unary(op="<-", operand=operand):
                    place = CANCELLED if _is_done(operand, "context") else self.places.of(operand, function)
                    place = CANCELLED if place is None and _is_done(operand) else place
                case ast.Range(subject=subject):
                    place = self.places.of(subject, function)
                case ast.Send(channel=channel, span=span):
                    # filling a semaphore up again waits for those who hold it
                    filled = any(loop.start <= span.start < loop.end and not _starts(function, loop) for loop in loops)
                    place = f"free {self.places.of(channel, function)}" if filled else None
                case ast.Selector(name="Wait" | "WaitAndRecover", operand=operand):
                    place = self.places.of(operand, function)
                case ast.For(condition=condition):
                    asked = (c for c in ast.each(condition, ast.Call) if c.callee and c.callee.package == ATOMIC)
                    yield from (p for p in (self.places.of(_counter(c), function) for c in asked) if p)
                case ast.Call():
                    yield from self._waits_in(node, function)
                case _:
                    pass
            if place:
                yield place

    def _waits_in(self, call: ast.Call, function: GoFunction) -> Iterator[str]:
        callee = call.callee
        if callee is None:
            return
        found: list[str | None] = []
        if (callee.package, callee.name) in WAITS and isinstance(call.function, ast.Selector):
            found = [self.places.of(call.function.operand, function)]
        elif callee.package != "builtin" and not self.places.targets(call):
            found = [self.places.of(a, function) for a in call.arguments if can_tell(a)]
        yield from (p for p in found if p)


def _only_answers(kind: gotypes.GoType | None) -> bool:
    """True for functions that take nothing and give what isn't an error: clocks, makers of ids."""
    return isinstance(kind, gotypes.Func) and not kind.parameters and kind.results not in ((), (gotypes.ERROR,))


def _counter(call: ast.Call) -> ast.Expr | None:
    """What a call of package atomic reads or changes."""
    if call.callee is not None and call.callee.receiver and isinstance(call.function, ast.Selector):
        return call.function.operand
    return call.arguments[0] if call.arguments else None


def by_group(call: ast.Call) -> bool:
    """True for a call that has a group start a goroutine."""
    return call.callee is not None and (call.callee.package, call.callee.name) in STARTS


def _starts(function: GoFunction, loop: Span) -> bool:
    return any(isinstance(n, ast.Go) and loop.contains(n.span) for n in ast.walk(function.body))


def _is_done(operand: ast.Expr, *packages: str) -> bool:
    callee = operand.callee if isinstance(operand, ast.Call) else None
    return callee is not None and callee.name == "Done" and (not packages or callee.package in packages)
