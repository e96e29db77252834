"""The context of the invocation, where one is in scope."""

from __future__ import annotations

from lambdalint.api import Context, GoFunction, Parameter, satisfaction
from lambdalint.api import goast as ast


def context_in_scope(ctx: Context, function: GoFunction) -> Parameter | None:
    """The nearest parameter with a name that is a context, of a function literal's surroundings too.

    None where a name like it means something else in any of these functions.
    """
    scope: GoFunction | None = function
    inside: list[GoFunction] = []
    while scope is not None:
        inside.append(scope)
        for parameter in scope.parameters:
            if satisfaction.is_context(ctx.project.code.types, parameter.type) and parameter.name not in ("", "_"):
                return None if any(_means_else(ctx, f, parameter) for f in inside) else parameter
        scope = ctx.project.code.functions.get(scope.parent or "")
    return None


def _means_else(ctx: Context, function: GoFunction, parameter: Parameter) -> bool:
    types = ctx.project.code.types
    names = (n for n in ast.walk(function.body) if isinstance(n, ast.Name) and n.name == parameter.name)
    return any(n.ref != parameter.ref and satisfaction.is_context(types, n.type) is not True for n in names)
