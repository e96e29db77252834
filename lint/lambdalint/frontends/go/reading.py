"""Go files as plain trees: declarations and statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lambdalint.frontends.go.expressions import DEEPEST, ExpressionReader
from lambdalint.frontends.go.nodes import (
    DefineMethod,
    DefineType,
    File,
    Range,
    Several,
    Skipped,
    Store,
    TypeParameter,
    Variable,
    Zero,
)
from lambdalint.golang.source.header import scan
from lambdalint.source import Span
from lambdalint.syntax import go
from lambdalint.syntax import scripttree as tree
from lambdalint.syntax.go import Node
from lambdalint.syntax.scripttree import Expr, Pattern, Statement

_ENDING = frozenset({"os.Exit", "log.Fatal", "log.Fatalf", "log.Fatalln", "log.Panic", "log.Panicf", "panic"})
_NOTHING = frozenset({"comment", "empty_statement", "package_clause", "import_declaration"})
_OPERATORS = {"inc_statement": "+=", "dec_statement": "-="}


def parse(path: str, data: bytes) -> File:
    """A file as a tree."""
    parsed = go.parse(data)
    root = parsed.root_node
    reader = _Reader(path, data)
    body: list[Statement] = []
    for node in root.named_children:
        body += reader.declaration(node)
    faults = [Span(path, start, end) for start, end, _ in go.errors(parsed, data)]
    imports = tuple((spec.name, spec.path) for spec in scan(data).imports)
    return File(path, imports, tuple(body), tuple(faults))


class _Reader(ExpressionReader):
    # -- declarations ------------------------------------------------------------------------------------------------

    def declaration(self, node: Node) -> list[Statement]:
        """What a declaration of a package declares."""
        if node.type == "function_declaration":
            return [self._function_declaration(node)]
        if node.type == "method_declaration":
            return [self._method(node)]
        if node.type == "type_declaration":
            return self._types(node)
        found: list[Statement] = []
        for name, value, place in self._named(node) if node.type in ("var_declaration", "const_declaration") else ():
            if isinstance(name, tree.Name):
                found.append(Variable(name.name, value, place))
        return found

    def _function_declaration(self, node: Node) -> Statement:
        name = self.text(node.child_by_field_name("name"))
        return tree.Define(name, self.function(node, name))

    def _method(self, node: Node) -> Statement:
        receiver = node.child_by_field_name("receiver")
        name = self.text(node.child_by_field_name("name"))
        found = receiver.named_children if receiver is not None else []
        own = next((child for child in found if child.type == "parameter_declaration"), None)
        kind = self.type(own.child_by_field_name("type") if own is not None else None)
        inner = kind.inner if kind.kind == "pointer" and kind.inner is not None else kind
        return DefineMethod(inner.name, inner is not kind, name, self.function(node, name, receiver))

    def _types(self, node: Node) -> list[Statement]:
        return [
            DefineType(self.text(spec.child_by_field_name("name")), self.type(spec.child_by_field_name("type")))
            for spec in node.named_children
            if spec.type in ("type_spec", "type_alias")
        ]

    def _named(self, node: Node) -> list[tuple[Pattern | None, Expr, int | None]]:
        """The names of a `var` or `const` declaration, each with its value and its place among several results."""
        found: list[tuple[Pattern | None, Expr, int | None]] = []
        previous: Node | None = None
        number = 0
        specs = [c for c in node.named_children if c.type != "comment"]
        if len(specs) == 1 and specs[0].type == "var_spec_list":
            specs = [c for c in specs[0].named_children if c.type != "comment"]
        for spec in specs:
            names = [self.pattern(c) for c in spec.children_by_field_name("name") if c.is_named]
            written = spec.child_by_field_name("value")
            if node.type == "const_declaration":
                self.iota, number = number, number + 1
                previous = written = written or previous
            values = self.expressions(written)
            self.iota = None
            if not values:
                kind = self.type(spec.child_by_field_name("type"))
                values = tuple(Zero(kind, self.span(spec)) for _ in names)
            if len(values) == len(names):
                found += [(name, value, None) for name, value in zip(names, values, strict=True)]
            else:
                found += [(name, values[0], place) for place, name in enumerate(names)]
        return found

    def function(self, node: Node, name: str = "", receiver: Node | None = None) -> tree.Function:
        """A function with its body; results with names are variables in it."""
        parameters = [*self._parameters(receiver), *self._parameters(node.child_by_field_name("parameters"))]
        body = node.child_by_field_name("body")
        result = node.child_by_field_name("result")
        named = self._parameters(result, True) if result is not None and result.type == "parameter_list" else []
        outer, self._results = self._results, [p.name for p in named if isinstance(p, tree.Name)]
        first: tuple[Statement, ...] = tuple(tree.Declare(p, Zero(None, self.span(node))) for p in named)
        read = tree.Block((*self._chosen_types(node), *first, *self.block(body)))
        self._results = outer
        return tree.Function(name, tuple(parameters), read, self.span(node), True)

    def _chosen_types(self, node: Node) -> list[Statement]:
        """The type parameters of a function, each with the parameters that are just of that type."""
        written = node.child_by_field_name("type_parameters")
        if written is None:
            return []
        declared = node.child_by_field_name("parameters")
        plain: dict[str, list[str]] = {}
        for child in declared.named_children if declared is not None else ():
            kind = self.type(child.child_by_field_name("type"))
            if child.type == "parameter_declaration" and kind.kind == "name" and not kind.package:
                plain.setdefault(kind.name, []).extend(self.text(c) for c in child.children_by_field_name("name"))
        names = [self.text(name) for spec in written.named_children for name in spec.children_by_field_name("name")]
        return [TypeParameter(name, tuple(plain.get(name, ()))) for name in names]

    _results: Sequence[str] = ()

    def _parameters(self, node: Node | None, named: bool = False) -> list[Pattern]:
        found: list[Pattern] = []
        for child in node.named_children if node is not None else ():
            names: list[Pattern] = [
                self.pattern(c) or tree.Name("_", self.span(c)) for c in child.children_by_field_name("name")
            ]
            if child.type == "parameter_declaration":
                found += names or ([] if named else [tree.Name("_", self.span(child))])
            elif child.type == "variadic_parameter_declaration":
                found += [tree.Rest(one) for one in names or [tree.Name("_", self.span(child))]]
        return found

    # -- statements --------------------------------------------------------------------------------------------------

    def block(self, node: Node | None) -> tuple[Statement, ...]:
        """The statements of a block or of a list of them."""
        found: list[Statement] = []
        for child in node.named_children if node is not None else ():
            found += self.block(child) if child.type == "statement_list" else self.statement(child)
        return tuple(found)

    def statement(self, node: Node) -> list[Statement]:
        """A statement as those that it is made of."""
        if node.type in _NOTHING:
            return []
        if self.depth > DEEPEST:
            return [Skipped(self.span(node))]
        self.depth += 1
        try:
            read = _STATEMENTS.get(node.type)
            if read is not None:
                return read(self, node)
            return [Skipped(self.span(node))]
        finally:
            self.depth -= 1

    def _one(self, node: Node | None) -> Statement:
        if node is None or node.type == "block":
            return tree.Block(self.block(node))
        return tree.Block(tuple(self.statement(node)))

    def _inner_block(self, node: Node) -> list[Statement]:
        return [self._one(node)]

    def _declared(self, node: Node) -> list[Statement]:
        if node.type == "type_declaration":
            return self._types(node)
        return [
            Store((name,), (value,), True, self.span(node))
            for name, value, place in self._named(node)
            if name is not None and place is None
        ] or self._declared_by_call(node)

    def _declared_by_call(self, node: Node) -> list[Statement]:
        named = self._named(node)
        if not named:
            return []
        targets = tuple(name or tree.Hole(self.span(node)) for name, _, _ in named)
        return [Store(targets, (named[0][1],), True, self.span(node))]

    def _evaluate(self, node: Node) -> list[Statement]:
        found = []
        for child in node.named_children:
            if child.type == "comment":
                continue
            found.append(tree.Evaluate(self.expression(child)))
            function = child.child_by_field_name("function") if child.type == "call_expression" else None
            if self.text(function) in _ENDING:
                return [*found, tree.Leave("throw")]
        return [*found]

    def _store(self, node: Node) -> list[Statement]:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = self.text(node.child_by_field_name("operator")) or ":="
        patterns = [self.pattern(c) for c in left.named_children if c.type != "comment"] if left is not None else []
        values = self.expressions(right)
        if operator not in ("=", ":=") and len(patterns) == len(values) == 1:
            return [tree.Evaluate(tree.Assignment(patterns[0], operator, values[0], self.span(node)))]
        targets = tuple(p if p is not None else tree.Hole(Span(self.path, 0, 0)) for p in patterns)
        return [Store(targets, values, operator == ":=", self.span(node))]

    def _step(self, node: Node) -> list[Statement]:
        target = self.pattern(node.named_children[0])
        one = tree.Literal(1, self.span(node), False)
        return [tree.Evaluate(tree.Assignment(target, _OPERATORS[node.type], one, self.span(node)))]

    def _return(self, node: Node) -> list[Statement]:
        given = [c for c in node.named_children if c.type != "comment"]
        values = self.expressions(given[0]) if given else ()
        if not given and self._results:
            values = tuple(tree.Name(name, self.span(node)) for name in self._results)
        if len(values) > 1:
            return [tree.Return(Several(values, self.span(node)))]
        return [tree.Return(values[0] if values else None)]

    def _leave(self, node: Node) -> list[Statement]:
        return [tree.Leave(node.type.removesuffix("_statement"))]

    def _if(self, node: Node) -> list[Statement]:
        otherwise = node.child_by_field_name("alternative")
        made = tree.If(
            self.expression(node.child_by_field_name("condition")),
            self._one(node.child_by_field_name("consequence")),
            self._one(otherwise) if otherwise is not None else None,
        )
        return self._with(node.child_by_field_name("initializer"), made)

    def _with(self, initializer: Node | None, made: Statement) -> list[Statement]:
        return [tree.Block((*self.statement(initializer), made))] if initializer is not None else [made]

    def _for(self, node: Node) -> list[Statement]:
        body = self._one(node.child_by_field_name("body"))
        head = next((c for c in node.named_children if c.type not in ("comment", "block")), None)
        if head is not None and head.type == "range_clause":
            left = head.child_by_field_name("left")
            names = [self.pattern(c) for c in left.named_children] if left is not None else []
            names += [None, None]
            return [Range(names[0], names[1], self.expression(head.child_by_field_name("right")), body)]
        if head is None or head.type != "for_clause":
            return [tree.Loop(None, self.expression(head) if head is not None else None, None, body)]
        before, test = head.child_by_field_name("initializer"), head.child_by_field_name("condition")
        update = head.child_by_field_name("update")
        steps = self.statement(update) if update is not None else []
        step = next((s.value for s in steps if isinstance(s, tree.Evaluate)), None)
        return [
            tree.Loop(
                tree.Block(tuple(self.statement(before))) if before is not None else None,
                self.expression(test) if test is not None else None,
                step,
                body,
            )
        ]

    def _switch(self, node: Node) -> list[Statement]:
        """Cases don't run on into the next one, and may have several values."""
        value = node.child_by_field_name("value")
        cases: list[tuple[Expr | None, tuple[Statement, ...]]] = []
        for child in node.named_children:
            if child.type not in ("expression_case", "default_case", "type_case"):
                continue
            body = [s for c in child.named_children if c.type == "statement_list" for s in self.block(c)]
            through = bool(body) and isinstance(body[-1], tree.Leave) and body[-1].kind == "fallthrough"
            whole = (*(body[:-1] if through else body), *(() if through else (tree.Leave("break"),)))
            tests = self.expressions(child.child_by_field_name("value")) or (tree.Hole(self.span(child)),)
            if child.type == "default_case":
                cases.append((None, whole))
                continue
            cases += [(test, ()) for test in tests[:-1]]
            cases.append((tests[-1], whole))
        subject = self.expression(value) if value is not None else tree.Literal(True, self.span(node), False)
        if node.type == "type_switch_statement":
            subject = tree.Hole(self.span(node))
        return self._with(node.child_by_field_name("initializer"), tree.Switch(subject, tuple(cases)))

    def _labeled(self, node: Node) -> list[Statement]:
        return [s for child in node.named_children if child.type != "label_name" for s in self.statement(child)]


_STATEMENTS: dict[str, Callable[[Any, Node], list[Statement]]] = {
    "block": _Reader._inner_block,
    "var_declaration": _Reader._declared,
    "const_declaration": _Reader._declared,
    "type_declaration": _Reader._declared,
    "expression_statement": _Reader._evaluate,
    "go_statement": _Reader._evaluate,
    "defer_statement": _Reader._evaluate,
    "short_var_declaration": _Reader._store,
    "assignment_statement": _Reader._store,
    "inc_statement": _Reader._step,
    "dec_statement": _Reader._step,
    "return_statement": _Reader._return,
    "break_statement": _Reader._leave,
    "continue_statement": _Reader._leave,
    "fallthrough_statement": _Reader._leave,
    "if_statement": _Reader._if,
    "for_statement": _Reader._for,
    "expression_switch_statement": _Reader._switch,
    "type_switch_statement": _Reader._switch,
    "labeled_statement": _Reader._labeled,
}
