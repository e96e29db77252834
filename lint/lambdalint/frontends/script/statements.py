"""Statements, one after the other, and both ways where it isn't known which one a program goes."""

from __future__ import annotations

from collections.abc import Sequence

from lambdalint.frontends.script.modules import Modules
from lambdalint.frontends.script.operators import binary
from lambdalint.frontends.script.scopes import Scope
from lambdalint.frontends.script.state import (
    CONDITION,
    DEEPEST,
    ROUNDS,
    End,
    span_of_node,
)
from lambdalint.frontends.script.values import (
    Atom,
    Fields,
    Items,
    Opaque,
    Thing,
    span_of,
)
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree


class Statements(Modules):
    """Runs statements."""

    def body(self, body: Sequence[tree.Statement], scope: Scope, path: str = "") -> End:
        for statement in body:
            if isinstance(statement, tree.Define):
                scope.names[statement.name] = self._closure(statement.value, scope)
        module = self.modules.get(path)
        for statement in body:
            if isinstance(statement, tree.Import):
                self._import(statement, scope, path)
            elif isinstance(statement, tree.Export) and module is not None:
                self._export(statement, module, path)
        for statement in body:
            left = self.statement(statement, scope)
            if left is not None:
                return left
        return None

    def statement(self, node: tree.Statement, scope: Scope) -> End:
        """Run one statement. A tuple tells that what follows isn't reached: `return` (with a value), `throw` …"""
        self.step()
        if self.depth > DEEPEST:
            return None
        self.depth += 1
        try:
            run = getattr(self, "_run_" + type(node).__name__.lower(), None)
            left: End = run(node, scope) if run is not None else None
            return left
        finally:
            self.depth -= 1

    def _run_block(self, node: tree.Block, scope: Scope) -> End:
        return self.body(node.body, Scope(scope, len(self.doubts.now)))

    def _run_declare(self, node: tree.Declare, scope: Scope) -> None:
        value = self.value(node.value, scope) if node.value is not None else Atom(None, Span("", 0, 0))
        self.bind(node.pattern, value, scope, True)

    def _run_evaluate(self, node: tree.Evaluate, scope: Scope) -> None:
        self.value(node.value, scope)

    def _run_return(self, node: tree.Return, scope: Scope) -> tuple[str, Thing | None]:
        return "return", self.value(node.value, scope) if node.value is not None else None

    def _run_leave(self, node: tree.Leave, scope: Scope) -> tuple[str, Thing | None]:
        del scope
        return node.kind, None

    def _run_if(self, node: tree.If, scope: Scope) -> End:
        known = self.truth(self.value(node.test, scope))
        if known is not None:
            chosen = node.then if known else node.otherwise
            return self.statement(chosen, scope) if chosen is not None else None
        span = span_of_node(node.test)
        one = self._maybe(node.then, scope, span)
        other = self._maybe(node.otherwise, scope, span) if node.otherwise is not None else None
        return self._after(one, other, span)

    def _maybe(self, node: tree.Statement, scope: Scope, span: Span) -> End:
        self.doubts.enter()
        try:
            return self.statement(node, scope)
        finally:
            self.doubts.leave(span)

    def _after(self, one: End, other: End, span: Span) -> End:
        """What follows two ways of which one was taken."""
        frame = self.frames[-1]
        ends = [way for way in (one, other) if way is not None]
        returned = [value for kind, value in ends if kind == "return"]
        if one is not None and other is not None:
            if not returned:
                return one
            frame.maybe += [value or Atom(None, span) for value in returned]
            return "return", Opaque(span, CONDITION)
        if not ends or ends[0][0] == "throw":
            return None
        frame.maybe += [value or Atom(None, span) for value in returned]
        frame.doubts += 1
        self.doubts.enter()
        return None

    def _run_each(self, node: tree.Each, scope: Scope) -> None:
        found = self.value(node.iterable, scope)
        rounds: list[Thing] = []
        complete = False
        counted = isinstance(found, Items) and node.keys
        if isinstance(found, Items):
            complete = found.complete
            places = [Atom(str(i), found.span) for i in range(len(found.items))]
            rounds = list(places) if counted else list(found.items)
        elif isinstance(found, Fields) and node.keys:
            complete = found.complete
            rounds = [Atom(name, field.name) for name, field in found.fields.items()]
        for item in rounds[:ROUNDS]:
            if not self._round(node.pattern, item, node.body, scope, None if counted else span_of(item)):
                return
        if not complete:
            span, made = span_of_node(node.iterable), len(self.calls)
            self.doubts.enter()
            self._round(node.pattern, Opaque(span, "the list isn't known"), node.body, scope)
            self.doubts.leave(span)
            self.tell_of_more(made, span)

    def _round(
        self, pattern: tree.Pattern, item: Thing, body: tree.Statement, scope: Scope, member: Span | None = None
    ) -> bool:
        inner = Scope(scope, len(self.doubts.now))
        self.bind(pattern, item, inner, True)
        with self.at_member(member):
            left = self.statement(body, inner)
        if left is not None and left[0] == "return":
            self._after(left, None, Span("", 0, 0))
            return False
        return left is None or left[0] == "continue"

    def _run_loop(self, node: tree.Loop, scope: Scope) -> None:
        inner = Scope(scope, len(self.doubts.now))
        if node.before is not None:
            self._unscoped(node.before, inner)
        for _ in range(ROUNDS):
            known = self.truth(self.value(node.test, inner)) if node.test is not None else None
            if known is False:
                return
            if known is None:
                break
            left = self.statement(node.body, inner)
            if left is not None and left[0] != "continue":
                return
            if node.step is not None:
                self.value(node.step, inner)
        span = span_of_node(node.test) if node.test is not None else Span("", 0, 0)
        self._maybe(node.body, inner, span)

    def _unscoped(self, node: tree.Statement, scope: Scope) -> None:
        for statement in node.body if isinstance(node, tree.Block) else (node,):
            self.statement(statement, scope)

    def _run_switch(self, node: tree.Switch, scope: Scope) -> End:
        value = self.value(node.value, scope)
        inner = Scope(scope, len(self.doubts.now))
        matches = [
            self.truth(binary("===", value, self.value(test, inner), span_of_node(test))) if test is not None else False
            for test, _ in node.cases
        ]
        if None not in matches:
            default = next((at for at, (test, _) in enumerate(node.cases) if test is None), len(node.cases))
            start = matches.index(True) if True in matches else default
            body = [statement for _, statements in node.cases[start:] for statement in statements]
            left = self.body(body, inner)
            return None if left is not None and left[0] == "break" else left
        for _, statements in node.cases:
            left = self._maybe(tree.Block(statements), inner, span_of_node(node.value))
            if left is not None and left[0] == "return":
                self._after(left, None, span_of_node(node.value))
        return None

    def _run_try(self, node: tree.Try, scope: Scope) -> End:
        left = self.statement(node.body, scope)
        if node.handler is not None:
            self._maybe(node.handler, scope, Span("", 0, 0))
        if node.final is not None:
            self.statement(node.final, scope)
        return left if left is not None and left[0] != "throw" else None
