"""Which functions of a handler path call each other: what is called, and what callers give for a parameter."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, HandlerPath, gotypes, methodsets
from lambdalint.api import goast as ast


class Calls:
    """The calls of one handler path; methods of the project's interfaces mean those of the types that satisfy them."""

    def __init__(self, path: HandlerPath, ctx: Context) -> None:
        self._types = ctx.project.code.types
        self._functions = {r.function.key: r.function for r in path.reached}
        self._implementing: dict[str, tuple[str, ...]] = {}
        self._callers: dict[str, list[tuple[ast.Call, GoFunction]]] = {}
        for function in self._functions.values():
            for call in function.calls:
                for target in self.targets(call):
                    self._callers.setdefault(target.key, []).append((call, function))

    def targets(self, call: ast.Call) -> list[GoFunction]:
        """The functions on the path that a call may mean."""
        callee = call.callee
        if callee is None:
            return []
        key = callee.key
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
