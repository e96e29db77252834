"""Places on a handler path that were made at start-up: what is written to them is there at the next call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lambdalint.api import Code, GoFunction, HandlerPath, Site, Span, gotypes
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._given import Given, by_pointer, given_to_locals, is_entry
from lambdalint_rules.lifecycle._registered import registered

DEPTH = 4  # locals, parameters and results that a pointer is followed through
NEAR = 2  # those that what a method is called on is followed through
PACKAGE = "package"
START = "start-up"


class Lasting:
    """The methods on a handler path that are called on values from start-up: on the handler's own receiver, on package
    variables, and on what those hold; and what locals and parameters point to.
    """

    def __init__(self, path: HandlerPath, code: Code) -> None:
        self._code = code
        self._functions = {r.function.key: r.function for r in path.reached}
        self._called: dict[tuple[str, Span], list[GoFunction]] = {}
        for reached in path.reached:
            for hop in reached.route[-1:]:
                self._called.setdefault((hop.caller, hop.span), []).append(reached.function)
        self._handler = path.handler.key
        self._path = path
        self._sites: dict[str, list[Site]] = {}
        self._locals: dict[str, Given] = {}
        self._keys: set[str] = set()
        handler = path.handler.function
        if handler is not None and handler.receiver is not None and not path.handler.wrapped:
            self._keys.add(handler.key)
        self._keys.update(registered(self._functions, code))
        stack = list(self._functions.values())
        while stack:
            function = stack.pop()
            if function.outermost in self._keys:  # what its literals call may be known only now
                stack += [f for f in map(self._functions.get, function.closures) if f is not None]
            for call in function.calls:
                for callee in self._methods(call, function):
                    if callee.key not in self._keys and self.holds(call.function, function, NEAR, by_pointer(callee)):
                        self._keys.add(callee.key)
                        stack.append(callee)

    def holds(
        self, expression: ast.Expr | None, function: GoFunction, depth: int = DEPTH, shared: bool = False
    ) -> str | None:
        """`PACKAGE` for a place in a package variable, `START` for one in another value from start-up; for copies only
        where what is asked for is `shared` by them. Locals and parameters are followed `depth` steps.
        """
        while True:
            if isinstance(expression, ast.Selector) and not expression.ref:
                shared = shared or not _is_copied(expression.operand.type)
            elif (isinstance(expression, ast.Unary) and expression.op == "*") or is_entry(expression, self._code.types):
                shared = True
            else:
                break
            expression = expression.operand
        ref = getattr(expression, "ref", "")
        if ref.startswith("var:"):
            return PACKAGE
        if shared and isinstance(expression, ast.Call):
            return self._leads(expression, function, depth)
        if not isinstance(expression, ast.Name):
            return None
        return self._points(expression, function, depth) if shared else self._held(expression, function)

    def _held(self, name: ast.Name, function: GoFunction) -> str | None:
        """`START` for a variable of a function that ran at start-up, held by a literal that it made."""
        holder = self._declares(name.ref, function) if "$" in function.key else None
        return START if holder is not None and holder.key not in self._functions else None

    def _points(self, name: ast.Name, function: GoFunction, depth: int) -> str | None:
        """What a receiver, local or parameter always points to; for a literal also those of the functions around it."""
        holder = self._declares(name.ref, function)
        if holder is None or holder.key not in self._functions:
            return START if holder is not None else None
        function = holder
        own = function.receiver
        if own is not None and own.ref and name.ref == own.ref:
            return START if function.key in self._keys else None
        if depth == 0:
            return None
        given: list[tuple[ast.Expr, GoFunction]] = []
        for value, is_list in given_to_locals(function, self._locals).get(name.ref, ()):
            if is_list:
                return self.holds(value, function, depth - 1, shared=True)
            if value is None:
                return None
            given.append((value, function))
        at = next((i for i, p in enumerate(function.parameters) if p.ref == name.ref), -1)
        if at >= 0:
            sites = self._calls_of(function.key)
            if function.key == self._handler or any(len(s.call.arguments) <= at for s in sites):
                return None
            given += [(s.call.arguments[at], s.function) for s in sites]
        return _all(self._leads(value, holder, depth - 1) for value, holder in given)

    def _declares(self, ref: str, function: GoFunction) -> GoFunction | None:
        """The function, this one or one around it, that a local is of."""
        key, holder = function.key, function if ref.startswith("local:") else None
        found: GoFunction | None = None
        while holder is not None:
            own = [p.ref for p in (holder.receiver, *holder.parameters) if p is not None]
            if ref in own or ref in given_to_locals(holder, self._locals):
                found = holder  # those further in only set it
            key = key.rpartition("$")[0]
            holder = self._code.functions.get(key)
        return found

    def _leads(self, value: ast.Expr, function: GoFunction, depth: int) -> str | None:
        """What a pointer leads to."""
        if is_entry(value, self._code.types):
            return self.holds(value, function, depth)
        if isinstance(value, ast.Unary) and value.op == "&":
            return self.holds(value.operand, function, depth)
        if isinstance(value, ast.Call):
            made = self._functions.get(value.callee.key) if value.callee is not None else None
            if made is None or depth == 0:
                return None
            returned = (r.values[0] for r in ast.each(made.body, ast.Return) if r.values)
            return _all(self._leads(v, made, depth - 1) for v in returned)
        if not isinstance(value, ast.Name | ast.Selector) or not isinstance(value.type, gotypes.Pointer):
            return None
        if isinstance(value, ast.Name) and not value.ref.startswith("var:"):
            return self._points(value, function, depth)
        return self.holds(value, function, depth)

    def _calls_of(self, key: str) -> list[Site]:
        if not self._sites:
            for site in self._path.sites():
                if site.call.callee is not None:
                    self._sites.setdefault(site.call.callee.key, []).append(site)
        return self._sites.get(key, [])

    def _methods(self, call: ast.Call, function: GoFunction) -> Sequence[GoFunction]:
        """The methods on the path that a call may run."""
        callee = call.callee
        if callee is None or not callee.receiver:
            return ()
        direct = self._functions.get(callee.key)
        return (direct,) if direct is not None else self._called.get((function.key, call.span), ())


def _all(found: Iterable[str | None]) -> str | None:
    """What all agree on, None where one isn't known; `START` where some are in package variables, some in others."""
    kinds = set(found)
    if None in kinds or not kinds:
        return None
    return kinds.pop() if len(kinds) == 1 else START


def _is_copied(kind: gotypes.GoType | None) -> bool:
    """False for a pointer, which leads to the value itself."""
    return not isinstance(kind, gotypes.Pointer)
