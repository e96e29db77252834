"""HCL text → blocks and expressions. Never fails: what can't be understood is `Opaque`."""

from __future__ import annotations

import re
from typing import Any

from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax.hcltree import (
    Attribute,
    Block,
    Body,
    Call,
    Conditional,
    Expression,
    For,
    Get,
    Index,
    Item,
    Literal,
    Name,
    Object,
    Opaque,
    Operation,
    Pair,
    Sequence,
    Splat,
    Template,
)
from lambdalint.syntax.languages import parser

_DEPTH = 48  # nesting of one expression; deeper ones are generated or hostile
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_ESCAPE = pattern(r'\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[nrt"\\])|\$\$\{|%%\{')
_SKIPPED = frozenset({"comment", "ERROR"})
_POSTFIX = frozenset({"get_attr", "index", "splat"})
_BOM = b"\xef\xbb\xbf"


class Parsed(NamedTuple):
    """A file's top level. `broken_at` is the byte where its first syntax error starts, None when there is none."""

    body: Body
    broken_at: int | None


def parse(path: str, data: bytes) -> Parsed:
    """Parse one file. A byte order mark counts as white space."""
    if data.startswith(_BOM):
        data = b"   " + data[3:]
    root: Any = parser("hcl").parse(data).root_node
    reader = _Reader(path, data)
    body = next((c for c in root.children if c.type == "body"), None)
    broken_at = _first_error(root) if root.has_error else None
    return Parsed(reader.body(body, root.has_error), broken_at)


def _first_error(node: Any) -> int:
    while True:
        for child in node.children:
            if child.is_error or child.is_missing:
                return int(child.start_byte)
            if child.has_error:
                node = child
                break
        else:
            return int(node.start_byte)


def unescape(text: str, heredoc: bool = False) -> str:
    """The value of a string literal's text."""
    if heredoc:
        return text.replace("$${", "${").replace("%%{", "%{")
    if "\\" not in text and "$${" not in text and "%%{" not in text:
        return text
    return _ESCAPE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = match[1]
    if code is None:
        return match[0][1:]
    if code[0] in "uU" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number <= 0x10FFFF and not 0xD800 <= number < 0xE000 else "\ufffd"
    return _ESCAPES[code]


