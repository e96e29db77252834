"""Goroutines that a handler path starts, and those of them that nobody waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.api import GoFunction, HandlerPath, NamedTuple, Reached, Span, methodsets
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._places import Places
from lambdalint_rules.lifecycle._signals import CANCELLED, UNKNOWN, Signals, by_group


class Goroutine(NamedTuple):
    """A `go` statement, or a call that makes a group start one: where it stands, and the functions that run in it, also
    in goroutines that it starts; `first` are those it is started with.
    """

    span: Span
    call: ast.Call
    reached: Reached
    first: tuple[str, ...]
    runs: frozenset[str]


class Waiting:
    """The goroutines of one handler path and what is awaited on it; `joined` are those that are awaited for sure."""

    def __init__(self, path: HandlerPath, types: methodsets.Types) -> None:
        self.places = Places(path, types)
        signals = Signals(self.places)
        self.goroutines = list(self._started(path))
        apart = frozenset().union(*(g.runs for g in self.goroutines))
        base = [r.function for r in path.reached if not (r.goroutine and r.function.key in apart)]
        waits = frozenset(w for f in base for w in signals.waited(f))
        told = [self._told(signals, one) for one in self.goroutines]
        self.awaited: set[int] = set()
        grown = True
        while grown:
            grown = False
            for at, one in enumerate(self.goroutines):
                if at not in self.awaited and not told[at].isdisjoint(waits | {UNKNOWN}):
                    self.awaited.add(at)
                    # what waits in a goroutine that nobody waits for awaits nothing
                    waits |= {w for key in self.own(one) for w in signals.waited(self.places.functions[key])}
                    grown = True
        self.joined = {at for at in self.awaited if not (told[at] - {CANCELLED}).isdisjoint(waits)}

    def _told(self, signals: Signals, one: Goroutine) -> frozenset[str]:
        """The places by which a goroutine tells others; what it has to itself tells nobody."""
        told = signals.told(one.call, one.reached.function, one.runs)
        return frozenset(t for t in told if not self.places.is_inside(t.removeprefix("free "), one.runs))

    def own(self, one: Goroutine) -> frozenset[str]:
        """The functions that a goroutine runs itself, not in those that it starts."""
        return self._reach(one.first, one.reached.function, self.goroutines)

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
                call = node.call if isinstance(node, ast.Go) else node
                if not isinstance(call, ast.Call) or call.span not in live:
                    continue
                function = reached.function
                if call is node and not by_group(call):
                    continue
                first = self._handed(call, function) if call is node else self._called(call, function)
                yield Goroutine(node.span, call, reached, tuple(first), self._reach(first, function))

    def _handed(self, call: ast.Call, function: GoFunction) -> list[str]:
        """The functions that a group is handed to run."""
        given = call.arguments[0] if call.arguments else None
        if isinstance(given, ast.Closure):
            return [given.function]
        if isinstance(given, ast.Name | ast.Selector) and given.ref.startswith("func:"):
            return [given.ref[5:]]
        place = self.places.of(given, function)
        return self.places.literals(place) if place else []

    def _reach(self, first: Iterable[str], starter: GoFunction, apart: Iterable[Goroutine] = ()) -> frozenset[str]:
        """What runs where these functions are called, without what the goroutines `apart` run."""
        started = {one.call.span for one in apart}
        begun = frozenset().union(*(one.first for one in apart))
        seen: set[str] = set()
        stack = list(first)
        while stack:
            key = stack.pop()
            inner = self.places.functions.get(key)
            if inner is None or key in seen:
                continue
            seen.add(key)
            stack.extend(key for key in inner.closures if key not in begun)
            for one in inner.calls:
                if one.span in started:
                    continue
                named = one.callee is not None
                stack.extend(k for k in self._called(one, inner) if named or self._is_handed(k, seen, starter))
        return frozenset(seen)

    def _is_handed(self, key: str, inside: set[str], starter: GoFunction) -> bool:
        """False for a function that only other functions than those of a goroutine hand to a function that it runs."""
        handed = self.places.handed.get(key, ())
        return not handed or any(to not in inside or by in inside or by == starter.key for to, by in handed)

    def _called(self, call: ast.Call, function: GoFunction) -> list[str]:
        found = [f.key for f in self.places.targets(call)]
        if call.callee is not None:
            return found
        place = self.places.of(call.function, function)
        found += [key for at, key in self.places.meant.get(call.span, ()) if at < 0]
        return found + (self.places.literals(place) if place else [])
