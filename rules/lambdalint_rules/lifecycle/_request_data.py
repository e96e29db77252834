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
from lambdalint.data.go_loggers import PACKAGES as LOGGERS
from lambdalint_rules.lifecycle._request_parts import is_part

TEXTS = frozenset({"fmt", "strconv", "strings"})  # what their functions make of a text says the same


def keeps_request(path: HandlerPath, ctx: Context, reached: Reached, values: tuple[ast.Expr, ...], plain: bool) -> bool:
    """True for values of the request; what merely comes from a package variable that holds some is not looked at."""
    return all(
        any(_of_request(origins(), value, reached, path, ctx, plain) for value in values)
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


def _of_request(
    origins: Provenance, value: ast.Expr, reached: Reached, path: HandlerPath, ctx: Context, plain: bool
) -> bool:
    """True for request data; with `plain` only for the event, an HTTP request, and parts of them as they are."""
    if getattr(value, "value", None) is not None:
        return False
    parts = [*_spelt(value)]
    if isinstance(value, ast.Call) and not plain:  # what a function finds out about the request is about the request
        parts += value.arguments
    found: frozenset[Origin] = frozenset().union(*(origins.of(p, reached.function) for p in parts))
    if plain:
        named = [p for p in parts if isinstance(p, ast.Name)]
        inner = [
            p for n in named for v in (*_listed(n, reached.function), *_made(n, reached.function)) for p in _spelt(v)
        ]
        found = found.union(*(origins.of(p, reached.function) for p in inner))
        whole = any(o.source == "event" and o.path is not None for o in found)
        return whole or (bool(found) and any(is_part(p, reached.function, path, ctx) for p in parts))
    return any(o.source in ("event", "context") for o in found)


def _spelt(value: ast.Expr) -> Iterator[ast.Expr]:
    """A value, and what is appended by it, makes up its text, or is a field of it or of a logger."""
    yield value
    inner: tuple[ast.Expr, ...] = ()
    literal = value.operand if isinstance(value, ast.Unary) and value.op == "&" else value
    if isinstance(literal, ast.Composite):
        inner = tuple(element.value for element in literal.elements)
    if isinstance(value, ast.Binary) and value.op == "+":
        inner = (value.left, value.right)
    elif isinstance(value, ast.Call) and is_call_of(value, "builtin", "append"):
        inner = value.arguments[1:]
    elif isinstance(value, ast.Call) and value.callee is not None:
        if value.callee.package in TEXTS:
            inner = value.arguments
        elif value.callee.package in LOGGERS:
            chained = value.function.operand if isinstance(value.function, ast.Selector) else None
            inner = (*value.arguments, chained) if isinstance(chained, ast.Call) else value.arguments
    for part in inner:
        yield from _spelt(part)


def _listed(name: ast.Name, function: GoFunction) -> Iterator[ast.Expr]:
    """What a local is an element of, or a key."""
    for loop in ast.each(function.body, ast.Range):
        keys = [loop.key] if isinstance(getattr(loop.subject, "type", None), gotypes.Map) else []
        if any(isinstance(own, ast.Name) and name.ref and own.ref == name.ref for own in (loop.value, *keys)):
            yield loop.subject


def _made(name: ast.Name, function: GoFunction) -> Iterator[ast.Expr]:
    """The literal that a local was made by."""
    for assign in ast.each(function.body, ast.Assign):
        if assign.op == ":=" and len(assign.values) == len(assign.targets):
            for target, value in zip(assign.targets, assign.values, strict=True):
                literal = value.operand if isinstance(value, ast.Unary) else value
                if isinstance(target, ast.Name) and target.ref == name.ref and isinstance(literal, ast.Composite):
                    yield value


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
