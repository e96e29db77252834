"""What is read from a request over HTTP, or from the data of an invocation, through locals and parameters."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, HandlerPath, gotypes, is_call_of, provenance
from lambdalint.api import goast as ast
from lambdalint.data.go_callbacks import REQUESTS
from lambdalint_rules.lifecycle._writing import DECODERS

INVOCATION = ("github.com/aws/aws-lambda-go/lambdacontext", "LambdaContext")
DEPTH = 3  # locals and parameters that a part of a request goes through


def is_part(value: ast.Expr, function: GoFunction, path: HandlerPath, ctx: Context, depth: int = DEPTH) -> bool:
    """True for what is read from a request over HTTP: by its fields and methods, and by functions of libraries."""
    while not isinstance(value, ast.Name):
        if _is_request(getattr(value, "type", None)):
            return True
        if isinstance(value, ast.Call):
            callee = value.callee
            if callee is None or callee.package == "builtin" or callee.key in ctx.project.code.functions:
                return False
            if isinstance(value.function, ast.Selector) and not value.function.ref:
                value = value.function.operand
            elif value.arguments:
                value = value.arguments[0]
            else:
                return False
        elif isinstance(value, ast.Selector | ast.Index | ast.Unary | ast.Assertion | ast.Conversion):
            value = value.operand
        else:
            return False
    return _is_request(value.type) or (
        depth > 0
        and (
            any(is_part(v, function, path, ctx, depth - 1) for v in _filled(value, function))
            or any(is_part(v, caller, path, ctx, depth - 1) for v, caller in _given(value, function, path, ctx))
        )
    )


def _given(
    name: ast.Name, function: GoFunction, path: HandlerPath, ctx: Context
) -> Iterator[tuple[ast.Expr, GoFunction]]:
    """What calls hand on by a parameter, each with the function that calls; of calls of methods and functions by their
    names those don't count that may mean others.
    """
    at = next((i for i, p in enumerate(function.parameters) if p.ref == name.ref), -1)
    if at < 0:
        return
    targets = provenance(ctx.project, path).targets
    for site in path.sites():
        callee, arguments = site.call.callee, site.call.arguments
        if at >= len(arguments) or (callee is not None and callee.name != function.name):
            continue
        found = targets(site.call)
        if found == [function] or (callee is None and function in found):
            yield arguments[at], site.function


def _filled(name: ast.Name, function: GoFunction) -> list[ast.Expr]:
    """What a local is given, or what is decoded into it or behind it; nothing where that is more than one thing."""
    if not name.ref.startswith("local:"):
        return []
    assigned = [a for a in ast.each(function.body, ast.Assign) if a.values and any(_is(t, name) for t in a.targets)]
    found = [a.values[0] if len(a.values) == 1 else _beside(a, name) for a in assigned]
    found = [value for value in found if not _is_new(value)]
    found += [s.tag for s in ast.each(function.body, ast.Switch) if s.types and s.tag and _is(s.binding, name)]
    decoded = [call for call in function.calls if call.callee is not None and call.callee.name.startswith(DECODERS)]
    for call in decoded:
        if any(_is(a.operand if isinstance(a, ast.Unary) else a, name) for a in call.arguments):
            found += [a for a in call.arguments if not isinstance(a, ast.Unary) and not _is(a, name)]
            if isinstance(call.function, ast.Selector) and not call.function.ref:
                found.append(call.function.operand)
    return found if len(found) == 1 else []


def _is_new(value: ast.Expr) -> bool:
    """True for what is empty: `new(T)`, `T{}`, `&T{}`."""
    literal = value.operand if isinstance(value, ast.Unary) else value
    empty = isinstance(literal, ast.Composite) and not literal.elements
    return empty or (isinstance(value, ast.Call) and is_call_of(value, "builtin", "new"))


def _beside(assign: ast.Assign, name: ast.Name) -> ast.Expr:
    return next(v for t, v in zip(assign.targets, assign.values, strict=True) if _is(t, name))


def _is(target: ast.Expr | None, name: ast.Name) -> bool:
    return isinstance(target, ast.Name) and target.ref == name.ref


def _is_request(kind: gotypes.GoType | None) -> bool:
    named = gotypes.bare(kind)
    return isinstance(named, gotypes.Named) and (named.package, named.name) in (*REQUESTS, INVOCATION)
