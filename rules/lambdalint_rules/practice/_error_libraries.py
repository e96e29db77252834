"""Errors that libraries make, or keep in their values."""

from __future__ import annotations

from lambdalint.api import GoFunction, Span, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import (
    ABOUT_INPUT,
    CHECKS_INPUT,
    ERROR_FIELDS,
    GATHERED,
    GATHERS,
    NAMES_TYPES,
    READS_INPUT,
)
from lambdalint.data.go_constructors import SDK_V1, SDK_V2
from lambdalint_rules.practice._error_values import sources

LONGEST_CHAIN = 16  # calls one after the other


def is_kept_error(value: ast.Expr, function: GoFunction) -> bool:
    """True for the field in which a library's value keeps the error of its last call: `db.Create(order).Error`."""
    if not isinstance(value, ast.Selector) or value.ref or value.name not in ERROR_FIELDS.values():
        return False
    holder: ast.Expr | None = value.operand
    for _ in range(LONGEST_CHAIN):
        kind = getattr(holder, "type", None)
        named = gotypes.bare(kind)
        if isinstance(named, gotypes.Named):
            return ERROR_FIELDS.get((named.package, named.name)) == value.name
        if isinstance(holder, ast.Name) and holder.ref.startswith("local:"):
            given = sources(holder.ref, holder.span.start, function)
            holder = given[-1][0] if given and given[-1][1] == 0 else None
        elif isinstance(holder, ast.Call) and isinstance(holder.function, ast.Selector) and not holder.function.ref:
            holder = holder.function.operand
        else:
            return False
    return False


def is_gathered(value: ast.Expr, function: GoFunction) -> bool:
    """True for errors that a framework's context has gathered from its routes, or one of them."""
    if isinstance(value, ast.Selector) and not value.ref and value.name == GATHERED:
        return is_gathered(value.operand, function)
    if not isinstance(value, ast.Name):
        return _gathers(value)
    if any(at == 0 and _gathers(made) for made, at in sources(value.ref, value.span.start, function)):
        return True
    loops = (n for n in ast.each(function.body, ast.Range) if isinstance(n.value, ast.Name))
    return any(isinstance(n.value, ast.Name) and n.value.ref == value.ref and _gathers(n.subject) for n in loops)


def _gathers(value: ast.Expr) -> bool:
    holder: ast.Expr | None = value
    while isinstance(holder, ast.Call | ast.Selector | ast.Index):
        inner = holder.function if isinstance(holder, ast.Call) else holder.operand
        kind = getattr(inner, "type", None)
        named = gotypes.bare(kind)
        if isinstance(holder, ast.Selector) and isinstance(named, gotypes.Named):
            return GATHERS.get((named.package, named.name), ("",))[0] == holder.name
        holder = inner
    return False


def comes_of(callee: ast.Callee, call: ast.Call, own: tuple[str, ...]) -> bool:
    """True for a call whose error is of a library or the SDK, and isn't about what a caller sent.

    `own` are the import paths of the program's modules.
    """
    if callee.name.startswith(READS_INPUT) and callee.package not in NAMES_TYPES and _is_text(call.arguments):
        return False
    return not callee.package.startswith(("builtin", *ABOUT_INPUT, *own)) or _answers_for_sdk(call.type)


def _answers_for_sdk(kind: gotypes.GoType | None) -> bool:
    """True for what an operation of the SDK gives, also where an interface of the program stands for the client."""
    first = kind.members[0] if isinstance(kind, gotypes.Tuple) and kind.members else None
    named = first.element if isinstance(first, gotypes.Pointer) else None
    return isinstance(named, gotypes.Named) and named.package.startswith((SDK_V1, SDK_V2))


def _is_text(arguments: tuple[ast.Expr, ...]) -> bool:
    return bool(arguments) and getattr(arguments[0], "type", None) == gotypes.STRING


def is_of_library(call: ast.Call, function: GoFunction, own: tuple[str, ...]) -> bool:
    """True for a method of what a library has made, by a function or in a chain of methods, though nothing is known of
    the library.

    `own` are the import paths of the program's modules.
    """
    return _is_made_by_library(call, function, own, set())


def _is_made_by_library(call: ast.Call, function: GoFunction, own: tuple[str, ...], seen: set[Span]) -> bool:
    method = call.function
    if not isinstance(method, ast.Selector) or method.ref or method.name.startswith((*READS_INPUT, *CHECKS_INPUT)):
        return False
    if call.span in seen:
        return True  # `query = query.Where(…)` adds nothing
    seen.add(call.span)
    holder = method.operand
    if isinstance(holder, ast.Name) and holder.ref.startswith("local:"):
        made = sources(holder.ref, call.span.start, function)
    else:
        made = [(holder, 0)] if isinstance(holder, ast.Call) else []
    return bool(made) and all(at == 0 and _is_foreign(value, function, own, seen) for value, at in made)


def _is_foreign(value: ast.Expr, function: GoFunction, own: tuple[str, ...], seen: set[Span]) -> bool:
    """True for a call of a library, other than of those that judge what a caller sent."""
    if not isinstance(value, ast.Call):
        return False
    callee = value.callee
    if callee is None:
        return _is_made_by_library(value, function, own, seen)
    if "." not in callee.package.partition("/")[0] or callee.name.startswith((*READS_INPUT, *CHECKS_INPUT)):
        return False
    return not callee.package.startswith((*ABOUT_INPUT, *own))
