"""Goroutines that a handler path starts: what they do to tell that they are done, and who waits for that."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, HandlerPath, NamedTuple, Reached, Span, gotypes, is_of_package
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._places import Places

CANCELLED = "cancel"
UNKNOWN = "?"  # something that can't be seen may tell, or wait
PIPES = ("io", "net", "os", "os/exec")  # the other end reads until it is closed
TELLS = frozenset(
    {("sync", "Done"), ("sync", "Broadcast"), ("sync", "Signal"), ("golang.org/x/sync/semaphore", "Release")}
)
WAITS = frozenset({("sync", "Wait"), ("golang.org/x/sync/semaphore", "Acquire")})


class Goroutine(NamedTuple):
    """A `go` statement, where it stands, and the functions that run in it."""

    statement: ast.Go
    reached: Reached
    runs: frozenset[str]


class Waiting:
    """The goroutines of one handler path and what is awaited on it."""

    def __init__(self, path: HandlerPath) -> None:
        self.places = Places(path)
        self.goroutines = list(self._started(path))
        apart = frozenset().union(*(g.runs for g in self.goroutines))
        base = [r.function for r in path.reached if not (r.goroutine and r.function.key in apart)]
        self._waits = frozenset(w for f in base for w in self._waits_of(f))
        self.awaited: set[int] = set()
        grown = True
        while grown:
            grown = False
            for at, one in enumerate(self.goroutines):
                if at not in self.awaited and not self._tells(one).isdisjoint(self._waits | {UNKNOWN}):
                    self.awaited.add(at)
                    inside = (self.places.functions[key] for key in one.runs)
                    self._waits |= {w for f in inside for w in self._waits_of(f)}
                    grown = True

    def forgotten(self) -> Iterator[Goroutine]:
        """Goroutines that nothing waits for; those that a forgotten one starts are part of it."""
        left = [g for at, g in enumerate(self.goroutines) if at not in self.awaited]
        for one in left:
            if not any(one.reached.function.key in other.runs for other in left if other is not one):
                yield one

    # -- what runs -----------------------------------------------------------------------------------------------

    def _started(self, path: HandlerPath) -> Iterator[Goroutine]:
        for reached in path.reached:
            live = {site.call.span for site in reached.sites if not site.guarded}
            for node in ast.walk(reached.function.body):
                if isinstance(node, ast.Go) and isinstance(node.call, ast.Call) and node.call.span in live:
                    yield Goroutine(node, reached, self._reach(node.call, reached.function))

    def _reach(self, call: ast.Call, function: GoFunction) -> frozenset[str]:
        seen: set[str] = set()
        stack = self._called(call, function)
        while stack:
            key = stack.pop()
            inner = self.places.functions.get(key)
            if inner is None or key in seen:
                continue
            seen.add(key)
            stack.extend(inner.closures)
            for one in inner.calls:
                stack.extend(self._called(one, inner))
        return frozenset(seen)

    def _called(self, call: ast.Call, function: GoFunction) -> list[str]:
        found = [f.key for f in self.places.targets(call)]
        place = self.places.of(call.function, function) if call.callee is None else None
        return found + (self.places.literals(place) if place else [])

    # -- what tells and what waits -------------------------------------------------------------------------------

    def _tells(self, one: Goroutine) -> frozenset[str]:
        """The places by which a goroutine tells that it is done."""
        call = one.statement.call
        found: set[str | None] = {UNKNOWN} if self._has_pipe(one) else set()
        if isinstance(call, ast.Call):
            found |= set(self._told_by(call, one.reached.function))
        for key in one.runs:
            function = self.places.functions[key]
            for inner in function.calls:
                found |= set(self._told_by(inner, function))
            for node in ast.walk(function.body):
                if isinstance(node, ast.Send):
                    found.add(self.places.of(node.channel, function) or UNKNOWN)
                elif isinstance(node, ast.Unary) and node.op == "<-":
                    found.add(f"free {self.places.of(node.operand, function)}")
        return frozenset(p for p in found if p)

    def _has_pipe(self, one: Goroutine) -> bool:
        outer = one.reached.function.key.split("$")[0]
        around = (f for key, f in self.places.functions.items() if key.split("$")[0] == outer)
        callees = (c.callee for f in around for c in f.calls if c.callee is not None)
        return any(c.name.endswith("Pipe") and c.package in PIPES for c in callees)

    def _told_by(self, call: ast.Call, function: GoFunction) -> Iterator[str | None]:
        callee = call.callee
        if callee is None:
            yield self._told_by_value(call, function)
        elif (callee.package, callee.name) in TELLS and isinstance(call.function, ast.Selector):
            yield self.places.of(call.function.operand, function) or UNKNOWN
        elif callee.package == "builtin":
            if callee.name == "close":
                yield self.places.of(call.arguments[0], function) or UNKNOWN
        elif not self.places.targets(call):
            yield from (self.places.of(a, function) or UNKNOWN for a in call.arguments if _can_tell(a))

    def _told_by_value(self, call: ast.Call, function: GoFunction) -> str | None:
        """A function value that can't be seen into may tell."""
        if isinstance(call.function, ast.Closure | ast.Opaque):
            return None
        if is_of_package(call.function.type, "context", "CancelFunc", "CancelCauseFunc"):
            return CANCELLED
        place = self.places.of(call.function, function)
        return None if place and self.places.literals(place) else UNKNOWN

    def _waits_of(self, function: GoFunction) -> Iterator[str]:
        loops = [n.span for n in ast.walk(function.body) if isinstance(n, ast.For | ast.Range)]
        for node in ast.walk(function.body):
            place: str | None = None
            match node:
                case ast.Unary(op="<-", operand=operand):
                    place = CANCELLED if _is_done(operand) else self.places.of(operand, function)
                case ast.Range(subject=subject):
                    place = self.places.of(subject, function)
                case ast.Send(channel=channel, span=span):
                    # filling a semaphore up again waits for those who hold it
                    filled = any(loop.start <= span.start < loop.end and not _starts(function, loop) for loop in loops)
                    place = f"free {self.places.of(channel, function)}" if filled else None
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
            found = [self.places.of(a, function) for a in call.arguments if _can_tell(a)]
        yield from (p for p in found if p)


def _can_tell(argument: ast.Expr) -> bool:
    """True for a channel, a wait group or a function handed to code that can't be seen."""
    kind = getattr(argument, "type", None)
    inner = argument.operand if isinstance(argument, ast.Unary) else argument
    return isinstance(kind, gotypes.Chan) or is_of_package(getattr(inner, "type", None), "sync", "WaitGroup")


def _starts(function: GoFunction, loop: Span) -> bool:
    return any(isinstance(n, ast.Go) and loop.contains(n.span) for n in ast.walk(function.body))


def _is_done(operand: ast.Expr) -> bool:
    return isinstance(operand, ast.Call) and operand.callee is not None and operand.callee.name == "Done"
