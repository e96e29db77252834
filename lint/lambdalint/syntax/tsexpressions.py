"""Expressions, patterns, functions and classes of TypeScript and JavaScript as plain trees. Types are dropped."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.syntax.scripttree import Expr, Pattern, Statement

DEEPEST = 110
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_ESCAPE = pattern(r"\\(u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|.)", re.DOTALL)
_TRANSPARENT = frozenset(
    {"parenthesized_expression", "await_expression", "as_expression", "satisfies_expression", "non_null_expression",
     "type_assertion", "instantiation_expression"}
)  # fmt: skip
# Tags that join texts and values known at deployment, in Pulumi and SST, as a plain template would.
_JOINING = frozenset({"pulumi.interpolate", "interpolate", "$interpolate"})


class ExpressionReader(ABC):
    """Reads what has a value. Statements are up to its heir."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        self.depth = 0

    # -- places and text ---------------------------------------------------------------------------------------------

    def span(self, node: Any) -> Span:
        return Span(self.path, node.start_byte, node.end_byte)

    def text(self, node: Any) -> str:
        return self.data[node.start_byte : node.end_byte].decode("utf-8", "replace")

    @abstractmethod
    def statements(self, node: Any) -> tuple[Statement, ...]:
        """The statements of a block."""

    # -- patterns ----------------------------------------------------------------------------------------------------

    def pattern(self, node: Any) -> Pattern:
        if node is None or self.depth > DEEPEST:
            return tree.Hole(Span(self.path, 0, 0))
        self.depth += 1
        try:
            return self._pattern(node)
        finally:
            self.depth -= 1

    def _pattern(self, node: Any) -> Pattern:
        kind = node.type
        if kind in ("identifier", "shorthand_property_identifier_pattern", "this"):
            return tree.Name(self.text(node), self.span(node))
        if kind in ("required_parameter", "optional_parameter"):
            inner = self.pattern(node.child_by_field_name("pattern"))
            value = node.child_by_field_name("value")
            return tree.Default(inner, self.expression(value)) if value is not None else inner
        if kind in ("assignment_pattern", "object_assignment_pattern"):
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            return tree.Default(self.pattern(left), self.expression(right))
        if kind == "rest_pattern":
            return tree.Rest(self.pattern(node.named_children[0]))
        if kind == "object_pattern":
            return tree.ObjectPattern(tuple(e for c in node.named_children if (e := self._taken(c)) is not None))
        if kind == "array_pattern":
            return tree.ArrayPattern(tuple(self._places(node)))
        if kind in ("member_expression", "subscript_expression"):
            found = self.expression(node)
            if isinstance(found, tree.Member | tree.Index):
                return found
        if kind in ("parenthesized_expression", "non_null_expression") and node.named_children:
            return self.pattern(node.named_children[0])
        return tree.Hole(self.span(node))

    def _taken(self, node: Any) -> tuple[str, Pattern] | tree.Rest | None:
        if node.type == "rest_pattern":
            return tree.Rest(self.pattern(node.named_children[0]))
        if node.type == "pair_pattern":
            key = node.child_by_field_name("key")
            return self.string(key), self.pattern(node.child_by_field_name("value"))
        if node.type == "object_assignment_pattern":
            return self.text(node.child_by_field_name("left")), self.pattern(node)
        if node.type == "shorthand_property_identifier_pattern":
            return self.text(node), self.pattern(node)
        return None

    def _places(self, node: Any) -> list[Pattern | None]:
        places: list[Pattern | None] = []
        waiting: Pattern | None = None
        for child in node.children[1:]:
            if child.type in (",", "]"):
                if child.type == "," or waiting is not None:
                    places.append(waiting)
                waiting = None
            elif child.type != "comment":
                waiting = self.pattern(child)
        return places

    # -- expressions -------------------------------------------------------------------------------------------------

    def expression(self, node: Any) -> Expr:
        if node is None:
            return tree.Hole(Span(self.path, 0, 0))
        if self.depth > DEEPEST:
            return tree.Hole(self.span(node))
        self.depth += 1
        try:
            read = _EXPRESSIONS.get(node.type)
            if read is not None:
                return read(self, node)
            if node.type in _TRANSPARENT:
                inner = [c for c in node.named_children if c.type != "comment"]
                at = -1 if node.type == "type_assertion" else 0
                return self.expression(inner[at]) if inner else tree.Hole(self.span(node))
            return tree.Hole(self.span(node))
        finally:
            self.depth -= 1

    def string(self, node: Any) -> str:
        """The text of a string literal or name."""
        if node is None:
            return ""
        text = self.text(node)
        if node.type == "string" and len(text) >= 2:
            return _ESCAPE.sub(_unescaped, text[1:-1])
        return text

    def _string_literal(self, node: Any) -> Expr:
        return tree.Literal(self.string(node), self.span(node))

    def _template(self, node: Any) -> Expr:
        parts: list[Expr] = []
        at = node.start_byte + 1
        for child in node.named_children:
            if child.type != "template_substitution":
                continue
            parts.append(self._raw(at, child.start_byte))
            inner = [c for c in child.named_children if c.type != "comment"]
            parts.append(self.expression(inner[0]) if inner else tree.Hole(self.span(child)))
            at = child.end_byte
        parts.append(self._raw(at, node.end_byte - 1))
        if all(isinstance(p, tree.Literal) for p in parts):
            text = "".join(str(p.value) for p in parts if isinstance(p, tree.Literal))
            return tree.Literal(text, self.span(node))
        return tree.Template(tuple(parts), self.span(node))

    def _raw(self, start: int, end: int) -> tree.Literal:
        text = self.data[start:end].decode("utf-8", "replace").replace("\r\n", "\n")
        return tree.Literal(_ESCAPE.sub(_unescaped, text), Span(self.path, start, end), False)

    def _number(self, node: Any) -> Expr:
        text = self.text(node).replace("_", "").rstrip("n").lower()
        try:
            value: float | int = int(text, 0) if not re.fullmatch(r"0\d+", text) else int(text, 8)
        except ValueError:
            try:
                value = float(text)
            except ValueError:
                return tree.Hole(self.span(node))
        return tree.Literal(value, self.span(node))

    def _constant(self, node: Any) -> Expr:
        value = {"true": True, "false": False}.get(node.type)
        return tree.Literal(value, self.span(node), value is not None)

    def _name(self, node: Any) -> Expr:
        text = self.text(node)
        return tree.Literal(None, self.span(node), False) if text == "undefined" else tree.Name(text, self.span(node))

    def _member(self, node: Any) -> Expr:
        name = node.child_by_field_name("property")
        optional = node.child_by_field_name("optional_chain") is not None
        target = self.expression(node.child_by_field_name("object"))
        return tree.Member(target, self.text(name).lstrip("#"), self.span(name), self.span(node), optional)

    def _subscript(self, node: Any) -> Expr:
        optional = node.child_by_field_name("optional_chain") is not None
        target = self.expression(node.child_by_field_name("object"))
        return tree.Index(target, self.expression(node.child_by_field_name("index")), self.span(node), optional)

    def _call(self, node: Any) -> Expr:
        arguments = node.child_by_field_name("arguments")
        new = node.type == "new_expression"
        target = self.expression(node.child_by_field_name("constructor" if new else "function"))
        if arguments is not None and arguments.type != "arguments":  # a tagged template
            joins = self.text(node.child_by_field_name("function")) in _JOINING
            return self._template(arguments) if joins else tree.Hole(self.span(node), (target,))
        items = [self.expression(c) for c in arguments.named_children if c.type != "comment"] if arguments else []
        optional = any(c.type in ("optional_chain", "?.") for c in node.children)
        return tree.Call(target, tuple(items), None, self.span(node), new, optional)

    def _object(self, node: Any) -> Expr:
        entries = tuple(e for c in node.named_children if (e := self._entry(c)) is not None)
        return tree.Object(entries, self.span(node))

    def _entry(self, node: Any) -> tree.Entry | tree.Spread | None:
        span = self.span(node)
        if node.type == "spread_element":
            return self._spread(node)
        if node.type == "shorthand_property_identifier":
            name = self.text(node)
            return tree.Entry(tree.Literal(name, span), tree.Name(name, span), span, True, True)
        if node.type == "method_definition":
            function = self.function(node)
            return tree.Entry(tree.Literal(function.name, span, False), function, span, False, False)
        if node.type != "pair":
            return None
        key = node.child_by_field_name("key")
        value = self.expression(node.child_by_field_name("value"))
        if key.type == "computed_property_name":
            inner = [c for c in key.named_children if c.type != "comment"]
            return tree.Entry(self.expression(inner[0] if inner else None), value, span, False, False)
        return tree.Entry(tree.Literal(self.string(key), self.span(key)), value, span, True, False)

    def _spread(self, node: Any) -> tree.Spread:
        inner = [c for c in node.named_children if c.type != "comment"]
        return tree.Spread(self.expression(inner[0] if inner else None), self.span(node))

    def _array(self, node: Any) -> Expr:
        return tree.Array(
            tuple(self.expression(c) for c in node.named_children if c.type != "comment"), self.span(node)
        )

    def function(self, node: Any) -> tree.Function:
        name = node.child_by_field_name("name")
        parameters = node.child_by_field_name("parameters")
        single = node.child_by_field_name("parameter")
        body = node.child_by_field_name("body")
        listed = [c for c in parameters.named_children if c.type != "comment"] if parameters is not None else []
        patterns = [self.pattern(c) for c in ([single] if single is not None else listed)]
        own = (
            patterns[1:] if patterns and isinstance(patterns[0], tree.Name) and patterns[0].name == "this" else patterns
        )
        block = body is not None and body.type == "statement_block"
        inner: Expr | tree.Block = tree.Block(self.statements(body)) if block else self.expression(body)
        bound = node.type == "arrow_function"
        return tree.Function(self.string(name).lstrip("#"), tuple(own), inner, self.span(node), bound)

    def class_of(self, node: Any) -> tree.Class:
        name = node.child_by_field_name("name")
        heritage = next((c for c in node.named_children if c.type == "class_heritage"), None)
        members: list[tree.ClassMember] = []
        properties: list[str] = []
        for child in node.child_by_field_name("body").named_children:
            member = self._class_member(child)
            if member is None:
                continue
            members.append(member)
            if member.kind == "constructor":
                properties += self._properties(child)
        base = self._base(heritage)
        return tree.Class(self.string(name), base, tuple(members), tuple(properties), self.span(node))

    def _base(self, heritage: Any) -> Expr | None:
        if heritage is None:
            return None
        clause = next((c for c in heritage.named_children if c.type == "extends_clause"), heritage)
        value = clause.child_by_field_name("value")
        if value is None:
            value = next((c for c in clause.named_children if c.type != "implements_clause"), None)
        return self.expression(value) if value is not None else None

    def _properties(self, constructor: Any) -> list[str]:
        """Parameters that are fields too: `constructor(private readonly stage: string)`."""
        found = []
        for child in constructor.child_by_field_name("parameters").named_children:
            if any(c.type in ("accessibility_modifier", "readonly") for c in child.children):
                pattern = child.child_by_field_name("pattern")
                if pattern is not None and pattern.type == "identifier":
                    found.append(self.text(pattern))
        return found

    def _class_member(self, node: Any) -> tree.ClassMember | None:
        static = any(c.type == "static" for c in node.children)
        if node.type == "method_definition":
            function = self.function(node)
            kind = "getter" if any(c.type == "get" for c in node.children) else "method"
            if any(c.type == "set" for c in node.children):
                return None
            return tree.ClassMember(
                function.name, "constructor" if function.name == "constructor" else kind, static, function
            )
        if node.type in ("public_field_definition", "field_definition"):
            name = node.child_by_field_name("name") or node.child_by_field_name("property")
            value = node.child_by_field_name("value")
            known = self.expression(value) if value is not None else None
            return tree.ClassMember(self.string(name).lstrip("#"), "field", static, known)
        return None

    def _binary(self, node: Any) -> Expr:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = node.child_by_field_name("operator")
        return tree.Binary(operator.type, self.expression(left), self.expression(right), self.span(node))

    def _unary(self, node: Any) -> Expr:
        value = self.expression(node.child_by_field_name("argument"))
        return tree.Unary(node.child_by_field_name("operator").type, value, self.span(node))

    def _update(self, node: Any) -> Expr:
        target = self.pattern(node.child_by_field_name("argument"))
        operator = node.child_by_field_name("operator").type[0] + "="
        return tree.Assignment(target, operator, tree.Literal(1, self.span(node), False), self.span(node))

    def _ternary(self, node: Any) -> Expr:
        test, then, otherwise = (
            self.expression(node.child_by_field_name(n)) for n in ("condition", "consequence", "alternative")
        )
        return tree.Choice(test, then, otherwise, self.span(node))

    def _assignment(self, node: Any) -> Expr:
        operator = node.child_by_field_name("operator")
        return tree.Assignment(
            self.pattern(node.child_by_field_name("left")),
            operator.type if operator is not None else "=",
            self.expression(node.child_by_field_name("right")),
            self.span(node),
        )

    def _sequence(self, node: Any) -> Expr:
        parts = tuple(self.expression(c) for c in node.named_children if c.type != "comment")
        return tree.Hole(self.span(node), parts)


