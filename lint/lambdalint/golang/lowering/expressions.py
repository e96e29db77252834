"""Expression nodes → expressions of the model, with their types."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lambdalint.golang.lowering.body import BOOL, INT, Body, new, type_of, value_of
from lambdalint.golang.lowering.calls import call, conversion, element
from lambdalint.golang.lowering.composites import composite, elided, function_literal
from lambdalint.golang.lowering.constants import fold, negate, number
from lambdalint.golang.lowering.selectors import named, selector
from lambdalint.golang.lowering.types import TYPE_NODES, unquote
from lambdalint.model.generics import substitute
from lambdalint.model.goast import (
    Assertion,
    Binary,
    Expr,
    Index,
    Literal,
    Name,
    Selector,
    Slicing,
    TypeName,
    Unary,
)
from lambdalint.model.gotypes import STRING, Array, Basic, Chan, GoType, Pointer, Slice
from lambdalint.model.methodsets import underlying
from lambdalint.source import Span
from lambdalint.syntax.go import Node, fields

DEEPEST = 120
_LONG = 40
_SHORT = 24  # bytes of a test that may be `err != nil`
_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">=", "&&", "||"})
_NUMBER = {"int_literal": ("int", INT), "float_literal": ("float", Basic("float64"))}


def expression(body: Body, node: Node, hint: GoType | None = None) -> Expr:
    """Lower one expression. `hint` is the type that a literal without a type of its own has.

    What is nested deeper than a person would write, and what isn't Go, is Opaque.
    """
    kind = node.type
    leaf = _LEAVES.get(kind)
    return leaf(body, node) if leaf is not None else _nested(body, node, kind, hint)


def values(body: Body, nodes: Iterable[Node], hint: GoType | None = None) -> tuple[Expr, ...]:
    """Lower several expressions; comments between them are passed over."""
    found: list[Expr] = []
    for node in nodes:
        kind = node.type
        leaf = _LEAVES.get(kind)
        if leaf is not None:
            found.append(leaf(body, node))
        elif kind != "comment":
            found.append(_nested(body, node, kind, hint))
    return tuple(found)


def _nested(body: Body, node: Node, kind: str, hint: GoType | None) -> Expr:
    """Lower what may hold other expressions."""
    lower = _LOWER.get(kind)
    if lower is None:
        return _rare(body, node, kind, hint)
    universe = body.universe
    depth = universe.depth
    if depth >= DEEPEST:
        return body.opaque(node)
    universe.depth = depth + 1
    made = lower(body, node)
    universe.depth = depth
    return made


def _rare(body: Body, node: Node, kind: str, hint: GoType | None) -> Expr:
    """Lower what stands around an expression without changing it, literals that leave out their type, and types."""
    while kind == "parenthesized_expression" or kind == "variadic_argument":
        inner = [child for child in node.named_children if child.type != "comment"]
        if len(inner) != 1:
            return body.opaque(node)
        node = inner[0]
        kind = node.type
    if kind in _LEAVES or kind in _LOWER:
        return body.expression(node, hint)
    universe = body.universe
    if universe.depth >= DEEPEST:
        return body.opaque(node)
    if kind in TYPE_NODES:
        return TypeName(body.span(node), body.types.read(node))
    if kind != "literal_value":
        return body.opaque(node)
    universe.depth += 1
    made = elided(body, node, hint)
    universe.depth -= 1
    return made


def _name(body: Body, node: Node) -> Expr:
    start, end = node.start_byte, node.end_byte
    text = body.source[start:end]
    if not text.isascii():
        text = body.text(node)
    return _named(body, text, start, end)


def _named(body: Body, text: str, start: int, end: int) -> Expr:
    span = new(Span, (body.path, start, end))
    if text == "_":
        return new(Name, (span, text, "", None, None))
    ref, kind, value, is_type = body.names.get(text) or body.resolve(text)
    return new(TypeName, (span, kind)) if is_type else new(Name, (span, text, ref, kind, value))


def _string(body: Body, node: Node) -> Expr:
    start, end = node.start_byte, node.end_byte
    text = body.source[start:end]
    if not text.isascii():
        text = body.text(node)
    return new(Literal, (new(Span, (body.path, start, end)), "string", unquote(text), STRING))


def _number(body: Body, node: Node) -> Expr:
    kind, of = _NUMBER[node.type]
    return Literal(body.span(node), kind, number(body.text(node)), of)


def _imaginary(body: Body, node: Node) -> Expr:
    return Literal(body.span(node), "imaginary", None, Basic("complex128"))


def _rune(body: Body, node: Node) -> Expr:
    return Literal(body.span(node), "rune", unquote(body.text(node)), Basic("rune"))


def _unary(body: Body, node: Node) -> Expr:
    parts = fields(node, "operator", "operand")
    if parts is None:
        return body.opaque(node)
    operator, operand = parts
    op = operator.type
    inner = body.expression(operand)
    if op == "*" and type(inner) is TypeName:
        return TypeName(body.span(node), Pointer(body.types.read(operand)))
    kind = type_of(inner)
    if op == "&":
        kind = Pointer(kind) if kind is not None else None
    elif op == "!":
        kind = BOOL
    elif op in ("*", "<-"):
        under = underlying(body.universe.types, kind)
        kind = under.element if isinstance(under, (Pointer, Chan)) else None
    return new(Unary, (body.span(node), op, inner, kind, negate(op, value_of(inner))))


def _binary(body: Body, node: Node) -> Expr:
    """A chain of operators is lowered along its left side without recursion; a long one of one operator is balanced."""
    start, end = node.start_byte, node.end_byte
    if end - start < _SHORT:
        text, _, rest = body.source[start:end].partition(" != ")
        if rest == "nil" and text.isascii() and text.isidentifier():  # `err != nil`: every third test is one
            one, other = _named(body, text, start, start + len(text)), _named(body, rest, end - 3, end)
            return _combine(body, "!=", one, other)
    parts = fields(node, "left", "operator", "right")
    if parts is None:
        return body.opaque(node)
    first, operator, right = parts
    kind = first.type
    if kind != "binary_expression":
        body.universe.depth += 1
        one, other = body.values((first, right))
        body.universe.depth -= 1
        return _combine(body, operator.type, one, other)
    operators = [operator.type]
    operands = [right]
    while kind == "binary_expression":
        parts = fields(first, "left", "operator", "right")
        if parts is None:
            return body.opaque(node)
        first, operator, right = parts
        operators.append(operator.type)
        operands.append(right)
        kind = first.type
    operands.append(first)
    operators.reverse()
    operands.reverse()
    if len(operators) > _LONG and len(set(operators)) > 1:
        return body.opaque(node)
    extra = min(len(operators), 8)
    body.universe.depth += extra
    lowered = body.values(operands)
    body.universe.depth -= extra
    if len(operators) > _LONG:
        return _balanced(body, operators[0], list(lowered))
    result = lowered[0]
    for op, operand in zip(operators, lowered[1:], strict=True):
        result = _combine(body, op, result, operand)
    return result


def _balanced(body: Body, op: str, operands: list[Expr]) -> Expr:
    while len(operands) > 1:
        pairs = [_combine(body, op, *operands[i : i + 2]) for i in range(0, len(operands) - 1, 2)]
        operands = pairs + operands[len(operands) - len(operands) % 2 :]
    return operands[0]


def _combine(body: Body, op: str, left: Expr, right: Expr) -> Expr:
    first, second = value_of(left), value_of(right)
    span = new(Span, (body.path, left.span.start, right.span.end))
    kind = BOOL if op in _COMPARISONS else _operand_type(op, left, right)
    value = fold(op, first, second) if first is not None and second is not None else None
    return new(Binary, (span, op, left, right, kind, value))


def _operand_type(op: str, left: Expr, right: Expr) -> GoType | None:
    """The type of an arithmetic result: that of the operand which isn't an untyped constant."""
    one, other = type_of(left), type_of(right)
    if op in ("<<", ">>") or one == other:
        return one
    if one is not None and value_of(left) is not None and isinstance(one, Basic):
        return other
    return one if value_of(right) is not None or other is None else None


