"""`x.y`: members of packages, fields, methods and method expressions."""

from __future__ import annotations

from functools import cache

from lambdalint.golang.lowering.body import Body, new
from lambdalint.golang.source.declarations import Bound
from lambdalint.model.goast import Expr, Name, Selector, TypeName
from lambdalint.model.gotypes import Basic, Func, GoType, Named, bare
from lambdalint.model.methodsets import FoundField, Method, member
from lambdalint.source import Span
from lambdalint.syntax.go import Node, fields

_LONG = 80  # bytes of a selector beyond which it hardly is a chain of names


def selector(body: Body, node: Node) -> Expr:
    """Lower a selector that isn't called."""
    return select(body, node)[0]


def select(body: Body, node: Node) -> tuple[Expr, Method | None]:
    """Lower a selector; the method it names, where it names one."""
    start, end = node.start_byte, node.end_byte
    if end - start <= _LONG:
        text = body.source[start:end]
        chains = body.file.chains
        names = chains.get(text) or _names(chains, text)
        if names:
            return _chain(body, names, start)
    parts = fields(node, "operand", "", "field")
    if parts is None:
        return body.opaque(node), None
    operand, _, name = parts
    span, place, word = new(Span, (body.path, start, end)), body.span(name), body.text(name)
    if operand.type == "identifier":
        qualifier = body.text(operand)
        bound = body.resolve(qualifier)
        if bound.ref.startswith("package:"):
            return _package_member(body, span, body.span(operand), qualifier, bound, place, word), None
    return _member(body, span, body.expression(operand), place, word)


def named(body: Body, name: Node) -> Expr:
    """What a name stands for that was taken for a type's."""
    if name.type == "qualified_type":
        return select(body, name)[0]
    text, span = body.text(name), body.span(name)
    bound = body.names.get(text) or body.resolve(text)
    return TypeName(span, bound.type) if bound.is_type else Name(span, text, bound.ref, bound.type, bound.value)


def _names(chains: dict[str, list[str]], text: str) -> list[str]:
    """The names that a text consists of, nothing but dots between them; none for anything else."""
    names = text.split(".")
    if not text.isascii() or not all(map(str.isidentifier, names)):
        return []
    chains[text] = names
    return names


def _chain(body: Body, names: list[str], start: int) -> tuple[Expr, Method | None]:
    """Lower `x.y` or `x.y.z`, all names: what each of them spans follows from its length, no node is needed."""
    path = body.path
    first = names[0]
    at = start + len(first)
    span = new(Span, (path, start, at))
    bound = body.names.get(first) or body.resolve(first)
    ref, kind, value, is_type = bound
    made: Expr
    method: Method | None = None
    rest = 1
    if kind is None and ref.startswith("package:"):
        name = names[1]
        end = at + 1 + len(name)
        whole, place = new(Span, (path, start, end)), new(Span, (path, at + 1, end))
        made = _package_member(body, whole, span, first, bound, place, name)
        at, rest = end, 2
    else:
        made = new(TypeName, (span, kind)) if is_type else new(Name, (span, first, ref, kind, value))
    for name in names[rest:]:
        end = at + 1 + len(name)
        whole, place = new(Span, (path, start, end)), new(Span, (path, at + 1, end))
        made, method = _member(body, whole, made, place, name)
        at = end
    return made, method


def _package_member(body: Body, span: Span, left: Span, qualifier: str, package: Bound, place: Span, name: str) -> Expr:
    known = body.file.names
    whole = f"{qualifier}.{name}"
    bound = known.get(whole)
    if bound is None:
        bound = body.universe.member(package.ref[8:], name)
        if bound.type is not None:  # else it may only be unknown as yet
            known[whole] = bound
    ref, kind, value, is_type = bound
    if is_type:
        return new(TypeName, (span, kind))
    operand = new(Name, (left, qualifier, package.ref, None, None))
    return new(Selector, (span, operand, name, place, ref, kind, value, None))


def _member(body: Body, span: Span, base: Expr, place: Span, text: str) -> tuple[Expr, Method | None]:
    kind = base.type
    found = member(body.universe.types, kind, text) if kind is not None else None
    if found is None and text and _is_foreign(body, kind):
        found = _foreign_member(kind, text)
    if type(found) is FoundField:
        return new(Selector, (span, base, text, place, "", found.type, None, bare(found.owner))), None
    if type(found) is not Method:
        return new(Selector, (span, base, text, place, "", None, None, None)), None
    signature = found.type
    if signature is not None and type(base) is TypeName:
        signature = Func((kind, *signature.parameters), signature.results, signature.variadic)
    return new(Selector, (span, base, text, place, "", signature, None, _declaring(found.owner))), found


@cache
def _declaring(owner: str) -> GoType | None:
    package, _, name = owner.rpartition(".")
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