class _Reader:
    """Converts nodes of one file."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data

    def span(self, node: Any) -> Span:
        return Span(self.path, node.start_byte, node.end_byte)

    def text(self, start: int, end: int) -> str:
        return self.data[start:end].decode("utf-8", "replace")

    def words(self, node: Any) -> str:
        return self.text(node.start_byte, node.end_byte)

    # -- bodies ------------------------------------------------------------------------------------------------------

    def body(self, node: Any, broken: bool) -> Body:
        attributes: dict[str, Attribute] = {}
        blocks: list[Block] = []
        for child in node.children if node is not None else ():
            if child.type == "attribute":
                attribute = self.attribute(child)
                if attribute is not None:
                    attributes.setdefault(attribute.name, attribute)
            elif child.type == "block":
                blocks.append(self.block(child))
            if child.has_error:
                broken = True
        return Body(attributes, tuple(blocks), broken)

    def attribute(self, node: Any) -> Attribute | None:
        name = node.children[0]
        value = node.children[-1]
        if name.type != "identifier":
            return None
        if node.has_error or value.type != "expression":
            broken = Opaque(self.span(node), "this does not parse")
            return Attribute(self.words(name), self.span(name), self.span(node), lambda: broken)
        return Attribute(self.words(name), self.span(name), self.span(node), lambda: self.expression(value, 0))

    def block(self, node: Any) -> Block:
        labels: list[str] = []
        body = None
        kind = node.children[0]
        header_end = kind.end_byte
        start = end = None
        for child in node.children[1:]:
            if child.type in ("string_lit", "identifier"):
                labels.append(self.words(child).strip('"'))
                header_end = child.end_byte
            elif child.type == "block_start":
                start = child.end_byte
            elif child.type == "body":
                body = child
            elif child.type == "block_end" and child.end_byte > child.start_byte:
                end = child.start_byte
        inner = Span(self.path, start, end) if start is not None and end is not None else None
        return Block(
            self.words(kind),
            tuple(labels),
            self.span(kind),
            Span(self.path, node.start_byte, header_end),
            self.span(node),
            inner,
            inner is not None and b"\n" not in self.data[inner.start : inner.end],
            lambda: self.body(body, node.has_error),
        )

    # -- expressions -------------------------------------------------------------------------------------------------

    def expression(self, node: Any, depth: int) -> Expression:
        return self.chain([c for c in node.children if c.type not in _SKIPPED], self.span(node), depth + 1)

    def chain(self, nodes: list[Any], span: Span, depth: int) -> Expression:
        """A primary expression and what follows it: `.name`, `[key]`, `[*]`."""
        if not nodes:
            return Opaque(span, "this is empty")
        if depth > _DEPTH or len(nodes) > _DEPTH:
            return Opaque(span, "this is nested too deeply")
        head = nodes[0]
        at = 1
        value: Expression
        if head.type == "(":
            value = self.expression(nodes[1], depth) if len(nodes) > 1 else Opaque(span, "this is empty")
            at = 3
        elif head.type == "expression":
            value = self.expression(head, depth)
        else:
            value = self.primary(head, depth)
        return self.postfix(value, nodes[at:], depth)

    def postfix(self, value: Expression, nodes: list[Any], depth: int) -> Expression:
        start = value.span.start
        for node in nodes:
            span = Span(self.path, start, node.end_byte)
            if node.type == "get_attr":
                value = Get(span, value, self.words(node.children[-1]))
            elif node.type == "index":
                value = self.index(value, node.children[0], span, depth)
            elif node.type == "splat":
                rest = [c for c in node.children[0].children if c.type in _POSTFIX]
                value = Splat(span, value, self.postfix(Item(self.span(node)), rest, depth))
        return value

    def index(self, value: Expression, node: Any, span: Span, depth: int) -> Expression:
        if node.type == "legacy_index":
            digits = self.words(node)[1:]
            key: Expression = Literal(self.span(node), int(digits) if digits.isdigit() else digits)
        else:
            inner = next((c for c in node.children if c.type == "expression"), None)
            key = self.expression(inner, depth) if inner is not None else Opaque(span, "this is empty")
        return Index(span, value, key)

    def primary(self, node: Any, depth: int) -> Expression:
        kind = node.type
        if kind == "variable_expr":
            return Name(self.span(node), self.words(node))
        if kind == "literal_value":
            return self.literal(node.children[0])
        if kind == "template_expr":
            return self.template(node.children[0], depth)
        if kind == "collection_value":
            return self.collection(node.children[0], depth)
        if kind == "function_call":
            return self.call(node, depth)
        if kind == "conditional":
            parts = [self.expression(c, depth) for c in node.children if c.type == "expression"]
            if len(parts) == 3:
                return Conditional(self.span(node), parts[0], parts[1], parts[2])
        if kind == "operation":
            return self.operation(node.children[0], depth)
        if kind == "for_expr":
            return self.comprehension(node.children[0], depth)
        return Opaque(self.span(node), "this is not understood")

    def literal(self, node: Any) -> Expression:
        span = self.span(node)
        text = self.words(node)
        if node.type == "string_lit":
            return Literal(span, unescape(text[1:-1]))
        if node.type == "bool_lit":
            return Literal(span, text == "true")
        if node.type == "null_lit":
            return Literal(span, None)
        try:
            number = float(text)
            return Literal(span, int(number) if number.is_integer() and abs(number) < 1e15 else number)
        except (ValueError, OverflowError):
            return Opaque(span, "this is not a number")

    def collection(self, node: Any, depth: int) -> Expression:
        if node.type == "tuple":
            return Sequence(
                self.span(node), tuple(self.expression(c, depth) for c in node.children if c.type == "expression")
            )
        pairs = []
        for child in node.children:
            if child.type != "object_elem":
                continue
            sides = [c for c in child.children if c.type == "expression"]
            if len(sides) == 2:
                key = self.expression(sides[0], depth)
                if isinstance(key, Name):
                    key = Literal(key.span, key.name)
                pairs.append(Pair(self.span(child), key, self.expression(sides[1], depth)))
        return Object(self.span(node), tuple(pairs))

    def call(self, node: Any, depth: int) -> Expression:
        arguments = next((c for c in node.children if c.type == "function_arguments"), None)
        children = arguments.children if arguments is not None else ()
        return Call(
            self.span(node),
            self.words(node.children[0]),
            tuple(self.expression(c, depth) for c in children if c.type == "expression"),
            any(c.type == "ellipsis" for c in children),
        )

    def operation(self, node: Any, depth: int) -> Expression:
        span = self.span(node)
        children = [c for c in node.children if c.type not in _SKIPPED]
        if node.type == "unary_operation":
            rest = self.chain(children[1:], span, depth + 1)
            return Operation(span, self.words(children[0]), (rest,))
        at = next((i for i, c in enumerate(children) if i and not c.is_named and c.type not in "()"), None)
        if at is None:
            return Opaque(span, "this is not understood")
        left = self.chain(children[:at], Span(self.path, span.start, children[at].start_byte), depth + 1)
        right = self.chain(children[at + 1 :], Span(self.path, children[at].end_byte, span.end), depth + 1)
        return Operation(span, self.words(children[at]), (left, right))

    def comprehension(self, node: Any, depth: int) -> Expression:
        intro = next((c for c in node.children if c.type == "for_intro"), None)
        if intro is None:
            return Opaque(self.span(node), "this is not understood")
        names = tuple(self.words(c) for c in intro.children if c.type == "identifier")
        collection = next((c for c in intro.children if c.type == "expression"), None)
        results = [self.expression(c, depth) for c in node.children if c.type == "expression"]
        test = next((c for c in node.children if c.type == "for_cond"), None)
        condition = next((c for c in test.children if c.type == "expression"), None) if test is not None else None
        keyed = node.type == "for_object_expr"
        if collection is None or len(results) != (2 if keyed else 1):
            return Opaque(self.span(node), "this is not understood")
        return For(
            self.span(node),
            names,
            self.expression(collection, depth),
            results[0] if keyed else None,
            results[-1],
            self.expression(condition, depth) if condition is not None else None,
            any(c.type == "ellipsis" for c in node.children),
        )

    # -- templates ---------------------------------------------------------------------------------------------------

    def template(self, node: Any, depth: int) -> Expression:
        span = self.span(node)
        heredoc = node.type == "heredoc_template"
        start, end = self.content(node, heredoc)
        holes = [c for c in node.children if c.type not in _SKIPPED and c.type.startswith("template_")]
        holes = [c for c in holes if c.type != "template_literal"]
        parts: list[str | Expression] = []
        at = start
        for hole in holes:
            inner = next((c for c in hole.children if c.type == "expression"), None)
            if hole.type != "template_interpolation" or inner is None or b"~" in self.data[hole.start_byte :][:3]:
                return Opaque(span, "this template is computed")
            parts += (self.text(at, hole.start_byte), self.expression(inner, depth))
            at = hole.end_byte
        parts.append(self.text(at, end))
        if heredoc and self.data[span.start : span.start + 3] == b"<<-":
            _dedent(parts)
        parts = [unescape(p, heredoc) if isinstance(p, str) else p for p in parts]
        body = (start, end) if heredoc else None
        if not holes:
            return Literal(span, str(parts[0]), body)
        kept = tuple(p for p in parts if p != "")
        return Template(span, kept, tuple((h.start_byte, h.end_byte) for h in holes), body)

    def content(self, node: Any, heredoc: bool) -> tuple[int, int]:
        if not heredoc:
            return node.start_byte + 1, node.end_byte - 1
        opened = self.data.find(b"\n", node.start_byte, node.end_byte) + 1 or node.end_byte
        last = node.children[-1]
        closed = self.data.rfind(b"\n", opened - 1, last.start_byte) + 1
        return opened, max(opened, closed)


def _dedent(parts: list[str | Expression]) -> None:
    """Remove the indentation that all lines of a `<<-` heredoc share."""
    starts = [p for i, p in enumerate(parts) if isinstance(p, str) and (i == 0 or "\n" in p)]
    lines = [line for i, p in enumerate(starts) for line in (p.split("\n") if i == 0 else p.split("\n")[1:])]
    last = parts[-1]
    if isinstance(last, str) and last.endswith("\n"):
        lines.pop()
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()] or [0]
    indent = min(indents)
    for i, part in enumerate(parts):
        if isinstance(part, str):
            cut = part.split("\n")
            parts[i] = "\n".join(line[indent:] if j or i == 0 else line for j, line in enumerate(cut))
