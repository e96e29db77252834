"""Whether an error comes from inside: a library, the SDK, a database; or is a text of the program's own."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, HandlerPath, gotypes, methodsets
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import ABOUT_INPUT, KEEPS_TEXT, MAKES_ERROR, NAMES_TYPES, READS_INPUT

DEEPEST = 8


class ErrorOrigins:
    """Answers for one handler path: errors are followed backwards, through locals, helpers and parameters."""

    def __init__(self, path: HandlerPath, ctx: Context) -> None:
        self._types = ctx.project.code.types
        self._own = tuple(m.path for m in ctx.project.code.modules)
        self._functions = {r.function.key: r.function for r in path.reached}
        self._implementing: dict[str, tuple[str, ...]] = {}
        self._callers: dict[str, list[tuple[ast.Call, GoFunction]]] = {}
        for function in self._functions.values():
            for call in function.calls:
                for target in self.targets(call):
                    self._callers.setdefault(target.key, []).append((call, function))

    def internal(self, error: ast.Expr, function: GoFunction, depth: int = 0) -> bool:
        """True for an error that surely may come from something that isn't the program's own text."""
        if depth > DEEPEST or not is_error(error):
            return False
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
            return False
        name = (callee.package, callee.name)
        if name in KEEPS_TEXT:
            return any(self.internal(a, function, depth + 1) for a in value.arguments)
        targets = self.targets(value)
        if targets:
            return any(self._returns(t, at, depth + 1) for t in targets)
        if callee.name.startswith(READS_INPUT) and callee.package not in NAMES_TYPES and _is_text(value.arguments):
            return False
        return name not in MAKES_ERROR and not callee.package.startswith(("builtin", *ABOUT_INPUT, *self._own))

    def _returns(self, function: GoFunction, at: int, depth: int) -> bool:
        """True when a function returns an error from inside as a result."""
        if any(self.internal(value, function, depth) for value in returned(function, at)):
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


def sources(ref: str, before: int, function: GoFunction) -> list[tuple[ast.Expr, int]]:
    """What a local was given before a place, last one last, each with the index of the result."""
    found: list[tuple[int, ast.Expr, int]] = []
    for node in ast.walk(function.body):
        if not isinstance(node, ast.Assign) or not node.values or node.span.start > before:
            continue
        for at, target in enumerate(node.targets):
            if isinstance(target, ast.Name) and target.ref == ref:
                one = len(node.values) == len(node.targets)
                found.append((node.span.start, node.values[at] if one else node.values[0], 0 if one else at))
    return [(value, at) for _, value, at in sorted(found, key=lambda f: f[0])]


def returned(function: GoFunction, at: int) -> Iterator[ast.Expr]:
    """The values that a function returns as one of its results."""
    for node in ast.walk(function.body):
        if isinstance(node, ast.Return) and at < len(node.values) and len(node.values) == len(function.results):
            yield node.values[at]


def sorted_out(value: ast.Expr, function: GoFunction) -> bool:
    """True where a condition around says which error it is: its text is then chosen, not leaked."""
    for node in ast.walk(function.body):
        if isinstance(node, ast.If) and node.then.span.contains(value.span) and _names_error(node.condition):
            return True
        chosen = isinstance(node, ast.Case) and node.body.span.contains(value.span)
        if chosen and isinstance(node, ast.Case) and any(_names_error(v) or is_error(v) for v in node.values):
            return True
    return False


def _names_error(condition: ast.Expr) -> bool:
    for node in ast.walk(condition):
        if isinstance(node, ast.Call) and node.callee is not None:
            asks = node.type in (gotypes.Basic("bool"), None) and any(is_error(a) for a in node.arguments)
            if asks or node.callee.name in ("Is", "As"):
                return True
        if isinstance(node, ast.Binary) and node.op == "==" and getattr(node.left, "type", None) == gotypes.ERROR:
            return not (isinstance(node.right, ast.Name) and node.right.name == "nil")
    return False


def _is_text(arguments: tuple[ast.Expr, ...]) -> bool:
    return bool(arguments) and getattr(arguments[0], "type", None) == gotypes.STRING


def is_error(value: ast.Expr) -> bool:
    """True for a value of the type `error` itself, or one that is called `err` and whose type isn't known."""
    kind = getattr(value, "type", None)
    return kind == gotypes.ERROR or (kind is None and isinstance(value, ast.Name) and value.name == "err")
