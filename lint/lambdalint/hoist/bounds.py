"""What the program as a whole allows: its environment, its other handlers, and what it runs before it is ready."""

from __future__ import annotations

from lambdalint.hoist.environment import Environment
from lambdalint.hoist.hosts import Hosts
from lambdalint.hoist.libraries import Libraries
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.startup import RefusedError
from lambdalint.hoist.variables import Variables
from lambdalint.model.code import Code, GoFunction


class Bounds:
    """Judges what leaves a function of one project. `late`: nothing happens at start-up."""

    def __init__(self, code: Code, hosts: Hosts, libraries: Libraries, variables: Variables, late: bool) -> None:
        self._code = code
        self._hosts = hosts
        self._libraries = libraries
        self._variables = variables
        self._late = late
        self._environment = Environment(code)
        self._early = self._used_early()

    def whole(self, function: GoFunction, variables: frozenset[str]) -> None:
        """Raise RefusedError where what a whole constructor reads changes from one invocation to the next."""
        self._environment.late([function.body] if function.body is not None else [], function)
        self._variables.steady(variables, function.signature)

    def fits(self, removal: Removal, function: GoFunction) -> None:
        """Raise RefusedError where the program as a whole doesn't allow it."""
        if self._late:
            self._environment.late([node for step in removal.steps.values() for node in step.nodes], function)
            for step in removal.steps.values():
                self._variables.steady(step.inputs.variables, step.value.span)
            return
        moved = [step for step in removal.steps.values() if not step.kept]
        for program in self._code.programs:
            if function.package not in program.packages:
                continue
            self._environment.early(program, [node for step in moved for node in step.nodes], function)
            eager = [step for step in moved if step.inputs.eager]
            if eager and len(program.handlers) > 1:
                raise RefusedError(eager[0].value.span, "the program's other handlers would wait for it too")
            for step in eager:
                held = removal.family.above(step.statement)
                if held is not removal.family.owner(step.statement).body:
                    raise RefusedError(step.value.span, "only some invocations get here")
        if function.package not in self._hosts.homes and self._libraries.tool(function.package) is None:
            self._libraries.harmless(removal, function)
        if moved and function.outermost in self._early and not is_in_init(function):
            raise RefusedError(function.signature, f"{function.label} is used while the program starts")

    def _used_early(self) -> set[str]:
        """Functions that run before all `init` functions are through."""
        left = [key for key, f in self._code.functions.items() if ".var " in key or f.name == "init"]
        found = set(left)
        while left:
            function = self._code.functions[left.pop()]
            callees = [call.callee for call in function.calls if call.callee is not None]
            keys = [".".join(p for p in (c.package, c.receiver, c.name) if p) for c in callees]
            for key in (*keys, *function.closures):
                if key in self._code.functions and key not in found:
                    found.add(key)
                    left.append(key)
        return found


def is_in_init(function: GoFunction) -> bool:
    """True for a literal in an `init`, which makes a handler of it."""
    return function.parent is not None and function.outermost.endswith(".init")