def _index(body: Body, node: Node) -> Expr:
    operand, index = node.child_by_field_name("operand"), node.child_by_field_name("index")
    if operand is None or index is None:
        return body.opaque(node)
    base = body.expression(operand)
    if type(base) is TypeName:
        return TypeName(body.span(node), body.types.read(node))
    if isinstance(base, (Name, Selector)) and base.ref.startswith("func:"):
        return _instance(body, node, base, base.ref, index)
    return Index(body.span(node), base, body.expression(index), element(body, base))


def _instance(body: Body, node: Node, base: Expr, ref: str, index: Node) -> Expr:
    """A generic function with its (first) type argument."""
    argument = body.types.read(index)
    names = body.universe.type_parameters(ref[5:])
    kind = substitute(type_of(base), dict(zip(names, (argument,), strict=False)))
    return Index(body.span(node), base, TypeName(body.span(index), argument), kind)


def _instantiation(body: Body, node: Node) -> Expr:
    """A generic function with several type arguments, or a generic type."""
    members = [child for child in node.named_children if child.type != "comment"]
    if not members:
        return body.opaque(node)
    base = named(body, members[0]) if members[0].type in ("type_identifier", "qualified_type") else None
    if not isinstance(base, (Name, Selector)) or not base.ref.startswith("func:"):
        return TypeName(body.span(node), body.types.read(node))
    arguments = tuple(body.types.read(child) for child in members[1:])
    names = body.universe.type_parameters(base.ref[5:])
    return base._replace(type=substitute(base.type, dict(zip(names, arguments, strict=False))))


def _slicing(body: Body, node: Node) -> Expr:
    operand = node.child_by_field_name("operand")
    if operand is None:
        return body.opaque(node)
    base = body.expression(operand)
    bounds = [node.child_by_field_name(name) for name in ("start", "end", "capacity")]
    kind = type_of(base)
    under = underlying(body.universe.types, kind)
    if isinstance(under, Pointer):
        under = underlying(body.universe.types, under.element)
    if isinstance(under, Array):
        kind = Slice(under.element)
    return Slicing(body.span(node), base, tuple(body.expression(b) for b in bounds if b is not None), kind)


def _assertion(body: Body, node: Node) -> Expr:
    operand = node.child_by_field_name("operand")
    if operand is None:
        return body.opaque(node)
    return Assertion(body.span(node), body.expression(operand), body.types.read(node.child_by_field_name("type")))


# What holds no other expression.
_LEAVES: dict[str, Callable[[Body, Node], Expr]] = {
    "identifier": _name,
    "blank_identifier": _name,
    "true": _name,
    "false": _name,
    "nil": _name,
    "iota": _name,
    "interpreted_string_literal": _string,
    "raw_string_literal": _string,
    "int_literal": _number,
    "float_literal": _number,
    "imaginary_literal": _imaginary,
    "rune_literal": _rune,
}
_LOWER: dict[str, Callable[[Body, Node], Expr]] = {
    "selector_expression": selector,
    "composite_literal": composite,
    "call_expression": call,
    "type_conversion_expression": conversion,
    "func_literal": function_literal,
    "unary_expression": _unary,
    "binary_expression": _binary,
    "index_expression": _index,
    "type_instantiation_expression": _instantiation,
    "slice_expression": _slicing,
    "type_assertion_expression": _assertion,
}