def _unescaped(match: re.Match[str]) -> str:
    word = match[1]
    if word[0] in "ux" and len(word) > 1:
        code = int(word[1:].strip("{}"), 16)
        return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
    if word in ("\n", "\r\n"):
        return ""
    return _ESCAPES.get(word, word)


_EXPRESSIONS: dict[str, Callable[[ExpressionReader, Any], Expr]] = {
    "string": ExpressionReader._string_literal,
    "template_string": ExpressionReader._template,
    "number": ExpressionReader._number,
    "true": ExpressionReader._constant,
    "false": ExpressionReader._constant,
    "null": ExpressionReader._constant,
    "undefined": ExpressionReader._constant,
    "identifier": ExpressionReader._name,
    "this": ExpressionReader._name,
    "super": ExpressionReader._name,
    "import": ExpressionReader._name,
    "member_expression": ExpressionReader._member,
    "subscript_expression": ExpressionReader._subscript,
    "call_expression": ExpressionReader._call,
    "new_expression": ExpressionReader._call,
    "object": ExpressionReader._object,
    "array": ExpressionReader._array,
    "spread_element": ExpressionReader._spread,
    "arrow_function": ExpressionReader.function,
    "function_expression": ExpressionReader.function,
    "function": ExpressionReader.function,
    "generator_function": ExpressionReader.function,
    "class": ExpressionReader.class_of,
    "binary_expression": ExpressionReader._binary,
    "unary_expression": ExpressionReader._unary,
    "update_expression": ExpressionReader._update,
    "ternary_expression": ExpressionReader._ternary,
    "assignment_expression": ExpressionReader._assignment,
    "augmented_assignment_expression": ExpressionReader._assignment,
    "sequence_expression": ExpressionReader._sequence,
}
