"""Which functions on a handler path a call may mean."""

from __future__ import annotations

from lambdalint.model.code import Code, GoFunction, HandlerPath
from lambdalint.model.goast import Call, Closure
from lambdalint.source import Span


class PathCalls:
    """The calls of one handler path."""

    def __init__(self, code: Code, path: HandlerPath) -> None:
        self._types = code.types
        self._functions = {r.function.key: r.function for r in path.reached}
        self._by_name: dict[str, list[GoFunction]] = {}
        self._entered: dict[Span, list[GoFunction]] = {}
        for reached in path.reached:
            self._by_name.setdefault(reached.function.name, []).append(reached.function)
            if reached.route:
                self._entered.setdefault(reached.route[-1].span, []).append(reached.function)
        self._meant: dict[int, tuple[Call, list[GoFunction]]] = {}

    def targets(self, call: Call) -> list[GoFunction]:
        """The functions on the path that a call may mean; methods of interfaces go by name. Worked out once."""
        known = self._meant.get(id(call))
        if known is None:
            known = self._meant[id(call)] = (call, self._find(call))
        return known[1]

    def _find(self, call: Call) -> list[GoFunction]:
        if isinstance(call.function, Closure):
            closure = self._functions.get(call.function.function)
            return [closure] if closure else []
        callee = call.callee
        if callee is None:  # a function that is held in a variable, a field or a map
            return self._entered.get(call.span, [])
        key = callee.key
        if key in self._functions:
            return [self._functions[key]]
        declared = self._types.get(f"{callee.package}.{callee.receiver}") if callee.receiver else None
        if declared is None:
            return []
        return [f for f in self._by_name.get(callee.name, ()) if f.receiver_type]
