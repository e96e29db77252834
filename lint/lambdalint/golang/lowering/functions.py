"""A declaration's node → GoFunction, with the literals inside it."""

from __future__ import annotations

from lambdalint.golang.lowering.body import Body, Universe, type_of
from lambdalint.golang.lowering.expressions import expression, values
from lambdalint.golang.lowering.locals import kinds_of
from lambdalint.golang.lowering.signatures import receiver, signature
from lambdalint.golang.lowering.statements import flat
from lambdalint.golang.source.declarations import Declared, expressions
from lambdalint.model.code import GoFunction, Parameter
from lambdalint.model.goast import Assign, Expr, FunctionBody, Name
from lambdalint.model.gotypes import Func, GoType
from lambdalint.source import Span
from lambdalint.syntax.go import Node


class Lowering(Body):
    """A body with the ways down: functions become methods without anything between."""

    expression = expression
    values = values
    block = flat


def lower(
    universe: Universe,
    key: str,
    declared: Declared,
    receiver: str,
    names: dict[str, GoType],
    *,
    bodiless: bool = False,
) -> list[GoFunction]:
    """Lower a function, method or variable initialiser; the literals in it follow it.

    `receiver` is the name of a method's type, `names` are the type parameters in scope; the body of one that is to be
    `bodiless` is not looked at.
    """
    body = Lowering(universe, declared.file, key)
    for name, kind in names.items():
        body.bind_type(name, kind)
    if declared.kind == "var":
        return [_initialiser(body, declared), *body.literals]
    return [_function(body, declared, receiver, bodiless), *body.literals]


def _function(body: Body, declared: Declared, receiver_type: str, bodiless: bool) -> GoFunction:
    node = declared.node
    own = receiver(body, node) if receiver_type else None
    inputs, results, kind, end = signature(body, node)
    name = node.child_by_field_name("name") or node
    span = Span(body.path, name.start_byte, end or name.end_byte)
    inner = None if bodiless else node.child_by_field_name("body")
    lowered = body.block(inner) if inner is not None else None
    return _made(body, declared, lowered, own, receiver_type, inputs, results, kind, span)


def _initialiser(body: Body, declared: Declared) -> GoFunction:
    """`var a, b = …` as a function without a name whose body is the assignment."""
    spec = declared.node
    names = [child for child in spec.children_by_field_name("name") if child.is_named]
    written = spec.child_by_field_name("type")
    kind = body.types.read(written)
    values = expressions(spec.child_by_field_name("value"))
    if len(values) == len(names):
        names, values = names[declared.place : declared.place + 1], values[declared.place : declared.place + 1]
    lowered = tuple(body.expression(value, kind) for value in values)
    kinds = [kind] * len(names) if written is not None else kinds_of(body, lowered, len(names))
    targets = tuple(_variable(body, name, of) for name, of in zip(names, kinds, strict=True))
    assignment = Assign(body.span(spec), targets, "=", lowered, True)
    whole = FunctionBody(body.span(spec), (assignment,))
    span = body.span(names[0]) if names else body.span(spec)
    return _made(body, declared, whole, None, "", (), (), Func((), ()), span)


def _variable(body: Body, node: Node, kind: GoType | None) -> Expr:
    text = body.text(node)
    ref = "" if text == "_" else f"var:{body.file.package.path}.{text}"
    return Name(body.span(node), text, ref, kind)


def _made(
    body: Body,
    declared: Declared,
    lowered: FunctionBody | None,
    receiver: Parameter | None,
    receiver_type: str,
    inputs: tuple[Parameter, ...],
    results: tuple[Parameter, ...],
    signature: Func,
    signature_span: Span,
) -> GoFunction:
    return GoFunction(
        key=body.key,
        package=declared.file.package.path,
        receiver=receiver,
        receiver_type=receiver_type,
        name=declared.name,
        span=body.span(declared.node),
        signature=signature_span,
        parameters=inputs,
        results=results,
        type=signature,
        body=lowered,
        calls=body.frame.in_order(),
        parent=None,
        closures=tuple(body.frame.closures),
        first_party=declared.file.first_party,
        file=body.path,
    )


def constant(universe: Universe, declared: Declared) -> tuple[GoType | None, Expr | None]:
    """The type and the lowered value of a package constant."""
    source = declared.source if declared.source is not None else declared.node
    values = expressions(source.child_by_field_name("value"))
    body = Lowering(universe, declared.file, f"{declared.file.package.path}.const {declared.name}")
    body.iota = declared.iota
    written = body.types.read(source.child_by_field_name("type"))
    if declared.place >= len(values):
        return written, None
    value = body.expression(values[declared.place])
    return written if written is not None else type_of(value), value
