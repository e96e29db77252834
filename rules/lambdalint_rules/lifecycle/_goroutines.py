"""Goroutines that a handler path starts, and those of them that nobody waits for."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, HandlerPath, NamedTuple, Reached
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._places import Places
from lambdalint_rules.lifecycle._signals import UNKNOWN, Signals


class Goroutine(NamedTuple):
    """A `go` statement, where it stands, and the functions that run in it."""

    statement: ast.Go
    reached: Reached
    runs: frozenset[str]


class Waiting:
    """The goroutines of one handler path and what is awaited on it."""

    def __init__(self, path: HandlerPath) -> None:
        self.places = Places(path)
        signals = Signals(self.places)
        self.goroutines = list(self._started(path))
        apart = frozenset().union(*(g.runs for g in self.goroutines))
        base = [r.function for r in path.reached if not (r.goroutine and r.function.key in apart)]
        waits = frozenset(w for f in base for w in signals.waited(f))
        self.awaited: set[int] = set()
        grown = True
        while grown:
            grown = False
            for at, one in enumerate(self.goroutines):
                if at in self.awaited:
                    continue
                told = signals.told(one.statement.call, one.reached.function, one.runs)
                if not told.isdisjoint(waits | {UNKNOWN}):
                    self.awaited.add(at)
                    inside = (self.places.functions[key] for key in one.runs)
                    waits |= {w for f in inside for w in signals.waited(f)}
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
