"""Receivers on a handler path that were made at start-up: what is written to their fields is there at the next call."""

from __future__ import annotations

from lambdalint.api import GoFunction, HandlerPath, gotypes
from lambdalint.api import goast as ast


class Lasting:
    """The methods on a handler path that are called on values from start-up: on the handler's own receiver, on package
    variables, and on what those hold.
    """

    def __init__(self, path: HandlerPath) -> None:
        self._functions = {r.function.key: r.function for r in path.reached}
        self._called = {(r.route[-1].caller, r.route[-1].span): r.function for r in path.reached if r.route}
        self._keys: set[str] = set()
        handler = path.handler.function
        if handler is not None and handler.receiver is not None and not path.handler.wrapped:
            self._keys.add(handler.key)
        stack = list(self._functions.values())
        while stack:
            function = stack.pop()
            for call in function.calls:
                callee = self._method(call, function)
                if callee is not None and callee.key not in self._keys and self.holds(call.function, function):
                    self._keys.add(callee.key)
                    stack.append(callee)

    def holds(self, expression: ast.Expr | None, function: GoFunction) -> bool:
        """True for a value from start-up, or a place inside one, that isn't a copy of it."""
        shared = False
        while isinstance(expression, ast.Selector) and not expression.ref:
            shared = shared or not _is_copied(expression.operand.type)
            expression = expression.operand
        ref = getattr(expression, "ref", "")
        if ref.startswith("var:"):
            return True
        own = function.receiver
        return shared and function.key in self._keys and own is not None and bool(own.ref) and ref == own.ref

    def _method(self, call: ast.Call, function: GoFunction) -> GoFunction | None:
        callee = call.callee
        if callee is None or not callee.receiver:
            return None
        direct = self._functions.get(callee.key)
        return direct or self._called.get((function.key, call.span))


def _is_copied(kind: gotypes.GoType | None) -> bool:
    """False for a pointer, which leads to the value itself."""
    return not isinstance(kind, gotypes.Pointer)
