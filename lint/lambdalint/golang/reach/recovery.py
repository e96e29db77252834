"""Recovery from panics: deferred calls that recover, and functions that do so around another one they were given.

A chain of such functions is often put together in a loop. Then a call may run any link of it, also the innermost, and
which link is around which isn't told by where the values come from.
"""

from __future__ import annotations

from collections.abc import Collection

from lambdalint.golang.flow.origins import Flow
from lambdalint.golang.flow.plain import Target
from lambdalint.golang.flow.targets import Targets
from lambdalint.model.goast import Call, Expr, Name, Selector


class Recovery:
    """Answers for one program."""

    def __init__(self, flow: Flow, targets: Targets) -> None:
        self.flow = flow
        self.targets = targets
        self._inside: dict[str, frozenset[str] | None] = {}

    def catches(self, call: Call, targets: tuple[Target, ...]) -> bool:
        """True for a call, if it is deferred, that recovers and doesn't panic again."""
        if is_builtin(call, "recover"):
            return False
        for target in targets:
            calls = [inner for inner, _ in self.flow.index.body(target.key).calls]
            if any(is_builtin(c, "recover") for c in calls) and not any(is_builtin(c, "panic") for c in calls):
                return True
        return False

    def saved(self, keys: Collection[str]) -> frozenset[str]:
        """Those of the functions that a call may run which another one of them may have around it, and recovers."""
        if len(keys) < 2:
            return frozenset()
        found: set[str] = set()
        for key in keys:
            inside = self._around(key)
            if inside is not None:
                found |= {other for other in keys if other != key and (not inside or other in inside)}
        return frozenset(found)

    def _around(self, key: str) -> frozenset[str] | None:
        """What a function that recovers may have inside, as far as it is known; None for any other function."""
        if key not in self._inside:
            self._inside[key] = None
            self._inside[key] = self._find(key)
        return self._inside[key]

    def _find(self, key: str) -> frozenset[str] | None:
        calls = self.flow.index.body(key).calls
        deferred = [call for call, spot in calls if spot.deferred]
        starts = [c.span.start for c in deferred if self.catches(c, self.targets.of(c, key).targets)]
        if not starts:
            return None
        inside = [c for c, _ in calls if c.span.start > starts[0] and self._is_given(c.function, key)]
        if not inside:
            return None
        return frozenset(target.key for call in inside for target in self.targets.of(call, key).targets)

    def _is_given(self, called: Expr, key: str) -> bool:
        """True for a function, or a method of an interface, that a function around was given or the receiver holds."""
        given = self.flow.parameters(key)
        while isinstance(called, Selector) and not called.ref:
            owner = given.get(self.flow.index.place(called.operand, key))
            if owner is not None and owner[1] < 0:
                return True
            called = called.operand
        owner = given.get(self.flow.index.place(called, key)) if isinstance(called, Name) else None
        return owner is not None and owner[0] != key


def is_builtin(call: Call, name: str) -> bool:
    """True for a call of a predeclared function."""
    return call.callee is not None and call.callee.package == "builtin" and call.callee.name == name
