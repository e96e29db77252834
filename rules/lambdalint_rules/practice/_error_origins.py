"""Whether an error comes from inside: a library, the SDK, a database; or is a text of the program's own."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, HandlerPath, Span, gotypes, methodsets
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import ABOUT_INPUT, CHECKS_INPUT, KEEPS_TEXT, MAKES_ERROR, NAMES_TYPES, READS_INPUT
from lambdalint_rules.practice._error_values import is_error, is_kept_error, returned, sources

DEEPEST = 12


class ErrorOrigins:
    """Answers for one handler path: errors are followed backwards, through locals, helpers and parameters."""

    def __init__(self, path: HandlerPath, ctx: Context) -> None:
        self._types = ctx.project.code.types
        self._own = tuple(m.path for m in ctx.project.code.modules)
        self._functions = {r.function.key: r.function for r in path.reached}
        self._implementing: dict[str, tuple[str, ...]] = {}
        self._callers: dict[str, list[tuple[ast.Call, GoFunction]]] = {}
        self._judged: dict[tuple[type, Span], bool] = {}
        for function in self._functions.values():
            for call in function.calls:
                for target in self.targets(call):
                    self._callers.setdefault(target.key, []).append((call, function))

    def internal(self, error: ast.Expr, function: GoFunction, depth: int = 0) -> bool:
        """True for an error that surely may come from something that isn't the program's own text."""
        if is_kept_error(error, function):
            return True
        if depth > DEEPEST or not is_error(error):
            return False
        key = (type(error), error.span)
        if key not in self._judged:
            self._judged[key] = False  # what is asked for again on the way adds nothing
            self._judged[key] = self._is_internal(error, function, depth)
        return self._judged[key]

    def _is_internal(self, error: ast.Expr, function: GoFunction, depth: int) -> bool:
        if isinstance(error, ast.Call):
            return self._comes_inside(error, 0, function, depth)
        if not isinstance(error, ast.Name) or not error.ref.startswith("local:"):
            return False
        given_before = sources(error.ref, error.span.start, function)
        if given_before:
            last, at = given_before[-1]
            return self._comes_inside(last, at, function, depth + 1)
        return any(self.internal(given, caller, depth + 1) for given, caller in self.given(error.ref, function))

    def _comes_inside(self, value: ast.Expr, at: int, function: GoFunction, depth: int) -> bool:
        if not isinstance(value, ast.Call):
            return self.internal(value, function, depth)
        callee = value.callee
        if callee is None or depth > DEEPEST:
            return callee is None and (self._of_library(value, function) or self._of_given(value, at, function, depth))
        name = (callee.package, callee.name)
        if name in KEEPS_TEXT:
            return any(self.internal(a, function, depth + 1) for a in value.arguments)
        targets = self.targets(value)
        if targets:
            return any(self._returns(t, at, depth + 1) for t in targets)
        if callee.name.startswith(READS_INPUT) and callee.package not in NAMES_TYPES and _is_text(value.arguments):
            return False
        return name not in MAKES_ERROR and not callee.package.startswith(("builtin", *ABOUT_INPUT, *self._own))

    def _of_given(self, call: ast.Call, at: int, function: GoFunction, depth: int) -> bool:
        """True for a call of a parameter, where a caller gives it a literal that returns an error from inside."""
        name = call.function
        owner: GoFunction | None = function
        while depth <= DEEPEST and owner is not None and isinstance(name, ast.Name) and name.ref.startswith("local:"):
            for given, _ in self.given(name.ref, owner):
                literal = self._functions.get(given.function) if isinstance(given, ast.Closure) else None
                if literal is not None and self._returns(literal, at, depth + 1):
                    return True
            owner = self._functions.get(owner.parent) if owner.parent is not None else None
        return False

    def _of_library(self, call: ast.Call, function: GoFunction) -> bool:
        """True for a method of what a library's function has made, though nothing is known of the library."""
        method = call.function
        if not isinstance(method, ast.Selector) or method.ref or method.name.startswith((*READS_INPUT, *CHECKS_INPUT)):
            return False
        holder = method.operand
        if isinstance(holder, ast.Name) and holder.ref.startswith("local:"):
            made = sources(holder.ref, call.span.start, function)
        else:
            made = [(holder, 0)] if isinstance(holder, ast.Call) else []
        return bool(made) and all(at == 0 and self._is_foreign(value) for value, at in made)

    def _is_foreign(self, value: ast.Expr) -> bool:
        """True for a call of a function of a library, other than of those that judge what a caller sent."""
        callee = value.callee if isinstance(value, ast.Call) else None
        if callee is None or callee.receiver or "." not in callee.package.partition("/")[0]:
            return False
        return not callee.package.startswith((*ABOUT_INPUT, *self._own))

    def _returns(self, function: GoFunction, at: int, depth: int) -> bool:
        """True when a function returns an error from inside as a result."""
        declared = function.results[at].type if at < len(function.results) else None
        for value in returned(function, at):
            # what a library's function of unknown type gives is an error where one is to be returned
            made = isinstance(value, ast.Call) and declared == gotypes.ERROR
            if self._comes_inside(value, 0, function, depth) if made else self.internal(value, function, depth):
                return True
        returns = (n for n in ast.walk(function.body) if isinstance(n, ast.Return))
        whole = (n.values[0] for n in returns if len(n.values) == 1 < len(function.results))
        return any(self._comes_inside(value, at, function, depth) for value in whole)

    # -- calls ---------------------------------------------------------------------------------------------------

    def targets(self, call: ast.Call) -> list[GoFunction]:
        """The functions on the path that a call may mean."""
        callee = call.callee
        if callee is None:
            return []
        key = ".".join(p for p in (callee.package, callee.receiver, callee.name) if p)
        if key in self._functions:
            return [self._functions[key]]
        keys = (f"{kind}.{callee.name}" for kind in self._implementers(f"{callee.package}.{callee.receiver}"))
        return [self._functions[k] for k in keys if k in self._functions]

    def _implementers(self, interface: str) -> tuple[str, ...]:
        """The names of the project's types that satisfy an interface of the project."""
        if interface not in self._implementing:
            declared = self._types.get(interface)
            kinds: tuple[gotypes.GoType, ...] = ()
            if declared is not None and isinstance(declared.underlying, gotypes.Interface):
                kinds = methodsets.implementers(self._types, gotypes.Named(declared.package, declared.name))
            bare = (k.element if isinstance(k, gotypes.Pointer) else k for k in kinds)
            self._implementing[interface] = tuple(f"{k.package}.{k.name}" for k in bare if isinstance(k, gotypes.Named))
        return self._implementing[interface]

    def given(self, ref: str, function: GoFunction) -> Iterator[tuple[ast.Expr, GoFunction]]:
        """What callers give for a parameter, each with the caller."""
        for at, parameter in enumerate(function.parameters):
            if parameter.ref == ref:
                for call, caller in self._callers.get(function.key, ()):
                    if at < len(call.arguments):
                        yield call.arguments[at], caller


def _is_text(arguments: tuple[ast.Expr, ...]) -> bool:
    return bool(arguments) and getattr(arguments[0], "type", None) == gotypes.STRING
