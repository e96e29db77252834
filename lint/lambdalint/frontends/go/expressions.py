"""Expressions and types of Go as plain trees."""

from __future__ import annotations

import posixpath
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from lambdalint.frontends.go.nodes import Assert, Composite, Convert, Element, FieldType, Type, Zero
from lambdalint.golang.lowering.types import unquote
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.syntax.go import Node
from lambdalint.syntax.scripttree import Expr, Pattern

DEEPEST = 110
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "nil": None}


class ExpressionReader(ABC):
    """Reads what has a value. Statements are up to its heir."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        self.depth = 0
        self.iota: int | None = None

    def span(self, node: Node) -> Span:
        return Span(self.path, node.start_byte, node.end_byte)

    def text(self, node: Node | None) -> str:
        return self.data[node.start_byte : node.end_byte].decode("utf-8", "replace") if node is not None else ""

    @abstractmethod
    def function(self, node: Node, name: str = "", receiver: Node | None = None) -> tree.Function:
        """A function with its body."""

    # -- expressions -------------------------------------------------------------------------------------------------

    def expression(self, node: Node | None) -> Expr:
        """An expression; what isn't understood is a hole."""
        if node is None or self.depth > DEEPEST:
            return tree.Hole(Span(self.path, 0, 0) if node is None else self.span(node))
        self.depth += 1
        try:
            read = _EXPRESSIONS.get(node.type)
            return read(self, node) if read is not None else self._hole(node)
        finally:
            self.depth -= 1

    def _hole(self, node: Node) -> Expr:
        parts = tuple(self.expression(child) for child in node.named_children if child.type in _EXPRESSIONS)
        return tree.Hole(self.span(node), parts)

    def expressions(self, node: Node | None) -> tuple[Expr, ...]:
        """The members of an expression list, or the one expression that stands for it."""
        if node is None:
            return ()
        inner = _children(node) if node.type == "expression_list" else [node]
        return tuple(self.expression(child) for child in inner)

    def _name(self, node: Node) -> Expr:
        return tree.Name(self.text(node), self.span(node))

    def _constant(self, node: Node) -> Expr:
        return tree.Literal(_CONSTANTS[node.type], self.span(node))

    def _iota(self, node: Node) -> Expr:
        return tree.Literal(self.iota, self.span(node), False) if self.iota is not None else tree.Hole(self.span(node))

    def _string(self, node: Node) -> Expr:
        return tree.Literal(unquote(self.text(node)), self.span(node))

    def _number(self, node: Node) -> Expr:
        text = self.text(node).replace("_", "")
        try:
            return tree.Literal(int(text, 0) if node.type == "int_literal" else float(text), self.span(node))
        except ValueError:
            return tree.Hole(self.span(node))

    def _inner(self, node: Node) -> Expr:
        children = _children(node)
        return self.expression(children[0] if children else None)

    def _selector(self, node: Node) -> Expr:
        field = node.child_by_field_name("field")
        if field is None:
            return self._hole(node)
        operand = self.expression(node.child_by_field_name("operand"))
        return tree.Member(operand, self.text(field), self.span(field), self.span(node), False)

    def _index(self, node: Node) -> Expr:
        operand = self.expression(node.child_by_field_name("operand"))
        return tree.Index(operand, self.expression(node.child_by_field_name("index")), self.span(node), False)

    def _unary(self, node: Node) -> Expr:
        operand = self.expression(node.child_by_field_name("operand"))
        return tree.Unary(self.text(node.child_by_field_name("operator")), operand, self.span(node))

    def _binary(self, node: Node) -> Expr:
        left = self.expression(node.child_by_field_name("left"))
        right = self.expression(node.child_by_field_name("right"))
        return tree.Binary(self.text(node.child_by_field_name("operator")), left, right, self.span(node))

    def _assertion(self, node: Node) -> Expr:
        return Assert(self.expression(node.child_by_field_name("operand")), self.span(node))

    def _conversion(self, node: Node) -> Expr:
        """`[]byte(x)`, or a call of a generic function with its types: `f[T](x)`."""
        operand = self.expression(node.child_by_field_name("operand"))
        written = node.child_by_field_name("type")
        kind = self.type(written)
        if kind.kind != "name" or written is None:
            return Convert(kind, operand, self.span(node))
        return tree.Call(self._type_name(written), (operand,), None, self.span(node), False, False)

    def _type_name(self, node: Node) -> Expr:
        """A generic function, which looks like a type."""
        inner = node.child_by_field_name("type") or node
        package, name = inner.child_by_field_name("package"), inner.child_by_field_name("name")
        if package is None or name is None:
            return tree.Name(self.text(inner), self.span(inner))
        target = tree.Name(self.text(package), self.span(package))
        return tree.Member(target, self.text(name), self.span(name), self.span(inner), False)

    def _call(self, node: Node) -> Expr:
        target = node.child_by_field_name("function")
        arguments = node.child_by_field_name("arguments")
        given = _children(arguments) if arguments is not None else []
        if target is not None and target.type == "identifier" and self.text(target) in ("make", "new") and given:
            sized = len(given) > 1 and self.text(given[1]) != "0"
            return Zero(self.type(given[0]), self.span(node), self.text(target), sized)
        read = tuple(self._argument(child) for child in given)
        return tree.Call(self.expression(target), read, None, self.span(node), False, False)

    def _argument(self, node: Node) -> Expr:
        if node.type == "variadic_argument":
            return tree.Spread(self._inner(node), self.span(node))
        return self.expression(node)

    def _literal_function(self, node: Node) -> Expr:
        return self.function(node)

    def _composite(self, node: Node) -> Expr:
        body = node.child_by_field_name("body")
        written = node.child_by_field_name("type")
        if body is None:
            return self._hole(node)
        return Composite(self.type(written), self._elements(body), self.span(body), self.span(node))

    def _elided(self, node: Node) -> Expr:
        return Composite(None, self._elements(node), self.span(node), self.span(node))

    def _elements(self, body: Node) -> tuple[Element, ...]:
        found = []
        for child in _children(body):
            key = child.child_by_field_name("key") if child.type == "keyed_element" else None
            value = child.child_by_field_name("value") if key is not None else child
            inner = key.named_children[0] if key is not None and key.named_children else None
            field = self.text(inner) if inner is not None and inner.type == "identifier" else ""
            place = self.span(key) if key is not None else self.span(child)
            read = self.expression(inner) if inner is not None else None
            found.append(Element(read, field, self.expression(value), place, self.span(child)))
        return tuple(found)

    # -- types -------------------------------------------------------------------------------------------------------

    def type(self, node: Node | None) -> Type:
        """A type as written."""
        if node is None or self.depth > DEEPEST:
            return Type("other")
        self.depth += 1
        try:
            return self._type(node)
        finally:
            self.depth -= 1

    def _type(self, node: Node) -> Type:
        kind = node.type
        if kind in ("type_identifier", "identifier"):
            return Type("name", self.text(node))
        if kind == "qualified_type":
            package = self.text(node.child_by_field_name("package"))
            return Type("name", self.text(node.child_by_field_name("name")), package)
        if kind == "pointer_type":
            return Type("pointer", inner=self.type(next(iter(node.named_children), None)))
        if kind in ("slice_type", "array_type", "implicit_length_array_type"):
            return Type("list", inner=self.type(node.child_by_field_name("element")))
        if kind == "map_type":
            return Type("map", inner=self.type(node.child_by_field_name("value")))
        if kind in ("generic_type", "parenthesized_type", "type_elem"):
            return self.type(node.child_by_field_name("type") or next(iter(node.named_children), None))
        if kind == "struct_type":
            return Type("struct", fields=self._fields(node))
        return Type("interface" if kind == "interface_type" else "other")

    def _fields(self, node: Node) -> tuple[FieldType, ...]:
        found: list[FieldType] = []
        for block in node.named_children:
            for child in block.named_children if block.type == "field_declaration_list" else ():
                written = child.child_by_field_name("type")
                if child.type != "field_declaration" or written is None:
                    continue
                kind = self.type(written)
                names = [self.text(name) for name in child.children_by_field_name("name")]
                found += [FieldType(name, kind, False) for name in names]
                if not names:
                    found.append(FieldType(self.text(written).lstrip("*").rpartition(".")[2], kind, True))
        return tuple(found)

    # -- patterns ----------------------------------------------------------------------------------------------------

    def pattern(self, node: Node) -> Pattern | None:
        """What gets a value; None for `_`."""
        found = self.expression(node)
        if isinstance(found, tree.Name):
            return found if found.name != "_" else None
        return found if isinstance(found, tree.Member | tree.Index | tree.Unary) else tree.Hole(found.span)


