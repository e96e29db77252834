"""`switch`, type switches and `select`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lambdalint.golang.lowering.body import Body, type_of
from lambdalint.golang.source.declarations import expressions
from lambdalint.model.goast import Block, Case, Expr, Name, Select, Stmt, Switch, TypeName
from lambdalint.model.gotypes import GoType
from lambdalint.source import Span
from lambdalint.syntax.go import Node

Statements = Callable[[Body, Iterable[Node]], list[Stmt]]


def choose(body: Body, node: Node, init: Stmt | None, lower: Statements) -> Switch:
    """A switch by value, in the scope that its caller opened."""
    tag_node = node.child_by_field_name("value")
    tag = body.expression(tag_node) if tag_node is not None else None
    kind = type_of(tag) if tag is not None else None
    cases: list[Case] = []
    for child in node.named_children:
        if child.type in ("expression_case", "default_case"):
            values = body.values(expressions(child.child_by_field_name("value")), kind)
            cases.append(_case(body, child, values, None, lower))
    return Switch(body.span(node), init, tag, tuple(cases), False, None)


def switch_types(body: Body, node: Node, init: Stmt | None, lower: Statements) -> Switch:
    """A switch by type: in each clause the declared name has the clause's own type."""
    value = node.child_by_field_name("value")
    tag = body.expression(value) if value is not None else None
    subject = type_of(tag) if tag is not None else None
    alias = expressions(node.child_by_field_name("alias"))
    binding: Expr | None = None
    if alias:
        text = body.text(alias[0])
        binding = Name(body.span(alias[0]), text, body.declare(text, subject).ref, subject)
    cases: list[Case] = []
    for child in node.named_children:
        if child.type in ("type_case", "default_case"):
            kinds = [one for one in child.children_by_field_name("type") if one.is_named]
            values = tuple(_type_name(body, one) for one in kinds)
            _rebind(body, binding, values, subject)
            cases.append(_case(body, child, values, None, lower))
    return Switch(body.span(node), init, tag, tuple(cases), True, binding)


def _type_name(body: Body, node: Node) -> Expr:
    if body.text(node) == "nil":
        return body.expression(node)
    return TypeName(body.span(node), body.types.read(node))


def _rebind(body: Body, binding: Expr | None, values: tuple[Expr, ...], subject: GoType | None) -> None:
    if isinstance(binding, Name) and binding.ref:
        only = values[0] if len(values) == 1 else None
        kind = only.type if isinstance(only, TypeName) else subject
        body.names[binding.name] = body.names[binding.name]._replace(type=kind)


def select(body: Body, node: Node, lower: Statements) -> Select:
    """A select."""
    cases: list[Case] = []
    for child in node.named_children:
        if child.type in ("communication_case", "default_case"):
            body.push()
            communication = child.child_by_field_name("communication")
            found = lower(body, (communication,)) if communication is not None else []
            cases.append(_case(body, child, (), found[0] if found else None, lower))
            body.pop()
    return Select(body.span(node), tuple(cases))


def _case(body: Body, node: Node, values: tuple[Expr, ...], communication: Stmt | None, lower: Statements) -> Case:
    inner = next((c for c in node.named_children if c.type == "statement_list"), None)
    body.push()
    statements = tuple(lower(body, inner.named_children)) if inner is not None else ()
    body.pop()
    span = body.span(inner) if inner is not None else Span(body.path, node.end_byte, node.end_byte)
    return Case(body.span(node), values, node.type == "default_case", communication, Block(span, statements))
