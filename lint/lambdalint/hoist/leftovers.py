"""Functions that do nothing any more once what they made is made at start-up: they go, and so do their calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lambdalint.hoist import failure
from lambdalint.hoist.callers import Caller, Callers
from lambdalint.hoist.family import Family
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.repair import Repair
from lambdalint.hoist.startup import RefusedError, Startup
from lambdalint.model import goast
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Assign, Call, If, Name, Node
from lambdalint.model.gotypes import ERROR
from lambdalint.source import Source


class Leftovers:
    """Finds them among the functions of `removals`, which grow: `plan` gives an empty one to a function without."""

    def __init__(
        self,
        removals: dict[str, Removal],
        callers: Callers,
        startup: Startup,
        sources: Mapping[str, Source],
        plan: Callable[[GoFunction], Removal],
    ) -> None:
        self._removals = removals
        self._callers = callers
        self._startup = startup
        self._sources = sources
        self._plan = plan

    def found(self) -> set[str]:
        """The keys of the functions that go. Their calls are dropped in the plans of who calls them.

        Raises RefusedError where a plan can't be completed.
        """
        gone: set[str] = set()
        grown = True
        while grown:
            grown = False
            for key, removal in list(self._removals.items()):
                if key not in gone and self._is_empty(removal) and self._drop(removal.family.outermost):
                    gone.add(key)
                    grown = True
        return gone

    def _is_empty(self, removal: Removal) -> bool:
        """True for a function that only gives no error back, if anything, after what leaves it."""
        function = removal.family.outermost
        body, moved = function.body, any(not step.kept for step in removal.steps.values())
        if body is None or not (moved or removal.dropped) or any(result.type != ERROR for result in function.results):
            return False
        Repair(removal, self._startup, self._sources[function.file]).run()
        left = [s for s in body.statements if not any(gone.contains(s.span) for gone in removal.cut())]
        if len(left) > 1 or len(function.results) > 1:
            return False
        last = left[0] if left else None
        if last is None:
            return not function.results
        return isinstance(last, goast.Return) and all(getattr(v, "ref", "") == "builtin:nil" for v in last.values)

    def _drop(self, function: GoFunction) -> bool:
        """Drop all calls of a function that does nothing; False, and all as before, where one has to stay."""
        callers = self._callers.of(function)
        if not callers or function.parent is not None or function.name in ("main", "init"):
            return False
        before = dict(self._removals), {key: dict(r.dropped) for key, r in self._removals.items()}
        try:
            for caller in callers:
                self._drop_call(caller)
        except RefusedError:
            self._removals.clear()
            self._removals |= before[0]
            for key, dropped in before[1].items():
                self._removals[key].dropped = dropped
            return False
        return True

    def _drop_call(self, caller: Caller) -> None:
        key = caller.function.outermost
        if key not in self._removals:
            self._removals[key] = self._plan(caller.function)
        removal = self._removals[key]
        call = removal.family.find(caller.call.span, Call)
        for node in _statements(call, removal.family):
            removal.alone(node)
            removal.dropped[id(node)] = node
        Repair(removal, self._startup, self._sources[caller.function.file]).run()


def _statements(call: Node | None, family: Family) -> list[Node]:
    """What goes with a call that gives no error. Raises RefusedError where that is more than asking for one."""
    found = family.statement(call) if call is not None else None
    if call is None or found is None:
        raise RefusedError(family.outermost.signature, "it is called in another way")
    statement, block = found
    if isinstance(statement, goast.Evaluate) and statement.expression is call:
        return [statement]
    made = statement.init if isinstance(statement, If) else statement
    whole = isinstance(made, Assign) and len(made.targets) == 1 and made.values == (call,)
    error = made.targets[0] if isinstance(made, Assign) and whole else None
    if not isinstance(error, Name):
        raise RefusedError(statement.span, "it is called in another way")
    if error.name == "_":
        return [statement]
    if isinstance(statement, If):
        if statement.otherwise is not None or not failure.tests(statement.condition, error.ref):
            raise RefusedError(statement.span, "it is called in another way")
        return [statement]
    at = next(n for n, s in enumerate(block.statements) if s is statement)
    check = block.statements[at + 1] if at + 1 < len(block.statements) else None
    if check is None or not failure.is_check(check, error.ref):
        raise RefusedError(statement.span, "it is called in another way")
    return [statement, check]
