"""What satisfies what: identical types, interfaces and the types that have their methods.

Where an unknown piece decides, the answer is None.
"""

from __future__ import annotations

from lambdalint.model.code import TypeDeclaration
from lambdalint.model.gotypes import (
    CONTEXT,
    ERROR,
    Basic,
    Func,
    GoType,
    Interface,
    Named,
    Pointer,
    Slice,
    Struct,
    TypeParameter,
)
from lambdalint.model.methodsets import Types, methods, remembered, underlying

_BYTES = Slice(Basic("byte"))
_INVOKE = Interface((("Invoke", Func((CONTEXT, _BYTES), (_BYTES, ERROR))),))
_SAME = {"uint8": "byte", "int32": "rune"}


def same(left: GoType | None, right: GoType | None) -> bool | None:
    """Whether two types are identical; None where an unknown part decides."""
    if left is None or right is None:
        return None
    if isinstance(left, Basic) and isinstance(right, Basic):
        return _SAME.get(left.name, left.name) == _SAME.get(right.name, right.name)
    if type(left) is not type(right):
        return False
    return _same_parts(left, right)


def _same_parts(left: tuple[object, ...], right: tuple[object, ...]) -> bool | None:
    if len(left) != len(right):
        return False
    unsure = False
    for one, other in zip(left, right, strict=True):
        if one is None or other is None:
            answer: bool | None = None
        elif isinstance(one, Basic) and isinstance(other, Basic):
            answer = same(one, other)
        elif isinstance(one, tuple) and isinstance(other, tuple):
            answer = _same_parts(one, other) if type(one) is type(other) else False
        else:
            answer = one == other
        if answer is False:
            return False
        unsure = unsure or answer is None
    return None if unsure else True


def implements(types: Types, kind: GoType | None, interface: GoType | None) -> bool | None:
    """Whether a value of this type satisfies the interface (pointer receivers respected)."""
    return remembered(types, _implements, kind, interface)


def _implements(types: Types, kind: GoType | None, interface: GoType | None) -> bool | None:
    wanted = underlying(types, interface)
    if kind is None or not isinstance(wanted, Interface) or isinstance(kind, TypeParameter):
        return None
    needed = methods(types, interface)
    if isinstance(kind, Pointer) and isinstance(underlying(types, kind.element), Interface | Pointer):
        return not needed.methods and needed.complete
    had = methods(types, kind)
    unsure = not needed.complete
    for name, want in needed.methods.items():
        has = had.methods.get(name)
        if has is None:
            if had.complete:
                return False
            unsure = True
            continue
        if has.pointer and not isinstance(kind, Pointer):
            return False
        answer = same(has.type, want.type)
        if answer is False:
            return False
        unsure = unsure or answer is None
    return None if unsure else True


def implements_error(types: Types, kind: GoType | None) -> bool | None:
    """Whether a value of this type is an `error`."""
    return True if kind == ERROR else implements(types, kind, ERROR)


def is_context(types: Types, kind: GoType | None) -> bool | None:
    """Whether the type is an interface with exactly the methods of `context.Context`."""
    if kind == CONTEXT:
        return True
    inner = underlying(types, kind)
    if inner is None:
        return None
    if not isinstance(inner, Interface):
        return False
    own = methods(types, kind)
    if any(name not in ("Deadline", "Done", "Err", "Value") for name in own.methods):
        return False
    return implements(types, kind, CONTEXT)


def has_invoke(types: Types, kind: GoType | None) -> bool | None:
    """Whether a value of this type is a `lambda.Handler`: `Invoke(context.Context, []byte) ([]byte, error)`."""
    return implements(types, kind, _INVOKE)


def implementers(types: Types, interface: GoType | None) -> tuple[GoType, ...]:
    """The project's types that satisfy an interface: `Named`, or `Pointer` to it where methods need a pointer.

    Types of which it isn't sure are left out, and so are interfaces and generic types.
    """
    wanted = underlying(types, interface)
    if not isinstance(wanted, Interface):
        return ()
    found: list[GoType] = []
    names = set(methods(types, interface).methods)
    for one in types.values():
        if one.parameters or isinstance(one.underlying, Interface) or not _may_have(one, names):
            continue
        kind = Named(one.package, one.name)
        if implements(types, kind, interface):
            found.append(kind)
        elif implements(types, Pointer(kind), interface):
            found.append(Pointer(kind))
    return tuple(found)


def _may_have(one: TypeDeclaration, names: set[str]) -> bool:
    """A cheap look first: the type declares one of the methods, or embeds something that may."""
    if not names.isdisjoint(one.methods):
        return True
    inner = one.underlying
    if isinstance(inner, Named):
        return True
    return not names or (isinstance(inner, Struct) and any(f.embedded for f in inner.fields))
