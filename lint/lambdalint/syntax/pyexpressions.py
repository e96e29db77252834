"""Expressions, patterns and functions of Python as plain trees. Types are dropped."""

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
ITERATED = "<iterated>"
"""The function that every loop applies to what it runs over: keys for a dictionary."""

_MADE = "<made>"
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "\n": ""}
_ESCAPE = pattern(r"\\(U[0-9a-fA-F]{8}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[0-7]{1,3}|N\{[^}]*\}|\r\n|.)", re.DOTALL)
_SIGNS = {"is": "==", "is not": "!=", "<>": "!="}


class ExpressionReader(ABC):
    """Reads what has a value. Statements are up to its heir."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        self.depth = 0
        self.own: list[dict[str, str]] = [{}]
        """What the first parameter of the methods around here stands for: `this`, or the name of a class."""

    # -- places and text ---------------------------------------------------------------------------------------------

    def span(self, node: Any) -> Span:
        return Span(self.path, node.start_byte, node.end_byte)

    def text(self, node: Any) -> str:
        return self.data[node.start_byte : node.end_byte].decode("utf-8", "replace")

    @abstractmethod
    def statements(self, node: Any) -> tuple[Statement, ...]:
        """The statements of a block."""

    def name(self, node: Any) -> tree.Name:
        """A name; `self` is `this` whatever it is called."""
        text = self.text(node)
        if text in ("this", "super"):
            text += "_"
        return tree.Name(self.own[-1].get(text, text), self.span(node))

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
        if kind == "identifier":
            return self.name(node)
        if kind in ("pattern_list", "tuple_pattern", "list_pattern", "tuple", "list", "expression_list"):
            return tree.ArrayPattern(tuple(self.pattern(c) for c in meant(node)))
        if kind in ("list_splat_pattern", "list_splat"):
            return tree.Rest(self.pattern(node.named_children[0]))
        if kind in ("attribute", "subscript"):
            found = self.expression(node)
            if isinstance(found, tree.Member | tree.Index):
                return found
        if kind in ("parenthesized_expression", "as_pattern_target") and node.named_children:
            return self.pattern(node.named_children[0])
        return tree.Hole(self.span(node))

    def parameters(self, node: Any) -> list[Pattern]:
        """What a function takes. `**rest` is an object pattern of a rest."""
        found: list[Pattern] = []
        for child in meant(node) if node is not None else ():
            kind = child.type
            if kind == "typed_parameter":
                child = child.named_children[0]
                kind = child.type
            if kind in ("default_parameter", "typed_default_parameter"):
                inner = self.pattern(child.child_by_field_name("name"))
                found.append(tree.Default(inner, self.expression(child.child_by_field_name("value"))))
            elif kind == "dictionary_splat_pattern":
                found.append(tree.ObjectPattern((tree.Rest(self.pattern(child.named_children[0])),)))
            elif kind not in ("keyword_separator", "positional_separator"):
                found.append(self.pattern(child))
        return found

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
            parts = tuple(self.expression(c) for c in meant(node) if c.type in _EXPRESSIONS)
            return self._hole(node, parts)
        finally:
            self.depth -= 1

    def _hole(self, node: Any, parts: tuple[Expr, ...]) -> Expr:
        """Something that isn't understood, made of things that may be."""
        return tree.Hole(self.span(node), (*parts, tree.Hole(self.span(node))) if parts else ())

    def _inner(self, node: Any) -> Expr:
        inner = meant(node)
        return self.expression(inner[0]) if inner else tree.Hole(self.span(node))

    def _string(self, node: Any) -> Expr:
        parts = self._pieces(node)
        if all(isinstance(part, tree.Literal) for part in parts):
            text = "".join(str(p.value) for p in parts if isinstance(p, tree.Literal))
            return tree.Literal(text, self.span(node), "b" not in self._prefix(node))
        return tree.Template(tuple(parts), self.span(node))

    def _prefix(self, node: Any) -> str:
        return self.text(node.children[0]).rstrip("\"'").lower()

    def _pieces(self, node: Any) -> list[Expr]:
        """The texts and expressions of one string."""
        prefix = self._prefix(node)
        parts: list[Expr] = []
        for child in node.named_children:
            if child.type in ("interpolation", "string_end"):  # there is text around what is put in, if an empty one
                parts.append(tree.Literal("", Span(self.path, child.start_byte, child.start_byte), False))
            if child.type == "string_content":
                text = self.text(child).replace("\r\n", "\n")
                text = text if "r" in prefix else _ESCAPE.sub(_unescaped, text)
                text = text.replace("{{", "{").replace("}}", "}") if "f" in prefix else text
                parts.append(tree.Literal(text, self.span(child), False))
            elif child.type == "interpolation":
                formed = any(c.type == "format_specifier" for c in child.named_children)
                value = self.expression(child.child_by_field_name("expression"))
                parts.append(self._hole(child, (value,)) if formed else value)
        return parts

    def _strings(self, node: Any) -> Expr:
        parts = [p for c in meant(node) for p in (self._pieces(c) if c.type == "string" else [self.expression(c)])]
        return tree.Template(tuple(parts), self.span(node))

    def _number(self, node: Any) -> Expr:
        text = self.text(node).replace("_", "").lower()
        try:
            value: int | float = float(text) if node.type == "float" else int(text, 0)
        except ValueError:
            return tree.Hole(self.span(node))
        return tree.Literal(value, self.span(node))

    def _constant(self, node: Any) -> Expr:
        value = {"true": True, "false": False}.get(node.type)
        return tree.Literal(value, self.span(node), value is not None)

    def _attribute(self, node: Any) -> Expr:
        name = node.child_by_field_name("attribute")
        target = node.child_by_field_name("object")
        inner: Expr = tree.Name("super", self.span(target)) if self._is_super(target) else self.expression(target)
        return tree.Member(inner, self.text(name), self.span(name), self.span(node), False)

    def _is_super(self, node: Any) -> bool:
        callee = node.child_by_field_name("function") if node.type == "call" else None
        return callee is not None and self.text(callee) == "super"

    def _subscript(self, node: Any) -> Expr:
        keys = node.children_by_field_name("subscript")
        key = self.expression(keys[0]) if len(keys) == 1 else tree.Hole(self.span(node))
        return tree.Index(self.expression(node.child_by_field_name("value")), key, self.span(node), False)

    def _call(self, node: Any) -> Expr:
        target = self.expression(node.child_by_field_name("function"))
        if isinstance(target, tree.Member) and target.name == "__init__":
            own = isinstance(target.target, tree.Name) and target.target.name == "super"
            target = target.target if own else target
        arguments = node.child_by_field_name("arguments")
        span = self.span(node)
        if arguments.type != "argument_list":
            return tree.Call(target, (self.expression(arguments),), None, span, False, False)
        items = [c for c in meant(arguments) if c.type not in ("keyword_argument", "dictionary_splat")]
        named = [c for c in meant(arguments) if c.type in ("keyword_argument", "dictionary_splat")]
        entries = tuple(self._argument(c) for c in named)
        given = tree.Object(entries, self.span(arguments))
        return tree.Call(target, tuple(self.expression(c) for c in items), given, span, False, False)

    def _argument(self, node: Any) -> tree.Entry | tree.Spread:
        if node.type == "dictionary_splat":
            return self._spread(node)
        name = node.child_by_field_name("name")
        key = tree.Literal(self.text(name), self.span(name), False)
        return tree.Entry(key, self.expression(node.child_by_field_name("value")), self.span(node), True, True)

    def _dictionary(self, node: Any) -> Expr:
        entries: list[tree.Entry | tree.Spread] = []
        for child in meant(node):
            if child.type == "dictionary_splat":
                entries.append(self._spread(child))
            elif child.type == "pair":
                key = self.expression(child.child_by_field_name("key"))
                value = self.expression(child.child_by_field_name("value"))
                literal = isinstance(key, tree.Literal) and key.exact
                entries.append(tree.Entry(key, value, self.span(child), literal, False))
        return tree.Object(tuple(entries), self.span(node))

    def _spread(self, node: Any) -> tree.Spread:
        return tree.Spread(self._inner(node), self.span(node))

    def _list(self, node: Any) -> Expr:
        return tree.Array(tuple(self.expression(c) for c in meant(node)), self.span(node))

    def _comprehension(self, node: Any) -> Expr:
        """A loop that fills a list or a dictionary, in a function of its own."""
        span = self.span(node)
        body = node.child_by_field_name("body")
        made = tree.Name(_MADE, span)
        filled: Statement
        if body.type == "pair":
            key, value = (self.expression(body.child_by_field_name(n)) for n in ("key", "value"))
            filled = tree.Evaluate(tree.Assignment(tree.Index(made, key, span, False), "=", value, span))
        else:
            adding = tree.Member(made, "append", span, span, False)
            filled = tree.Evaluate(tree.Call(adding, (self.expression(body),), None, span, False, False))
        for child in reversed(meant(node)):
            if child.type == "if_clause":
                filled = tree.If(self._inner(child), filled, None)
            elif child.type == "for_in_clause":
                filled = self.loop(child, filled)
        empty: Expr = tree.Object((), span) if body.type == "pair" else tree.Array((), span)
        block = tree.Block((tree.Declare(made, empty), filled, tree.Return(made)))
        return tree.Call(tree.Function("", (), block, span, True), (), None, span, False, False)

    def loop(self, node: Any, body: Statement) -> Statement:
        """`for left in right`."""
        right = node.child_by_field_name("right")
        span = self.span(right)
        rounds = tree.Call(tree.Name(ITERATED, span), (self.expression(right),), None, span, False, False)
        return tree.Each(self.pattern(node.child_by_field_name("left")), rounds, body, False)

    def _lambda(self, node: Any) -> Expr:
        taken = tuple(self.parameters(node.child_by_field_name("parameters")))
        return tree.Function("", taken, self.expression(node.child_by_field_name("body")), self.span(node), True)

    def _choice(self, node: Any) -> Expr:
        parts = [self.expression(c) for c in meant(node)]
        if len(parts) != 3:
            return tree.Hole(self.span(node), tuple(parts))
        then, test, otherwise = parts
        return tree.Choice(test, then, otherwise, self.span(node))

    def _boolean(self, node: Any) -> Expr:
        sign = {"and": "&&", "or": "||"}[node.child_by_field_name("operator").type]
        left, right = (self.expression(node.child_by_field_name(n)) for n in ("left", "right"))
        return tree.Binary(sign, left, right, self.span(node))

    def _binary(self, node: Any) -> Expr:
        left, right = (self.expression(node.child_by_field_name(n)) for n in ("left", "right"))
        return tree.Binary(node.child_by_field_name("operator").type, left, right, self.span(node))

    def _comparison(self, node: Any) -> Expr:
        parts = [self.expression(c) for c in meant(node)]
        signs = [c.type for c in node.children if not c.is_named]
        if len(parts) != 2 or len(signs) != 1:
            return self._hole(node, tuple(parts))
        return tree.Binary(_SIGNS.get(signs[0], signs[0]), parts[0], parts[1], self.span(node))

    def _unary(self, node: Any) -> Expr:
        sign = node.children[0].type
        return tree.Unary(sign, self.expression(node.child_by_field_name("argument")), self.span(node))

    def assignment(self, node: Any) -> Expr:
        """`left = right`, `left += right`, `(left := right)`."""
        left = node.child_by_field_name("left" if node.type != "named_expression" else "name")
        right = node.child_by_field_name("right" if node.type != "named_expression" else "value")
        operator = node.child_by_field_name("operator")
        sign = operator.type if operator is not None else "="
        return tree.Assignment(self.pattern(left), sign, self.expression(right), self.span(node))


