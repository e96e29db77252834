"""What is data of the request: parts of the event, what an adapter made of it, and the invocation's own context."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lambdalint.api import (
    Context,
    GoFunction,
    HandlerPath,
    Origin,
    Provenance,
    Reached,
    gotypes,
    is_call_of,
    provenance,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_callbacks import REQUESTS
from lambdalint_rules.lifecycle._writing import DECODERS

TEXTS = frozenset({"fmt", "strconv", "strings"})  # what their functions make of a text says the same
DEPTH = 3  # locals that a part of an HTTP request goes through


def keeps_request(path: HandlerPath, ctx: Context, reached: Reached, values: tuple[ast.Expr, ...], plain: bool) -> bool:
    """True for values of the request; what merely comes from a package variable that holds some is not looked at."""
    return all(
        any(_of_request(origins(), value, reached, ctx, plain) for value in values)
        for origins in (
            partial(provenance, ctx.project, path),
            partial(provenance, ctx.project, path, variables=False),  # costs as much again, so it comes second
        )
    )


def chosen_by_request(path: HandlerPath, ctx: Context, reached: Reached, target: ast.Expr) -> bool:
    """True for an element of a list whose place the request decides about, as in a cache."""
    while isinstance(target, ast.Selector) and not target.ref:
        target = target.operand
    if not isinstance(target, ast.Index) or target.key is None:
        return False
    found: frozenset[Origin] = provenance(ctx.project, path, variables=False).of(target.key, reached.function)
    return any(o.source == "event" for o in found)


def _of_request(origins: Provenance, value: ast.Expr, reached: Reached, ctx: Context, plain: bool) -> bool:
    """True for request data; with `plain` only for the event, an HTTP request, and parts of them as they are."""
    if getattr(value, "value", None) is not None:
        return False
    parts = [*_spelt(value)]
    if isinstance(value, ast.Call) and not plain:  # what a function finds out about the request is about the request
        parts += value.arguments
    found: frozenset[Origin] = frozenset().union(*(origins.of(p, reached.function) for p in parts))
    if plain:
        named = [n for p in parts if isinstance(p, ast.Name) for n in _listed(p, reached.function)]
        found = found.union(*(origins.of(p, reached.function) for n in named for p in _spelt(n)))
        whole = any(o.source == "event" and o.path is not None for o in found)
        return whole or (bool(found) and any(_part(p, reached.function, ctx, DEPTH) for p in parts))
    return any(o.source in ("event", "context") for o in found)


def _spelt(value: ast.Expr) -> Iterator[ast.Expr]:
    """A value, and what is appended by it or makes up its text."""
    yield value
    inner: tuple[ast.Expr, ...] = ()
    if isinstance(value, ast.Binary) and value.op == "+":
        inner = (value.left, value.right)
    elif isinstance(value, ast.Call) and is_call_of(value, "builtin", "append"):
        inner = value.arguments[1:]
    elif isinstance(value, ast.Call) and value.callee is not None and value.callee.package in TEXTS:
        inner = value.arguments
    for part in inner:
        yield from _spelt(part)


def _listed(name: ast.Name, function: GoFunction) -> Iterator[ast.Expr]:
    """What a local is an element of."""
    for loop in ast.each(function.body, ast.Range):
        if isinstance(loop.value, ast.Name) and name.ref and loop.value.ref == name.ref:
            yield loop.subject


def _part(value: ast.Expr, function: GoFunction, ctx: Context, depth: int) -> bool:
    """True for what is read from a request over HTTP: by its fields and methods, and by functions of libraries."""
    while not isinstance(value, ast.Name):
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
        depth > 0 and any(_part(v, function, ctx, depth - 1) for v in _filled(value, function))
    )


def _filled(name: ast.Name, function: GoFunction) -> list[ast.Expr]:
    """What a local is given, or what is decoded into it; nothing where that is more than one thing."""
    if not name.ref.startswith("local:"):
        return []
    assigned = [a for a in ast.each(function.body, ast.Assign) if a.values and any(_is(t, name) for t in a.targets)]
    found = [a.values[0] if len(a.values) == 1 else _beside(a, name) for a in assigned]
    decoded = [call for call in function.calls if call.callee is not None and call.callee.name.startswith(DECODERS)]
    for call in decoded:
        if any(isinstance(a, ast.Unary) and _is(a.operand, name) for a in call.arguments):
            found += [a for a in call.arguments if not isinstance(a, ast.Unary)]
            if isinstance(call.function, ast.Selector) and not call.function.ref:
                found.append(call.function.operand)
    return found if len(found) == 1 else []


def _beside(assign: ast.Assign, name: ast.Name) -> ast.Expr:
    return next(v for t, v in zip(assign.targets, assign.values, strict=True) if _is(t, name))


def _is(target: ast.Expr, name: ast.Name) -> bool:
    return isinstance(target, ast.Name) and target.ref == name.ref


def _is_request(kind: gotypes.GoType | None) -> bool:
    named = gotypes.bare(kind)
    return isinstance(named, gotypes.Named) and (named.package, named.name) in REQUESTS


def is_context(ctx: Context, value: ast.Expr, reached: Reached) -> bool:
    """True for the context of the invocation itself, with its deadline and its request id."""
    given = {p.ref for p in reached.function.parameters if satisfaction.is_context(ctx.project.code.types, p.type)}
    return isinstance(value, ast.Name) and value.ref in given


def starts_anew(path: HandlerPath, reached: Reached) -> bool:
    """True for a function that is given a context that is no part of the invocation's."""
    place = reached.route[-1].span if reached.route else None
    calls = (site.call for site in path.sites() if site.call.span == place)
    given = (a for call in calls for a in call.arguments if isinstance(a, ast.Call))
    return any(is_call_of(a, "context", "Background", "TODO") for a in given)