def _children(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type != "comment"]


def plain_name(path: str) -> str:
    """The name that a package most likely has: the last part of its path that isn't a version."""
    parts = [part for part in path.split("/") if part]
    while len(parts) > 1 and parts[-1][:1] == "v" and parts[-1][1:].isdigit():
        parts.pop()
    return posixpath.basename(parts[-1]).partition(".")[0] if parts else ""


_Reader = ExpressionReader
_EXPRESSIONS: dict[str, Callable[[Any, Node], Expr]] = {
    "identifier": _Reader._name,
    "true": _Reader._constant,
    "false": _Reader._constant,
    "nil": _Reader._constant,
    "iota": _Reader._iota,
    "interpreted_string_literal": _Reader._string,
    "raw_string_literal": _Reader._string,
    "int_literal": _Reader._number,
    "float_literal": _Reader._number,
    "parenthesized_expression": _Reader._inner,
    "literal_element": _Reader._inner,
    "selector_expression": _Reader._selector,
    "index_expression": _Reader._index,
    "unary_expression": _Reader._unary,
    "binary_expression": _Reader._binary,
    "type_assertion_expression": _Reader._assertion,
    "type_conversion_expression": _Reader._conversion,
    "call_expression": _Reader._call,
    "func_literal": _Reader._literal_function,
    "composite_literal": _Reader._composite,
    "literal_value": _Reader._elided,
    "type_identifier": _Reader._name,
}