def meant(node: Any) -> list[Any]:
    """The parts of a node that aren't comments."""
    return [c for c in node.named_children if c.type not in ("comment", "line_continuation")]


def _unescaped(match: re.Match[str]) -> str:
    word = match[1]
    if word[0] in "Uux" and len(word) > 1:
        code = int(word[1:], 16)
        return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
    if word[0] in "01234567":
        return chr(int(word, 8))
    if word in ("\\", "'", '"'):
        return word
    return _ESCAPES.get(word, "\\" + word)


_EXPRESSIONS: dict[str, Callable[[ExpressionReader, Any], Expr]] = {
    "string": ExpressionReader._string,
    "concatenated_string": ExpressionReader._strings,
    "integer": ExpressionReader._number,
    "float": ExpressionReader._number,
    "true": ExpressionReader._constant,
    "false": ExpressionReader._constant,
    "none": ExpressionReader._constant,
    "identifier": ExpressionReader.name,
    "attribute": ExpressionReader._attribute,
    "subscript": ExpressionReader._subscript,
    "call": ExpressionReader._call,
    "dictionary": ExpressionReader._dictionary,
    "list": ExpressionReader._list,
    "tuple": ExpressionReader._list,
    "set": ExpressionReader._list,
    "expression_list": ExpressionReader._list,
    "list_splat": ExpressionReader._spread,
    "list_comprehension": ExpressionReader._comprehension,
    "set_comprehension": ExpressionReader._comprehension,
    "generator_expression": ExpressionReader._comprehension,
    "dictionary_comprehension": ExpressionReader._comprehension,
    "lambda": ExpressionReader._lambda,
    "conditional_expression": ExpressionReader._choice,
    "boolean_operator": ExpressionReader._boolean,
    "binary_operator": ExpressionReader._binary,
    "comparison_operator": ExpressionReader._comparison,
    "not_operator": ExpressionReader._unary,
    "unary_operator": ExpressionReader._unary,
    "parenthesized_expression": ExpressionReader._inner,
    "await": ExpressionReader._inner,
    "assignment": ExpressionReader.assignment,
    "augmented_assignment": ExpressionReader.assignment,
    "named_expression": ExpressionReader.assignment,
}
