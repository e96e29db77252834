"""`x.y`: members of packages, fields, methods and method expressions."""

from __future__ import annotations

from lambdalint.golang.body import Body, new, type_of
from lambdalint.model.goast import Expr, Name, Selector, TypeName
from lambdalint.model.gotypes import Basic, Func, GoType, Named, Pointer
from lambdalint.model.methodsets import FoundField, Method, member
from lambdalint.syntax.go import Node, fields


def selector(body: Body, node: Node) -> Expr:
    """Lower a selector that isn't called."""
    return select(body, node)[0]


def select(body: Body, node: Node) -> tuple[Expr, Method | None]:
    """Lower a selector; the method it names, where it names one."""
    parts = fields(node, "operand", "", "field")
    if parts is None:
        return body.opaque(node), None
    operand, _, name = parts
    if operand.type == "identifier":
        bound = body.resolve(body.text(operand))
        if bound.ref.startswith("package:"):
            return _package_member(body, node, operand, name, bound.ref[8:]), None
    base = body.expression(operand)
    return _member(body, node, base, name)


def _package_member(body: Body, node: Node, operand: Node, name: Node, path: str) -> Expr:
    text = body.text(name)
    bound = body.universe.member(path, text)
    if bound.is_type:
        return TypeName(body.span(node), bound.type)
    package = new(Name, (body.span(operand), body.text(operand), f"package:{path}", None, None))
    return new(Selector, (body.span(node), package, text, body.span(name), bound.ref, bound.type, bound.value, None))


def _member(body: Body, node: Node, base: Expr, name: Node) -> tuple[Expr, Method | None]:
    text = body.text(name)
    kind = base.type if isinstance(base, TypeName) else type_of(base)
    found = member(body.universe.types, kind, text)
    if found is None and text and _is_foreign(body, kind):
        found = _foreign_member(kind, text)
    place = body.span(name)
    if isinstance(found, FoundField):
        made = new(Selector, (body.span(node), base, text, place, "", found.type, None, bare(found.owner)))
        return made, None
    if found is None:
        return Selector(body.span(node), base, text, place, "", None), None
    of = owner_type(found)
    signature = found.type
    if isinstance(base, TypeName) and signature is not None:
        signature = Func((kind, *signature.parameters), signature.results, signature.variadic)
    return Selector(body.span(node), base, text, place, "", signature, None, of), found


def bare(kind: GoType | None) -> GoType | None:
    """A type without the pointer to it."""
    return kind.element if isinstance(kind, Pointer) else kind


def owner_type(found: Method) -> GoType | None:
    """The type that declares a method."""
    package, _, name = found.owner.rpartition(".")
    if package == "builtin":
        return Basic(name)
    return Named(package, name) if name else None


def _is_foreign(body: Body, kind: GoType | None) -> bool:
    inner = bare(kind)
    return isinstance(inner, Named) and not body.universe.has_package(inner.package)


def _foreign_member(kind: GoType | None, name: str) -> Method | None:
    """A member of a foreign type that no table has: called, it is a method of that type."""
    inner = bare(kind)
    return Method(name, None, False, f"{inner.package}.{inner.name}", False) if isinstance(inner, Named) else None
