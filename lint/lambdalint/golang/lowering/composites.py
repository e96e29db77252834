"""Composite literals and function literals."""

from __future__ import annotations

from lambdalint.golang.lowering.body import Body, Frame, new
from lambdalint.golang.lowering.signatures import signature
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Closure, Composite, Element, Expr, Name, Unary
from lambdalint.model.gotypes import Array, GoType, Map, Named, Pointer, Slice, Struct
from lambdalint.model.methodsets import declaration, underlying
from lambdalint.source import Span
from lambdalint.syntax.go import Node, fields


def composite(body: Body, node: Node) -> Expr:
    """Lower `T{…}`."""
    parts = fields(node, "type", "body")
    if parts is None:
        return body.opaque(node)
    written, braces = parts
    return _literal(body, node, braces, body.types.read(written))


def elided(body: Body, node: Node, kind: GoType | None) -> Expr:
    """Lower `{…}` inside of another literal that says the type; where that is a pointer it reads as `&T{…}`."""
    if not isinstance(kind, Pointer):
        return _literal(body, node, node, kind)
    made = _literal(body, node, node, kind.element)
    return Unary(made.span, "&", made, kind)


def _literal(body: Body, node: Node, braces: Node, kind: GoType | None) -> Composite:
    elements = _elements(body, braces, kind)
    return new(Composite, (body.span(node), kind, elements, body.span(braces)))


def _elements(body: Body, braces: Node, kind: GoType | None) -> tuple[Element, ...]:
    under = underlying(body.universe.types, kind)
    hint = under.element if isinstance(under, (Slice, Array)) else None
    found: list[Element] = []
    for child in braces.named_children:
        what = child.type
        if what == "keyed_element":
            found.append(_keyed(body, child, kind, under))
        elif what != "comment":
            value = _unwrap(child)
            lowered = body.expression(value, hint) if value is not None else body.opaque(child)
            found.append(new(Element, (body.span(child), None, "", lowered)))
    return tuple(found)


def _unwrap(node: Node) -> Node | None:
    if node.type != "literal_element":
        return node
    children = node.children
    if len(children) == 1:
        return children[0]
    return next((child for child in children if child.is_named and child.type != "comment"), None)


def _keyed(body: Body, node: Node, kind: GoType | None, under: GoType | None) -> Element:
    parts = fields(node, "key", "", "value")
    key, value = (_unwrap(parts[0]), _unwrap(parts[2])) if parts is not None else (None, None)
    if key is None or value is None:
        inner = body.opaque(node)
        return Element(inner.span, None, "", inner)
    if key.type == "identifier" and _has_fields(body, kind, under, body.text(key)):
        name = body.text(key)
        hint = next((f.type for f in under.fields if f.name == name), None) if isinstance(under, Struct) else None
        field = new(Name, (body.span(key), name, "", None, None))
        return new(Element, (body.span(node), field, name, body.expression(value, hint)))
    key_hint = under.key if isinstance(under, Map) else None
    hint = under.element if isinstance(under, (Slice, Array, Map)) else None
    lowered = body.expression(key, key_hint)
    return new(Element, (body.span(node), lowered, "", body.expression(value, hint)))


def _has_fields(body: Body, kind: GoType | None, under: GoType | None, name: str) -> bool:
    """Whether the keys of a literal are fields: its type is a struct, or a foreign one that nothing is known of."""
    if under is not None:
        return isinstance(under, Struct)
    if isinstance(kind, Named) and declaration(body.universe.types, kind) is None:
        return True
    return kind is None and name[:1].isupper() and not body.resolve(name).ref


def function_literal(body: Body, node: Node) -> Expr:
    """Lower a function literal into a function of its own; the expression names it."""
    outer = body.frame
    key = f"{outer.key}${len(outer.closures) + 1}"
    outer.closures.append(key)
    body.push()
    inputs, results, kind, end = signature(body, node)
    frame = body.frame = Frame(key)
    inner = node.child_by_field_name("body")
    block = body.block(inner) if inner is not None else None
    body.frame = outer
    body.pop()
    span = body.span(node)
    made = GoFunction(
        key=key,
        package=body.file.package.path,
        receiver=None,
        receiver_type="",
        name="",
        span=span,
        signature=Span(body.path, span.start, end or span.end),
        parameters=inputs,
        results=results,
        type=kind,
        body=block,
        calls=frame.in_order(),
        parent=outer.key,
        closures=tuple(frame.closures),
        first_party=body.file.first_party,
        file=body.path,
    )
    body.literals.append(made)
    return new(Closure, (span, key, kind))
