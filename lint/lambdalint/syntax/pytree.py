"""Python files as plain trees: their statements, classes and imports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.syntax.languages import parser
from lambdalint.syntax.pyexpressions import DEEPEST, ExpressionReader, meant
from lambdalint.syntax.scripttree import Expr, Pattern, Script, Statement

OUTER = "<outer>"
"""The module of an import that stands for `global` and `nonlocal`."""

_IGNORED = frozenset({"pass_statement", "assert_statement", "future_import_statement", "type_alias_statement", "ERROR"})
_RECORDS = frozenset({"NamedTuple", "BaseModel", "BaseSettings"})
_NO_BASES = frozenset({"object", "ABC", "Protocol", "Generic"})


def parse(path: str, data: bytes) -> Script:
    """A file as a tree."""
    root = parser("python").parse(data).root_node
    reader = _Reader(path, data)
    return Script(path, reader.statements(root), tuple(reader.faults(root)))


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
        for child in meant(node) if node is not None else ():
            found += self.statement(child)
        return tuple(found)

    def statement(self, node: Any) -> list[Statement]:
        if node.type in _IGNORED or self.depth > DEEPEST:
            return []
        self.depth += 1
        try:
            read = _STATEMENTS.get(node.type)
            return read(self, node) if read is not None else [tree.Evaluate(self.expression(node))]
        finally:
            self.depth -= 1

    def block(self, node: Any) -> tree.Block:
        return tree.Block(self.statements(node))

    def _expression_statement(self, node: Any) -> list[Statement]:
        found: list[Statement] = []
        for child in meant(node):
            if child.type != "assignment" or child.child_by_field_name("right") is not None:
                found.append(tree.Evaluate(self.expression(child)))
        return found

    def _return(self, node: Any) -> list[Statement]:
        values = meant(node)
        return [tree.Return(self.expression(values[0]) if values else None)]

    def _leave(self, node: Any) -> list[Statement]:
        kind = node.type.removesuffix("_statement")
        return [tree.Leave("throw" if kind == "raise" else kind)]

    def _if(self, node: Any) -> list[Statement]:
        otherwise: Statement | None = None
        for branch in reversed(node.children_by_field_name("alternative")):
            if branch.type == "else_clause":
                otherwise = self.block(branch.child_by_field_name("body"))
            else:
                otherwise = self._branch(branch, otherwise)
        return [self._branch(node, otherwise)]

    def _branch(self, node: Any, otherwise: Statement | None) -> Statement:
        test = self.expression(node.child_by_field_name("condition"))
        return tree.If(test, self.block(node.child_by_field_name("consequence")), otherwise)

    def _for(self, node: Any) -> list[Statement]:
        made = self.loop(node, self.block(node.child_by_field_name("body")))
        return [made, *self._otherwise(node)]

    def _otherwise(self, node: Any) -> tuple[Statement, ...]:
        after = node.child_by_field_name("alternative")
        return self.statements(after.child_by_field_name("body")) if after is not None else ()

    def _while(self, node: Any) -> list[Statement]:
        test = self.expression(node.child_by_field_name("condition"))
        return [tree.Loop(None, test, None, self.block(node.child_by_field_name("body"))), *self._otherwise(node)]

    def _try(self, node: Any) -> list[Statement]:
        body = list(self.statements(node.child_by_field_name("body")))
        handlers: list[Statement] = []
        final: Statement | None = None
        for clause in meant(node):
            inner = next((c for c in clause.named_children if c.type == "block"), None)
            if clause.type == "else_clause":
                body += self.statements(clause.child_by_field_name("body"))
            elif clause.type == "finally_clause":
                final = self.block(inner)
            elif clause.type.startswith("except"):
                handlers += self.statements(inner)
        return [tree.Try(tree.Block(tuple(body)), tree.Block(tuple(handlers)) if handlers else None, final)]

    def _with(self, node: Any) -> list[Statement]:
        found: list[Statement] = []
        clause = next((c for c in node.named_children if c.type == "with_clause"), None)
        for item in meant(clause) if clause is not None else ():
            value = item.child_by_field_name("value")
            target = value.child_by_field_name("alias") if value.type == "as_pattern" else None
            if target is not None:
                given = self.expression(value.named_children[0])
                value = tree.Assignment(self.pattern(target), "=", given, self.span(item))
                found.append(tree.Evaluate(value))
            else:
                found.append(tree.Evaluate(self.expression(value)))
        return [*found, *self.statements(node.child_by_field_name("body"))]

    def _match(self, node: Any) -> list[Statement]:
        cases: list[tuple[Expr | None, tuple[Statement, ...]]] = []
        for case in node.child_by_field_name("body").named_children:
            if case.type == "case_clause":
                body = (*self.statements(case.child_by_field_name("consequence")), tree.Leave("break"))
                cases.append((self._case(case), body))
        return [tree.Switch(self.expression(node.child_by_field_name("subject")), tuple(cases))]

    def _case(self, case: Any) -> Expr | None:
        patterns = [c for c in case.named_children if c.type == "case_pattern"]
        inner = meant(patterns[0]) if len(patterns) == 1 else []
        guarded = case.child_by_field_name("guard") is not None
        if not guarded and len(patterns) == 1 and self.text(patterns[0]) == "_":
            return None
        plain = not guarded and len(inner) == 1 and inner[0].type in ("string", "integer", "true", "false", "none")
        return self.expression(inner[0]) if plain else tree.Hole(self.span(case))

    def _delete(self, node: Any) -> list[Statement]:
        gone = tree.Hole(self.span(node))
        return [tree.Evaluate(tree.Assignment(self.pattern(c), "=", gone, gone.span)) for c in meant(node)]

    def _outer(self, node: Any) -> list[Statement]:
        names = tuple((self.text(c), self.text(c)) for c in meant(node))
        return [tree.Import(OUTER, names, self.span(node))]

    # -- imports -----------------------------------------------------------------------------------------------------

    def _import(self, node: Any) -> list[Statement]:
        found: list[Statement] = []
        for child in meant(node):
            if child.type == "aliased_import":
                module = self.text(child.child_by_field_name("name"))
                local = self.text(child.child_by_field_name("alias"))
                found.append(tree.Import(module, (("*", local),), self.span(node)))
            else:
                module = self.text(child)
                first = module.partition(".")[0]
                found.append(tree.Import(first, (("*", first),), self.span(node)))
                if first != module:
                    found.append(tree.Import(module, (), self.span(node)))
        return found

    def _import_from(self, node: Any) -> list[Statement]:
        module = "".join(self.text(node.child_by_field_name("module_name")).split())
        names: list[tuple[str, str]] = []
        for child in node.children_by_field_name("name"):
            if child.type == "aliased_import":
                local = child.child_by_field_name("alias")
                names.append((self.text(child.child_by_field_name("name")), self.text(local)))
            else:
                names.append((self.text(child), self.text(child)))
        if any(c.type == "wildcard_import" for c in node.named_children):
            names.append(("*", "*"))
        return [tree.Import(module, tuple(names), self.span(node))]

    # -- functions and classes ---------------------------------------------------------------------------------------

    def _function(self, node: Any) -> list[Statement]:
        function = self.function(node, None)
        return [tree.Define(function.name, function)]

    def function(self, node: Any, first: str | None) -> tree.Function:
        """A function; `first` is what the first parameter of a method stands for."""
        name = self.text(node.child_by_field_name("name"))
        listed = node.child_by_field_name("parameters")
        body = node.child_by_field_name("body")
        mapping = dict(self.own[-1])
        own = next(iter(meant(listed)), None) if first is not None else None
        if own is not None and own.type in ("identifier", "typed_parameter"):
            mapping[self.text(own).partition(":")[0].strip()] = first or ""
        taken = self.parameters(listed)[1 if own is not None else 0 :]
        self.own.append(mapping)
        try:
            return tree.Function(name, tuple(taken), self.block(body), self.span(node), True)
        finally:
            self.own.pop()

    def _class(self, node: Any) -> list[Statement]:
        made = self.class_of(node, False)
        return [tree.Define(made.name, made)]

    def _decorated(self, node: Any) -> list[Statement]:
        definition = node.child_by_field_name("definition")
        if definition.type == "class_definition":
            made = self.class_of(definition, "dataclass" in self._decorators(node))
            return [tree.Define(made.name, made)]
        return self.statement(definition)

    def _decorators(self, node: Any) -> set[str]:
        found = set()
        for child in node.named_children:
            if child.type == "decorator":
                found.add(self.text(child).lstrip("@").partition("(")[0].strip().rpartition(".")[2])
        return found

    def class_of(self, node: Any, record: bool) -> tree.Class:
        """A class; a `record` is made of its annotated names."""
        name = self.text(node.child_by_field_name("name"))
        listed = node.child_by_field_name("superclasses")
        bases = [c for c in meant(listed) if self._is_base(c)] if listed is not None else []
        words = {self.text(base).rpartition(".")[2] for base in bases}
        record = record or bool(words & _RECORDS)
        members: list[tree.ClassMember] = []
        fields: list[tuple[str, Expr | None]] = []
        for child in meant(node.child_by_field_name("body")):
            self._class_member(child, name, members, fields)
        if record and not any(m.kind == "constructor" for m in members):
            members.append(self._record(node, fields))
        kept = [base for base in bases if self.text(base).rpartition(".")[2] not in _RECORDS]
        base = self.expression(kept[0]) if kept else None
        return tree.Class(name, base, tuple(members), (), self.span(node))

    def _is_base(self, node: Any) -> bool:
        return node.type in ("identifier", "attribute") and self.text(node).rpartition(".")[2] not in _NO_BASES

    def _class_member(
        self, node: Any, name: str, members: list[tree.ClassMember], fields: list[tuple[str, Expr | None]]
    ) -> None:
        words: set[str] = set()
        if node.type == "decorated_definition":
            words = self._decorators(node)
            node = node.child_by_field_name("definition")
        if node.type == "function_definition" and "setter" not in words:
            members.append(self._method(node, name, words))
        elif node.type == "class_definition":
            inner = self.class_of(node, "dataclass" in words)
            members.append(tree.ClassMember(inner.name, "field", True, inner))
        for child in meant(node) if node.type == "expression_statement" else ():
            left = child.child_by_field_name("left") if child.type == "assignment" else None
            if left is None or left.type != "identifier":
                continue
            right = child.child_by_field_name("right")
            value = self.expression(right) if right is not None else None
            if value is not None:
                members.append(tree.ClassMember(self.text(left), "field", True, value))
            if child.child_by_field_name("type") is not None:
                fields.append((self.text(left), value))

    def _method(self, node: Any, name: str, words: set[str]) -> tree.ClassMember:
        static = bool(words & {"staticmethod", "classmethod"})
        first = None if "staticmethod" in words else name if "classmethod" in words else "this"
        function = self.function(node, first)
        kind = "getter" if words & {"property", "cached_property"} else "method"
        return tree.ClassMember(function.name, "constructor" if function.name == "__init__" else kind, static, function)

    def _record(self, node: Any, fields: list[tuple[str, Expr | None]]) -> tree.ClassMember:
        span = self.span(node)
        this = tree.Name("this", span)
        taken: list[Pattern] = []
        body: list[Statement] = []
        for name, value in fields:
            own = tree.Name(name, span)
            taken.append(tree.Default(own, value) if value is not None else own)
            body.append(tree.Evaluate(tree.Assignment(tree.Member(this, name, span, span, False), "=", own, span)))
        made = tree.Function("__init__", tuple(taken), tree.Block(tuple(body)), span, True)
        return tree.ClassMember("__init__", "constructor", False, made)


_STATEMENTS: dict[str, Callable[[_Reader, Any], list[Statement]]] = {
    "expression_statement": _Reader._expression_statement,
    "return_statement": _Reader._return,
    "break_statement": _Reader._leave,
    "continue_statement": _Reader._leave,
    "raise_statement": _Reader._leave,
    "if_statement": _Reader._if,
    "for_statement": _Reader._for,
    "while_statement": _Reader._while,
    "try_statement": _Reader._try,
    "with_statement": _Reader._with,
    "match_statement": _Reader._match,
    "delete_statement": _Reader._delete,
    "global_statement": _Reader._outer,
    "nonlocal_statement": _Reader._outer,
    "import_statement": _Reader._import,
    "import_from_statement": _Reader._import_from,
    "function_definition": _Reader._function,
    "class_definition": _Reader._class,
    "decorated_definition": _Reader._decorated,
}
