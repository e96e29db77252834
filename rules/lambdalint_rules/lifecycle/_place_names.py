"""What places are called, and which values meet at them."""

from __future__ import annotations

from collections.abc import Container, Iterator

from lambdalint.api import GoFunction, gotypes, methodsets, satisfaction
from lambdalint.api import goast as ast


def goes_by_name(types: methodsets.Types, callee: ast.Callee, packages: Container[str]) -> bool:
    """True for a method of an interface, or of what may be one; types of the standard library are known well enough."""
    if not callee.receiver:
        return False
    under = methodsets.underlying(types, gotypes.Named(callee.package, callee.receiver))
    known = "." not in callee.package.partition("/")[0] and callee.package not in packages
    return isinstance(under, gotypes.Interface) or (under is None and not known)


def may_run(types: methodsets.Types, function: GoFunction, call: ast.Call, callee: ast.Callee) -> bool:
    """False for a method that takes another number of arguments, or is of a type that doesn't satisfy the interface
    whose method is called.
    """
    given = len(call.arguments)
    one = given == 1 and isinstance(call.arguments[0], ast.Call)
    if not (function.type.variadic or one or len(function.parameters) == given):
        return False
    own = gotypes.bare(function.receiver.type) if function.receiver is not None else None
    interface = gotypes.Named(callee.package, callee.receiver)
    asked = isinstance(own, gotypes.Named) and not own.arguments and callee.receiver
    if not asked or own is None or not isinstance(methodsets.underlying(types, interface), gotypes.Interface):
        return True
    return satisfaction.implements(types, gotypes.Pointer(own), interface) is not False


def pairs(targets: tuple[ast.Expr, ...], values: tuple[ast.Expr, ...]) -> Iterator[tuple[ast.Expr, ast.Expr]]:
    """Each target with its value, where each has one."""
    if len(targets) == len(values):
        yield from zip(targets, values, strict=True)


def local(function: GoFunction, ref: str) -> str:
    """The place of a local variable: unique in its outermost function."""
    return f"{function.outermost} {ref}"


def variable(ref: str) -> str | None:
    """The place of a package variable; None for other names."""
    return ref if ref.startswith("var:") else None


def field(kind: gotypes.GoType | None, name: str) -> str | None:
    """The place of a field, one for all values of a type; None where the type isn't known."""
    named = gotypes.bare(kind)
    return f"field {named.package}.{named.name}.{name}" if isinstance(named, gotypes.Named) and name else None


def function_keys(value: ast.Expr) -> Iterator[str]:
    """The key of a function literal, or of a function by its name, and the keys of those in a list or map."""
    listed = isinstance(value, ast.Composite) and isinstance(value.type, gotypes.Slice | gotypes.Map)
    for one in [e.value for e in value.elements] if listed and isinstance(value, ast.Composite) else [value]:
        if isinstance(one, ast.Closure):
            yield one.function
        elif isinstance(one, ast.Name | ast.Selector) and one.ref.startswith("func:"):
            yield one.ref[5:]
