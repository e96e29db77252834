"""Whether an error comes from inside: a library, the SDK, a database; or is a text of the program's own."""

from __future__ import annotations

from lambdalint.api import Context, GoFunction, HandlerPath, Span, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import (
    ABOUT_INPUT,
    CHECKS_INPUT,
    HOLDS_TEXT,
    KEEPS_TEXT,
    MAKES_ERROR,
    NAMES_TYPES,
    READS_INPUT,
)
from lambdalint_rules.practice._error_calls import Calls
from lambdalint_rules.practice._error_types import has_text, literal_of, told
from lambdalint_rules.practice._error_values import is_error, is_kept_error, returned, sources

DEEPEST = 12


class ErrorOrigins:
    """Answers for one handler path: errors are followed backwards, through locals, helpers and parameters."""

    def __init__(self, path: HandlerPath, ctx: Context) -> None:
        self._all = ctx.project.code.functions
        self._own = tuple(m.path for m in ctx.project.code.modules)
        self._functions = {r.function.key: r.function for r in path.reached}
        self.calls = Calls(path, ctx)
        self._judged: dict[tuple[type, Span], bool] = {}

    def internal(self, error: ast.Expr, function: GoFunction, depth: int = 0) -> bool:
        """True for an error that surely may come from something that isn't the program's own text."""
        if is_kept_error(error, function):
            return True
        own = has_text(getattr(error, "type", None), self._all) or literal_of(error) is not None
        if depth > DEEPEST or not (own or is_error(error)):
            return False
        key = (type(error), error.span)
        if key not in self._judged:
            self._judged[key] = False  # what is asked for again on the way adds nothing
            self._judged[key] = self._is_internal(error, function, depth)
        return self._judged[key]

    def _is_internal(self, error: ast.Expr, function: GoFunction, depth: int) -> bool:
        literal = literal_of(error)
        if literal is not None:
            return any(self._tells(value, function, depth + 1) for value in told(literal, self._all))
        if isinstance(error, ast.Call):
            return self._comes_inside(error, 0, function, depth)
        if not isinstance(error, ast.Name) or not error.ref.startswith("local:"):
            return False
        given_before = sources(error.ref, error.span.start, function)
        if given_before:
            last, at = given_before[-1]
            return self._comes_inside(last, at, function, depth + 1)
        return any(self.internal(given, caller, depth + 1) for given, caller in self.calls.given(error.ref, function))

    def _tells(self, value: ast.Expr, function: GoFunction, depth: int) -> bool:
        """True for an error from inside, or a text that holds the text of one."""
        if depth > DEEPEST:
            return False
        match value:
            case ast.Call(callee=callee) if callee is not None and callee.name in HOLDS_TEXT.get(callee.package, ()):
                return any(self._tells(a, function, depth + 1) for a in value.arguments)
            case ast.Call(function=ast.Selector(name="Error", operand=error), arguments=()):
                return self.internal(error, function, depth)
            case ast.Binary(op="+", left=left, right=right):
                return self._tells(left, function, depth + 1) or self._tells(right, function, depth + 1)
            case ast.Name(ref=ref, type=gotypes.STRING):
                return any(self._tells(given, caller, depth + 1) for given, caller in self.calls.given(ref, function))
            case _:
                return self.internal(value, function, depth)

    def _comes_inside(self, value: ast.Expr, at: int, function: GoFunction, depth: int) -> bool:
        if not isinstance(value, ast.Call):
            return self.internal(value, function, depth)
        callee = value.callee
        if callee is None or depth > DEEPEST:
            return callee is None and (self._of_library(value, function) or self._of_given(value, at, function, depth))
        name = (callee.package, callee.name)
        if name in KEEPS_TEXT:
            return any(self.internal(a, function, depth + 1) for a in value.arguments)
        targets = self.calls.targets(value)
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
            for given, _ in self.calls.given(name.ref, owner):
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


def _is_text(arguments: tuple[ast.Expr, ...]) -> bool:
    return bool(arguments) and getattr(arguments[0], "type", None) == gotypes.STRING
