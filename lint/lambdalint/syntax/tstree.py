"""TypeScript and JavaScript files as plain trees: their statements, imports and exports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.syntax.languages import parser
from lambdalint.syntax.scripttree import Expr, Pattern, Script, Statement
from lambdalint.syntax.tsexpressions import DEEPEST, ExpressionReader

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


class _Reader(ExpressionReader):
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
        if node is None or node.type in _IGNORED or self.depth > DEEPEST:
            return []
        self.depth += 1
        try:
            read = _STATEMENTS.get(node.type)
            return read(self, node) if read is not None else [tree.Evaluate(self.expression(node))]
        finally:
            self.depth -= 1

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
        function = self.function(node)
        return [tree.Define(function.name, function)]

    def _class_declaration(self, node: Any) -> list[Statement]:
        made = self.class_of(node)
        return [tree.Define(made.name, made)]

    def _enum(self, node: Any) -> list[Statement]:
        """An enumeration: an object whose members count up from the last number where no value is written."""
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        entries: list[tree.Entry | tree.Spread] = []
        after: int | None = 0
        for child in body.named_children if body is not None else ():
            if child.type == "comment":
                continue
            written = child.child_by_field_name("value") if child.type == "enum_assignment" else None
            named = child.child_by_field_name("name") if child.type == "enum_assignment" else child
            value = self.expression(written)
            if written is None and after is not None:
                value = tree.Literal(after, self.span(child), False)
            number = value.value if isinstance(value, tree.Literal) else None
            after = number + 1 if isinstance(number, int) and not isinstance(number, bool) else None
            key = tree.Literal(self.string(named), self.span(named), False)
            entries.append(tree.Entry(key, value, self.span(child), False, False))
        made = tree.Object(tuple(entries), self.span(node))
        return [tree.Declare(tree.Name(self.text(name), self.span(name)), made)]

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
        return [tree.Import(self.string(source), tuple(names), self.span(node))]

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
                pairs.append((self.string(name), self.string(alias if alias is not None else name)))
        return pairs

    def _export(self, node: Any) -> list[Statement]:
        source = node.child_by_field_name("source")
        module = self.string(source) if source is not None else None
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


_STATEMENTS: dict[str, Callable[[_Reader, Any], list[Statement]]] = {
    "statement_block": _Reader._block,
    "expression_statement": _Reader._expression_statement,
    "lexical_declaration": _Reader._declaration,
    "variable_declaration": _Reader._declaration,
    "function_declaration": _Reader._function_declaration,
    "generator_function_declaration": _Reader._function_declaration,
    "class_declaration": _Reader._class_declaration,
    "abstract_class_declaration": _Reader._class_declaration,
    "enum_declaration": _Reader._enum,
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
