"""Choices by the value of a variable whose every other value ends in an exit or an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.golang.environment.keys import constant
from lambdalint.golang.environment.needs import Needs
from lambdalint.golang.environment.outcome import Outcome, outcome
from lambdalint.golang.flow.conditions import ends, is_start
from lambdalint.golang.reach.graph import Graph
from lambdalint.model.code import EnvironmentSwitch
from lambdalint.model.goast import (
    Binary,
    Block,
    Call,
    Composite,
    Expr,
    If,
    Literal,
    Name,
    Opaque,
    Selector,
    Stmt,
    Switch,
    TypeName,
)
from lambdalint.source import Span

_FEWEST = 1
_EXPRESSIONS = (Call, Binary, Name, Selector, Literal, Composite)


def find_switches(
    graph: Graph, needs: Needs, packages: tuple[str, ...], sites: Mapping[Span, str]
) -> tuple[EnvironmentSwitch, ...]:
    """All switches and `if` chains on a variable; `sites` are the calls that read one, with its name."""
    if not sites:
        return ()
    search = _Search(graph, needs, sites)
    found: list[EnvironmentSwitch] = []
    for package in packages:
        for key in graph.flow.index.functions(package):
            for statement, rest in graph.flow.index.body(key).choices:
                choice = search.of(statement, rest, key)
                if choice is not None:
                    found.append(choice)
    return tuple(found)


class _Search:
    def __init__(self, graph: Graph, needs: Needs, sites: Mapping[Span, str]) -> None:
        self.graph = graph
        self.needs = needs
        self.sites = sites

    def of(self, statement: If | Switch, rest: tuple[Stmt, ...], function: str) -> EnvironmentSwitch | None:
        """The choice that a statement makes; `rest` are the statements after it."""
        if isinstance(statement, If):
            return self._chain(statement, rest, function) if _has_several(statement) else None
        return self._switch(statement, rest, function) if _has_texts(statement) else None

    def _switch(self, statement: Switch, rest: tuple[Stmt, ...], function: str) -> EnvironmentSwitch | None:
        key = self._key(statement.tag, function) if statement.tag is not None else None
        values: list[str] = []
        exits: bool | None = None
        all_end = True
        for case in statement.cases:
            if case.default:
                exits = outcome(case.body, self.needs.fails) is Outcome.FAILS
                continue
            all_end = all_end and (ends(case.body) or _starts(case.body))
            for value in case.values:
                text, tested = self._tested(value, function) if statement.tag is None else (constant(value), key)
                if text is None or tested is None or (key is not None and tested != key):
                    return None
                key = tested
                values.append(text)
        if key is None or not values:
            return None
        if exits is None:
            exits = all_end and bool(rest) and outcome(rest, self.needs.fails) is Outcome.FAILS
        return EnvironmentSwitch(key, statement.span, tuple(values), exits, function)

    def _chain(self, statement: If, rest: tuple[Stmt, ...], function: str) -> EnvironmentSwitch | None:
        values: list[str] = []
        key: str | None = None
        all_end = True
        link: Stmt | None = statement
        while isinstance(link, If):
            for test in _alternatives(link.condition):
                text, tested = self._tested(test, function)
                if not text or tested is None or (key is not None and tested != key):
                    return None
                key = tested
                values.append(text)
            all_end = all_end and (ends(link.then) or _starts(link.then))
            link = link.otherwise
        if key is None or len(values) <= _FEWEST:
            return None
        if link is not None:
            exits = outcome(link, self.needs.fails) is Outcome.FAILS
        else:
            exits = all_end and bool(rest) and outcome(rest, self.needs.fails) is Outcome.FAILS
        return EnvironmentSwitch(key, statement.span, tuple(values), exits, function)

    def _tested(self, test: Expr, function: str) -> tuple[str | None, str | None]:
        """The value and the variable of `variable == "value"`."""
        if not isinstance(test, Binary) or test.op != "==":
            return None, None
        for value, other in ((test.right, test.left), (test.left, test.right)):
            text = constant(value)
            if text is not None:
                return text, self._key(other, function)
        return None, None

    def _key(self, node: Expr, function: str) -> str | None:
        """The one variable that a value comes from, as it is; constants beside it (fallbacks) don't matter."""
        keys: set[str] = set()
        for origin in self.graph.flow.each_origin(node, function, self._stop):
            expression = origin.expression
            if expression.span in self.sites:
                keys.add(self.sites[expression.span])
            elif isinstance(expression, (Opaque, TypeName)) or constant(expression) is None:
                return None
        return next(iter(keys)) if len(keys) == 1 else None

    def _stop(self, expression: Expr) -> bool:
        return isinstance(expression, Call) and expression.span in self.sites


def _has_several(statement: If) -> bool:
    """A cheap look first: an `if` by itself that tests for one value is no choice."""
    test = statement.condition
    return isinstance(test, Binary) and (test.op == "||" or (test.op == "==" and isinstance(statement.otherwise, If)))


def _has_texts(statement: Switch) -> bool:
    """A cheap look first: a switch by another kind of value than texts is no choice by a variable."""
    if statement.types:
        return False
    tested = (value for case in statement.cases for value in case.values)
    return statement.tag is None or all(constant(value) is not None for value in tested)


def _alternatives(test: Expr) -> Iterator[Expr]:
    stack = [test]
    while stack:
        node = stack.pop()
        if isinstance(node, Binary) and node.op == "||":
            stack.extend((node.right, node.left))
        else:
            yield node


def _starts(block: Block) -> bool:
    """True when a block ends by handing control to the runtime client, which never comes back."""
    return bool(block.statements) and is_start(block.statements[-1])
