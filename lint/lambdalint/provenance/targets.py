"""Which functions on a handler path a call may mean."""

from __future__ import annotations

from lambdalint.model.code import Code, GoFunction, HandlerPath
from lambdalint.model.goast import Call, Closure, Name
from lambdalint.source import Span

_HANDED_ON = 5  # a function that is given to a function that gives it to a function


class PathCalls:
    """The calls of one handler path."""

    def __init__(self, code: Code, path: HandlerPath) -> None:
        self._types = code.types
        self._functions = {r.function.key: r.function for r in path.reached}
        self._by_name: dict[str, list[GoFunction]] = {}
        self._entered: dict[Span, list[GoFunction]] = {}
        self._handed: dict[Span, list[tuple[int, GoFunction]]] = {}
        for reached in path.reached:
            self._by_name.setdefault(reached.function.name, []).append(reached.function)
            for place, position, key in reached.means:
                if key in self._functions:
                    self._handed.setdefault(place, []).append((position, self._functions[key]))
            if reached.route:
                self._entered.setdefault(reached.route[-1].span, []).append(reached.function)
        self._meant: dict[int, tuple[Call, list[GoFunction]]] = {}
        self._held: dict[Span, list[GoFunction]] = {}
        if any(at >= 0 for given in self._handed.values() for at, _ in given):
            self._hand_on()

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
            called = [f for at, f in self._handed.get(call.span, ()) if at < 0]
            found = (*called, *self._held.get(call.span, ()), *self._entered.get(call.span, ()))
            return list(dict.fromkeys(found))
        key = callee.key
        if key in self._functions:
            return [self._functions[key]]
        declared = self._types.get(f"{callee.package}.{callee.receiver}") if callee.receiver else None
        if declared is None:
            return []
        return [f for f in self._by_name.get(callee.name, ()) if f.receiver_type and _takes(f, call)]

    def _hand_on(self) -> None:
        """Tell what calls of parameters mean: the functions that are given for them."""
        held: dict[str, dict[str, GoFunction]] = {}
        called: list[tuple[str, Span]] = []
        for round_ in range(_HANDED_ON):
            before = sum(map(len, held.values()))
            for function in self._functions.values():
                for call in function.calls:
                    if round_ == 0 and call.callee is None and isinstance(call.function, Name):
                        called.append((_key(function, call.function.ref), call.span))
                    for position, value in self._given(call, function, held):
                        for target in self.targets(call):
                            names = target.parameters
                            ref = names[min(position, len(names) - 1)].ref if names else ""
                            if ref:
                                held.setdefault(_key(target, ref), {})[value.key] = value
            if sum(map(len, held.values())) == before:
                break
        for name, place in called:
            self._held.setdefault(place, []).extend(held.get(name, {}).values())
        self._meant.clear()

    def _given(
        self, call: Call, function: GoFunction, held: dict[str, dict[str, GoFunction]]
    ) -> list[tuple[int, GoFunction]]:
        """The functions among the arguments of a call, each with its position."""
        found = [(at, f) for at, f in self._handed.get(call.span, ()) if at >= 0]
        if held:
            for at, value in enumerate(call.arguments):
                if isinstance(value, Name) and value.ref.startswith("local:"):
                    found += [(at, f) for f in held.get(_key(function, value.ref), {}).values()]
        return found


def _takes(function: GoFunction, call: Call) -> bool:
    """False for a method of that name that takes another number of arguments."""
    given, several = len(call.arguments), isinstance(call.arguments[0], Call) if call.arguments else False
    return function.type.variadic or len(function.type.parameters) == given or (several and given == 1)


def _key(function: GoFunction, ref: str) -> str:
    """Local names are unique in their outermost function."""
    return f"{function.key.split('$')[0]} {ref}"
