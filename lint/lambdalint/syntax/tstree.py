"""TypeScript and JavaScript files as plain trees. Types are dropped."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.syntax.languages import parser
from lambdalint.syntax.scripttree import Expr, Pattern, Script, Statement

_DEEPEST = 110
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|.)", re.DOTALL)
_TRANSPARENT = frozenset(
    {"parenthesized_expression", "await_expression", "as_expression", "satisfies_expression", "non_null_expression",
     "type_assertion", "instantiation_expression"}
)  # fmt: skip
_IGNORED = frozenset(
    {"comment", "type_alias_declaration", "interface_declaration", "ambient_declaration", "empty_statement",
     "debugger_statement", "hash_bang_line", "type_arguments", "function_signature", "ERROR"}
)  # fmt: skip


def parse(path: str, data: bytes) -> Script:
    """A file as a tree; `path` decides by its ending which language it is in."""
    kind = "tsx" if path.endswith((".tsx", ".jsx")) else "typescript"
    if path.endswith((".js", ".mjs", ".cjs")):
        kind = "javascript"
    root = parser(kind).parse(data).root_node
    reader = _Reader(path, data)
    body = reader.statements(root)
    return Script(path, body, tuple(reader.faults(root)))


class _Reader:
    def __init__(self, path: str, data: bytes) -> None:
        self._path = path
        self._data = data
        self._depth = 0

    # -- places and text ---------------------------------------------------------------------------------------------

    def span(self, node: Any) -> Span:
        return Span(self._path, node.start_byte, node.end_byte)

    def text(self, node: Any) -> str:
        return self._data[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def faults(self, root: Any) -> list[Span]:
        found: list[Span] = []
        waiting = [root] if root.has_error else []
        while waiting and len(found) < 20:
            node = waiting.pop()
            if node.is_error or node.is_missing:
                found.append(self.span(node))
            else:
                waiting += [c for c in reversed(node.children) if c.has_error or c.is_missing]
        return found

    # -- statements --------------------------------------------------------------------------------------------------

    def statements(self, node: Any) -> tuple[Statement, ...]:
        found: list[Statement] = []
        for child in node.named_children:
            found += self.statement(child)
        return tuple(found)

    def statement(self, node: Any) -> list[Statement]:
        if node is None or node.type in _IGNORED or self._depth > _DEEPEST:
            return []
        self._depth += 1
        try:
            read = _STATEMENTS.get(node.type)
            return read(self, node) if read is not None else [tree.Evaluate(self.expression(node))]
        finally:
            self._depth -= 1

    def one(self, node: Any) -> Statement:
        if node is not None and node.type in ("statement_block", "else_clause"):
            return tree.Block(self.statements(node))
        found = self.statement(node)
        return found[0] if len(found) == 1 else tree.Block(tuple(found))

    def _block(self, node: Any) -> list[Statement]:
        return [tree.Block(self.statements(node))]

    def _expression_statement(self, node: Any) -> list[Statement]:
        return [tree.Evaluate(self.expression(c)) for c in node.named_children if c.type != "comment"]

    def _declaration(self, node: Any) -> list[Statement]:
        found: list[Statement] = []
        for child in node.named_children:
            if child.type == "variable_declarator":
                value = child.child_by_field_name("value")
                pattern = self.pattern(child.child_by_field_name("name"))
                found.append(tree.Declare(pattern, self.expression(value) if value is not None else None))
        return found

    def _function_declaration(self, node: Any) -> list[Statement]:
        function = self._function(node)
        return [tree.Define(function.name, function)]

    def _class_declaration(self, node: Any) -> list[Statement]:
        made = self._class(node)
        return [tree.Define(made.name, made)]

    def _return(self, node: Any) -> list[Statement]:
        values = [c for c in node.named_children if c.type != "comment"]
        return [tree.Return(self.expression(values[0]) if values else None)]

    def _leave(self, node: Any) -> list[Statement]:
        return [tree.Leave(node.type.removesuffix("_statement"))]

    def _if(self, node: Any) -> list[Statement]:
        otherwise = node.child_by_field_name("alternative")
        return [
            tree.If(
                self.expression(node.child_by_field_name("condition")),
                self.one(node.child_by_field_name("consequence")),
                self.one(otherwise) if otherwise is not None else None,
            )
        ]

    def _for_in(self, node: Any) -> list[Statement]:
        operator = node.child_by_field_name("operator")
        return [
            tree.Each(
                self.pattern(node.child_by_field_name("left")),
                self.expression(node.child_by_field_name("right")),
                self.one(node.child_by_field_name("body")),
                operator is not None and operator.type == "in",
            )
        ]

    def _for(self, node: Any) -> list[Statement]:
        before = node.child_by_field_name("initializer")
        test = node.child_by_field_name("condition")
        step = node.child_by_field_name("increment")
        if test is not None and test.type == "expression_statement":
            test = test.named_children[0] if test.named_children else None
        known = test is not None and test.type != "empty_statement"
        return [
            tree.Loop(
                self.one(before) if before is not None else None,
                self.expression(test) if known else None,
                self.expression(step) if step is not None else None,
                self.one(node.child_by_field_name("body")),
            )
        ]

    def _while(self, node: Any) -> list[Statement]:
        return [tree.Loop(None, None, None, self.one(node.child_by_field_name("body")))]

    def _switch(self, node: Any) -> list[Statement]:
        cases: list[tuple[Expr | None, tuple[Statement, ...]]] = []
        for child in node.child_by_field_name("body").named_children:
            value = child.child_by_field_name("value")
            body: list[Statement] = []
            for inner in child.children_by_field_name("body"):
                body += self.statement(inner)
            if child.type in ("switch_case", "switch_default"):
                cases.append((self.expression(value) if value is not None else None, tuple(body)))
        return [tree.Switch(self.expression(node.child_by_field_name("value")), tuple(cases))]

    def _try(self, node: Any) -> list[Statement]:
        handler = node.child_by_field_name("handler")
        final = node.child_by_field_name("finalizer")
        return [
            tree.Try(
                self.one(node.child_by_field_name("body")),
                self.one(handler.child_by_field_name("body")) if handler is not None else None,
                self.one(final.child_by_field_name("body")) if final is not None else None,
            )
        ]

    def _import(self, node: Any) -> list[Statement]:
        source = node.child_by_field_name("source")
        clause = next((c for c in node.named_children if c.type == "import_clause"), None)
        required = next((c for c in node.named_children if c.type == "import_require_clause"), None)
        if required is not None:
            source = required.child_by_field_name("source")
            name = next((c for c in required.named_children if c.type == "identifier"), None)
            names = [("*", self.text(name))] if name is not None else []
        else:
            names = self._import_names(clause) if clause is not None else []
        if source is None:
            return []
        return [tree.Import(self._string(source), tuple(names), self.span(node))]

    def _import_names(self, clause: Any) -> list[tuple[str, str]]:
        names: list[tuple[str, str]] = []
        for child in clause.named_children:
            if child.type == "identifier":
                names.append(("default", self.text(child)))
            elif child.type == "namespace_import":
                names += [("*", self.text(c)) for c in child.named_children if c.type == "identifier"]
            elif child.type == "named_imports":
                names += self._pairs(child, "import_specifier")
        return names

    def _pairs(self, node: Any, kind: str) -> list[tuple[str, str]]:
        pairs = []
        for child in node.named_children:
            if child.type == kind:
                name = child.child_by_field_name("name")
                alias = child.child_by_field_name("alias")
                pairs.append((self._string(name), self._string(alias if alias is not None else name)))
        return pairs

    def _export(self, node: Any) -> list[Statement]:
        source = node.child_by_field_name("source")
        module = self._string(source) if source is not None else None
        declared = node.child_by_field_name("declaration")
        default = any(c.type == "default" for c in node.children)
        clause = next((c for c in node.named_children if c.type == "export_clause"), None)
        if clause is not None:
            return [tree.Export(module, tuple(self._pairs(clause, "export_specifier")))]
        if declared is not None:
            found = self.statement(declared)
            names = [n for s in found for n in _declared(s)]
            shown = tuple((name, "default" if default else name) for name in names)
            return [*found, tree.Export(None, shown)]
        value = node.child_by_field_name("value")
        if value is not None:
            place = tree.Name("default", self.span(value))
            return [tree.Declare(place, self.expression(value)), tree.Export(None, (("default", "default"),))]
        if module is not None:
            space = next((c for c in node.named_children if c.type == "namespace_export"), None)
            names = [self.text(c) for c in space.named_children] if space is not None else []
            return [tree.Export(module, (("*", names[0] if names else "*"),))]
        return self._assigned_export(node)

    def _assigned_export(self, node: Any) -> list[Statement]:
        """`export = value`."""
        values = [c for c in node.named_children if c.type not in _IGNORED]
        if not values:
            return []
        place = tree.Name("default", self.span(values[0]))
        return [tree.Declare(place, self.expression(values[0])), tree.Export(None, (("default", "default"),))]

    # -- patterns ----------------------------------------------------------------------------------------------------

    def pattern(self, node: Any) -> Pattern:
        if node is None or self._depth > _DEEPEST:
            return tree.Hole(Span(self._path, 0, 0))
        self._depth += 1
        try:
            return self._pattern(node)
        finally:
            self._depth -= 1

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
            return self._string(key), self.pattern(node.child_by_field_name("value"))
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
            return tree.Hole(Span(self._path, 0, 0))
        if self._depth > _DEEPEST:
            return tree.Hole(self.span(node))
        self._depth += 1
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
            self._depth -= 1

    def _string(self, node: Any) -> str:
        """The text of a string literal or name."""
        if node is None:
            return ""
        text = self.text(node)
        if node.type == "string" and len(text) >= 2:
            return _ESCAPE.sub(_unescaped, text[1:-1])
        return text

    def _string_literal(self, node: Any) -> Expr:
        return tree.Literal(self._string(node), self.span(node))

    def _template(self, node: Any) -> Expr:
        parts: list[Expr] = []
        at = node.start_byte + 1
        for child in node.named_children:
            if child.type != "template_substitution":
                continue
            if child.start_byte > at:
                parts.append(self._raw(at, child.start_byte))
            inner = [c for c in child.named_children if c.type != "comment"]
            parts.append(self.expression(inner[0]) if inner else tree.Hole(self.span(child)))
            at = child.end_byte
        if node.end_byte - 1 > at:
            parts.append(self._raw(at, node.end_byte - 1))
        if all(isinstance(p, tree.Literal) for p in parts):
            text = "".join(str(p.value) for p in parts if isinstance(p, tree.Literal))
            return tree.Literal(text, self.span(node))
        return tree.Template(tuple(parts), self.span(node))

    def _raw(self, start: int, end: int) -> tree.Literal:
        text = self._data[start:end].decode("utf-8", "replace").replace("\r\n", "\n")
        return tree.Literal(_ESCAPE.sub(_unescaped, text), Span(self._path, start, end), False)

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
        if arguments is not None and arguments.type != "arguments":
            return tree.Hole(self.span(node), (target,))  # a tagged template
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
            function = self._function(node)
            return tree.Entry(tree.Literal(function.name, span, False), function, span, False, False)
        if node.type != "pair":
            return None
        key = node.child_by_field_name("key")
        value = self.expression(node.child_by_field_name("value"))
        if key.type == "computed_property_name":
            inner = [c for c in key.named_children if c.type != "comment"]
            return tree.Entry(self.expression(inner[0] if inner else None), value, span, False, False)
        return tree.Entry(tree.Literal(self._string(key), self.span(key)), value, span, True, False)

    def _spread(self, node: Any) -> tree.Spread:
        inner = [c for c in node.named_children if c.type != "comment"]
        return tree.Spread(self.expression(inner[0] if inner else None), self.span(node))

    def _array(self, node: Any) -> Expr:
        return tree.Array(
            tuple(self.expression(c) for c in node.named_children if c.type != "comment"), self.span(node)
        )

    def _function(self, node: Any) -> tree.Function:
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
        return tree.Function(self._string(name).lstrip("#"), tuple(own), inner, self.span(node), bound)

    def _class(self, node: Any) -> tree.Class:
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
        return tree.Class(self._string(name), base, tuple(members), tuple(properties), self.span(node))

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
            function = self._function(node)
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
            return tree.ClassMember(self._string(name).lstrip("#"), "field", static, known)
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


def _declared(statement: Statement) -> list[str]:
    if isinstance(statement, tree.Define):
        return [statement.name]
    if isinstance(statement, tree.Declare):
        return _names(statement.pattern)
    return []


def _names(pattern: Pattern | None) -> list[str]:
    match pattern:
        case tree.Name(name, _):
            return [name]
        case tree.Default(inner, _) | tree.Rest(inner):
            return _names(inner)
        case tree.ObjectPattern(entries):
            return [n for e in entries for n in _names(e if isinstance(e, tree.Rest) else e[1])]
        case tree.ArrayPattern(items):
            return [n for item in items for n in _names(item)]
    return []


def _unescaped(match: re.Match[str]) -> str:
    word = match[1]
    if word[0] in "ux" and len(word) > 1:
        code = int(word[1:].strip("{}"), 16)
        return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
    if word in ("\n", "\r\n"):
        return ""
    return _ESCAPES.get(word, word)


_STATEMENTS: dict[str, Callable[[_Reader, Any], list[Statement]]] = {
    "statement_block": _Reader._block,
    "expression_statement": _Reader._expression_statement,
    "lexical_declaration": _Reader._declaration,
    "variable_declaration": _Reader._declaration,
    "function_declaration": _Reader._function_declaration,
    "generator_function_declaration": _Reader._function_declaration,
    "class_declaration": _Reader._class_declaration,
    "abstract_class_declaration": _Reader._class_declaration,
    "return_statement": _Reader._return,
    "break_statement": _Reader._leave,
    "continue_statement": _Reader._leave,
    "throw_statement": _Reader._leave,
    "if_statement": _Reader._if,
    "for_in_statement": _Reader._for_in,
    "for_statement": _Reader._for,
    "while_statement": _Reader._while,
    "do_statement": _Reader._while,
    "switch_statement": _Reader._switch,
    "try_statement": _Reader._try,
    "import_statement": _Reader._import,
    "export_statement": _Reader._export,
}

_EXPRESSIONS: dict[str, Callable[[_Reader, Any], Expr]] = {
    "string": _Reader._string_literal,
    "template_string": _Reader._template,
    "number": _Reader._number,
    "true": _Reader._constant,
    "false": _Reader._constant,
    "null": _Reader._constant,
    "undefined": _Reader._constant,
    "identifier": _Reader._name,
    "this": _Reader._name,
    "super": _Reader._name,
    "member_expression": _Reader._member,
    "subscript_expression": _Reader._subscript,
    "call_expression": _Reader._call,
    "new_expression": _Reader._call,
    "object": _Reader._object,
    "array": _Reader._array,
    "spread_element": _Reader._spread,
    "arrow_function": _Reader._function,
    "function_expression": _Reader._function,
    "function": _Reader._function,
    "generator_function": _Reader._function,
    "class": _Reader._class,
    "binary_expression": _Reader._binary,
    "unary_expression": _Reader._unary,
    "update_expression": _Reader._update,
    "ternary_expression": _Reader._ternary,
    "assignment_expression": _Reader._assignment,
    "augmented_assignment_expression": _Reader._assignment,
    "sequence_expression": _Reader._sequence,
}
