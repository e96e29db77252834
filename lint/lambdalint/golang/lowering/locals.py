"""What binds local names: `:=`, assignments, ranges, receives and type declarations."""

from __future__ import annotations

from lambdalint.golang.lowering.body import BOOL, INT, Body, new, type_of
from lambdalint.golang.source.declarations import Bound, expressions
from lambdalint.model.code import TypeDeclaration
from lambdalint.model.goast import Assertion, Assign, Evaluate, Expr, Index, Name, Skipped, Stmt, Unary
from lambdalint.model.gotypes import ERROR, Array, Basic, Chan, Func, GoType, Map, Named, Pointer, Slice, Tuple
from lambdalint.model.methodsets import underlying
from lambdalint.source import Span
from lambdalint.syntax.go import Node, fields


def kinds_of(body: Body, values: tuple[Expr, ...], count: int) -> list[GoType | None]:
    """The types of `count` names that these values are assigned to."""
    if len(values) == count:
        return [_default(type_of(value)) for value in values]
    if len(values) == 1:
        kind = type_of(values[0])
        if isinstance(kind, Tuple) and len(kind.members) == count:
            return list(kind.members)
        if count == 2 and _may_fail(body, values[0]):
            return [kind, BOOL]
    return [None] * count


def _default(kind: GoType | None) -> GoType | None:
    return None if isinstance(kind, Tuple) else kind


def _may_fail(body: Body, value: Expr) -> bool:
    """True for the forms with a second result: map index, type assertion, receive."""
    if isinstance(value, Index):
        return isinstance(underlying(body.universe.types, type_of(value.operand)), Map)
    return isinstance(value, Assertion) or (isinstance(value, Unary) and value.op == "<-")


def define(body: Body, node: Node) -> Stmt:
    """`names := values`: names that the innermost scope has already are assigned, the others declared."""
    parts = fields(node, "left", "", "right")
    if parts is None:
        return Skipped(body.span(node))
    left, _, right = parts
    names = expressions(left)
    values = body.values(expressions(right))
    kinds = kinds_of(body, values, len(names))
    targets = tuple([_target(body, name, kind) for name, kind in zip(names, kinds, strict=True)])
    return new(Assign, (body.span(node), targets, ":=", values, False))


def _target(body: Body, node: Node, kind: GoType | None) -> Expr:
    if node.type != "identifier":
        return body.expression(node)
    start, end = node.start_byte, node.end_byte
    text = body.source[start:end]
    if not text.isascii():
        text = body.text(node)
    if text not in body.scopes[-1]:
        bound = body.declare(text, kind)
    else:
        bound = body.names[text]
        if bound.type is None and kind == ERROR:
            # What takes an error beside other errors is one, even where the first came from an unknown function.
            bound = body.names[text] = bound._replace(type=kind)
    return new(Name, (new(Span, (body.path, start, end)), text, bound.ref, bound.type, None))


def assign(body: Body, node: Node) -> Stmt:
    """`targets op values`."""
    parts = fields(node, "left", "operator", "right")
    if parts is None:
        return Skipped(body.span(node))
    left, operator, right = parts
    targets, values = body.values(expressions(left)), body.values(expressions(right))
    return new(Assign, (body.span(node), targets, operator.type, values, False))


def receive(body: Body, node: Node) -> Stmt:
    """A receive in a `select`, with or without names."""
    right = node.child_by_field_name("right")
    if right is None:
        return Skipped(body.span(node))
    value = body.expression(right)
    left = node.child_by_field_name("left")
    if left is None:
        return Evaluate(body.span(node), value)
    names = expressions(left)
    if b":=" not in body.file.data[left.end_byte : right.start_byte]:
        return Assign(body.span(node), body.values(names), "=", (value,))
    kinds = kinds_of(body, (value,), len(names))
    targets = tuple(_target(body, name, kind) for name, kind in zip(names, kinds, strict=True))
    return Assign(body.span(node), targets, ":=", (value,))


def define_range(body: Body, head: Node, subject: GoType | None) -> tuple[Expr | None, Expr | None]:
    """Key and value of a `range` clause; declared where it says `:=`."""
    left, right = head.child_by_field_name("left"), head.child_by_field_name("right")
    if left is None or right is None:
        return None, None
    names = expressions(left)[:2]
    if b":=" in body.file.data[left.end_byte : right.start_byte]:
        kinds = _ranged(body, subject)
        targets = [_target(body, name, kind) for name, kind in zip(names, kinds, strict=False)]
    else:
        targets = [body.expression(name) for name in names]
    return targets[0] if targets else None, targets[1] if len(targets) > 1 else None


def _ranged(body: Body, subject: GoType | None) -> tuple[GoType | None, GoType | None]:
    """The types that ranging over a value gives: key and element, or what an iterator yields."""
    under = underlying(body.universe.types, subject)
    if isinstance(under, Pointer):
        under = underlying(body.universe.types, under.element)
    match under:
        case Slice(element) | Array(element):
            return INT, element
        case Map(key, element):
            return key, element
        case Chan(element):
            return element, None
        case Basic("string"):
            return INT, Basic("rune")
        case Basic():
            return subject, None
        case Func((Func(yielded),)):
            given = [*yielded, None, None]
            return given[0], given[1]
    return None, None


def declare_type(body: Body, spec: Node) -> None:
    """Take in a type that a function declares: it belongs to the package, named after the function and itself."""
    node = spec.child_by_field_name("name")
    if node is None:
        return
    text = body.text(node)
    body.types.plain = False
    if spec.type == "type_alias":
        body.bind(text, Bound("", body.types.read(spec.child_by_field_name("type")), None, True))
        return
    package = body.file.package.path
    outer = body.key.removeprefix(package + ".").replace(" ", "_")
    name = f"{outer}.{text}"
    number = 2
    while f"{package}.{name}" in body.universe.types:
        name = f"{outer}.{text}#{number}"
        number += 1
    named = Named(package, name)
    body.bind(text, Bound(f"type:{package}.{name}", named, None, True))
    body.universe.add_type(TypeDeclaration(package, name, body.span(node), None, (), {}))
    under = body.types.read(spec.child_by_field_name("type"))
    body.universe.add_type(TypeDeclaration(package, name, body.span(node), under, (), {}))
