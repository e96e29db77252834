"""Composite literals and function literals."""

from __future__ import annotations

from lambdalint.golang.body import Body, Frame
from lambdalint.golang.signatures import parameters
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Closure, Composite, Element, Expr, Name, Unary
from lambdalint.model.gotypes import Array, GoType, Map, Named, Pointer, Slice, Struct
from lambdalint.model.methodsets import declaration, underlying
from lambdalint.source import Span
from lambdalint.syntax.go import Node, fields


def composite(body: Body, node: Node, hint: GoType | None) -> Expr:
    """Lower `T{…}`, or `{…}` whose type is `hint`; an element that is a pointer reads as `&T{…}`."""
    kind = hint
    braces: Node | None = node
    if node.type == "composite_literal":
        kind = body.types.read(node.child_by_field_name("type"))
        braces = node.child_by_field_name("body")
    if braces is None:
        return body.opaque(node)
    pointed = node.type == "literal_value" and isinstance(kind, Pointer)
    inner = kind.element if pointed and isinstance(kind, Pointer) else kind
    elements = _elements(body, braces, inner)
    made = Composite(body.span(node), inner, elements, body.span(braces))
    return Unary(made.span, "&", made, kind) if pointed else made


def _elements(body: Body, braces: Node, kind: GoType | None) -> tuple[Element, ...]:
    under = underlying(body.universe.types, kind)
    found: list[Element] = []
    for child in braces.named_children:
        if child.type == "keyed_element":
            found.append(_keyed(body, child, kind, under))
        elif child.type != "comment":
            hint = under.element if isinstance(under, (Slice, Array)) else None
            value = _unwrap(child)
            lowered = body.expression(value, hint) if value is not None else body.opaque(child)
            found.append(Element(body.span(child), None, "", lowered))
    return tuple(found)


def _unwrap(node: Node | None) -> Node | None:
    if node is None or node.type != "literal_element":
        return node
    return next((child for child in node.named_children if child.type != "comment"), None)


def _keyed(body: Body, node: Node, kind: GoType | None, under: GoType | None) -> Element:
    parts = fields(node, "key", "", "value")
    key, value = (_unwrap(parts[0]), _unwrap(parts[2])) if parts is not None else (None, None)
    if key is None or value is None:
        inner = body.opaque(node)
        return Element(inner.span, None, "", inner)
    if key.type == "identifier" and _has_fields(body, kind, under, body.text(key)):
        name = body.text(key)
        hint = next((f.type for f in under.fields if f.name == name), None) if isinstance(under, Struct) else None
        return Element(body.span(node), Name(body.span(key), name, "", None), name, body.expression(value, hint))
    key_hint = under.key if isinstance(under, Map) else None
    hint = under.element if isinstance(under, (Slice, Array, Map)) else None
    lowered = body.expression(key, key_hint)
    return Element(body.span(node), lowered, "", body.expression(value, hint))


def _has_fields(body: Body, kind: GoType | None, under: GoType | None, name: str) -> bool:
    """Whether the keys of a literal are fields: its type is a struct, or a foreign one that nothing is known of."""
    if under is not None:
        return isinstance(under, Struct)
    if isinstance(kind, Named) and declaration(body.universe.types, kind) is None:
        return True
    return kind is None and name[:1].isupper() and not body.resolve(name).ref


def function_literal(body: Body, node: Node) -> Expr:
    """Lower a function literal into a function of its own; the expression names it."""
    kind = body.types.function(node)
    outer = body.frame
    key = f"{outer.key}${len(outer.closures) + 1}"
    outer.closures.append(key)
    body.push()
    inputs = parameters(body, node.child_by_field_name("parameters"))
    results = parameters(body, node.child_by_field_name("result"))
    body.frames.append(Frame(key))
    inner = node.child_by_field_name("body")
    block = body.block(inner) if inner is not None else None
    frame = body.frames.pop()
    body.pop()
    last = node.child_by_field_name("result") or node.child_by_field_name("parameters")
    made = GoFunction(
        key=key,
        package=body.file.package.path,
        receiver=None,
        receiver_type="",
        name="",
        span=body.span(node),
        signature=Span(body.path, node.start_byte, last.end_byte if last is not None else node.end_byte),
        parameters=inputs,
        results=results,
        type=kind,
        body=block,
        calls=tuple(sorted(frame.calls, key=lambda c: c.span.start)),
        parent=outer.key,
        closures=tuple(frame.closures),
        first_party=body.file.first_party,
        file=body.path,
    )
    body.literals.append(made)
    return Closure(body.span(node), key, kind)
