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
    if isinstance(kind, TypeParameter):
        return bindings.get(kind.name, kind)
    if isinstance(kind, Named):
        return Named(kind.package, kind.name, _all(kind.arguments, bindings)) if kind.arguments else kind
    if isinstance(kind, Func):
        return substitute_function(kind, bindings)
    if isinstance(kind, Map):
        return Map(substitute(kind.key, bindings), substitute(kind.element, bindings))
    if isinstance(kind, Tuple):
        return Tuple(_all(kind.members, bindings))
    if isinstance(kind, (Struct, Interface)):
        return _substitute_members(kind, bindings)
    return _substitute_element(kind, bindings)


def _substitute_element(kind: GoType, bindings: Bindings) -> GoType:
    if isinstance(kind, Pointer):
        return Pointer(substitute(kind.element, bindings))
    if isinstance(kind, Slice):
        return Slice(substitute(kind.element, bindings))
    if isinstance(kind, Array):
        return Array(substitute(kind.element, bindings), kind.length)
    if isinstance(kind, Chan):
        return Chan(substitute(kind.element, bindings), kind.direction)
    return kind


def _substitute_members(kind: Struct | Interface, bindings: Bindings) -> GoType:
    if isinstance(kind, Struct):
        return Struct(tuple(Field(f.name, substitute(f.type, bindings), f.tag, f.embedded) for f in kind.fields))
    own = tuple((name, substitute_function(method, bindings)) for name, method in kind.methods)
    return Interface(own, _all(kind.embedded, bindings))


def substitute_function(kind: Func, bindings: Bindings) -> Func:
    """A function type with its type parameters replaced."""
    return Func(_all(kind.parameters, bindings), _all(kind.results, bindings), kind.variadic)


def _all(kinds: tuple[GoType | None, ...], bindings: Bindings) -> tuple[GoType | None, ...]:
    return tuple(substitute(kind, bindings) for kind in kinds)


def unify(declared: GoType | None, actual: GoType | None, bindings: dict[str, GoType | None]) -> None:
    """Bind the type parameters in `declared` that comparing it with `actual` gives; the first binding stays."""
    if declared is None or actual is None:
        return
    if isinstance(declared, TypeParameter):
        bindings.setdefault(declared.name, actual)
    elif isinstance(declared, Func) and isinstance(actual, Func):
        _unify_all(declared.parameters, actual.parameters, bindings)
        _unify_all(declared.results, actual.results, bindings)
    elif isinstance(declared, Named) and isinstance(actual, Named):
        if (declared.package, declared.name) == (actual.package, actual.name):
            _unify_all(declared.arguments, actual.arguments, bindings)
    elif isinstance(declared, Map) and isinstance(actual, Map):
        unify(declared.key, actual.key, bindings)
        unify(declared.element, actual.element, bindings)
    elif isinstance(declared, (Pointer, Slice, Array, Chan)) and type(declared) is type(actual):
        unify(declared.element, getattr(actual, "element", None), bindings)


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
