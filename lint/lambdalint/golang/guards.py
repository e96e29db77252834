"""Guards: checks of longer-lived state that the guarded code itself sets, so that it doesn't run at each invocation."""

from __future__ import annotations

from lambdalint.data.go_callbacks import SETTERS
from lambdalint.golang.bodies import Condition, inside
from lambdalint.golang.flow import Flow, Origin, is_nil
from lambdalint.golang.index import outermost
from lambdalint.golang.targets import Targets
from lambdalint.model.goast import (
    Assign,
    Binary,
    Block,
    Call,
    Closure,
    Composite,
    Defer,
    Evaluate,
    Expr,
    For,
    Go,
    If,
    Index,
    Labeled,
    Name,
    Range,
    Return,
    Select,
    Selector,
    Step,
    Stmt,
    Switch,
    Unary,
)
from lambdalint.model.gotypes import ERROR, Pointer

_DEPTH = 4


class Guards:
    """Tells guarded code of one program. `startup` are the functions that run before the handler."""

    def __init__(self, flow: Flow, targets: Targets) -> None:
        self.flow = flow
        self.targets = targets
        self.startup: frozenset[str] = frozenset()
        self._set_by: dict[str, frozenset[str]] = {}
        self._lasting: dict[tuple[str, str, bool], bool] = {}
        self._guarded: dict[int, tuple[tuple[Condition, ...], bool]] = {}
        self._acts: dict[int, tuple[Expr, tuple[Call | Closure, ...]]] = {}
        self._memo: dict[tuple[object, ...], bool] = {}
        self._states: dict[tuple[object, ...], frozenset[str]] = {}

    def know(self, startup: frozenset[str]) -> None:
        """Take in what runs at start-up; what was said without it counts no more."""
        self.startup = startup
        self._lasting.clear()

    def guarded(self, conditions: tuple[Condition, ...], function: str) -> bool:
        """True when one of the conditions is a guard."""
        if not conditions:
            return False
        known = self._guarded.get(id(conditions))
        if known is None:
            # a block's conditions are one object, kept with the answer so that nothing else gets its identity
            found = any(self._is_guard(condition, function) for condition in conditions)
            known = self._guarded[id(conditions)] = (conditions, found)
        return known[1]

    def _is_guard(self, condition: Condition, function: str) -> bool:
        if not condition.region or _asks_for_error(condition.test):
            return False
        key = (condition.test.span, condition.region[0].span, function)
        known = self._memo.get(key)
        if known is None:
            self._memo[key] = False
            known = self._memo[key] = self._decide(condition, function)
        return known

    def _decide(self, condition: Condition, function: str) -> bool:
        looked = self.state(condition.test, function, _DEPTH)
        if not looked:
            return False
        if not looked.isdisjoint(self._changed(condition.region, function, _DEPTH)):
            return True
        return not looked.isdisjoint(self._set_later(condition.region, function))

    # -- what a test looks at ----------------------------------------------------------------------------------------

    def state(self, test: Expr, function: str, depth: int) -> frozenset[str]:
        """The longer-lived places an expression depends on, through locals and functions of the project."""
        if depth == 0:
            return frozenset()
        key = (test.span, type(test), function)
        known = self._states.get(key)
        if known is None:
            self._states[key] = frozenset()
            known = self._states[key] = self._find_state(test, function, depth)
        return known

    def _find_state(self, test: Expr, function: str, depth: int) -> frozenset[str]:
        found: set[str] = set()
        for node in inside(test):
            if isinstance(node, (Name, Selector)):
                found |= self._looked(node, function, depth)
            elif isinstance(node, Call):
                for target in self.targets.of(node, function).targets[:4]:
                    for statement in self.flow.index.results(target.key):
                        for value in statement.values:
                            found |= self.state(value, target.key, depth - 1)
        return frozenset(found)

    def _looked(self, node: Name | Selector, function: str, depth: int) -> set[str]:
        if node.type == ERROR:
            return set()
        place = self.flow.index.place(node, function)
        if not place:
            return set()
        if self.lasting(node, function):
            return {place}
        found: set[str] = set()
        if "|local:" in place and place not in self.flow.parameters(function):
            for source in self.flow.writes(place):
                if outermost(source.function) == outermost(function):
                    found |= self.state(source.expression, source.function, depth - 1)
        return found

    def lasting(self, node: Expr, function: str) -> bool:
        """True when a place outlives the invocation: a package variable, or part of a value made at start-up."""
        by_pointer = False
        while True:
            if isinstance(node, Index):
                by_pointer = True
                node = node.operand
            elif isinstance(node, Unary) and node.op in {"*", "&"}:
                by_pointer = by_pointer or node.op == "*"
                node = node.operand
            elif isinstance(node, Selector) and not node.ref:
                if isinstance(node.operand.type, Pointer) or self._is_field_pointer(node.operand):
                    by_pointer = True
                node = node.operand
            else:
                break
        if isinstance(node, (Name, Selector)) and node.ref.startswith("var:"):
            return True
        if not isinstance(node, Name) or not node.ref.startswith("local:"):
            return False
        place = self.flow.index.place(node, function)
        mark = (place, function, by_pointer)
        known = self._lasting.get(mark)
        if known is None:
            known = self._held_by_factory(place, function) or (by_pointer and self._made_at_startup(node, function))
            self._lasting[mark] = known
        return known

    def _held_by_factory(self, place: str, function: str) -> bool:
        """True for a variable of a function that ran at start-up, held by the literal that it returned."""
        record = self.flow.universe.function(function)
        inner: str | None = function
        while record is not None and inner is not None:
            declared = self.flow.parameters(inner).get(place, ("",))[0] == inner or any(
                write.op == ":=" and self.flow.index.place(write.target, inner) == place
                for write in self.flow.index.body(inner).writes
            )
            if declared:
                return inner != function and self._at_startup(inner)
            inner = record.parent
            record = self.flow.universe.function(inner) if inner is not None else None
        return False

    def _is_field_pointer(self, node: Expr) -> bool:
        return isinstance(node, Selector) and isinstance(node.type, Pointer)

    def _made_at_startup(self, node: Name, function: str) -> bool:
        """Where the holder was made: at start-up, or by nothing that is known (which is as good)."""
        made = False
        for origin in self.flow.each_origin(node, function):
            expression = origin.expression
            if isinstance(expression, (Name, Selector)) and expression.ref.startswith("var:"):
                return True
            if isinstance(expression, (Composite, Call)):
                if self._at_startup(origin.function):
                    return True
                made = True
        if made and any(
            _is_variable(o.expression) for o in self.flow.origins_within(Origin(node, function), _is_variable)
        ):
            return True  # it came out of a package variable, wherever that was filled
        return not made and self.flow.index.place(node, function) in self.flow.parameters(function)

    def _at_startup(self, function: str) -> bool:
        return function in self.startup or ".var " in function

    # -- what the guarded code sets ----------------------------------------------------------------------------------

    def _set_later(self, region: tuple[Stmt, ...], function: str) -> set[str]:
        """What the function itself sets after the guarded code, with what that code found."""
        end = max(statement.span.end for statement in region)
        later = (w.target for w in self.flow.index.body(function).writes if w.target.span.start >= end)
        return {place for target in later for place in self._target(target, function)}

    def _changed(self, region: tuple[Stmt, ...], function: str, depth: int) -> set[str]:
        found: set[str] = set()
        stack: list[Stmt] = list(region)
        while stack:
            statement = stack.pop()
            if isinstance(statement, Assign):
                for target in statement.targets:
                    found |= self._target(target, function)
                for value in statement.values:
                    found |= self._by_expression(value, function, depth)
            elif isinstance(statement, Step):
                found |= self._target(statement.target, function)
            elif isinstance(statement, Evaluate):
                found |= self._by_expression(statement.expression, function, depth)
            elif isinstance(statement, (Defer, Go)):
                found |= self._by_expression(statement.call, function, depth)
            elif isinstance(statement, Return):
                for value in statement.values:
                    found |= self._by_expression(value, function, depth)
            else:
                stack.extend(_nested(statement))
                if isinstance(statement, If):
                    found |= self._by_expression(statement.condition, function, depth)
        return found

    def _target(self, target: Expr, function: str) -> set[str]:
        place = self.flow.index.place(target, function)
        if not place:
            return set()
        return {place, place[:-2]} if place.endswith("[]") else {place}

    def _by_expression(self, expression: Expr, function: str, depth: int) -> set[str]:
        """What the calls in an expression set: by caches' methods, `delete`, pointers, and functions of the project."""
        found: set[str] = set()
        if depth == 0:
            return found
        for node in self._acting(expression):
            if isinstance(node, Closure):
                found |= self._by_function(node.function, depth)
                continue
            for argument in node.arguments:
                if isinstance(argument, Unary) and argument.op == "&":
                    found |= self._target(argument.operand, function)
            if isinstance(node.function, Selector) and node.function.name in SETTERS:
                found |= self._target(node.function.operand, function)
            for target in self.targets.of(node, function).targets[:8]:
                found |= self._by_function(target.key, depth)
        return found

    def _acting(self, expression: Expr) -> tuple[Call | Closure, ...]:
        """The calls and function literals in an expression."""
        known = self._acts.get(id(expression))
        if known is None:
            acts = tuple(node for node in inside(expression) if isinstance(node, (Call, Closure)))
            # the expression is kept with them, so that nothing else gets its identity
            known = self._acts[id(expression)] = (expression, acts)
        return known[1]

    def _by_function(self, key: str, depth: int) -> frozenset[str]:
        known = self._set_by.get(key)
        if known is None:
            self._set_by[key] = frozenset()
            record = self.flow.universe.function(key)
            body = record.body if record is not None else None
            known = frozenset(self._changed(body.statements, key, depth - 1)) if body is not None else frozenset()
            self._set_by[key] = known
        return known


def _asks_for_error(test: Expr) -> bool:
    """True for `err != nil` and its like, by far the most frequent tests: errors are no state."""
    return isinstance(test, Binary) and isinstance(test.left, Name) and test.left.type == ERROR and is_nil(test.right)


def _is_variable(expression: Expr) -> bool:
    return isinstance(expression, (Name, Selector)) and expression.ref.startswith("var:")


def _nested(statement: Stmt) -> list[Stmt]:
    if isinstance(statement, Block):
        return list(statement.statements)
    if isinstance(statement, If):
        return [s for s in (statement.init, statement.then, statement.otherwise) if s is not None]
    if isinstance(statement, For):
        return [s for s in (statement.init, statement.post, statement.body) if s is not None]
    if isinstance(statement, Range):
        return [statement.body]
    if isinstance(statement, Switch | Select):
        found: list[Stmt] = [case.body for case in statement.cases]
        if isinstance(statement, Switch) and statement.init is not None:
            found.append(statement.init)
        return found
    return [statement.statement] if isinstance(statement, Labeled) else []
