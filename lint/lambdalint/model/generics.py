"""Type parameters: found by comparing declared with actual types, and replaced."""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.model.gotypes import (
    Array,
    Chan,
    Field,
    Func,
    GoType,
    Interface,
    Map,
    Named,
    Pointer,
    Slice,
    Struct,
    Tuple,
    TypeParameter,
)

Bindings = Mapping[str, GoType | None]


def substitute(kind: GoType | None, bindings: Bindings) -> GoType | None:
    """`kind` with its type parameters replaced; those without a binding stay."""
    if not bindings or kind is None:
        return kind
    match kind:
        case TypeParameter(name):
            return bindings.get(name, kind)
        case Named(package, name, arguments) if arguments:
            return Named(package, name, _all(arguments, bindings))
        case Pointer(element):
            return Pointer(substitute(element, bindings))
        case Slice(element):
            return Slice(substitute(element, bindings))
        case Array(element, length):
            return Array(substitute(element, bindings), length)
        case Map(key, element):
            return Map(substitute(key, bindings), substitute(element, bindings))
        case Chan(element, direction):
            return Chan(substitute(element, bindings), direction)
        case Func():
            return substitute_function(kind, bindings)
        case Struct(fields):
            return Struct(tuple(Field(f.name, substitute(f.type, bindings), f.tag, f.embedded) for f in fields))
        case Interface(methods, embedded):
            own = tuple((name, substitute_function(method, bindings)) for name, method in methods)
            return Interface(own, _all(embedded, bindings))
        case Tuple(members):
            return Tuple(_all(members, bindings))
    return kind


def substitute_function(kind: Func, bindings: Bindings) -> Func:
    """A function type with its type parameters replaced."""
    return Func(_all(kind.parameters, bindings), _all(kind.results, bindings), kind.variadic)


def _all(kinds: tuple[GoType | None, ...], bindings: Bindings) -> tuple[GoType | None, ...]:
    return tuple(substitute(kind, bindings) for kind in kinds)


def unify(declared: GoType | None, actual: GoType | None, bindings: dict[str, GoType | None]) -> None:
    """Bind the type parameters in `declared` that comparing it with `actual` gives; the first binding stays."""
    if declared is None or actual is None:
        return
    match declared, actual:
        case TypeParameter(name), _:
            bindings.setdefault(name, actual)
        case (Func(inputs, outputs), Func(given, got)):
            _unify_all(inputs, given, bindings)
            _unify_all(outputs, got, bindings)
        case (Named(package, name, arguments), Named(other, same, given)) if (package, name) == (other, same):
            _unify_all(arguments, given, bindings)
        case (Map(key, element), Map(other_key, other_element)):
            unify(key, other_key, bindings)
            unify(element, other_element, bindings)
        case (
            (Pointer(inner), Pointer(other_inner))
            | (Slice(inner), Slice(other_inner))
            | (Array(inner), Array(other_inner))
            | (Chan(inner), Chan(other_inner))
        ):
            unify(inner, other_inner, bindings)


def _unify_all(
    declared: tuple[GoType | None, ...], actual: tuple[GoType | None, ...], bindings: dict[str, GoType | None]
) -> None:
    for left, right in zip(declared, actual, strict=False):
        unify(left, right, bindings)


def has_parameters(kind: GoType | None) -> bool:
    """True when a type parameter occurs in the type."""
    if isinstance(kind, TypeParameter):
        return True
    if kind is None or not isinstance(kind, tuple):
        return False
    return any(_member_has_parameters(part) for part in kind)


def _member_has_parameters(part: object) -> bool:
    if isinstance(part, TypeParameter):
        return True
    return isinstance(part, tuple) and any(_member_has_parameters(inner) for inner in part)
